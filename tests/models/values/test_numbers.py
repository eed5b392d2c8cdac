"""Figures of reports must be read as they are meant: dots group, commas start decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.values.numbers import Amount, number_words, parse_amount, show_number, two_digits

decimals = st.decimals(
    min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=4
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.234.567,5", "1234567.5"),
        ("1,234", "1234"),
        ("1.234", "1234"),
        ("12,5", "12.5"),
        ("1.5", "1.5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("12.3456", "12.3456"),
        ("1234,567", "1234.567"),
        ("12 345", "12345"),
        ("1 234 567,8", "1234567.8"),
        ("04", "4"),
        ("007", "7"),
        ("0", "0"),
        ("-5", "-5"),
        ("−1.234", "-1234"),
        ("１２", "12"),
    ],
)
def test_reads_figures(typed: str, value: str) -> None:
    assert parse_amount(typed) == Amount(Decimal(value))


@pytest.mark.parametrize(
    ("typed", "value", "qualifier", "unit"),
    [
        ("20%", "20", None, "%"),
        ("12,345%", "12.345", None, "%"),
        ("3,5 tấn", "3.5", None, "tấn"),
        ("1,234 tấn", "1.234", None, "tấn"),
        ("1,234 người", "1234", None, "người"),
        ("300 m2", "300", None, "m2"),
        ("5.978.000.000đ", "5978000000", None, "đồng"),
        ("5.978.000.000 VNĐ", "5978000000", None, "đồng"),
        ("trên 20.000", "20000", "trên", None),
        ("gần 1,5 triệu", "1500000", "gần", None),
        ("Hơn 22 tỷ", "22000000000", "hơn", None),
        ("22tỉ đồng", "22000000000", None, "đồng"),
        ("1.234 tỷ đồng", "1234000000000", None, "đồng"),
        ("15 ngàn", "15000", None, None),
        ("1 tỷ 250 triệu đồng", "1250000000", None, "đồng"),
        ("2 triệu 500 nghìn 300", "2500300", None, None),
        ("khoảng 04 vụ", "4", "khoảng", "vụ"),
        ("> 30", "30", "trên", None),
        ("≤5", "5", "không quá", None),
        ("ít nhất 3 tổ viên", "3", "ít nhất", "tổ viên"),
    ],
)
def test_reads_words_around(
    typed: str, value: str, qualifier: str | None, unit: str | None
) -> None:
    assert parse_amount(typed) == Amount(Decimal(value), qualifier, unit)


@pytest.mark.parametrize("number", [5, 2.5, Decimal("1.25")])
def test_numbers_of_cells_stay(number: float | Decimal) -> None:
    assert parse_amount(number) == Amount(Decimal(str(number)))


@pytest.mark.parametrize(
    "typed",
    ["abc", "10-15", "1 2", "1.234.56", "1,23,456", "5 triệu 6 tỷ", "1/2", "trên", "5 10 tổ",
     "3 tấn 2", "1..2", "٣", "12a", "12 x"],
)  # fmt: skip
def test_refuses(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_amount(typed)
    assert caught.value.message == f"Số không hợp lệ: {typed}. Nhập dạng 1.234,5."


def test_refuses_nothing_and_what_is_no_number() -> None:
    with pytest.raises(UserError, match="Chưa nhập số"):
        parse_amount(" ")
    with pytest.raises(UserError, match="không hợp lệ: nan"):
        parse_amount(float("nan"))


@given(st.text(max_size=25))
def test_any_text_is_a_figure_or_a_sentence(text: str) -> None:
    try:
        amount = parse_amount(text)
    except UserError:
        return
    assert amount.value.is_finite()


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1234.5, "1.234,5"),
        (Decimal("1234.50"), "1.234,5"),
        (0, "0"),
        (-0.0, "0"),
        (0.1, "0,1"),
        (-1234567.25, "-1.234.567,25"),
        (1e15, "1.000.000.000.000.000"),
        (999, "999"),
    ],
)
def test_show_number(number: float | Decimal, shown: str) -> None:
    assert show_number(number) == shown


def test_only_figures_are_shown() -> None:
    with pytest.raises(ValueError, match="not a number"):
        show_number(float("inf"))


@given(st.one_of(decimals, st.integers(-(10**15), 10**15).map(Decimal)))
def test_what_is_shown_reads_back(number: Decimal) -> None:
    shown = show_number(number)
    # Three decimals of a small figure look like an English group of thousands.
    if len(shown.partition(",")[2]) != 3 or "." in shown or len(shown.partition(",")[0]) > 4:
        assert parse_amount(shown).value == number


@pytest.mark.parametrize(("number", "shown"), [(0, "00"), (4, "04"), (12, "12"), (100, "100")])
def test_two_digits(number: int, shown: str) -> None:
    assert two_digits(number) == shown


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (10_015, "mười nghìn không trăm mười lăm"),
        (2_530_000, "hai triệu năm trăm ba mươi nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (10**9, "một tỷ"),
        (10**9 + 5, "một tỷ không trăm linh năm"),
        (5_978_000_000, "năm tỷ chín trăm bảy mươi tám triệu"),
        (10**12, "một nghìn tỷ"),
        (1001 * 10**9, "một nghìn không trăm linh một tỷ"),
        (-3, "âm ba"),
    ],
)
def test_number_words(number: int, words: str) -> None:
    assert number_words(number) == words


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_no_two_numbers_sound_alike(one: int, two: int) -> None:
    assert (number_words(one) == number_words(two)) == (one == two)
