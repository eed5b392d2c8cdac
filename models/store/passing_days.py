"""What changes by itself as days pass: who serves a team today, though nobody wrote anything."""

from __future__ import annotations

from datetime import date
from typing import Any

from models import clock
from models.record import column
from models.registers.members import Membership
from models.registers.teams import Team
from models.store import keys, settings
from models.store.database import database

COUNTED_ON = "counted_on"


def catch_up() -> None:
    """Count anew what the days since the register was last opened for writing have changed."""
    today = clock.today()
    last = settings.get(COUNTED_ON)
    if last == today.isoformat():
        return
    with database.atomic("IMMEDIATE"):
        if last:
            follow_calendar(date.fromisoformat(last))
        settings.put(COUNTED_ON, today.isoformat())


def follow_calendar(last: date) -> int:
    """Count the teams anew in which somebody's time began or ended since a day; return how many.

    Args:
        last: the day the counts are of; a day after today too, for a clock put back.
    """
    first, end = sorted((last.isoformat(), clock.today().isoformat()))
    touched = _between(Membership.joined, first, end) | _between(Membership.left, first, end)
    live = Membership.trashed_at.is_null()
    teams = set(column(Membership.select(Membership.team).where(touched, live)))
    keys.refresh({}, (), [(Team, key) for key in teams])
    return len(teams)


def _between(field: Any, first: str, end: str) -> Any:  # noqa: ANN401 - peewee's expressions
    return (field > first) & (field <= end)
