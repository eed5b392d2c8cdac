"""A clock that went backwards (a dead battery on the board) is noticed before anything is dated."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from models import clock
from models.errors import UserError
from models.store.database import database

SLACK: Final = timedelta(minutes=10)
"""So far a clock may be set back without a question."""
_LAST: Final = "SELECT id, at FROM history_change WHERE kind <> 'event' ORDER BY id DESC LIMIT 1"
"""Openings are told of by whatever clock there is, so they prove nothing."""
_accepted: list[int] = []


def behind_history() -> datetime | None:
    """Return the moment of the last change where the machine's clock stands before it.

    None where the clock is right, or where somebody said so since the register was opened. Ask
    this before anything gets a number or a date.
    """
    row = database.execute_sql(_LAST).fetchone()
    if row is None or row[0] in _accepted:
        return None
    last = datetime.fromisoformat(row[1])
    return last if clock.now() + SLACK < last else None


def refuse_wrong_clock() -> None:
    """Let nothing be dated by a clock that stands before the last change.

    Raises:
        UserError: it does, and nobody said that it is right.
    """
    last = behind_history()
    if last is not None:
        raise UserError(
            f"Giờ máy đang là {_moment(clock.now())}, trước lần ghi sổ cuối {_moment(last)}. "
            "Chỉnh lại giờ máy, rồi làm lại."
        )


def accept_clock() -> None:
    """Go by the clock as it is: somebody looked and says that it is right."""
    row = database.execute_sql(_LAST).fetchone()
    if row is not None:
        _accepted.append(row[0])


def forget() -> None:
    """Ask again when the next register is opened."""
    _accepted.clear()


def _moment(at: datetime) -> str:
    return f"{at.astimezone():%H:%M ngày %d/%m/%Y}"
