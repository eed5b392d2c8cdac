"""Bringing a record back from the trash with whatever went there along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.store.belonging import gone_with
from models.store.tables import HistoryEntry

if TYPE_CHECKING:
    from models.record import Record
    from models.store.change import Change


def restore_with_belongings(work: Change, record: Record) -> None:
    """Restore a record, then those that cannot be without it and were deleted by the same change.

    Raises:
        UserError: it cannot be without a record that is in the trash itself.
    """
    when = _deleted_by(record)
    work.restore(record)
    for child in list(gone_with(record)):
        if _deleted_by(child) == when:
            restore_with_belongings(work, child)


def _deleted_by(record: Record) -> Any:  # noqa: ANN401 - a key, or nothing
    entries = HistoryEntry.select(HistoryEntry.change).where(
        (HistoryEntry.table == type(record)._meta.table_name)
        & (HistoryEntry.record == record.id)
        & (HistoryEntry.action == "trash")
    )
    return entries.order_by(HistoryEntry.id.desc()).limit(1).scalar()
