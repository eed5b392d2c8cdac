"""What stands around a name must go, and nothing of the name itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.text import title_name
from models.values.person_name import CleanName, clean_person_name
from tests.models.values.hard_cases import NAME_CELLS, NAMES


@pytest.mark.parametrize(("cell", "name", "honorific", "rank", "note"), NAME_CELLS)
def test_cells(
    cell: str, name: str, honorific: str | None, rank: str | None, note: str | None
) -> None:
    assert clean_person_name(cell) == CleanName(name, honorific, rank, note)


@pytest.mark.parametrize("name", NAMES)
def test_every_hard_name_stays_in_any_case(name: str) -> None:
    for written in (name, name.upper(), name.lower(), f"  {name.replace(' ', '   ')} "):
        assert clean_person_name(written) == CleanName(name)
    if not name.startswith("Thị "):
        dressed = clean_person_name(f"Ông Trung úy {name.upper()} (Tổ viên, sinh 1980)")
        assert dressed == CleanName(name, "Ông", "Trung úy", "Tổ viên, sinh 1980")


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("Ông Lê A", "Nam"),
        ("Chú Lê A", "Nam"),
        ("Bà Lê A", "Nữ"),
        ("Cô Lê A", "Nữ"),
        ("Cụ Lê A", None),
        ("Đ/c Lê A", None),
        ("Lê A", None),
    ],
)
def test_sex_hint(cell: str, sex: str | None) -> None:
    assert clean_person_name(cell).sex_hint == sex


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("", "Chưa nhập họ tên."),
        (" \u00a0", "Chưa nhập họ tên."),
        ("Nguyễn Văn 2", "Họ tên không có chữ số: Nguyễn Văn 2. Chỉ nhập họ và tên."),
        ("0913555214", "Họ tên không có chữ số: 0913555214. Chỉ nhập họ và tên."),
        ("Lê A / Lê B", "Họ tên không hợp lệ: Lê A / Lê B. Chỉ nhập họ và tên của một người."),
        ("a@b", "Họ tên không hợp lệ: a@b. Chỉ nhập họ và tên của một người."),
        ("(Tổ trưởng)", "Họ tên không hợp lệ: (Tổ trưởng). Chỉ nhập họ và tên của một người."),
        ("-", "Họ tên không hợp lệ: -. Chỉ nhập họ và tên của một người."),
        ("'", "Họ tên không hợp lệ: '. Chỉ nhập họ và tên của một người."),
        (
            "chữ " * 5000,
            "Họ tên quá dài: chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ…. Nhập không quá 100 chữ cái.",
        ),
    ],
)
def test_what_is_no_name(cell: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        clean_person_name(cell)
    assert caught.value.message == sentence
    assert caught.value.value == cell


@given(st.text(max_size=40))
def test_any_text_is_a_name_or_a_sentence(text: str) -> None:
    try:
        name = clean_person_name(text).name
    except UserError:
        return
    assert name == title_name(name)
    assert not any(ch.isdigit() for ch in name)


@given(st.sampled_from(NAME_CELLS))
def test_a_clean_name_stays(cell: tuple[str, str, str | None, str | None, str | None]) -> None:
    name = clean_person_name(cell[0]).name
    assert clean_person_name(name).name == name
