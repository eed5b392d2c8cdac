"""Which way through the indexes a list takes, so that a page of a million rows comes at once.

The engine's own choice cannot know that words which begin alike lie together in the order by title,
and a wrong choice costs seconds; so each way names its index. Figures: `make bench`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING, Any

from models.store.narrowing import LIVE, Narrowing, join, of_keys

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
LOOSER = 3
"""A search for short terms besides holds so much larger a set: they may be met late."""
SCARCE = 1_000
"""Where only a scan tells, it stops at so many: the rest will be met soon enough."""

EARLY = 100_000
"""So many records from the top are looked through for a page of common words: some 20 ms."""
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
class Sized:
    """A condition and how many records meet it; `MANY_MORE` where more than matters."""

    one: Narrowing
    size: int

    @property
    def is_narrow(self) -> bool:
        """Tell whether its keys are few enough to be held."""
        return self.size < MANY_MORE


class Ways:
    """The ways to one list; how many records meet a condition is asked when it decides."""

    def __init__(
        self,
        model: type[Record],
        order: Order,
        narrowings: Sequence[Narrowing],
        read: Callable[[str, Sequence[object]], list[tuple[Any, ...]]],
    ) -> None:
        """Take the kind of record, the order wanted, the conditions, and what runs a statement."""
        self.model = model
        self.order = order
        self.narrowings = narrowings
        self._read = read
        self._total = -1
        self._known: list[Sized] = []
        self._estimates: dict[Narrowing, Sized] = {}
        self._tests = [one for one in narrowings if one.is_match] or list(narrowings)

    def to_page(self, offset: int, limit: int, *, descending: bool = False) -> Way:
        """Return the way to some rows; a negative limit means all."""
        deep = limit < 0 or offset > DEEP
        early = [] if deep else self._met_early(offset + limit, descending=descending)
        return self.in_set(of_keys(early), []) if early else self.best(deep=deep)

    def _met_early(self, rows: int, *, descending: bool) -> list[int]:
        """Return the keys met first where words stand so often near the top that a page is full.

        What the trigram index gives is tested by all words of the search.
        """
        if not (self.narrowings and self.order.is_title and self.model.FULL_TEXT):
            return []
        if not all(one.is_in_words for one in self.narrowings):
            return []
        if any(self._estimated(one).size <= MANY for one in self.narrowings if one.is_match):
            return []
        turn = " DESC" if descending else ""
        index = f'INDEXED BY "{self.model._meta.table_name}_find"'
        first = (
            f"SELECT r.id, r.search_words FROM {self._table} {index} WHERE {LIVE}"
            f" ORDER BY r.sort_key{turn}, r.id{turn} LIMIT {EARLY}"
        )
        tests = " AND ".join(one.test for one in self._tests)
        values = [value for one in self._tests for value in one.values]
        met = self._read(f"SELECT r.id FROM ({first}) AS r WHERE {tests} LIMIT {rows}", values)
        return [key for (key,) in met] if len(met) == rows else []

    def counted(self) -> tuple[str, Sequence[object]]:
        """Return the statement that counts the list, and its values."""
        if not self.model.FULL_TEXT or not self.narrowings:
            return self._count(self.best(deep=True))
        if len(self.narrowings) == 1:
            lone = self.narrowings[0]
            if lone.is_match:
                lone = self._estimated(lone).one
            return f"SELECT count(*) FROM ({lone.keys})", lone.key_values
        first, *rest = self.ranked()
        if not rest or first.size <= FEW:
            return self._count(self.in_set(first.one, rest))
        *held, walked = [sized.one for sized in (first, *rest) if not sized.one.is_implied]
        sets = " AND ".join(["1", *(f"+id IN ({one.keys})" for one in held)])
        values = [value for one in (walked, *held) for value in one.key_values]
        return f"SELECT count(*) FROM ({walked.keys}) WHERE {sets}", values

    def best(self, *, deep: bool) -> Way:
        """Return the way to a page.

        Args:
            deep: the page lies far down or all rows are wanted, so walking there row by row is
                dearer than gathering keys.
        """
        if not self.model.FULL_TEXT or not (self.narrowings or self.order.index):
            return self.plain()
        if not self.narrowings:
            return self._walk([], deep=deep)
        ranked = self.ranked()
        first, *rest = ranked
        if self.order.is_title and first.one.index:
            return self._along(first.one, rest, deep=deep)
        narrow = all(deep or other.is_narrow for other in rest)
        by_key = first.size <= MANY and (first.size > FEW or not rest)
        if self.order.is_title and by_key and narrow:
            return self._titles(first.one, rest)
        if first.size > FEW and self.order.index:
            return self._walk(ranked, deep=deep)
        return self.in_set(first.one, rest) if first.is_narrow else self.plain()

    def ranked(self) -> list[Sized]:
        """Return the conditions, those that fewest meet first; a lone one with an index unasked."""
        if not self._known:
            lone = self.order.is_title and len(self.narrowings) == 1 and self.narrowings[0].index
            quick = [self._sized(one, ask=not lone) for one in self.narrowings if not one.is_scan]
            quick = self._met_by_both(sorted(quick, key=lambda sized: sized.size))
            ask = not any(sized.is_narrow for sized in quick)
            slow = [self._sized(one, ask=ask) for one in self.narrowings if one.is_scan]
            self._known = sorted(quick + slow, key=lambda sized: sized.size)
        return self._known

    def _met_by_both(self, ranked: list[Sized]) -> list[Sized]:
        """Put the keys that meet the two rarest conditions in their place, where these are few."""
        along = self.order.is_title and ranked and ranked[0].one.index
        if along or len(ranked) < 2 or ranked[0].size <= FEW or not ranked[1].is_narrow:
            return ranked
        small, large = ranked[0].one, ranked[1].one
        sql = f"SELECT id FROM ({large.keys}) WHERE +id IN ({small.keys}) LIMIT {FEW + 1}"
        rows = self._read(sql, (*large.key_values, *small.key_values))
        if len(rows) > FEW:
            return ranked
        return [Sized(of_keys([key for (key,) in rows]), len(rows)), *ranked[2:]]

    def plain(self) -> Way:
        """Return the way that leaves the choice to the engine."""
        return self._made(self._table, "", self.narrowings, [])

    def in_set(self, first: Narrowing, rest: Iterable[Sized]) -> Way:
        """Return the way over the keys that meet one condition, looking at the rows for others."""
        tests = [other.one for other in rest]
        way = self._made(self._table, f"r.id IN ({first.keys})", tests, [])
        return Way(way.source, way.where, (*first.key_values, *way.values))

    def _sized(self, one: Narrowing, *, ask: bool) -> Sized:
        """Count the records that meet one condition, as far as it matters."""
        if not ask:
            return Sized(one, MANY_MORE)
        if one.is_match:
            return self._estimated(one)
        enough = SCARCE if one.is_scan else self._most()
        sql = f"SELECT count(*) FROM ({one.keys} LIMIT {enough + 1})"
        found = int(self._read(sql, one.key_values)[0][0])
        return Sized(one, found if found <= enough else MANY_MORE)

    def _estimated(self, one: Narrowing) -> Sized:
        """Read the first likely keys: few are tested, of more the last tells how dense they lie."""
        known = self._estimates.get(one)
        if known is None:
            known = self._estimates[one] = self._estimate(one)
        return known

    def _estimate(self, one: Narrowing) -> Sized:
        rows = self._read(f"{one.keys} LIMIT {FEW + 1}", (one.likely,))
        if len(rows) <= FEW:
            way = self.in_set(of_keys([key for (key,) in rows]), [])
            test, values = one.found_by
            sql = f"SELECT r.id FROM {way.source} WHERE {way.where} AND {test}"
            keys = [key for (key,) in self._read(sql, (*way.values, *values))]
            return Sized(of_keys(keys), len(keys))
        most = self._most() * (LOOSER if one.is_implied else 1)
        estimate = len(rows) * self._total // int(rows[-1][0])
        return Sized(one, max(estimate, FEW + 1) if estimate <= most else MANY_MORE)

    def _most(self) -> int:
        """Return how many records may meet a condition for it to count as narrow."""
        if self._total < 0:
            sql = f'SELECT coalesce(max(id), 0) FROM "{self.model._meta.table_name}"'
            self._total = int(self._read(sql, ())[0][0])
        return max(FEW, SPREAD * isqrt(self._total))

    def _count(self, way: Way) -> tuple[str, Sequence[object]]:
        return f"SELECT count(*) FROM {way.source} WHERE {way.where}", way.values

    @property
    def _table(self) -> str:
        return f'"{self.model._meta.table_name}" AS r'

    def _along(self, first: Narrowing, rest: list[Sized], *, deep: bool) -> Way:
        """Walk what meets one condition in the order by title."""
        sets, tests = _parted(rest, deep=deep)
        return self._made(f'{self._table} INDEXED BY "{first.index}"', "", [first, *tests], sets)

    def _titles(self, first: Narrowing, rest: list[Sized]) -> Way:
        index = f'"{self.model._meta.table_name}_titles"'
        sets = [other.one for other in rest]
        way = self._made(f"{self._table} INDEXED BY {index}", f"r.id IN ({first.keys})", [], sets)
        return Way(way.source, way.where, (*first.key_values, *way.values))

    def _walk(self, conditions: list[Sized], *, deep: bool) -> Way:
        """Walk the index of the order until the page is full."""
        sets, tests = _parted(conditions, deep=deep)
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


def _parted(conditions: list[Sized], *, deep: bool) -> tuple[list[Narrowing], list[Narrowing]]:
    """Part conditions into those met as sets of keys and those tested row by row."""
    sets = [sized.one for sized in conditions if deep or sized.is_narrow]
    return sets, [sized.one for sized in conditions if not (deep or sized.is_narrow)]
