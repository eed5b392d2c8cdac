"""What activities added up to: meetings held, people reached, tips, quarrels settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.registers.activities import Activity

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Deeds:
    """Sums over some activities; what nobody noted counts as nothing.

    Attributes:
        activities: how many there were.
        attendees: people who came, each time counted.
        tips: pieces of information given to the police.
        mediations: quarrels settled.
        reformed: people educated and reformed.
    """

    activities: int = 0
    attendees: int = 0
    tips: int = 0
    mediations: int = 0
    reformed: int = 0


def deeds_of(activities: Iterable[Activity]) -> Deeds:
    """Add up some activities."""
    kept = list(activities)
    sums = [
        sum(getattr(activity, name) or 0 for activity in kept)
        for name in ("attendees", "tips", "mediations", "reformed")
    ]
    return Deeds(len(kept), *sums)


def activities_where(*conditions: Any) -> list[Activity]:  # noqa: ANN401 - peewee's expressions
    """Return live activities in the order of their days."""
    query = Activity.select().where(Activity.trashed_at.is_null(), *conditions)
    return list(query.order_by(Activity.day, Activity.id))
