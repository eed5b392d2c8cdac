"""A date as precisely as the office knows it: a year, a month of a year, or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering

from models.errors import UserError
from models.text import nfc, shorten

FIRST_YEAR, LAST_YEAR = 1900, 2100

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TIME = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?(am|pm|sa|ch|z))?$")
_WORDS = re.compile(r"\b(ngày|tháng|năm|sinh|dd|mm|x+)\b|[?_*…]")
_SEPARATORS = re.compile(r"[\s.,\-–—]+")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year from 1900 to 2100, with month and day where they are known.

    Ordered as its ISO text is: a year stands before its months, a month before its days.

    Raises:
        ValueError: for a date that does not exist, or a day without its month.

    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"year out of range: {self.year}")
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        dt.date(self.year, self.month or 1, self.day or 1)

    def __lt__(self, other: PartialDate) -> bool:
        return self.iso < other.iso

    def __str__(self) -> str:
        return self.shown

    @classmethod
    def parse(cls, text: str, *, today: dt.date, birth: bool = False) -> PartialDate:
        """Read what a clerk types or an old workbook holds.

        Day first (14/3/2019, 14-3-2019, 14.3.2019, 14032019, 140319), a month (3/2019), a year
        (2019), ISO, or with unknown parts left out (00/00/1985, /  /1985, --/--/1985). A year of
        two digits is 20yy; of a birth, 19yy where 20yy would be after `today`.

        Raises:
            UserError: not a date, outside 1900 to 2100, or a birth after `today`.

        """
        noun = "Ngày sinh" if birth else "Ngày"
        if not text.strip():
            raise UserError(f"Chưa nhập {noun.lower()}.", value=text)
        parts = _parts(text)
        if parts is None:
            raise _wrong(noun, text)
        year, month, day, short = parts
        if not short and not FIRST_YEAR <= year <= LAST_YEAR:
            raise UserError(
                f"Năm không hợp lệ: {shorten(text)}. Nhập năm từ {FIRST_YEAR} đến {LAST_YEAR}.",
                value=text,
            )
        try:
            date = cls(year + 2000 if short else year, month, day)
            if birth and short and date.first > today:
                date = cls(year + 1900, month, day)
        except ValueError:
            raise _wrong(noun, text) from None
        if birth and date.first > today:
            raise UserError(
                f"Ngày sinh ở tương lai: {shorten(text)}. Xem lại năm sinh.", value=text
            )
        return date

    @classmethod
    def from_iso(cls, s: str) -> PartialDate:
        """Read the stored form back.

        Raises:
            ValueError: anything but '1985', '1985-03' or '1985-03-14'.

        """
        found = _ISO.fullmatch(s)
        if found is None:
            raise ValueError(f"not a stored date: {s!r}")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def from_date(cls, day: dt.date) -> PartialDate:
        """Make a full date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def is_full(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def iso(self) -> str:
        """The stored form: '1985', '1985-03' or '1985-03-14'."""
        if self.month is None:
            return str(self.year)
        month = f"{self.year}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"

    @property
    def shown(self) -> str:
        """The form on screen and paper: '1985', '03/1985' or '14/03/1985'."""
        return "/".join(reversed(self.iso.split("-")))

    @property
    def first(self) -> dt.date:
        """The earliest day this can be."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day this can be."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def age_on(self, day: dt.date) -> int:
        """Give completed years on `day`, counted from the earliest day this can be.

        With month or day unknown this is the oldest the person can be, at most one year too
        many: nobody is called under age, or missed as over it, for a date that is not known.
        """
        before = (day.month, day.day) < (self.month or 1, self.day or 1)
        return day.year - self.year - before


def parse_day(text: str, *, today: dt.date) -> dt.date:
    """Read a date of which day, month and year must be known.

    Raises:
        UserError: not a date, or only a month or a year.

    """
    date = PartialDate.parse(text, today=today)
    if not date.is_full:
        raise UserError(
            f"Ngày chưa đủ: {shorten(text)}. Nhập cả ngày, tháng, năm: dd/mm/yyyy.", value=text
        )
    return date.first


def _wrong(noun: str, text: str) -> UserError:
    message = f"{noun} không hợp lệ: {shorten(text)}. Nhập dd/mm/yyyy hoặc chỉ năm."
    return UserError(message, value=text)


_Parts = tuple[int, int | None, int | None, bool]


def _parts(text: str) -> _Parts | None:
    """Split into year, month, day, and whether the year has two digits; None when it is no date."""
    clean = _WORDS.sub(" ", _TIME.sub("", nfc(text).lower()))
    if "/" in clean:
        pieces = [_SEPARATORS.sub("", piece) for piece in clean.split("/")]
    else:
        pieces = [piece for piece in _SEPARATORS.split(clean) if piece]
    if not all(piece == "" or (piece.isdecimal() and piece.isascii()) for piece in pieces):
        return None
    if len(pieces) == 1:
        return _run_together(pieces[0])
    return _ordered(pieces) if len(pieces) in (2, 3) else None


def _ordered(pieces: list[str]) -> _Parts | None:
    """Read two or three pieces, the year last or, with four digits, first."""
    if len(pieces[0]) == 4:
        pieces = pieces[::-1]
    *rest, year = pieces
    short = len(year) == 2 and len(rest) == 2
    if not (short or len(year) == 4) or any(len(piece) > 2 for piece in rest):
        return None
    known = [int(piece) if piece else 0 for piece in rest]
    month, day = known[-1], known[0] if len(known) == 2 else 0
    if day and not month:
        return None
    return int(year), month or None, day or None, short


def _run_together(digits: str) -> _Parts | None:
    """Read digits without separators: yyyy, ddmmyyyy, yyyymmdd, ddmmyy, mmyyyy."""
    if len(digits) == 4:
        return int(digits), None, None, False
    if len(digits) == 8:
        pieces = [digits[:2], digits[2:4], digits[4:]]
        if int(pieces[1]) > 12:
            pieces = [digits[:4], digits[4:6], digits[6:]]
        return _ordered(pieces)
    if len(digits) == 6:
        if int(digits[2:4]) > 12:
            return _ordered([digits[:2], digits[2:]])
        return _ordered([digits[:2], digits[2:4], digits[4:]])
    return None
