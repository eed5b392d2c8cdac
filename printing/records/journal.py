"""Fills the journal from the history: every change, opening, print and backup of a span of days."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from peewee import fn

from models.errors import UserError
from models.roles import Right
from models.store.session import require
from models.store.tables import HistoryChange, HistoryEntry
from printing.documents.figures import thousands
from printing.documents.journal import JournalData
from printing.packed_rows import PackedRows
from printing.records.office import office_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from printing.records.wanted import Wanted


def journal_data(wanted: Wanted) -> JournalData:
    """Return the acts from a first day on to the day of the paper, whole months without one.

    Raises:
        AccessError: who works now may not print the journal.
        UserError: the first day is after the last.
    """
    require(Right.JOURNAL)
    first = wanted.since or wanted.day.replace(day=1)
    if first > wanted.day:
        raise UserError(
            f"Từ ngày {first:%d/%m/%Y} sau đến ngày {wanted.day:%d/%m/%Y}. Đổi lại hai ngày.",
            "since",
        )
    rows = PackedRows(_rows(first, wanted.day))
    return JournalData(office_on(wanted.day), first, wanted.day, rows)


def _rows(first: date, last: date) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each act; moments are stored on the office's own calendar."""
    change: Any = HistoryChange
    acts = (
        HistoryChange.select(change.at, change.user, change.title, fn.COUNT(HistoryEntry.id))
        .join(HistoryEntry)
        .where(change.at >= first.isoformat(), change.at < (last + timedelta(1)).isoformat())
        .group_by(change.id)
        .order_by(change.id)
    )
    for at, who, title, count in acts.tuples().iterator():
        moment = datetime.fromisoformat(at)
        yield (f"{moment:%d/%m/%Y %H:%M}", who, title, thousands(count))
