"""Reads one cell into the value a field keeps, putting right what spreadsheets do to values.

Zeros that a number lost, a year in a cell meant for dates, a grade of school that became a day:
each is repaired only where nothing else can be meant, and said.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from models import clock
from models.catalogues import shipped
from models.errors import UserError
from models.exchange.export import CUT
from models.scores import rounded
from models.text import fold, nfc
from models.values.numbers import parse_amount
from models.values.partial_date import FIRST_YEAR, LAST_YEAR, PartialDate

if TYPE_CHECKING:
    from models.exchange.cells import Cell

_DAY_ONE: Final = date(1899, 12, 30)
_SERIALS: Final = range(10_000, 80_000)
"""Whole numbers in a date column that are Excel's count of days (1927 to 2119), not years."""
_YEARS_AS_DAYS: Final = range(FIRST_YEAR, 2036)
"""Days from March to July 1905: what a year becomes in a cell that is formatted as a date."""
_RUN_TOGETHER: Final = 10**6
TICKS: Final = frozenset({"x", "v", "✓", "✔", "1", "co", "+", "x x", "dung"})
_SHORT, _LONG = 6, 30_000
BLANKS: Final = frozenset({"", "-", "--", "---", "…", "...", "....", "/", "//", "/ /", "_", "."})
_NONE: Final = frozenset({
    "khong", "khong co", "ko", "ko co", "k co", "chua", "chua co", "chua ro", "khong ro",
    "khong biet", "0", "x", "null", "n a",
})  # fmt: skip
_NO_SCORE: Final = frozenset({
    "vang", "vang thi", "bo thi", "khong thi", "khong du thi", "chua thi", "mien",
    "mien thi", "ko thi", "khong nop bai", "chua nop bai", "khong kiem tra", "chua kiem tra",
    "x", "k", "p", "v",
})  # fmt: skip
_SCORE_END: Final = re.compile(r"\s*(?:điểm|đ|/\s*10)\.?\s*$", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\(.*?\)")
_NUMBERS_APART: Final = re.compile(r"[/;,\n|]|\s-\s")


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds nothing to keep: empty, strokes and dots, or cut by an export."""
    value = cell.value
    if type(value) is str:
        size = len(value)
        return value.strip() in BLANKS if size < _SHORT else size > _LONG and value.endswith(CUT)
    return value is None and cell.formula is None


def says_none(cell: Cell) -> bool:
    """Tell whether a cell says in words that there is no number or date."""
    value = cell.value
    if type(value) is not str:
        return value == 0
    return len(value) < 14 and not value[-4:].isdecimal() and fold(value) in _NONE


def raw(cell: Cell) -> str | float:
    """Return a number as the cell holds it, everything else as text."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return cell.text


def numbers_of(cell: Cell) -> list[str | float]:
    """Return the numbers of identity in a cell, which may hold the old one and the new."""
    value = raw(cell)
    if not isinstance(value, str):
        return [value]
    pieces = [piece.strip() for piece in _NUMBERS_APART.split(value) if piece.strip()]
    return list(pieces) if all(len(piece) > 7 for piece in pieces) and pieces else [value]


def day_of(cell: Cell) -> date | None:
    """Return the day a cell holds as a date or as Excel's count of days; nothing for others."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIALS:
        return _DAY_ONE + timedelta(days=int(value))
    return None


def full_day(fact: Any, cell: Cell) -> date:  # noqa: ANN401
    """Return a full day.

    Raises:
        UserError: not a day.
    """
    found: date = day_of(cell) or fact.parse(cell.text)
    return found


def partial_date(fact: Any, cell: Cell) -> tuple[PartialDate | None, bool]:  # noqa: ANN401
    """Return a date as precise as known, and whether it was a year shown as a day of 1905.

    Raises:
        UserError: not a date, or a birth in the future.
    """
    day = day_of(cell)
    if day is not None:
        serial = (day - _DAY_ONE).days
        if serial in _YEARS_AS_DAYS:
            return PartialDate(serial), True
        known = FIRST_YEAR <= day.year <= LAST_YEAR
        if known and not (fact.is_birth and day > clock.today()):
            return PartialDate(day.year, day.month, day.day), False
        return fact.parse(day.isoformat()), False
    value = cell.value
    if isinstance(value, int) and _RUN_TOGETHER <= value < 10 * _RUN_TOGETHER:
        return fact.parse(f"{value:08}"), True
    return fact.parse(cell.text), False


def grade(cell: Cell) -> str | None:
    """Return a grade of school ('9/12') that a spreadsheet took for a day; nothing for others."""
    value = cell.value
    if not isinstance(value, date):
        return None
    for years in (12, 10):
        if years in (value.day, value.month):
            return f"{value.day + value.month - years}/{years}"
    return None


def ticked(fact: Any, cell: Cell) -> tuple[bool, str]:  # noqa: ANN401
    """Return a yes or no, and what the cell says beyond it: the day somebody joined.

    Raises:
        UserError: neither.
    """
    day = day_of(cell)
    if day is not None:
        return True, day.strftime("%d/%m/%Y")
    try:
        return bool(fact.parse(cell.text)), ""
    except UserError:
        try:
            return True, PartialDate.parse(cell.text, today=clock.today()).shown
        except UserError:
            pass
        raise


def choice(fact: Any, text: str) -> str:  # noqa: ANN401
    """Return the word of a choice that a text means: itself, or the only one with it or in it.

    Raises:
        UserError: none, or more than one.
    """
    try:
        return str(fact.parse(text))
    except UserError:
        wanted = f" {fold(text)} "
        words = [(word, f" {fold(word)} ") for word in fact.words]
        found = [word for word, plain in words if wanted in plain or plain in wanted]
        if len(found) == 1 and len(wanted) > 4:
            return str(found[0])
        raise


def amount_word(text: str, words: tuple[str, ...]) -> str:
    """Return the word before an approximate figure ('gần 200'), if it is one of these."""
    try:
        word = parse_amount(nfc(text)).qualifier or ""
    except UserError:
        return ""
    return word if word in words else ""


def not_scored(cell: Cell) -> str:
    """Return the words that stand for no score ('vắng', 'bỏ thi'); nothing where there is one."""
    text = nfc(cell.text)
    return text if fold(text) in _NO_SCORE else ""


def score(fact: Any, cell: Cell) -> tuple[float, bool]:  # noqa: ANN401
    """Return a score, and whether it was read otherwise than it stands.

    Two decimals are rounded to one; 8.5 that a spreadsheet took for the 8th of May is put right.

    Raises:
        UserError: none, or outside the scale.
    """
    day = cell.value if isinstance(cell.value, date) else None
    text = f"{day.day},{day.month}" if day and day.month < 10 else _SCORE_END.sub("", cell.text)
    amount = parse_amount(text).value
    whole = rounded(amount)
    read: float = fact.parse(fact.show(whole) if 0 <= amount <= fact.largest else text)
    return read, day is not None or amount != Decimal(str(whole))


def attendance(cell: Cell) -> str:
    """Return the word for how a sitting was attended; brackets only explain.

    Raises:
        UserError: not a mark.
    """
    text = nfc(cell.text)
    if isinstance(cell.value, bool):
        text = "x" if cell.value else "K"
    entry = shipped("attendance").find(_BRACKETS.sub("", text).strip() or text)
    if entry is None:
        raise UserError(f"Điểm danh không hợp lệ: {text}. Ghi x, P, K hoặc M.", value=text)
    return entry.word
