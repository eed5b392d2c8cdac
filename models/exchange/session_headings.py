"""Columns of attendance: which sitting of a class a heading such as '15/9' or 'Buổi 2' stands over.

Offices write the day (15/9, 15/9/2025, Ngày 15/9, a cell that Excel made a date), the part of the
day (Sáng, S, C), both (S 15/9, 15/9 (chiều)), or only number the sittings (Buổi 1, B2).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.text import fold, nfc

if TYPE_CHECKING:
    from models.exchange.cells import Value
    from models.exchange.headers import Path

ATTENDANCE: Final = "attendance"
"""The meaning of a column that marks attendance at one sitting."""
_DAY: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})(?:\s*[/.-]\s*(?P<year>\d{4}|\d{2}))?(?!\d)"
)
_NUMBER: Final = re.compile(r"(?:buoi|tiet|b|ca|lan|ngay)(?: hoc)?(?: thu)?(?: so)? ?(\d{1,2})")
_PARTS: Final = {
    **dict.fromkeys(("sang", "s", "buoi sang"), "Sáng"),
    **dict.fromkeys(("chieu", "c", "ch", "buoi chieu"), "Chiều"),
    **dict.fromkeys(("toi", "t", "buoi toi"), "Tối"),
}
_FILLING: Final = frozenset({"ngay", "buoi", "hoc", "diem", "danh", "thu"})
_WEEKDAYS: Final = re.compile(
    r"\bt(?:hu)? ?[2-7]\b|\bcn\b|\bchu nhat\b|\bthu (?:hai|ba|tu|nam|sau|bay)\b"
)


@dataclass(frozen=True, slots=True)
class SessionTold:
    """What a heading says of a sitting.

    Attributes:
        day, month: nothing where no day is told.
        year: nothing where the day has none.
        part: Sáng, Chiều, Tối or nothing.
        label: what the sitting is called where no day is told.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    part: str = ""
    label: str = ""

    def on(self, year: int) -> dt.date | None:
        """Return the day, the year put in where it is not told; nothing where there is none."""
        if self.day is None or self.month is None:
            return None
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def session_told(path: Path) -> SessionTold | None:
    """Return the sitting a heading stands over, its groups looked at too; nothing for others.

    The heading itself must name a day, a part of the day or a number; groups only complete it.
    """
    if not path:
        return None
    leaf = _told(path[-1])
    if leaf is None:
        return None
    for group in reversed(path[:-1]):
        above = _told(group)
        if above is None:
            continue
        leaf = SessionTold(
            leaf.day or above.day,
            leaf.month or above.month,
            leaf.year or above.year,
            leaf.part or above.part,
            leaf.label or above.label,
        )
    told = leaf.day or leaf.label or len(path) > 1 or len(path[0]) > 1
    return leaf if told else None


def is_session(value: Value) -> bool:
    """Tell whether a cell of a header row may name a sitting or a part of one."""
    if isinstance(value, dt.date):
        return True
    return isinstance(value, str) and len(value) < 40 and _told(value) is not None


def _told(text: str) -> SessionTold | None:
    clean = nfc(text)
    found = _DAY.search(clean)
    if found and not (1 <= int(found["day"]) <= 31 and 1 <= int(found["month"]) <= 12):
        return None
    rest = fold(clean[: found.start()] + " " + clean[found.end() :] if found else clean)
    rest = " ".join(_WEEKDAYS.sub(" ", rest).split())
    part = _PARTS.get(rest) or _PARTS.get(" ".join(w for w in rest.split() if w not in _FILLING))
    if found:
        if part is None and not _FILLING.issuperset(rest.split()):
            return None
        year = int(found["year"]) if found["year"] else None
        year = year + 2000 if year and year < 100 else year
        return SessionTold(int(found["day"]), int(found["month"]), year, part or "")
    if part:
        return SessionTold(part=part)
    numbered = _NUMBER.fullmatch(rest)
    return SessionTold(label=f"Buổi {int(numbered[1])}") if numbered else None
