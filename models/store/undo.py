"""Taking back changes, also after a restart, and a whole import; what was edited since is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from models import clock
from models.errors import UserError
from models.facts import Link
from models.record import column
from models.registers import RECORDS
from models.registers.office import Office, Signer
from models.registers.people import Person, PersonMerge
from models.registers.same_people import heir
from models.store.belonging import CHUNK, dependents, owners, owning
from models.store.change import Change, change
from models.store.tables import HistoryChange, HistoryEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.record import Record

REACH = timedelta(days=30)
"""How long a change can be taken back."""
KINDS = ("edit", "import", "merge", "unmerge")
_KINDS_OF_RECORD: tuple[type[Record], ...] = (*RECORDS, Office, Signer)
_MODELS = {model._meta.table_name: model for model in _KINDS_OF_RECORD}


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking back did.

    Attributes:
        title: the change taken back.
        records: how many records were put back.
        kept: titles of records left as they are because they were edited since.
    """

    title: str
    records: int
    kept: tuple[str, ...]


def last_change() -> HistoryChange | None:
    """Return the change that undo would take back, or nothing."""
    return next((row for row in standing() if row.kind in KINDS), None)


def last_undo() -> HistoryChange | None:
    """Return the undo that redo would take back: only the very last act can be one."""
    row = next((row for row in standing() if row.kind != "event"), None)
    return row if row is not None and row.kind == "undo" else None


def undo(row: HistoryChange) -> Undone:
    """Take one change back as a change of its own.

    Raises:
        UserError: it is already taken back, or nothing of it can be.
    """
    if row.kind == "event":
        raise UserError(f"“{row.title}” không hoàn tác được.")
    if all(row.id != one.id for one in standing()):
        raise UserError(f"“{row.title}” đã được hoàn tác hoặc quá {REACH.days} ngày.")
    title = row.title if row.kind == "undo" else f"Hoàn tác: {row.title}"
    kind = "redo" if row.kind == "undo" else "undo"
    title = f"Làm lại: {row.title.removeprefix('Hoàn tác: ')}" if kind == "redo" else title
    return _taken_back(row, title, kind)


def take_apart(merge: PersonMerge) -> Undone:
    """Give a merged person back, however long ago, with whatever of theirs is still there.

    Raises:
        UserError: they were given back already.
    """
    added = HistoryEntry.get_or_none(
        (HistoryEntry.table == PersonMerge._meta.table_name)
        & (HistoryEntry.record == merge.id)
        & (HistoryEntry.action == "add")
    )
    if added is None or PersonMerge.get_by_id(merge.id).trashed_at is not None:
        raise UserError(f"{merge.title} đã được tách lại rồi.")
    return _taken_back(added.change, f"Tách lại: {merge.title}", "unmerge")


def _taken_back(row: HistoryChange, title: str, kind: str) -> Undone:
    entries = list(
        HistoryEntry.select().where(HistoryEntry.change == row.id).order_by(HistoryEntry.id.desc())
    )
    with change(title, kind=kind, undoes=row.id) as work:
        kept = _take_back(work, row, entries)
        done = len(work.entries)
        if entries and not done:
            raise UserError(f"Không hoàn tác được “{row.title}”: đã sửa tiếp sau đó.")
    return Undone(row.title, done, tuple(kept))


def undo_last() -> Undone:
    """Take back the last change that stands.

    Raises:
        UserError: there is none.
    """
    row = last_change()
    if row is None:
        raise UserError("Không còn thay đổi nào để hoàn tác.")
    return undo(row)


def redo_last() -> Undone:
    """Take back the last undo.

    Raises:
        UserError: the last act was not an undo.
    """
    row = last_undo()
    if row is None:
        raise UserError("Không có gì để làm lại.")
    return undo(row)


def standing() -> Iterator[HistoryChange]:
    """Yield the changes within reach that are not taken back, newest first."""
    since = (clock.now() - REACH).isoformat()
    rows = HistoryChange.select().where(HistoryChange.at >= since).order_by(HistoryChange.id.desc())
    taken_back: set[int] = set()
    for row in rows:
        if row.id in taken_back:
            continue
        if row.undoes_id is not None:
            taken_back.add(row.undoes_id)
        yield row


def _take_back(work: Change, row: HistoryChange, entries: list[HistoryEntry]) -> list[str]:
    kept: list[str] = []
    for (table, action), group in groupby(entries, key=lambda entry: (entry.table, entry.action)):
        model = _MODELS[table]
        members = list(group)
        later = _edited_since(row, table, [entry.record for entry in members])
        if action == "add":
            free = [entry.record for entry in members if entry.record not in later]
            work.trash_many(model, _live(model, free), row.title)
            kept += [entry.subject for entry in members if entry.record in later]
            continue
        kept += [entry.subject for entry in members if not _reverse(work, model, entry)]
    return kept


def _reverse(work: Change, model: type[Record], entry: HistoryEntry) -> bool:
    """Put one record back; tell whether it is now wholly as it was."""
    record = model.get_or_none(model.id == entry.record)
    if record is None:
        return False
    if entry.action == "edit":
        return _put_back(work, record, json.loads(entry.detail))
    if (record.trashed_at is not None) != (entry.action == "trash"):
        return False
    if entry.action == "trash":
        whole = all(owner.trashed_at is None for owner in owners(record))
        if whole:
            work.restore(record)
        return whole
    if next(dependents(record), None) is not None:
        raise UserError(f"Chưa hoàn tác được: {record.title} đã có thêm dữ liệu sau đó.")
    work.trash(record)
    return True


def _put_back(work: Change, record: Record, detail: dict[str, list[Any]]) -> bool:
    """Give fields the values they had; those edited since keep theirs."""
    now = record.stored_values()
    fields = type(record)._meta.fields
    back = {
        name: old
        for name, (old, new) in detail.items()
        if name in now and _is_still(fields[name], now[name], new)
    }
    if back:
        work.set_values(record, back)
    return len(back) == len(detail)


def _is_still(fact: Any, now: Any, then: Any) -> bool:  # noqa: ANN401
    """Tell whether a field holds what it was given, or who that person is by now."""
    follows = isinstance(fact, Link) and fact.rel_model is Person and then is not None
    return bool(now == then or (follows and now == heir(then)))


def _edited_since(row: HistoryChange, table: str, records: list[int]) -> set[int]:
    """Return which records later standing changes touched, and which others belong to."""
    later = [later.id for later in standing() if later.id > row.id and later.kind in KINDS]
    found = owning(_MODELS[table], records)
    for start in range(0, len(records), CHUNK):
        part = records[start : start + CHUNK]
        touched = HistoryEntry.select(HistoryEntry.record).where(
            (HistoryEntry.table == table)
            & HistoryEntry.record.in_(part)
            & HistoryEntry.change.in_(later)
        )
        found.update(column(touched))
    return found


def _live(model: type[Record], ids: list[int]) -> list[int]:
    found: list[int] = []
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        query = model.select(model.id).where(model.id.in_(part) & model.trashed_at.is_null())
        found.extend(column(query))
    return found
