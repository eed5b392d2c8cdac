"""Every change is one named transaction that writes records and their history together."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models import clock
from models.errors import UserError
from models.facts import Link
from models.record import Record, new_uid
from models.registers.words import CatalogueWord, use_office_words
from models.roles import Right
from models.store import keys
from models.store.belonging import CHUNK, dependents, owners
from models.store.clock_check import refuse_wrong_clock
from models.store.database import database
from models.store.history import Entry, append, insert_rows, last_key
from models.store.refusing import refuse_bad_fields, refuse_errors
from models.store.reserve import give_back
from models.store.rows import columns, given_in, row_of
from models.store.session import require, user
from models.store.tables import HistoryChange
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

GOING_ON = timedelta(minutes=30)
"""How long a change that goes on stays the same one."""
listeners: list[Callable[[frozenset[str]], None]] = []
"""Called after each commit with the tables it touched."""


class Conflict(UserError):  # noqa: N818 - a state of the world, not a mistake
    """Somebody saved a newer version meanwhile; nothing typed is lost.

    Attributes:
        mine: the record as it was to be saved.
        theirs: the record as the file holds it.
    """

    def __init__(self, mine: Record, theirs: Record) -> None:
        who = f" ({theirs.updated_by})" if theirs.updated_by else ""
        super().__init__(f"{theirs.title} vừa được sửa ở nơi khác{who}. So lại rồi lưu.")
        self.mine = mine
        self.theirs = theirs


class Change:
    """The acts of one named change; use `change` to get one.

    Attributes:
        uid: identity of the change, known once it is written.
        entries: what the history will say.
        between: called every now and then while a large change is finished; may raise Cancelled.
    """

    def __init__(self) -> None:
        self.uid: str | None = None
        self.between: Callable[[], None] | None = None
        self.entries: list[Entry] = []
        self._edited: dict[tuple[type[Record], int], set[str]] = {}
        self._added: list[Record] = []
        self._left: list[tuple[type[Record], int]] = []
        self._numbered: list[tuple[Any, int | None, int]] = []

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables touched so far."""
        return frozenset(entry.table for entry in self.entries)

    def save(self, record: Record, *, by_rules: bool = True) -> None:
        """Store a record: a new one is added, an old one edited; nothing when nothing differs.

        Args:
            record: as typed.
            by_rules: False where the register's rules were checked already, as by an import.

        Raises:
            UserError: a field is wrong; the first error is named.
            Conflict: the file holds a newer revision.
        """
        if by_rules:
            refuse_errors(record)
        else:
            refuse_bad_fields(record)
        if record.id is None:
            self.add_many([record])
        else:
            self._edit(record)

    def add_many(self, records: Sequence[Record]) -> None:
        """Add new records of one kind; rules across fields are the caller's to check.

        Raises:
            UserError: a field is wrong.
        """
        if not records:
            return
        model = type(records[0])
        key = last_key(model)
        now, who = clock.now().isoformat(), user()
        made = {"created_at": now, "created_by": who, "updated_at": now, "updated_by": who}
        for key, record in enumerate(records, start=key + 1):  # noqa: B020 - goes on from there
            _take_up_keys(record)
            refuse_bad_fields(record)
            self._numbered.append((record, record.id, record.revision))
            record.__data__.update(made, id=key, uid=record.uid or new_uid(), revision=1)
            keys.fill(record)
        rows = [row_of(record) for record in records]
        table = model._meta.table_name
        insert_rows(table, columns(model), rows)
        self.entries.extend(
            Entry(table, record.id, record.uid, "add", record.title, given_in(model, row))
            for record, row in zip(records, rows, strict=True)
        )
        self._added.extend(records)

    def _edit(self, record: Record) -> None:
        _take_up_keys(record)
        theirs = self._current(record)
        if theirs.revision != record.revision:
            raise Conflict(record, theirs)
        before, after = theirs.stored_values(), record.stored_values()
        detail = {
            name: (before[name], after[name]) for name in after if before[name] != after[name]
        }
        if detail:
            self._leave(theirs, detail)
            self._write(record, "edit", detail, tuple(detail), theirs)

    def trash(self, record: Record, why: str = "") -> None:
        """Take a record out of every list, with the records that cannot be without it.

        Raises:
            UserError: the kind keeps this one, as a number of the issue book.
        """
        theirs = self._current(record)
        if reason := theirs.refuses_trash():
            raise UserError(reason)
        for dependent in dependents(theirs):
            self.trash(dependent, why)
        theirs.trashed_at, theirs.trashed_why = clock.now().isoformat(), why
        self._write(theirs, "trash", {}, ("trashed_at", "trashed_why"))

    def is_trashed(self, record: Record) -> bool:
        """Tell whether a record is in the trash by now, as one that another took along."""
        model = type(record)
        return bool(model.select(model.trashed_at).where(model.id == record.id).scalar())

    def restore(self, record: Record) -> None:
        """Bring a record back from the trash; what is not there stays as it is.

        Raises:
            UserError: it cannot be without a record that is in the trash itself.
        """
        theirs = type(record).get_by_id(record.id)
        if theirs.trashed_at is None:
            return
        if theirs.BOOKED:
            raise UserError(f"Số {theirs.title} đã trả lại sổ, không lấy lại được. Cấp số mới.")
        for owner in owners(theirs):
            if owner.trashed_at is not None:
                raise UserError(
                    f"Khôi phục {owner.title} trước: {owner.title} còn trong Thùng rác."
                )
        theirs.trashed_at, theirs.trashed_why = None, ""
        self._write(theirs, "restore", {}, ("trashed_at", "trashed_why"))

    def set_values(self, record: Record, values: dict[str, Any]) -> None:
        """Put stored values back into a record, whatever its revision; for undo and merge."""
        before = record.stored_values()
        self._leave(record, values)
        for name, value in values.items():
            fact = type(record)._meta.fields[name]
            name_in_record = fact.object_id_name if isinstance(fact, Link) else name
            setattr(
                record,
                name_in_record,
                value if isinstance(fact, Link) else fact.python_value(value),
            )
        detail = {name: (before[name], value) for name, value in values.items()}
        self._write(record, "edit", detail, tuple(values))

    def _leave(self, before: Record, names: Iterable[str]) -> None:
        """Remember what a record counted for, when a link of it is about to change."""
        fields = type(before)._meta.fields
        if any(isinstance(fields[name], Link) for name in names):
            self._left.extend(keys.counted_in(before))

    def trash_many(self, model: type[Record], ids: Sequence[int], why: str) -> None:
        """Take many records of one kind out of every list; for undoing an import."""
        moment = clock.now().isoformat()
        for start in range(0, len(ids), CHUNK):
            part = list(ids[start : start + CHUNK])
            records = list(model.select().where(model.id.in_(part)))
            for record in records:
                self._note(record, "trash", {})
            model.update(
                trashed_at=moment,
                trashed_why=why,
                updated_at=moment,
                updated_by=user(),
                revision=model.revision + 1,
            ).where(model.id.in_(part)).execute()
            self._added.extend(records)

    def _write(
        self,
        record: Record,
        action: str,
        detail: dict[str, Any],
        names: tuple[str, ...],
        before: Record | None = None,
    ) -> None:
        """Write some fields, and what is filled from them where it differs from before."""
        model = type(record)
        keys.fill(record)
        revision = record.revision
        self._numbered.append((record, record.id, revision))
        record.revision = revision + 1
        record.updated_at, record.updated_by = clock.now().isoformat(), user()
        filled = [
            name
            for name in keys.filled_columns(model)
            if not _is_derived(model, name)
            and (before is None or getattr(before, name) != getattr(record, name))
        ]
        wanted = {*names, *filled, "revision", "updated_at", "updated_by"}
        values = {model._meta.fields[name]: getattr(record, name) for name in wanted}
        written = model.update(values).where((model.id == record.id) & (model.revision == revision))
        if written.execute() != 1:
            raise Conflict(record, model.get_by_id(record.id))
        self._note(record, action, detail)
        self._edited.setdefault((model, record.id), set()).update(names)

    def _current(self, record: Record) -> Record:
        theirs: Record | None = type(record).get_or_none(type(record).id == record.id)
        if theirs is None or theirs.trashed_at is not None:
            raise UserError(f"{record.title} đã bị xóa. Khôi phục trong Thùng rác rồi sửa tiếp.")
        return theirs

    def _note(self, record: Record, action: str, detail: dict[str, Any]) -> None:
        table = type(record)._meta.table_name
        self.entries.append(Entry(table, record.id, record.uid, action, record.title, detail))

    def tell(self, record: Record, action: str) -> None:
        """Write into the history what was done about a record without changing any field of it."""
        self._note(record, action, {})

    def finish(self, facts: dict[str, Any], *, goes_on: bool = False) -> int | None:
        """Refresh what depends on the records and write the history; return the change's key."""
        if not self.entries:
            return None
        keys.refresh(self._edited, self._added, self._left, self.between)
        row = _begun(facts["title"]) if goes_on else None
        if row is None:
            now = clock.now().isoformat()
            row = HistoryChange.create(uid=new_uid(), at=now, user=user(), **facts)
        self.uid = row.uid
        append(row, self.entries, self.between)
        return int(row.id)

    def forget(self) -> None:
        """Give every record the key and revision it had, so that it can be saved again."""
        for record, key, revision in reversed(self._numbered):
            record.id, record.revision = key, revision


