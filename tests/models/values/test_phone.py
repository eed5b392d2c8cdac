"""A phone must be diallable as it is stored, and one wrong digit must be said, not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.values.phone import Phone, parse_phone, parse_phones, show_phone
from tests.models.values.hard_cases import BAD_PHONE_CELLS, PHONE_CELLS

mobiles = st.from_regex(r"0[35789][0-9]{8}", fullmatch=True)


@pytest.mark.parametrize(("cell", "text", "repaired"), PHONE_CELLS)
def test_reads(cell: str | float, text: str, repaired: bool) -> None:
    assert parse_phone(cell) == Phone(text, repaired)
    assert [phone.text for phone in parse_phones(cell)] == [text]


@pytest.mark.parametrize(("cell", "sentence"), BAD_PHONE_CELLS)
def test_refuses(cell: str | float, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_phone(cell)
    assert caught.value.message == sentence
    assert caught.value.value == str(cell)


@given(mobiles)
def test_a_number_comes_back_from_excel_and_from_the_screen(number: str) -> None:
    assert parse_phone(int(number)) == Phone(number, repaired=True)
    assert parse_phone(show_phone(number)) == Phone(number)
    assert parse_phone("+84" + number[1:]) == Phone(number)


@given(
    st.lists(mobiles, min_size=1, max_size=4),
    st.sampled_from([", ", "; ", "/", " / ", "\n", " - ", " "]),
)
def test_several_numbers_in_a_cell(numbers: list[str], between: str) -> None:
    for form in (str, show_phone):
        cell = between.join(map(form, numbers))
        assert [phone.text for phone in parse_phones(cell)] == numbers


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("", []),
        ("  ", []),
        (" , ", []),
        ("ĐT: 0913555214", ["0913555214"]),
        ("SĐT 0913.555.214 (vợ)", ["0913555214"]),
        ("0913555214 hoặc 0907123456", ["0913555214", "0907123456"]),
        ("0913555214 và 0291 3821234", ["0913555214", "02913821234"]),
        ("0913555214 & 01681234567", ["0913555214", "0381234567"]),
    ],
)
def test_cells_of_phones(cell: str, numbers: list[str]) -> None:
    assert [phone.text for phone in parse_phones(cell)] == numbers


@pytest.mark.parametrize("cell", ["0913555214, 123", "abc", "0913555214 " * 3000 + "x"])
def test_one_wrong_number_refuses_the_cell(cell: str) -> None:
    with pytest.raises(UserError):
        parse_phones(cell)


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers()))
def test_any_cell_is_numbers_or_a_sentence(cell: str | float) -> None:
    try:
        phones = parse_phones(cell)
    except UserError:
        return
    for phone in phones:
        assert parse_phone(phone.text) == Phone(phone.text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0913555214", "0913 555 214"),
        ("02913821234", "0291 382 1234"),
        ("02438251234", "024 3825 1234"),
        ("02838251234", "028 3825 1234"),
        ("0692341193", "069 234 1193"),
        ("113", "113"),
        ("", ""),
    ],
)
def test_show_phone(text: str, shown: str) -> None:
    assert show_phone(text) == shown
