"""Dates come as precisely as people know them; nothing may be guessed and nothing lost."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.values.partial_date import PartialDate, parse_day

TODAY = dt.date(2026, 11, 22)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
full_dates = days.map(PartialDate.from_date)
partial_dates = st.one_of(
    full_dates,
    full_dates.map(lambda date: PartialDate(date.year)),
    full_dates.map(lambda date: PartialDate(date.year, date.month)),
)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("14/3/2019", "2019-03-14"),
        ("14-3-2019", "2019-03-14"),
        ("14.3.2019", "2019-03-14"),
        ("12.5.1980", "1980-05-12"),
        ("14 3 2019", "2019-03-14"),
        ("14 / 03 / 2019", "2019-03-14"),
        ("14032019", "2019-03-14"),
        ("140319", "2019-03-14"),
        ("032019", "2019-03"),
        ("19850314", "1985-03-14"),
        ("3/2019", "2019-03"),
        ("2019/3", "2019-03"),
        ("2019", "2019"),
        (" 2019 ", "2019"),
        ("00/00/1985", "1985"),
        ("00/03/1985", "1985-03"),
        ("/  /1985", "1985"),
        ("  /  /1985", "1985"),
        ("--/--/1985", "1985"),
        ("../../1985", "1985"),
        ("__/__/1985", "1985"),
        ("xx/xx/1985", "1985"),
        ("?/?/1985", "1985"),
        ("…/…/1985", "1985"),
        ("/1985", "1985"),
        ("00-00-1985", "1985"),
        ("1985-03-14", "1985-03-14"),
        ("2019-03", "2019-03"),
        ("1985-03-14 00:00:00", "1985-03-14"),
        ("1985-03-14T07:30:00.25Z", "1985-03-14"),
        ("14/03/1985 7:30 SA", "1985-03-14"),
        ("ngày 14 tháng 3 năm 1985", "1985-03-14"),
        ("Tháng 3 năm 1985", "1985-03"),
        ("Năm sinh: 1985".replace(":", ""), "1985"),
        ("29/02/2000", "2000-02-29"),
        ("１４/３/２０１９", "2019-03-14"),
        ("14\u20133\u20132019", "2019-03-14"),
        ("1/1/1900", "1900-01-01"),
        ("31/12/2100", "2100-12-31"),
        ("14/3/45", "2045-03-14"),
    ],
)
def test_reads(typed: str, iso: str) -> None:
    assert PartialDate.parse(typed, today=TODAY).iso == iso


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("14/3/45", "1945-03-14"),
        ("140385", "1985-03-14"),
        ("14/3/05", "2005-03-14"),
        ("22/11/26", "2026-11-22"),
        ("23/11/26", "1926-11-23"),
        ("29/02/28", None),
        ("00/00/85", "1985"),
        ("2026", "2026"),
        ("11/2026", "2026-11"),
    ],
)
def test_birth_is_never_in_the_future(typed: str, iso: str | None) -> None:
    if iso is None:
        iso = "1928-02-29"
    assert PartialDate.parse(typed, today=TODAY, birth=True).iso == iso


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/1980",
        "31/04/1980",
        "29/02/1900",
        "14/13/1985",
        "03/14/1985",
        "14/00/1985",
        "14//1985",
        "14/3",
        "85",
        "abc",
        "//",
        "/",
        "1/2/3/1985",
        "14/3/985",
        "14/3/20190",
        "114/3/1985",
        "1234567",
        "12345",
        "1985-3x",
        "٣/2019",
        "12,5,",
        "-",
        "3/19",
        "14/3/1985/",
        "0",
        "1985 1986",
        "1985/03/1986",
    ],
)
def test_refuses(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        PartialDate.parse(typed, today=TODAY)
    assert caught.value.message == (f"Ngày không hợp lệ: {typed}. Nhập dd/mm/yyyy hoặc chỉ năm.")
    assert caught.value.value == typed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/02/1980", "Ngày sinh không hợp lệ: 31/02/1980. Nhập dd/mm/yyyy hoặc chỉ năm."),
        ("1/1/2027", "Ngày sinh ở tương lai: 1/1/2027. Xem lại năm sinh."),
        ("2027", "Ngày sinh ở tương lai: 2027. Xem lại năm sinh."),
        ("12/2026", "Ngày sinh ở tương lai: 12/2026. Xem lại năm sinh."),
        ("1899", "Năm không hợp lệ: 1899. Nhập năm từ 1900 đến 2100."),
        ("1/1/2101", "Năm không hợp lệ: 1/1/2101. Nhập năm từ 1900 đến 2100."),
        (" ", "Chưa nhập ngày sinh."),
    ],
)
def test_says_what_is_wrong_with_a_birth(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        PartialDate.parse(typed, today=TODAY, birth=True)
    assert caught.value.message == sentence


def test_a_long_cell_is_shortened_in_the_message() -> None:
    with pytest.raises(UserError) as caught:
        PartialDate.parse("chữ " * 5000, today=TODAY)
    assert len(caught.value.message) < 120


@given(st.text(max_size=25))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        date = PartialDate.parse(text, today=TODAY, birth=True)
    except UserError:
        return
    assert date.first <= TODAY


@given(st.from_regex(r"[0-9 /.\-]{1,12}", fullmatch=True))
def test_any_figures_are_a_date_or_a_sentence(text: str) -> None:
    try:
        date = PartialDate.parse(text, today=TODAY)
    except UserError:
        return
    assert date.shown == PartialDate.parse(date.shown, today=TODAY).shown


@given(partial_dates)
def test_every_shown_form_reads_back(date: PartialDate) -> None:
    assert PartialDate.parse(date.shown, today=TODAY) == date
    assert PartialDate.parse(date.iso, today=TODAY) == date
    assert PartialDate.from_iso(date.iso) == date
    assert date.first <= date.last
    assert date.is_full == (date.first == date.last)


@given(full_dates)
def test_a_day_reads_in_every_writing(date: PartialDate) -> None:
    day = date.first
    for text in (f"{day:%d%m%Y}", f"{day.day}-{day.month}-{day.year}", f"{day.day}.{day:%m.%Y}"):
        assert PartialDate.parse(text, today=TODAY) == date


@given(partial_dates, partial_dates)
def test_order_is_that_of_the_stored_text(one: PartialDate, two: PartialDate) -> None:
    assert (one < two) == (one.iso < two.iso)
    assert (one >= two) == (one.iso >= two.iso)


def test_shown_and_bounds() -> None:
    year, month, day = PartialDate(1985), PartialDate(2024, 2), PartialDate(2019, 3, 14)
    assert [date.shown for date in (year, month, day)] == ["1985", "02/2024", "14/03/2019"]
    assert str(day) == "14/03/2019"
    assert (year.first, year.last) == (dt.date(1985, 1, 1), dt.date(1985, 12, 31))
    assert (month.first, month.last) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert (day.first, day.last) == (dt.date(2019, 3, 14), dt.date(2019, 3, 14))


@pytest.mark.parametrize(
    ("iso", "on", "age"),
    [
        ("1985-03-14", dt.date(2026, 3, 13), 40),
        ("1985-03-14", dt.date(2026, 3, 14), 41),
        ("1985-03", dt.date(2026, 3, 1), 41),
        ("1985-03", dt.date(2026, 2, 28), 40),
        ("1985", dt.date(2026, 1, 1), 41),
        ("2000-02-29", dt.date(2018, 2, 28), 17),
        ("2000-02-29", dt.date(2018, 3, 1), 18),
    ],
)
def test_age(iso: str, on: dt.date, age: int) -> None:
    assert PartialDate.from_iso(iso).age_on(on) == age


@pytest.mark.parametrize(
    "bad", ["", "85", "1985-3", "1985-13", "1985-02-30", "1985-03-14 ", "1899"]
)
def test_damaged_stored_text_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.from_iso(bad)


def test_impossible_dates_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(1985, None, 3)
    with pytest.raises(ValueError, match="range"):
        PartialDate(85)


@pytest.mark.parametrize("typed", ["14/3/2019", "2019-03-14", "140319"])
def test_parse_day(typed: str) -> None:
    assert parse_day(typed, today=TODAY) == dt.date(2019, 3, 14)


@pytest.mark.parametrize("typed", ["3/2019", "2019", "00/00/2019"])
def test_parse_day_wants_the_whole_day(typed: str) -> None:
    with pytest.raises(UserError, match="Nhập cả ngày, tháng, năm"):
        parse_day(typed, today=TODAY)
