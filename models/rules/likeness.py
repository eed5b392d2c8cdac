"""How likely two people of the register are one, with the reasons in words; never by name alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text import accented, fold

if TYPE_CHECKING:
    from models.registers.people import Person
    from models.values.partial_date import PartialDate

SURE, LIKELY = 80, 60
SHORTEST_NEAR = 7
"""Letters a name needs before one letter more or less makes it merely alike."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two people are.

    Attributes:
        weight: 1 to 100; what orders a list of pairs.
        reasons: Vietnamese, what agrees and what differs, the strongest first.
    """

    weight: int
    reasons: tuple[str, ...]

    @property
    def level(self) -> str:
        """The likeness in one word."""
        if self.weight >= SURE:
            return "Rất giống"
        return "Khá giống" if self.weight >= LIKELY else "Hơi giống"

    @property
    def words(self) -> str:
        """The reasons as one sentence part."""
        text = ", ".join(self.reasons)
        return text[:1].upper() + text[1:]


def likeness(one: Person, other: Person) -> Likeness | None:
    """Say how alike two people are; nothing where they are not, or where only the name agrees."""
    name, number = _name(one, other), _number(one, other)
    if number == "same":
        return Likeness(100 if name else 62, _reasons(one, other))
    if number == "differs" or not name or _sexes_differ(one, other):
        return None
    weight = _weight(one, other, name)
    return Likeness(weight, _reasons(one, other)) if weight else None


def _weight(one: Person, other: Person, name: str) -> int:
    """Weigh birth, area and telephone of two people whose names are the same or near."""
    birth, area = _birth(one, other), _area(one, other)
    phone = bool(one.phone) and one.phone == other.phone
    if birth == "differs":
        return 50 if phone and name == "same" else 0
    if name == "near":
        if birth == "day":
            return (62 if area == "same" else 46) + 10 * phone
        return 52 if phone else 0
    return {
        "day": {"same": 92, "unknown": 84, "differs": 66},
        "swapped": {"same": 64, "unknown": 52, "differs": 0},
        "alike": {"same": 74, "unknown": 56, "differs": 0},
        "unknown": {"same": 0, "unknown": 0, "differs": 0},
    }[birth][area] or (70 if phone else 0)


def _reasons(one: Person, other: Person) -> tuple[str, ...]:
    birth, area = _birth(one, other), _area(one, other)
    dates = [born for born in (one.birth_date, other.birth_date) if born is not None]
    born = min(dates, key=lambda date: len(date.iso)).shown if dates else ""
    told = {
        "cùng số định danh": bool(one.citizen_id) and one.citizen_id == other.citizen_id,
        "cùng số CMND": bool(one.old_id) and one.old_id == other.old_id,
        "số định danh chỉ khác một số": one.citizen_id != other.citizen_id
        and _number(one, other) == "near",
        "cùng họ tên": _name(one, other) == "same",
        "họ tên gần giống": _name(one, other) == "near",
        "khác họ tên": not _name(one, other),
        f"cùng ngày sinh {born}": birth == "day",
        f"cùng sinh {born}": birth == "alike",
        "ngày và tháng sinh đảo nhau": birth == "swapped",
        "khác ngày sinh": birth == "differs",
        "cùng điện thoại": bool(one.phone) and one.phone == other.phone,
        "cùng địa bàn": area == "same",
        "khác địa bàn": area == "differs",
    }
    return tuple(words for words, holds in told.items() if holds)


def _number(one: Person, other: Person) -> str:
    """Compare numbers of identity, new and old: same, near, differs, or unknown."""
    found = "unknown"
    for mine, theirs in ((one.citizen_id, other.citizen_id), (one.old_id, other.old_id)):
        if mine and theirs:
            if mine == theirs:
                return "same"
            found = "near" if len(mine) == len(theirs) and _one_slip(mine, theirs) else "differs"
        if found == "differs":
            return found
    return found


def _name(one: Person, other: Person) -> str:
    """Compare names: same, also where one was typed without accents; near; or empty."""
    mine, theirs = fold(one.full_name), fold(other.full_name)
    if mine == theirs:
        names = {accented(one.full_name), accented(other.full_name)}
        return "same" if len(names - {mine}) <= 1 else "near"
    shorter, longer = sorted((mine.split(), theirs.split()), key=len)
    ends = (shorter[0], shorter[-1]) == (longer[0], longer[-1])
    if len(shorter) > 1 and ends and set(shorter) < set(longer):
        return "near"
    alike = len(mine) >= SHORTEST_NEAR and _one_slip(mine, theirs)
    return "near" if alike else ""


def _one_slip(one: str, other: str) -> bool:
    """Tell whether one letter wrong, left out or swapped with the next makes two texts one."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((at for at, ch in enumerate(shorter) if ch != longer[at]), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = shorter[at : at + 2] == longer[at : at + 2][::-1]
    return shorter[at + 1 :] == longer[at + 1 :] or (
        swapped and shorter[at + 2 :] == longer[at + 2 :]
    )


def _birth(one: Person, other: Person) -> str:
    """Compare birth dates: day, alike as far as known, swapped, differs, or unknown."""
    mine, theirs = one.birth_date, other.birth_date
    if mine is None or theirs is None:
        return "unknown"
    if mine == theirs and mine.is_full:
        return "day"
    shorter, longer = sorted((mine.iso, theirs.iso), key=len)
    if longer.startswith(shorter):
        return "alike"
    return "swapped" if _swapped(mine, theirs) else "differs"


def _swapped(one: PartialDate, other: PartialDate) -> bool:
    full = one.is_full and other.is_full
    return full and (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _area(one: Person, other: Person) -> str:
    if one.area_id is None or other.area_id is None:
        return "unknown"
    return "same" if one.area_id == other.area_id else "differs"


def _sexes_differ(one: Person, other: Person) -> bool:
    return bool(one.sex and other.sex) and one.sex != other.sex
