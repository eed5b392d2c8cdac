"""A clock that went backwards would put numbers into the wrong year: it is asked about first."""

from __future__ import annotations

from datetime import datetime, timedelta

from peewee import fn

from models import clock
from models.errors import UserError
from models.store.tables import HistoryChange

SLACK = timedelta(minutes=5)
"""What a clock may be set back without a question."""


class ClockBehind(UserError):  # noqa: N818 - a question to a person
    """The machine's clock is behind what was last written; a person says whether it is right."""


def refuse_early_clock() -> None:
    """Ask before numbers are given on a day that may be wrong.

    Raises:
        ClockBehind: the clock is behind the last change of the register.
    """
    last = last_written()
    now = clock.now()
    if last is not None and now < last - SLACK:
        raise ClockBehind(
            f"Đồng hồ máy đang là {now:%H:%M ngày %d/%m/%Y}, trước lần ghi sổ cuối "
            f"({last:%H:%M ngày %d/%m/%Y}). Xem lại ngày giờ của máy; "
            "nếu đồng hồ đúng thì xác nhận."
        )


def last_written() -> datetime | None:
    """Return the moment of the latest change; nothing in a register without any."""
    latest = HistoryChange.select(fn.MAX(HistoryChange.at)).scalar()
    return datetime.fromisoformat(latest) if latest else None
