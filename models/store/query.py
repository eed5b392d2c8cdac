"""Lists of any register, the same for window, paper and export.

The SQL is written here by hand because a page must come from covering indexes alone: keys of one
page first, its rows after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from models.errors import UserError
from models.facts import Kind, Link
from models.masking import hides, seen
from models.register import Register, path_between
from models.registers.same_people import uid_now
from models.roles import Right
from models.store import search, sizes
from models.store.database import database
from models.store.milestones import Course
from models.store.narrowing import Narrowing, of_search, of_values, up_to
from models.store.order import marks, order_by
from models.store.session import require
from models.store.way import Ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.record import Record

PAGE = 100
STEP = 2000


class Connection(Protocol):
    """What a list is read through: the open register, or a worker's own connection."""

    def execute(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all rows."""


class OpenRegister:
    """Reads through the calling thread's connection to the open register."""

    def execute(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all rows."""
        return list(database.execute_sql(sql, list(params)).fetchall())


@dataclass(frozen=True, eq=False, slots=True)
class Condition:
    """One filter of a list.

    Attributes:
        field: a field of the register's model or of a record it links to.
        values: stored values of which one must be met; nothing means "empty".
        until: where given, what is asked instead: a value that is not after this stored one.
    """

    field: Any
    values: tuple[object, ...] = ()
    until: object = None


@dataclass(frozen=True, eq=False, slots=True)
class Listing:
    """What a list shows, and in which order.

    Attributes:
        register: the register.
        search: what was typed into the search box.
        where: filters, all of which hold.
        order: field to sort by; nothing means by title.
        descending: whether the order is turned round.
    """

    register: Register
    search: str = ""
    where: tuple[Condition, ...] = ()
    order: Any = None
    descending: bool = False

    def named(self, ids: tuple[int, ...]) -> Listing:
        """Return this list narrowed to some records."""
        return replace(self, where=(*self.where, Condition(self.register.model.id, ids)))


def condition(register: Register, name: str, text: str) -> Condition:
    """Read a filter written as FIELD=VALUE.

    Raises:
        UserError: no such field, or a value the field cannot have.
    """
    fields = {field.name: field for field in (*register.exchange_fields(), *register.model.facts())}
    if name == "uid":
        return Condition(register.model.uid, (uid_now(register.model, text),))
    if name not in fields:
        raise UserError(
            f"Sổ {register.title} không có cột “{name}”. Có: {', '.join(fields)}.", name
        )
    field = fields[name]
    value = field.parse(text)
    if isinstance(field, Link):
        return Condition(field, (value.id,) if value else ())
    return Condition(field, () if field.is_empty(value) else (field.db_value(value),))


def _narrowing(model: type[Record], asked: Condition) -> Narrowing:
    if asked.until is not None:
        return up_to(model, asked.field, asked.until)
    return of_values(model, asked.field, asked.values)


class Reader:
    """Reads a list through a connection.

    Raises:
        AccessError: it is filtered by a field that is hidden from who works now.
    """

    def __init__(self, listing: Listing, connection: Connection | None = None) -> None:
        if any(hides(one.field) for one in listing.where):
            require(Right.SENSITIVE)
        self.listing = listing
        self.model: type[Record] = listing.register.model
        self._table = self.model._meta.table_name
        self._read = connection or OpenRegister()
        self._order = order_by(self.model, listing.order)
        narrowings = [_narrowing(self.model, one) for one in listing.where]
        narrowings += of_search(self.model, search.terms(listing.search))
        self._ways = Ways(self.model, self._order, narrowings, self._read.execute)
        self._course: Course | None = None

    def count(self) -> int:
        """Return how many records the list has."""
        return self._one(*self._ways.counted())

    def survey(self) -> None:
        """Walk a list that stands in an index once; pages far down come as soon as others then.

        Only as long as the register does not change: a reader is not used after that.
        """
        way = self._ways.straight()
        if way is not None:
            down = self.listing.descending
            self._course = Course(self._order, way, self._read.execute, descending=down)

    def ids(self, offset: int = 0, limit: int = -1) -> list[int]:
        """Return keys in display order."""
        down = self.listing.descending
        if self._course is not None and offset >= sizes.DEEP and limit >= 0:
            return self._course.keys(offset, limit)
        way = self._ways.to_page(offset, limit, descending=down)
        order = self._order.turned(descending=down)
        sql = f"SELECT r.id FROM {way.source} WHERE {way.where} ORDER BY {order} LIMIT ? OFFSET ?"
        return [key for (key,) in self._read.execute(sql, (*way.values, limit, offset))]

    def position(self, key: int) -> int | None:
        """Return where a record stands in the list, counted from 0; nothing if it does not."""
        plain = self._ways.plain()
        columns = ", ".join(self._order.columns)
        sql = f"SELECT {columns} FROM {plain.source} WHERE {plain.where} AND r.id = ?"
        own = self._read.execute(sql, (*plain.values, key))
        if not own:
            return None
        way = self._ways.best(deep=True)
        before, values = self._order.before(own[0], descending=self.listing.descending)
        sql = f"SELECT count(*) FROM {way.source} WHERE {way.where} AND {before}"
        return self._one(sql, (*way.values, *values))

    def rows(
        self, fields: Sequence[Any], offset: int = 0, limit: int = PAGE
    ) -> list[tuple[Any, ...]]:
        """Return one page: key, then a shown text per field."""
        return list(self._shown(fields, self.ids(offset, limit)))

    def all_rows(self, fields: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """Yield every record of the list: key, then a shown text per field; memory stays flat."""
        ids = self.ids()
        for start in range(0, len(ids), STEP):
            yield from self._shown(fields, ids[start : start + STEP])

    def values(self, fields: Sequence[Any], ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        """Yield records in the order of their keys: key, uid, then a value per field.

        A value is as the model holds it; of a link, the title of the record linked to; of a field
        hidden from who works now, its text masked.
        """
        joins, columns, readers = _columns(self.model, fields)
        sql = (
            f'SELECT r.id, r.uid, {", ".join(columns)} FROM "{self._table}" AS r {joins}'
            f" WHERE r.id IN ({marks(ids)})"
        )
        found = {row[0]: row for row in self._read.execute(sql, list(ids))}
        for key in ids:
            if key in found:
                row = found[key]
                yield row[:2] + tuple(
                    read(value) for read, value in zip(readers, row[2:], strict=True)
                )

    def _shown(self, fields: Sequence[Any], ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        shows = [
            _as_is if isinstance(field, Link) or hides(field) else field.show for field in fields
        ]
        for key, _uid, *values in self.values(fields, ids):
            yield (key, *(show(value) for show, value in zip(shows, values, strict=True)))

    def _one(self, sql: str, values: Sequence[object]) -> int:
        return int(self._read.execute(sql, values)[0][0])


def _columns(model: type[Record], fields: Sequence[Any]) -> tuple[str, list[str], list[Any]]:
    """Return joins, column expressions and readers that give fields their values."""
    joins: dict[str, str] = {}
    columns: list[str] = []
    readers: list[Any] = []
    for field in fields:
        alias = "r"
        trail = [*path_between(model, field.model)]
        while isinstance(field, Link):
            trail.append(field)
            field = _title_field(field.rel_model)  # noqa: PLW2901 - the title stands for the link
        for link in trail:
            step = f"{alias}_{link.name}"
            joins[step] = _join(alias, link, step)
            alias = step
        columns.append(f'{alias}."{field.column_name}"')
        readers.append(_reader(field))
    return " ".join(joins.values()), columns, readers


def _reader(field: Any) -> Any:  # noqa: ANN401
    """Return how a column's value is read; a link that is empty gives nothing of its record."""
    if hides(field):
        return lambda value: "" if value is None else seen(field, field.python_value(value))
    return lambda value: field.nothing if value is None else field.python_value(value)


def _join(alias: str, link: Link[Any], step: str) -> str:
    table = link.rel_model._meta.table_name
    return f'LEFT JOIN "{table}" AS {step} ON {step}.id = {alias}."{link.column_name}"'


def _title_field(model: type[Record]) -> Any:  # noqa: ANN401
    return model._meta.fields[model.TITLE]


def _as_is(value: object) -> str:
    return "" if value is None else str(value)


__all__ = ["PAGE", "Condition", "Kind", "Listing", "Reader", "condition"]
