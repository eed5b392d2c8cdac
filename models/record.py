"""What every stored record has: key, uid, times, revision, trash mark, search text and sort key."""

from __future__ import annotations

import os
import time
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from peewee import (
    AutoField,
    CursorWrapper,
    Field,
    FieldAccessor,
    IntegerField,
    Model,
    ModelSelect,
    TextField,
)

from models.facts import Fact, KeyField, Link
from models.store.database import database
from models.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LIVE = "trashed_at IS NULL"
Item = TypeVar("Item")


def new_uid() -> str:
    """Return 32 hex digits: 48 bits of milliseconds, then chance, so new keys stay together."""
    return f"{time.time_ns() // 1_000_000:012x}{os.urandom(10).hex()}"


class _Whole(ModelSelect[Any] if TYPE_CHECKING else ModelSelect):  # type: ignore[misc]
    """Whole records: the list of their columns is written once, not at every question.

    Of a form's save that was half the time; peewee writes forty columns in 0.3 ms.
    """

    def __sql_selection__(self, ctx: Any, is_subquery: bool = False) -> Any:  # noqa: ANN401
        if is_subquery or not self._is_default:
            return super().__sql_selection__(ctx, is_subquery)
        return ctx.literal(_columns(self.model, ctx.alias_manager[self.model._meta.table]))

    def _get_model_cursor_wrapper(self, cursor: Any) -> Any:  # noqa: ANN401
        if self._is_default and len(self._from_list) == 1 and not self._joins:
            return _WholeRows(cursor, self.model)
        return super()._get_model_cursor_wrapper(cursor)


class _WholeRows(CursorWrapper):  # type: ignore[misc,type-arg,unused-ignore]
    """Rows of whole records: whose each column is need not be found out, nor asked for each row."""

    def __init__(self, cursor: Any, model: type[Base]) -> None:  # noqa: ANN401
        super().__init__(cursor)
        self._model = model
        self._names, self._readers = _readers(model)

    def process_row(self, row: tuple[Any, ...]) -> Base:
        """Make the record of a row."""
        data = dict(zip(self._names, row, strict=True))
        for name, read in self._readers:
            data[name] = read(data[name])
        record = self._model(__no_default__=True)
        record.__data__ = data
        return record


@cache
def _readers(
    model: type[Model],
) -> tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """Return the names of all fields, and what reads the values of those kept as something else."""
    fields = model._meta.sorted_fields
    own = [field for field in fields if type(field).python_value.__module__ != Field.__module__]
    names = tuple(field.name for field in fields)
    return names, tuple((field.name, field.python_value) for field in own)


@cache
def _columns(model: type[Model], alias: str) -> str:
    return ", ".join(f'"{alias}"."{field.column_name}"' for field in model._meta.sorted_fields)


@cache
def _plain_names(model: type[Model]) -> frozenset[str]:
    """Return the fields of which nothing but the value is kept in memory."""
    fields = model._meta.sorted_fields
    return frozenset(field.name for field in fields if field.accessor_class is FieldAccessor)


class Base(Model):
    """Any table of the register's file.

    Class attributes:
        GUARDS: further SQL of its table: what the file itself keeps, whoever writes to it.
    """

    GUARDS: ClassVar[tuple[str, ...]] = ()

    id = AutoField()

    if not TYPE_CHECKING:  # peewee's own types stay

        def __init__(self, **values: Any) -> None:  # noqa: ANN401
            """Take values; only links need more than to be put where the others are.

            Peewee asks every field and keeps the names of all that are new; of a large import that
            was a quarter of the memory. Nothing here writes only what is new.
            """
            read = values.pop("__no_default__", False)
            data = self.__data__ = {} if read else self._meta.get_default_dict()
            self.__rel__, self._dirty = {}, set()
            plain = _plain_names(type(self))
            for name, value in values.items():
                if name in plain:
                    data[name] = value
                elif isinstance(value, Base) and name in self._meta.fields:
                    data[name], self.__rel__[name] = value.__data__.get("id"), value
                else:
                    setattr(self, name, value)

        @classmethod
        def select(cls, *fields: Any) -> Any:  # noqa: ANN401
            """Ask for whole records, or for some of their fields."""
            whole = cls._meta.sorted_fields
            return super().select(*fields) if fields else _Whole(cls, whole, is_default=True)

    class Meta:
        """All tables share one database."""

        database = database
        legacy_table_names = False


