"""Which way through the indexes a list takes, so that a page of a million rows comes at once.

The engine's own choice cannot know that words which begin alike lie together in the order by title,
and a wrong choice costs seconds; so each way names its index. Figures: `make bench`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.store import sizes
from models.store.early import EARLY, GLIMPSE, PROMISE, EarlyWalk
from models.store.narrowing import LIVE, Narrowing, join, of_keys
from models.store.sizes import Sized, Sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from models.facts import Link
    from models.record import Record
    from models.store.order import Order


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
        self._sizes = Sizes(model._meta.table_name, read)
        self._known: list[Sized] = []
        self._tests = [one for one in narrowings if one.is_match] or list(narrowings)

    def to_page(self, offset: int, limit: int, *, descending: bool = False) -> Way:
        """Return the way to some rows; a negative limit means all."""
        if limit < 0 or offset > sizes.DEEP:
            return self.best(deep=True)
        walk = self._early(descending=descending)
        if walk is None:
            return self.best(deep=False)
        rows = offset + limit
        met = self._read(*walk.statement(GLIMPSE, rows))
        promising = walk.tests and len(met) < rows <= len(met) * PROMISE
        if promising and self.ranked()[0].size > sizes.FEW:
            met = self._read(*walk.statement(EARLY, rows))
        if len(met) == rows:
            return self.in_set(of_keys([key for (key,) in met]), [])
        return self.best(deep=False)

    def _early(self, *, descending: bool) -> EarlyWalk | None:
        """Return the walk from the top where words are searched for and nothing else is asked."""
        if not (self.order.is_title and self.model.FULL_TEXT):
            return None
        words = self._words()
        if not words or not all(one.is_match or one.is_scan for one in self.narrowings):
            return None
        tests = [one for one in self._tests if not one.is_in_words]
        return EarlyWalk(self.model._meta.table_name, words, tests, descending=descending)

    def _words(self) -> tuple[str, ...]:
        """Return all that must stand in the folded search text."""
        return tuple(dict.fromkeys(word for one in self.narrowings for word in one.in_words))

    def counted(self) -> tuple[str, Sequence[object]]:
        """Return the statement that counts the list, and its values."""
        if not self.model.FULL_TEXT or not self.narrowings:
            return self._count(self.best(deep=True))
        if len(self.narrowings) == 1:
            lone = self.narrowings[0]
            if lone.is_match:
                lone = self._sizes.estimated(lone).one
            return f"SELECT count(*) FROM ({lone.keys})", lone.key_values
        first, *rest = self.ranked()
        if not rest or first.size <= sizes.FEW:
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
        by_key = first.size <= sizes.MANY and (first.size > sizes.FEW or not rest)
        if self.order.is_title and by_key and narrow:
            return self._titles(first.one, rest)
        if first.size > sizes.FEW and self.order.index:
            return self._walk(ranked, deep=deep)
        return self.in_set(first.one, rest) if first.is_narrow else self.plain()

    def straight(self) -> Way | None:
        """Return the way along one index in which the whole list stands in its order, if any."""
        if not self.model.FULL_TEXT or not self.order.index or self.order.link is not None:
            return None
        if not self.narrowings:
            return self._walk([], deep=True)
        first, *others = self.narrowings
        stands = self.order.is_title and first.index and not others
        return self._along(first, [], deep=True) if stands else None

    def ranked(self) -> list[Sized]:
        """Return the conditions, those that fewest meet first; a lone one with an index unasked."""
        if not self._known:
            lone = self.order.is_title and len(self.narrowings) == 1 and self.narrowings[0].index
            quick = [
                self._sizes.sized(one, ask=not lone) for one in self.narrowings if not one.is_scan
            ]
            quick = self._met_by_both(sorted(quick, key=lambda sized: sized.size))
            walked = self.order.is_title and bool(self._words())
            ask = not (walked or any(sized.is_narrow for sized in quick))
            slow = [self._sizes.sized(one, ask=ask) for one in self.narrowings if one.is_scan]
            self._known = sorted(quick + slow, key=lambda sized: sized.size)
        return self._known

    def _met_by_both(self, ranked: list[Sized]) -> list[Sized]:
        """Put the keys that meet the two rarest conditions in their place, where these are few."""
        along = self.order.is_title and ranked and ranked[0].one.index
        if along or len(ranked) < 2 or ranked[0].size <= sizes.FEW or not ranked[1].is_narrow:
            return ranked
        small, large = ranked[0].one, ranked[1].one
        sql = f"SELECT id FROM ({large.keys}) WHERE +id IN ({small.keys}) LIMIT {sizes.FEW + 1}"
        rows = self._read(sql, (*large.key_values, *small.key_values))
        if len(rows) > sizes.FEW:
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
        link, index = self.order.link, self.order.index
        if self.order.is_title and self._words() and not deep:
            index = f"{self.model._meta.table_name}_find"
            tests += [one for one in sets if one.in_words and not one.asks_numbers]
            sets = [one for one in sets if one.asks_numbers or not one.in_words]
        if link is None:
            return self._made(f'{self._table} INDEXED BY "{index}"', "", tests, sets)
        linked = link.rel_model._meta.table_name
        own = f"{self.model._meta.table_name}_of_{link.name}"
        source = (
            f'"{linked}" AS "{link.name}" INDEXED BY "{index}" CROSS JOIN {self._table}'
            f' INDEXED BY "{own}" ON r."{link.column_name}" = "{link.name}".id'
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