@contextmanager
def change(
    title: str,
    *,
    kind: str = "edit",
    source: str = "",
    undoes: int | None = None,
    goes_on: bool = False,
) -> Iterator[Change]:
    """Do the enclosed acts as one change: all or nothing, history included.

    Args:
        title: Vietnamese, as it stands in the undo list ("Sửa Tổ tự quản số 3").
        kind: edit, import, undo, redo, merge, unmerge, or event (which is never taken back).
        source: the file an import comes from.
        undoes: key of the change that this one takes back.
        goes_on: go on with the last change where it has the same title, is the same user's and
            began a short while ago: marks typed one by one are one change to undo.

    Raises:
        AccessError: who works now may not change the register; events are for their own makers to
            refuse.
        UserError: the clock stands before the last change, and nobody said that it is right.
        WorldError: the disk or the file failed; nothing was written.
    """
    if database.in_transaction():
        raise RuntimeError("a change inside another would tell listeners before it is kept")
    if kind != "event":
        require(Right.WRITE)
    work = Change()
    try:
        with world("lưu"), database.atomic("IMMEDIATE"):
            if kind != "event":
                refuse_wrong_clock()
            yield work
            facts = {"title": title, "kind": kind, "source": source, "undoes": undoes}
            work.finish(facts, goes_on=goes_on)
    except BaseException as error:
        work.forget()
        give_back(Path(database.database).parent, error)
        raise
    if CatalogueWord._meta.table_name in work.tables:
        use_office_words()
    if work.entries:
        for listener in listeners:
            listener(work.tables)


def _begun(title: str) -> HistoryChange | None:
    """Return the last change where another act of the same work may go on with it."""
    row = HistoryChange.select().order_by(HistoryChange.id.desc()).first()
    if row is None or (row.title, row.kind, row.user) != (title, "edit", user()):
        return None
    begun = datetime.fromisoformat(row.at)
    return row if timedelta() <= clock.now() - begun <= GOING_ON else None


def _take_up_keys(record: Record) -> None:
    """Let links to records that were stored after they were linked carry the new keys."""
    for name, linked in record.__rel__.items():
        if linked is not None:
            record.__data__[name] = linked.id


def _is_derived(model: type[Record], name: str) -> bool:
    return bool(getattr(model._meta.fields[name], "derived", False))
