"""What the file keeps of a record, taken from memory at the least cost, as large imports need."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from peewee import SQL, Field

from models.facts import Fact, Link
from models.store.database import database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from models.record import Record

    Convert = Callable[[Any], Any]


@cache
def columns(model: type[Record]) -> tuple[str, ...]:
    """Return the names of a table's columns, in the order of `row_of`."""
    return tuple(field.column_name for field in model._meta.sorted_fields)


def row_of(record: Record) -> list[Any]:
    """Return a record's values as the file keeps them; links must carry their keys already."""
    names, conversions = _conversions(type(record))
    row = list(map(record.__data__.get, names))
    for at, convert in conversions:
        row[at] = convert(row[at])
    return row


def update_row(record: Record, names: Iterable[str]) -> None:
    """Write some columns of a stored record; worded by hand, as peewee takes 0.4 ms for it."""
    fields = [type(record)._meta.fields[name] for name in names]
    wanted = ", ".join(f'"{field.column_name}" = ?' for field in fields)
    values = [field.db_value(record.__data__.get(field.name)) for field in fields]
    sql = f'UPDATE "{type(record)._meta.table_name}" SET {wanted} WHERE id = ?'
    database.execute_sql(sql, [*values, record.id])


def among(field: Field[Any], values: Sequence[Any]) -> Any:  # noqa: ANN401 - an expression
    """Return the condition that a field has one of many values, as one parameter of a statement.

    Worded value by value, a workbook's fifty thousand names cost more than to find them does.
    """
    return field.in_(SQL("(SELECT value FROM json_each(?))", (json.dumps(values),)))


def linked_by(link: Link[Any], ids: Sequence[int]) -> list[int]:
    """Return the keys of the records that link to some, those in the trash too; worded by hand."""
    marks = ", ".join("?" * len(ids))
    table = link.model._meta.table_name
    sql = f'SELECT id FROM "{table}" WHERE "{link.column_name}" IN ({marks})'
    return [key for (key,) in database.execute_sql(sql, list(ids))]


def given_in(model: type[Record], row: list[Any]) -> dict[str, tuple[None, Any]]:
    """Return what was typed into a new record, without what every new one holds."""
    return {name: (None, row[place]) for place, name, blank in _typed(model) if row[place] != blank}


def wrong_fields(record: Record) -> Iterator[tuple[Any, str]]:
    """Yield the fields whose values may not be stored, with what is wrong."""
    value_of = record.__data__.get
    for fact, name, required, is_link in _limited(type(record)):
        value: Any = value_of(name)
        if (value is None or value == "") and not required:
            continue
        message = fact.problem(getattr(record, name) if is_link else value)
        if message:
            yield fact, message


@cache
def _limited(model: type[Record]) -> tuple[tuple[Fact, str, bool, bool], ...]:
    """Return the fields of which some values are refused: names, which must be, which are links."""
    return tuple(
        (fact, fact.name, fact.required, isinstance(fact, Link))
        for fact in model.facts()
        if fact.required or type(fact).problem is not Fact.problem
    )


@cache
def _conversions(model: type[Record]) -> tuple[tuple[str, ...], tuple[tuple[int, Convert], ...]]:
    """Return the fields' names, and by place what turns values into the file's; few need it."""
    fields = model._meta.sorted_fields
    needed = ((at, _conversion(field)) for at, field in enumerate(fields))
    names = tuple(field.name for field in fields)
    return names, tuple((at, convert) for at, convert in needed if convert is not None)


def _conversion(field: Any) -> Convert | None:  # noqa: ANN401
    own = next(base for base in type(field).__mro__ if "db_value" in vars(base))
    convert: Convert | None = None if own.__module__ == Field.__module__ else field.db_value
    return convert


@cache
def _typed(model: type[Record]) -> tuple[tuple[int, str, Any], ...]:
    """Return place, name and blank value of the fields that people type."""
    blank = row_of(model())
    names = {fact.name for fact in model.facts() if not fact.derived}
    fields = enumerate(model._meta.sorted_fields)
    return tuple((at, field.name, blank[at]) for at, field in fields if field.name in names)
