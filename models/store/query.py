"""Lists of any register, the same for window, paper and export.

The SQL is written here by hand because a page must come from covering indexes alone: keys of one
page first, its rows after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from models.errors import UserError
from models.facts import Fact, Kind, Link
from models.register import Register, path_between
from models.store import search
from models.store.database import database

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
    """

    field: Any
    values: tuple[object, ...]


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
        return Condition(register.model.uid, (text,))
    if name not in fields:
        raise UserError(
            f"Sổ {register.title} không có cột “{name}”. Có: {', '.join(fields)}.", name
        )
    field = fields[name]
    value = field.parse(text)
    if isinstance(field, Link):
        return Condition(field, (value.id,) if value else ())
    return Condition(field, () if field.is_empty(value) else (field.db_value(value),))


class Reader:
    """Reads a list through a connection."""

    def __init__(self, listing: Listing, connection: Connection | None = None) -> None:
        self.listing = listing
        self.model: type[Record] = listing.register.model
        self._table = self.model._meta.table_name
        self._read = connection or OpenRegister()
        self._terms = search.terms(listing.search)

    def count(self) -> int:
        """Return how many records the list has."""
        if not self._terms_only():
            where, values = self._where()
            sql = f'SELECT count(*) FROM "{self._table}" AS r {self._joins()} WHERE {where}'
            return int(self._read.execute(sql, values)[0][0])
        index = search.trigram_table(self.model)
        sql = f'SELECT count(*) FROM "{index}" WHERE "{index}" MATCH ?'
        return int(self._read.execute(sql, (search.trigram_match(self._terms),))[0][0])

    def ids(self, offset: int = 0, limit: int = -1) -> list[int]:
        """Return keys in display order."""
        sql, values = self._ids_sql()
        rows = self._read.execute(f"{sql} LIMIT ? OFFSET ?", (*values, limit, offset))
        return [key for (key,) in rows]

    def position(self, key: int) -> int | None:
        """Return where a record stands in the list, counted from 0; nothing if it does not."""
        order = self._order_columns()
        columns = ", ".join(order)
        own = self._read.execute(
            f'SELECT {columns} FROM "{self._table}" AS r {self._joins()} WHERE r.id = ?',
            (key,),
        )
        where, values = self._where()
        if not own or not self._read.execute(
            f'SELECT 1 FROM "{self._table}" AS r {self._joins()} WHERE r.id = ? AND {where}',
            (key, *values),
        ):
            return None
        before, before_values = self._before(order, own[0])
        sql = (
            f'SELECT count(*) FROM "{self._table}" AS r {self._joins()} WHERE {where} AND {before}'
        )
        return int(self._read.execute(sql, (*values, *before_values))[0][0])

    def _before(self, order: list[str], own: Sequence[object]) -> tuple[str, Sequence[object]]:
        """Return the condition that a row stands before one; what is empty comes first, or last."""
        down = self.listing.descending
        sign = ">" if down else "<"
        if own[0] is None:
            rest = f"({', '.join(order[1:])}) {sign} ({_marks(order[1:])})"
            empty = f"{order[0]} IS NOT NULL OR" if down else f"{order[0]} IS NULL AND"
            return f"({empty} {rest})", own[1:]
        row = f"({', '.join(order)}) {sign} ({_marks(order)})"
        return (row if down or not self._may_be_empty() else f"({order[0]} IS NULL OR {row})"), own

    def _may_be_empty(self) -> bool:
        """Tell whether the column sorted by can be NULL."""
        field = self.listing.order
        return field is not None and (field.model is not self.model or bool(field.null))

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

        A value is as the model holds it; of a link, the title of the record linked to.
        """
        joins, columns, readers = _columns(self.model, fields)
        sql = (
            f'SELECT r.id, r.uid, {", ".join(columns)} FROM "{self._table}" AS r {joins}'
            f" WHERE r.id IN ({_marks(ids)})"
        )
        found = {row[0]: row for row in self._read.execute(sql, list(ids))}
        for key in ids:
            if key in found:
                row = found[key]
                yield row[:2] + tuple(
                    read(value) for read, value in zip(readers, row[2:], strict=True)
                )

    def _shown(self, fields: Sequence[Any], ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        shows = [_as_is if isinstance(field, Link) else field.show for field in fields]
        for key, _uid, *values in self.values(fields, ids):
            yield (key, *(show(value) for show, value in zip(shows, values, strict=True)))

    def _terms_only(self) -> bool:
        return (
            self.model.FULL_TEXT
            and bool(self._terms)
            and not self.listing.where
            and search.is_exact(self._terms)
        )

    def _ids_sql(self) -> tuple[str, list[object]]:
        where, values = self._where()
        few = self._few_hits()
        if few is not None:
            where, values = f"r.id IN ({_marks(few)}) AND {where}", [*few, *values]
        turn = " DESC" if self.listing.descending else ""
        order = ", ".join(f"{column}{turn}" for column in self._order_columns())
        sql = (
            f'SELECT r.id FROM "{self._table}" AS r {self._joins()} WHERE {where} ORDER BY {order}'
        )
        return sql, values

    def _few_hits(self) -> list[int] | None:
        """Return the keys the trigram index finds when they are few enough to sort."""
        match = search.trigram_match(self._terms) if self.model.FULL_TEXT else ""
        if not match:
            return None
        index = search.trigram_table(self.model)
        sql = f'SELECT rowid FROM "{index}" WHERE "{index}" MATCH ? LIMIT ?'
        rows = self._read.execute(sql, (match, search.FEW + 1))
        return None if len(rows) > search.FEW else [key for (key,) in rows]

    def _where(self) -> tuple[str, list[object]]:
        parts, values = ["r.trashed_at IS NULL"], list[object]()
        for term in self._terms:
            part, its_values = search.condition(term, "r")
            parts.append(part)
            values.extend(its_values)
        for wanted in self.listing.where:
            column = self._column(wanted.field)
            if wanted.values:
                parts.append(f"{column} IN ({_marks(wanted.values)})")
                values.extend(wanted.values)
            else:
                parts.append(f"({column} IS NULL OR {column} = '')")
        return " AND ".join(parts), values

    def _order_columns(self) -> list[str]:
        field = self.listing.order
        if field is None or (field.model is self.model and _is_title(field)):
            return ["r.sort_key", "r.search_words", "r.search_numbers", "r.id"]
        return [self._column(field, for_order=True), "r.id"]

    def _column(self, field: Any, *, for_order: bool = False) -> str:  # noqa: ANN401
        links = path_between(self.model, field.model)
        name = field.name
        if for_order and isinstance(field, Fact):
            name = "sort_key" if links and _is_title(field) else field.key_name
        column = field.model._meta.fields[name].column_name
        return f'{links[0].name if links else "r"}."{column}"'

    def _joins(self) -> str:
        fields = [wanted.field for wanted in self.listing.where]
        if self.listing.order is not None:
            fields.append(self.listing.order)
        links = {
            link.name: link for field in fields for link in path_between(self.model, field.model)
        }
        return " ".join(_join("r", link, link.name) for link in links.values())


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
    return lambda value: field.nothing if value is None else field.python_value(value)


def _join(alias: str, link: Link[Any], step: str) -> str:
    table = link.rel_model._meta.table_name
    return f'LEFT JOIN "{table}" AS {step} ON {step}.id = {alias}."{link.column_name}"'


def _title_field(model: type[Record]) -> Any:  # noqa: ANN401
    return model._meta.fields[model.TITLE]


def _is_title(field: Any) -> bool:  # noqa: ANN401
    return bool(field.name == field.model.TITLE)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)


def _as_is(value: object) -> str:
    return "" if value is None else str(value)


__all__ = ["PAGE", "Condition", "Kind", "Listing", "Reader", "condition"]
