"""What was deleted, of all registers, newest first, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.record import LIVE, Record, parts
from models.registers import REGISTERS
from models.registers.people import Person, PersonMerge
from models.registers.templates import PaperTemplate
from models.store import retention
from models.store.change import change
from models.store.database import database
from models.store.trash import restore_with_belongings
from models.text import fold
from ui.desk.details import RegisterDetails
from ui.desk.history import moment, past_of
from ui.source import Chip, ColumnFacts, Detail, FilterFacts, Option, RegisterFacts, Row, Tab
from ui.table.columns import Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.register import Register
    from ui.source import Query


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of record that is thrown away: of a register, or the designs, which have none."""

    name: str
    title: str
    model: type[Record]
    register: Register | None = None

    def tabs(self, record: Record) -> tuple[Tab, ...]:
        """Return what a record of this kind held, and its history."""
        if self.register is not None:
            return RegisterDetails(self.register).told(record)
        return (Tab("history", "Lịch sử", past=lambda offset: past_of(record, offset)),)


LISTED = (
    *(
        Shelf(known.name, known.title, known.model, known)
        for known in REGISTERS
        if not known.model.BOOKED
    ),
    Shelf("designs", "Mẫu giấy", PaperTemplate),
)
MANY = 64
"""More than there are registers: a row's key is the record's own, times this, plus its register."""
TRASH = RegisterFacts(
    name="trash",
    title="Thùng rác",
    noun="mục đã xóa",
    icon="trash-can-outline",
    search_hint="Tìm trong những gì đã xóa… không cần gõ dấu",
    empty="Thùng rác trống",
    filters=(
        FilterFacts("register", "Sổ", tuple(Option(known.name, known.title) for known in LISTED)),
    ),
    can_add=False,
    can_import=False,
    act="restore",
)


class TrashList:
    """Deleted records; people who were merged are not among them, they are told apart instead."""

    columns: Sequence[ColumnFacts] = (
        ColumnFacts("title", "Tên", 3, sortable=False),
        ColumnFacts("register", "Sổ", 1.4, sortable=False),
        ColumnFacts("at", "Xóa lúc", 1.6, sortable=False, sample="28/11/2026 16:42"),
        ColumnFacts("who", "Người xóa", 1.7, sortable=False, room=Room.USUAL),
        ColumnFacts("why", "Lý do", 2, sortable=False, room=Room.USUAL),
    )

    def count(self, query: Query) -> int:
        """Return how many lie there."""
        sql, values = _union(query)
        return int(database.execute_sql(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Return deleted records, newest first."""
        sql, values = _union(query)
        order = f"{sql} ORDER BY 3 DESC, 1, 2 DESC LIMIT ? OFFSET ?"
        found = database.execute_sql(order, [*values, limit, offset]).fetchall()
        records = _records([(at, key) for at, key, _when in found])
        return [_row(at, records[at, key]) for at, key, _when in found]

    def position(self, query: Query, identity: int) -> int:
        """Return where a record stands, -1 when it is not there."""
        sql, values = _union(query)
        found = database.execute_sql(f"{sql} ORDER BY 3 DESC, 1, 2 DESC", values).fetchall()
        ids = [key * MANY + at for at, key, _when in found]
        return ids.index(identity) if identity in ids else -1

    def interrupt(self) -> None:
        """Questions are short."""


class TrashDetails:
    """Tells what a deleted record held."""

    def detail(self, identity: int) -> Detail | None:
        """Return the record as it was, or nothing when it came back meanwhile."""
        key, at = divmod(identity, MANY)
        shelf = LISTED[at]
        model: Any = shelf.model
        record = model.get_or_none((model.id == key) & model.trashed_at.is_null(False))
        if record is None:
            return None
        when = f"Xóa {moment(record.trashed_at)} · {record.updated_by}"
        why = f" · {record.trashed_why}" if record.trashed_why else ""
        chips = (Chip(shelf.title, "plain"), Chip("Đã xóa", "stopped"))
        foot = f"Xóa hẳn được từ {retention.may_go_on(record):%d/%m/%Y}."
        return Detail(record.title, f"{when}{why}", chips, tabs=shelf.tabs(record), foot=foot)


def records_of(identities: Sequence[int]) -> list[Record]:
    """Return the records of some keys in the trash; those that are gone are left out."""
    return list(_records([divmod(identity, MANY)[::-1] for identity in identities]).values())


def restore(identities: Sequence[int]) -> str:
    """Bring records back with what went along with them; tell what."""
    gone = [record for record in records_of(identities) if record.trashed_at is not None]
    if not gone:
        raise UserError("Đã khôi phục rồi.")
    name = gone[0].title if len(gone) == 1 else f"{len(gone)} mục"
    _refuse_taken_names(gone)
    with change(f"Khôi phục {name}") as work:
        for record in gone:
            restore_with_belongings(work, record)
    return f"Đã khôi phục {name}."


def _refuse_taken_names(records: Iterable[Record]) -> None:
    """A design is known by its name alone, so two of one name cannot both be there."""
    taken = {row.name for row in PaperTemplate.select().where(PaperTemplate.trashed_at.is_null())}
    for record in records:
        if isinstance(record, PaperTemplate):
            if record.name in taken:
                raise UserError(
                    f"Đã có mẫu giấy “{record.name}”. Đổi tên mẫu đang dùng rồi khôi phục lại.",
                    "name",
                    record.name,
                )
            taken.add(record.name)


def _union(query: Query) -> tuple[str, list[object]]:
    """Return the SQL of all that is listed: place of the register, key, moment of deleting."""
    wanted = dict(query.filters).get("register")
    words = fold(query.search).split()
    asked: list[str] = []
    values: list[object] = []
    for at, known in enumerate(LISTED):
        if wanted in (None, known.name):
            table = known.model._meta.table_name
            conditions = [f"NOT {LIVE}"]
            if known.register is not None:
                conditions += ["instr(search_words, ?) > 0"] * len(words)
                values += words
            else:
                conditions.append(f"id IN ({_designs(words)})")
            if known.model is Person:
                merges = PersonMerge._meta.table_name
                merged = f"SELECT merged_id FROM {merges} WHERE trashed_at IS NULL"
                conditions.append(f"id NOT IN ({merged})")
            where = " AND ".join(conditions)
            asked.append(f'SELECT {at}, id, trashed_at FROM "{table}" WHERE {where}')
    return " UNION ALL ".join(asked), values


def _designs(words: Sequence[str]) -> str:
    """Return the keys of the deleted designs that words name; there are few, and no index."""
    gone = PaperTemplate.select().where(PaperTemplate.trashed_at.is_null(False))
    found = [row.id for row in gone if all(word in fold(row.name) for word in words)]
    return ", ".join(map(str, found))


def _records(places: list[tuple[int, int]]) -> dict[tuple[int, int], Record]:
    found: dict[tuple[int, int], Record] = {}
    for at in {at for at, _key in places}:
        model: Any = LISTED[at].model
        for part in parts([key for other, key in places if other == at], 500):
            found |= {(at, one.id): one for one in model.select().where(model.id.in_(part))}
    return {place: found[place] for place in places if place in found}


def _row(at: int, record: Record) -> Row:
    when = moment(record.trashed_at or "")
    cells = (record.title, LISTED[at].title, when, record.updated_by, record.trashed_why)
    return Row(record.id * MANY + at, cells)
