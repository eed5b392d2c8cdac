"""What a list asks: columns, queries, pages of ready texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable


class Align(StrEnum):
    """Where a cell's text stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class CellKind(StrEnum):
    """How a cell is painted."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """One column of a list.

    ``share`` is its width relative to the others, 0 keeps it hidden until asked for; ``short`` is
    the heading where room is scarce; ``looks`` names a kind of look (see `ui.looks`) for words of
    a catalogue; ``room`` is the least room it needs (see `ui.table.columns.Room`), ``sample`` a
    text that is never cut.
    """

    key: str
    title: str
    share: float = 1.0
    align: Align = Align.LEFT
    kind: CellKind = CellKind.TEXT
    short: str = ""
    looks: Mapping[str, str] = field(default_factory=dict)
    sortable: bool = True
    room: int = 0
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """The column a list is sorted by."""

    column: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows: words searched for, filters as (key, value), and the order."""

    search: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    order: Order = Order()


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a list: its key and a ready text for every column."""

    id: int
    cells: tuple[str, ...]


class ListSource(Protocol):
    """A list of any length.

    All methods but `columns` and `interrupt` are called on one worker thread, one at a time, so
    the source may keep a connection of that thread. `interrupt` comes from another thread and
    makes the running call fail with any exception.
    """

    @property
    def columns(self) -> Sequence[ColumnFacts]:
        """The columns, in order; the cells of every row follow it."""

    def count(self, query: Query) -> int:
        """How many rows there are in all."""

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Rows ``offset`` to ``offset + limit``, fewer at the end."""

    def position(self, query: Query, identity: int) -> int:
        """At which row a record stands, -1 when it is not in the list."""

    def interrupt(self) -> None:
        """Stop the call that is running, if there is one."""


@runtime_checkable
class LongList(ListSource, Protocol):
    """A list that may be so long that its far rows are reached late."""

    def survey(self, query: Query) -> None:
        """Look through the list once; its far pages come as soon as its first after that."""
