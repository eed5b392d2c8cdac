"""Which way through the indexes a list takes, so that a page of a million rows comes at once.

The engine's own choice cannot know that words which begin alike lie together in the order by title,
and a wrong choice costs seconds; so each way names its index. Figures: `make bench`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING, Any

from models.store.narrowing import LIVE, Narrowing, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from models.facts import Link
    from models.record import Record
    from models.store.order import Order

FEW = 2_000
"""So many rows are looked at and sorted for one page."""
MANY = 20_000
"""So many titles are sorted for one page; they are read from an index by key."""
SPREAD = 40
"""A set of keys is held up to so many times the root of all: of more, a page of rows is met sooner
by testing them one by one than the set is gathered."""
SCARCE = 1_000
"""Where only a scan tells, it stops at so many: the rest will be met soon enough."""

MANY_MORE = sys.maxsize
"""What is said instead of a number that need not be known."""
DEEP = 1_000
"""From so far down a page is reached by sets of keys alone."""


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """Where the records of a list come from.

    Attributes:
        source: SQL after FROM; the row is `r`.
        where: SQL after WHERE.
        values: what source and where ask for.
    """

    source: str
    where: str
    values: tuple[object, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Ways:
    """The ways to one list.

    Attributes:
        model: the kind of record.
        order: the order wanted.
        narrowings: the conditions, all of which hold.
        size: tells how many records meet a condition, or `MANY_MORE` for more than `most`.
    """

    model: type[Record]
    order: Order
    narrowings: Sequence[Narrowing]
    size: Callable[[Narrowing], int]

    def best(self, *, deep: bool) -> Way:
        """Return the way to a page.

        Args:
            deep: the page lies far down or all rows are wanted, so walking there row by row is
                dearer than gathering keys.
        """
        if not self.model.FULL_TEXT or not (self.narrowings or self.order.index):
            return self.plain()
        if not self.narrowings:
            return self._walk(deep=deep)
        first, *rest = self.ranked()
        if self.order.is_title and first.index:
            return self._along(first, rest, deep=deep)
        return self._by_size(first, rest, deep=deep)

    def _by_size(self, first: Narrowing, rest: list[Narrowing], *, deep: bool) -> Way:
        size = self.size(first)
        sets = all(deep or self._is_narrow(one) for one in rest)
        if FEW < size <= MANY and self.order.is_title and sets:
            return self._titles(first, rest)
        if size > FEW and self.order.index:
            return self._walk(deep=deep)
        return self._gathered(first, rest) if size < MANY_MORE else self.plain()

    def ranked(self) -> list[Narrowing]:
        """Return the conditions, those that fewest meet first."""
        several = len(self.narrowings) > 1
        return sorted(self.narrowings, key=self.size) if several else list(self.narrowings)

    def plain(self) -> Way:
        """Return the way that leaves the choice to the engine."""
        return self._made(self._table, "", self.narrowings, [])

    def in_set(self, first: Narrowing, rest: Iterable[Narrowing]) -> Way:
        """Return the way over the keys that meet one condition, looking at the rows for others."""
        return self._gathered(first, list(rest))

    @property
    def _table(self) -> str:
        return f'"{self.model._meta.table_name}" AS r'

    def _is_narrow(self, one: Narrowing) -> bool:
        return self.size(one) < MANY_MORE

    def _along(self, first: Narrowing, rest: list[Narrowing], *, deep: bool) -> Way:
        """Walk what meets one condition in the order by title."""
        sets = [one for one in rest if deep or self._is_narrow(one)]
        tests = [first, *(one for one in rest if one not in sets)]
        return self._made(f'{self._table} INDEXED BY "{first.index}"', "", tests, sets)

    def _gathered(self, first: Narrowing, rest: list[Narrowing]) -> Way:
        way = self._made(self._table, f"r.id IN ({first.keys})", rest, [])
        return Way(way.source, way.where, (*first.key_values, *way.values))

    def _titles(self, first: Narrowing, rest: list[Narrowing]) -> Way:
        index = f'"{self.model._meta.table_name}_titles"'
        way = self._made(f"{self._table} INDEXED BY {index}", f"r.id IN ({first.keys})", [], rest)
        return Way(way.source, way.where, (*first.key_values, *way.values))

    def _walk(self, *, deep: bool) -> Way:
        """Walk the index of the order until the page is full."""
        sets = [one for one in self.narrowings if deep or self._is_narrow(one)]
        tests = [one for one in self.narrowings if one not in sets]
        link = self.order.link
        if link is None:
            return self._made(f'{self._table} INDEXED BY "{self.order.index}"', "", tests, sets)
        linked = link.rel_model._meta.table_name
        index = f"{self.model._meta.table_name}_of_{link.name}"
        source = (
            f'"{linked}" AS "{link.name}" INDEXED BY "{self.order.index}" CROSS JOIN {self._table}'
            f' INDEXED BY "{index}" ON r."{link.column_name}" = "{link.name}".id'
        )
        live = f'"{link.name}".trashed_at IS NULL'
        return self._made(source, live, tests, sets, joined=link)

    def _made(
        self,
        source: str,
        also: str,
        tests: Sequence[Narrowing],
        sets: Sequence[Narrowing],
        joined: Link[Any] | None = None,
    ) -> Way:
        links = {one.link.name: one.link for one in tests if one.link is not None}
        if self.order.link is not None:
            links[self.order.link.name] = self.order.link
        if joined is not None:
            links.pop(joined.name, None)
        where = [LIVE, *([also] if also else [])]
        where += [f"+r.id IN ({one.keys})" for one in sets] + [one.test for one in tests]
        values = [value for one in sets for value in one.key_values]
        values += [value for one in tests for value in one.values]
        joins = " ".join(join(link) for link in links.values())
        return Way(f"{source} {joins}", " AND ".join(where), tuple(values))


def most(one: Narrowing, total: int) -> int:
    """Return how many records may meet a condition for it to count as narrow, of so many in all."""
    return SCARCE if one.is_scan else max(FEW, SPREAD * isqrt(total))
