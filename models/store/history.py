"""The history's chain: every entry carries a hash over itself and the one before it.

An entry altered, deleted or moved no longer fits the link of the next; entries cut off the end no
longer fit the head. What an erasing emptied fits no more either: it has to be as that act says
(`models.store.erasures`).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from models.store.database import database
from models.store.erasures import ERASE, named_in
from models.store.tables import ChainHead, HistoryChange, HistoryEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from models.record import Record

CHUNK = 2000
MOST_VALUES = 120_000
"""Values of one statement; the engine's build takes 250,000 (MAX_VARIABLE_NUMBER)."""
START = bytes(32)
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
COLUMNS = ("change_id", "table", "record", "uid", "action", "subject", "detail")


class Entry(NamedTuple):
    """One record touched, before it is chained.

    Attributes:
        detail: field name to (old, new), as the file keeps them.
    """

    table: str
    record: int
    uid: str
    action: str
    subject: str
    detail: dict[str, tuple[Any, Any]]


def append(
    change: HistoryChange, entries: list[Entry], between: Callable[[], None] | None = None
) -> None:
    """Write a change's entries behind the last one and move the head, in the open transaction.

    Args:
        change: stored already.
        entries: in the order they happened.
        between: called every now and then; may raise Cancelled.
    """
    head = ChainHead.get_or_none()
    link, count = (bytes(head.link), head.entries) if head else (START, 0)
    facts = facts_of(change)
    for start in range(0, len(entries), CHUNK):
        if between:
            between()
        link = _append(change, facts, link, entries[start : start + CHUNK])
    if head is None:
        ChainHead.create(entries=len(entries), link=link)
    else:
        head.entries, head.link = count + len(entries), link
        head.save()


def _append(change: HistoryChange, facts: bytes, link: bytes, entries: list[Entry]) -> bytes:
    """Write some entries and return the last link."""
    rows = []
    for entry in entries:
        told = (*entry[:-1], _encode(entry.detail))
        link = link_over(link, facts, told)
        rows.append((change.id, *told, link))
    insert_rows("history_entry", (*COLUMNS, "link"), rows)
    return link


def insert_rows(table: str, columns: Iterable[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert many rows in the open transaction, thousands a statement.

    A search index kept by triggers is written out at the end of every statement: a statement a
    row makes that ten times as slow.
    """
    quoted = [f'"{column}"' for column in columns]
    row_marks = f"({', '.join('?' * len(quoted))})"
    step = MOST_VALUES // len(quoted)
    for start in range(0, len(rows), step):
        part = rows[start : start + step]
        marks = ", ".join([row_marks] * len(part))
        sql = f'INSERT INTO "{table}" ({", ".join(quoted)}) VALUES {marks}'
        database.connection().execute(sql, list(chain.from_iterable(part)))


def broken_links() -> Iterator[str]:
    """Yield a sentence for each place where the history does not fit together.

    Nothing for a whole history. Reads all entries; a million takes some ten seconds.
    """
    changes = {change.id: facts_of(change) for change in HistoryChange.select()}
    emptied = named_in(_erasings())
    behind: defaultdict[int, list[int]] = defaultdict(list)
    link, count = START, 0
    names = [getattr(HistoryEntry, name) for name in COLUMNS]
    entries = HistoryEntry.select(HistoryEntry.id, *names, HistoryEntry.link)
    for key, change, *facts, stored in entries.order_by(HistoryEntry.id).tuples().iterator():
        count += 1
        about = changes.get(change, b"")
        expected, link = link_over(link, about, tuple(facts)), bytes(stored)
        fits = expected == link
        if told := emptied.get(key):
            fits = told.is_as_told(key, link, expected)
            behind[told.by].append(key)
        if not fits:
            yield f"Nhật ký: mục {key} không khớp mục trước nó."
            yield from (f"Nhật ký: mục {one} trống mà không có lần xóa." for one in behind[key])
    head = ChainHead.get_or_none()
    if (head.entries if head else 0) != count or (head and bytes(head.link) != link):
        yield f"Nhật ký: có {count} mục, sổ ghi {head.entries if head else 0} mục."


def link_before(key: int) -> bytes:
    """Return the link of the row before one; of the first, what the chain begins with."""
    rows = HistoryEntry.select(HistoryEntry.link).where(HistoryEntry.id < key)
    row = rows.order_by(HistoryEntry.id.desc()).first()
    return bytes(row.link) if row is not None else START


def _erasings() -> Iterator[tuple[int, str]]:
    told = HistoryEntry.select(HistoryEntry.id, HistoryEntry.detail)
    told = told.where(HistoryEntry.action == ERASE).order_by(HistoryEntry.id)
    yield from told.tuples().iterator()


def last_key(model: type[Record]) -> int:
    """Return the highest key a kind of record ever had: one that was erased is never used again."""
    table = model._meta.table_name
    sql = (
        f'SELECT coalesce((SELECT max(id) FROM "{table}"), 0),'
        ' coalesce((SELECT max(record) FROM history_entry WHERE "table" = ?), 0)'
    )
    return int(max(database.execute_sql(sql, [table]).fetchone()))


def unlike_history(model: type[Record]) -> Iterator[str]:
    """Yield the titles of the records of a kind that hold other values than were last written.

    The history's own chain is looked at by `broken_links`; together they tell of whoever changed a
    record beside the program.
    """
    told: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    entries = HistoryEntry.select(HistoryEntry.record, HistoryEntry.detail).where(
        HistoryEntry.table == model._meta.table_name
    )
    for record, detail in entries.order_by(HistoryEntry.id).tuples().iterator():
        told[record] |= {name: new for name, (_old, new) in json.loads(detail).items()}
    blank = model().stored_values()
    for one in model.select().iterator():
        if one.stored_values() != {**blank, **told[one.id]}:
            yield one.title


def last_link() -> bytes:
    """Return the head of the chain, which a backup's manifest names."""
    head = ChainHead.get_or_none()
    return bytes(head.link) if head else START


def last_change_link() -> bytes:
    """Return the link of the last entry that changed a record; what was only told moves it not."""
    entries = HistoryEntry.select(HistoryEntry.link).join(HistoryChange)
    last = entries.where(HistoryChange.kind != "event").order_by(HistoryEntry.id.desc()).first()
    return bytes(last.link) if last is not None else START


def facts_of(change: HistoryChange) -> bytes:
    """Return what every link of a change's rows is made over beside the row itself."""
    facts = (
        change.uid,
        change.at,
        change.user,
        change.title,
        change.kind,
        change.source,
        change.undoes_id,
    )
    return _canonical(facts)


def link_over(link: bytes, change: bytes, entry: tuple[Any, ...]) -> bytes:
    """Return the link of a row, its columns from `table` on, behind another one."""
    return hashlib.sha256(link + change + _canonical(entry)).digest()


def _canonical(values: tuple[Any, ...]) -> bytes:
    return _encode(values).encode()
