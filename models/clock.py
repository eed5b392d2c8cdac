"""The one source of today and now, so that tests, demo data and clock checks can set it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from time import localtime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_stopped: list[datetime] = []


def now() -> datetime:
    """Return the present moment with the machine's time zone, to the second."""
    moment = _stopped[-1] if _stopped else datetime.now(UTC).astimezone()
    return moment.replace(microsecond=0)


def today() -> date:
    """Return the date on the office's calendar."""
    return _stopped[-1].date() if _stopped else _day_of(int(time() // 60))


@lru_cache(maxsize=1)
def _day_of(_minute: int) -> date:
    """Ask the system once a minute, as large imports ask for each date; days begin with one."""
    return date(*localtime()[:3])


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Hold the clock of the whole program at a moment (aware) for the enclosed work."""
    _stopped.append(moment)
    try:
        yield
    finally:
        _stopped.pop()
