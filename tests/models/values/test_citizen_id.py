"""Ids must survive spreadsheets: zeros come back only where nothing else can be meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.values.citizen_id import PROVINCES, CitizenId, parse_citizen_id, warnings_against
from tests.models.values.hard_cases import BAD_ID_CELLS, ID_CELLS

numbers = st.builds(
    "{}{}{:02d}{:06d}".format,
    st.sampled_from(sorted(PROVINCES)),
    st.integers(0, 3),
    st.integers(0, 99),
    st.integers(0, 999_999),
)


@pytest.mark.parametrize(("cell", "text", "repaired"), ID_CELLS)
def test_reads(cell: str | float, text: str, repaired: bool) -> None:
    assert parse_citizen_id(cell) == CitizenId(text, repaired)
    assert str(parse_citizen_id(cell)) == text


@pytest.mark.parametrize(("cell", "sentence"), BAD_ID_CELLS)
def test_refuses(cell: str | float, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_citizen_id(cell)
    assert caught.value.message == sentence


@given(numbers)
def test_a_number_comes_back_from_excel(number: str) -> None:
    assert parse_citizen_id(number) == CitizenId(number)
    assert parse_citizen_id(int(number)) == CitizenId(number, repaired=True)
    assert parse_citizen_id(float(number)) == CitizenId(number, repaired=True)


@given(st.one_of(st.text(max_size=20), st.floats(), st.integers()))
def test_any_cell_is_a_number_or_a_sentence(cell: str | float) -> None:
    try:
        number = parse_citizen_id(cell)
    except UserError:
        return
    assert len(number.text) == (9 if number.is_old else 12)
    assert number.text.isdecimal()


def test_all_63_provinces_are_known() -> None:
    assert len(PROVINCES) == 63
    assert len(set(PROVINCES.values())) == 63
    assert PROVINCES["095"] == "Bạc Liêu"


@pytest.mark.parametrize(
    ("number", "province", "sex", "year"),
    [
        ("095086275324", "Bạc Liêu", "Nam", 1986),
        ("095187503128", "Bạc Liêu", "Nữ", 1987),
        ("001200123456", "Hà Nội", "Nam", 2000),
        ("096305123456", "Cà Mau", "Nữ", 2005),
        ("096405123456", "Cà Mau", "Nam", 2105),
        ("999086275324", None, "Nam", 1986),
        ("385123456", None, None, None),
    ],
)
def test_what_a_number_tells(
    number: str, province: str | None, sex: str | None, year: int | None
) -> None:
    known = CitizenId(number)
    assert (known.province, known.sex, known.birth_year) == (province, sex, year)


@pytest.mark.parametrize(
    ("number", "year", "sex", "warnings"),
    [
        ("095086275324", 1986, "Nam", []),
        ("095086275324", None, None, []),
        ("095086275324", None, "", []),
        ("385123456", 1986, "Nữ", []),
        ("095086275324", 1986, "Nữ", ["Số CCCD là của Nam, đang ghi Nữ. Vẫn lưu được."]),
        (
            "095187503128",
            1986,
            "Nữ",
            ["Số CCCD là của người sinh năm 1987, đang ghi 1986. Vẫn lưu được."],
        ),
        (
            "095286275324",
            1986,
            "Nam",
            ["Số CCCD là của người sinh năm 2086, đang ghi 1986. Vẫn lưu được."],
        ),
        (
            "003086275324",
            1986,
            "Nam",
            ["Mã tỉnh 003 của số CCCD không có trong danh mục. Vẫn lưu được."],
        ),
    ],
)
def test_warnings(number: str, year: int | None, sex: str | None, warnings: list[str]) -> None:
    assert warnings_against(CitizenId(number), year, sex) == warnings
    assert warnings_against(number, year, sex) == warnings


def test_warnings_add_up() -> None:
    assert len(warnings_against("003186275324", 1985, "Nam")) == 3
