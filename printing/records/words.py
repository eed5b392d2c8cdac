"""How facts of records are worded on paper: filters, decisions, places inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.facts import Kind
from models.registers.teams import TeamArea

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.registers.areas import Area
    from models.registers.teams import Team
    from models.store.query import Condition, Listing
    from models.values.partial_date import PartialDate


def filter_words(listing: Listing | None) -> str:
    """Say what narrows a list, as printed under its title; empty for a whole register."""
    if listing is None:
        return ""
    parts = [f"tìm “{listing.search}”"] if listing.search else []
    parts += [_condition_words(wanted, listing) for wanted in listing.where]
    return f"(Lọc theo: {'; '.join(parts)})" if parts else ""


def _condition_words(wanted: Condition, listing: Listing) -> str:
    field = wanted.field
    if not hasattr(field, "label"):
        return f"chọn {len(wanted.values)} {listing.register.model.NOUN}"
    if not wanted.values:
        return f"{field.label.lower()}: để trống"
    shown = (_value_words(field, value) for value in wanted.values)
    return f"{field.label.lower()}: {', '.join(shown)}"


def _value_words(field: Any, value: object) -> str:  # noqa: ANN401
    if field.kind is Kind.LINK:
        record = field.rel_model.get_or_none(field.rel_model.id == value)
        return str(record.title) if record else ""
    if field.kind is Kind.YES_NO:
        return "có" if value else "không"
    return str(field.show(field.python_value(value)))


def day_words(day: PartialDate | None) -> str:
    """Write a date as precisely as it is known; nothing for none."""
    return day.shown if day else ""


def decision_words(number: str, day: PartialDate | None, by: str = "") -> str:
    """Write "số 27/QĐ-UBND ngày 14/03/2019 của UBND xã" of the parts that are known."""
    if not number and day is None:
        return ""
    parts = (f"số {number}" if number else "", _dated(day), f"của {by}" if by else "")
    return " ".join(filter(None, parts))


def _dated(day: PartialDate | None) -> str:
    if day is None:
        return ""
    noun = "ngày" if day.day else "tháng" if day.month else "năm"
    return f"{noun} {day.shown}"


def capital(words: str) -> str:
    """Begin with a capital letter."""
    return words[:1].upper() + words[1:]


def in_sentence(area: Area) -> str:
    """Name an area inside a sentence: ấp Nội Ô, but Khóm 1 (NĐ 30/2020/NĐ-CP, Phụ lục II)."""
    first, _, rest = area.name.partition(" ")
    by_number = rest[:1].isdigit()
    is_kind = area.kind and area.name.lower().startswith(area.kind.lower())
    return area.name if by_number or not is_kind else f"{first[:1].lower()}{first[1:]} {rest}"


def areas_of(team: Team) -> list[Area]:
    """Return the areas of a team, its own first."""
    further = TeamArea.select().where(TeamArea.team == team.id, TeamArea.trashed_at.is_null())
    every = [team.area, *(row.area for row in further.order_by(TeamArea.id))]
    return list({area.id: area for area in every if area is not None}.values())


def named(areas: Iterable[Area], most: int = 3) -> str:
    """Write the names of areas, each once; more than `most` as their number."""
    names = list(dict.fromkeys(area.name for area in areas))
    return ", ".join(names) if len(names) <= most else f"{len(names)} địa bàn"


def listed(parts: Iterable[str]) -> str:
    """Join what is not empty with semicolons."""
    return "; ".join(filter(None, parts))