class Record(Base):
    """A record of a register.

    Class attributes:
        NOUN: what one record is called in a sentence ("tổ").
        TITLE: name of the field that titles it; a link lends the linked record's title.
        OWNERS: links, besides the required ones, whose record takes this one to the trash with it.
        FULL_TEXT: whether the table may grow so large that search needs its own index.
        BOOKED: written by the program's own acts alone; never typed, imported or thrown away.
        ONCE: links of which no two live records have the same.

    Attributes:
        beside: gives the others of its kind that are typed in one form with it; nothing for a
            record that stands for itself.
    """

    NOUN: ClassVar[str] = ""
    TITLE: ClassVar[str] = "name"
    OWNERS: ClassVar[tuple[str, ...]] = ()
    FULL_TEXT: ClassVar[bool] = False
    BOOKED: ClassVar[bool] = False
    ONCE: ClassVar[tuple[str, ...]] = ()

    beside: Callable[[], list[Any]] | None = None

    uid = TextField(unique=True, default=new_uid)
    created_at = TextField(default="")
    created_by = TextField(default="")
    updated_at = TextField(default="")
    updated_by = TextField(default="")
    revision = IntegerField(default=1)
    trashed_at = TextField(null=True)
    trashed_why = TextField(default="")
    sort_key = KeyField()
    search_words = TextField(default="")
    search_accents = TextField(default="")
    search_numbers = TextField(default="")

    @property
    def title(self) -> str:
        """What the record is called in lists, toasts and history."""
        value = getattr(self, self.TITLE)
        return value.title if isinstance(value, Record) else str(value)

    def refuses_trash(self) -> str:
        """Say why this record must stay out of the trash; nothing for what may go there."""
        return ""

    def title_key(self) -> str:
        """Return the key that orders records of this kind."""
        return self.key_of_title(self.title)

    @classmethod
    def key_of_title(cls, text: str) -> str:
        """Return the key of a title as typed."""
        return sort_key(text)

    @classmethod
    def named(cls, text: str) -> Self | None:
        """Return the only live record with this title, whatever case and tone placement."""
        wanted = (cls.sort_key == cls.key_of_title(text)) & cls.trashed_at.is_null()
        found = list(cls.select().where(wanted).limit(2))
        return found[0] if len(found) == 1 else None

    @classmethod
    def facts(cls) -> tuple[Fact, ...]:
        """Return the register fields in the order they are declared."""
        return _facts(cls)

    def stored_values(self) -> dict[str, Any]:
        """Return what was typed, as the file keeps it; links as the linked record's key."""
        return {fact.name: stored(self, fact) for fact in self.facts() if not fact.derived}


@cache
def _facts(model: type[Record]) -> tuple[Fact, ...]:
    return tuple(field for field in model._meta.sorted_fields if isinstance(field, Fact))


def parts(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Part items into lists for one question each; the last is shorter, none is empty."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def column(query: Any) -> list[Any]:  # noqa: ANN401 - any select of one column
    """Return the values of a query that selects one column."""
    return [value for (value,) in query.tuples()]


def stored(record: Record, fact: Any) -> Any:  # noqa: ANN401 - a fact is also a peewee field
    """Return one field's value as the file keeps it."""
    if isinstance(fact, Link):
        return getattr(record, fact.object_id_name)
    return fact.db_value(getattr(record, fact.name))


def live_indexes(model: type[Record]) -> list[str]:
    """Return the SQL of the indexes that make lists of this kind instant.

    All but those of links cover live records only; ties stand by title everywhere. Kinds that may
    grow large also get their titles by key, their search text apart from the wide rows (narrow for
    counting, and in the order by title, where what is common is met at once), and what lies in the
    trash. SQLite and PostgreSQL both read this form.
    """
    indexes = {"by_title": ["sort_key"]}
    if model.FULL_TEXT:
        indexes |= {
            "titles": ["id", "sort_key"],
            "words": ["search_words", "search_numbers"],
            "find": ["sort_key", "id", "search_words"],
        }
    for fact in model.facts():
        if fact.sorts and fact.name != model.TITLE:
            indexes[f"by_{fact.name}"] = [_column(model, fact.key_name), "sort_key"]
    table = model._meta.table_name
    live = [_index(table, name, columns, f" WHERE {LIVE}") for name, columns in indexes.items()]
    if model.FULL_TEXT:
        live.append(_index(table, "trashed", ["trashed_at"], f" WHERE NOT {LIVE}"))
    links = {
        f"of_{fact.name}": [_column(model, fact.name), "trashed_at", "sort_key"]
        for fact in model.facts()
        if isinstance(fact, Link)
    }
    once = [_column(model, name) for name in model.ONCE]
    if once:
        live.append(_index(table, "once", once, f" WHERE {LIVE}", "UNIQUE INDEX"))
    return live + [_index(table, name, columns) for name, columns in links.items()]


def _index(table: str, name: str, columns: list[str], where: str = "", kind: str = "INDEX") -> str:
    listed = ", ".join(f'"{column}"' for column in columns)
    return f'CREATE {kind} "{table}_{name}" ON "{table}" ({listed}){where}'


def _column(model: type[Record], name: str) -> str:
    field: Field[Any] = model._meta.fields[name]
    return str(field.column_name)
