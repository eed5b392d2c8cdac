"""What was done with the register without changing a record: opened, printed, exported, unmasked.

Such acts stand in the same chain as every change, so none can be taken out unnoticed.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from models import clock
from models.record import new_uid
from models.roles import Right
from models.store.database import database
from models.store.history import Entry, append
from models.store.session import require, show_sensitive, user
from models.store.tables import HistoryChange
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = "session"
"""Stands in the history where the table of a record would."""


class Act(StrEnum):
    """An act that is told of though no record changes."""

    LOGIN = "login"
    LOCK = "lock"
    UNMASK = "unmask"
    PRINT = "print"
    EXPORT = "export"
    VERIFY = "verify"
    DRILL = "drill"
    ERASE = "erase"
    SHEET = "sheet"
    RETENTION = "retention"


def tell(act: Act, title: str) -> None:
    """Write an act into the history, as one that nobody takes back.

    What takes data out of the register is told before it does: a failure after that leaves a row
    too many, never one too few. Commands that only read tell it too, beside an open window. A file
    that cannot be written, as one on a locked stick, cannot be told anything.

    Args:
        act: what was done.
        title: the same in words, as it stands in the history.

    Raises:
        WorldError: the disk failed.
    """
    if database.read_only and database.is_frozen:
        return
    with world("ghi nhật ký"), writing(), database.atomic("IMMEDIATE"):
        row = HistoryChange.create(
            uid=new_uid(), at=clock.now().isoformat(), user=user(), title=title, kind="event"
        )
        append(row, [Entry(TABLE, 0, "", act, title, {})])


def unmask() -> None:
    """Let who works now see sensitive data until the register is closed; it is told first.

    Raises:
        AccessError: the role never does.
        WorldError: the disk failed; nothing more is shown.
    """
    require(Right.UNMASK)
    tell(Act.UNMASK, "Hiện dữ liệu nhạy cảm")
    show_sensitive()


@contextmanager
def writing() -> Iterator[None]:
    """Let a connection that only reads write one act; every statement after it is refused again."""
    if not database.read_only:
        yield
        return
    database.pragma("query_only", 0)
    try:
        yield
    finally:
        database.pragma("query_only", 1)
