"""How many records meet a condition, as far as it matters and no more is asked than must be."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING, Any

from models.store.narrowing import LIVE, Narrowing, of_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FEW = 2_000
"""So many rows are looked at and sorted for one page."""
HELD = 5_000
"""So many keys of one term are kept when they have been read; more are read again where needed."""
MANY = 20_000
"""So many titles are sorted for one page; they are read from an index by key."""
SPREAD = 40
"""A set of keys is held up to so many times the root of all: of more, a page of rows is met sooner
by testing them one by one than the set is gathered."""
LOOSER = 3
"""A search for short terms besides holds so much larger a set: they may be met late."""
SCARCE = 1_000
"""Where only a scan tells, it stops at so many: the rest will be met soon enough."""
DEEP = 1_000
"""From so far down a page is reached by sets of keys alone."""
MANY_MORE = sys.maxsize
"""What is said instead of a number that need not be known."""


@dataclass(frozen=True, eq=False, slots=True)
class Sized:
    """A condition and how many records meet it; `MANY_MORE` where more than matters."""

    one: Narrowing
    size: int

    @property
    def is_narrow(self) -> bool:
        """Tell whether its keys are few enough to be held."""
        return self.size < MANY_MORE


class Sizes:
    """What is known of conditions of one list; each is asked for once."""

    def __init__(
        self, table: str, read: Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
    ) -> None:
        """Take the table of the kind of record, and what runs a statement."""
        self._table, self._read = table, read
        self._last = -1
        self._estimates: dict[Narrowing, Sized] = {}

    def sized(self, one: Narrowing, *, ask: bool) -> Sized:
        """Count the records that meet one condition, as far as it matters."""
        if not ask:
            return Sized(one, MANY_MORE)
        if one.is_match:
            return self.estimated(one)
        enough = SCARCE if one.is_scan else self._most()
        sql = f"SELECT count(*) FROM ({one.keys} LIMIT {enough + 1})"
        found = int(self._read(sql, one.key_values)[0][0])
        return Sized(one, found if found <= enough else MANY_MORE)

    def estimated(self, one: Narrowing) -> Sized:
        """Read the first keys: few are tested, of more the last tells how dense they lie."""
        known = self._estimates.get(one)
        if known is None:
            known = self._estimates[one] = self._estimate(one)
        return known

    def _estimate(self, one: Narrowing) -> Sized:
        """Ask for what is looser first; only where that is not rare, for the whole."""
        rows: list[tuple[Any, ...]] = []
        for match in one.looser:
            rows = self._read(f"{one.keys} LIMIT {FEW + 1}", (match,))
            if len(rows) <= FEW:
                return self._tested(one, [key for (key,) in rows])
        if not one.pairs or any(self._lies(one, pair) <= MANY for pair in one.pairs):
            enough = max(FEW, HELD) if one.is_decided else FEW
            rows = self._read(f"{one.keys} LIMIT {enough + 1}", one.key_values)
            if len(rows) <= enough:
                keys = [key for (key,) in rows]
                return (
                    Sized(of_keys(keys), len(keys)) if one.is_decided else self._tested(one, keys)
                )
        most = self._most() * (LOOSER if one.is_implied else 1)
        estimate = self._spread(rows)
        return Sized(one, max(estimate, FEW + 1) if estimate <= most else MANY_MORE)

    def _lies(self, one: Narrowing, match: str) -> int:
        """Return about how many records the trigram index would give for a part of a condition."""
        return self._spread(self._read(f"{one.keys} LIMIT {FEW + 1}", (match,)))

    def _spread(self, rows: list[tuple[Any, ...]]) -> int:
        """Return how many there are if all lie as dense as the first, given in order of key."""
        if len(rows) <= FEW:
            return len(rows)
        return len(rows) * self._last_key() // int(rows[-1][0])

    def _tested(self, one: Narrowing, likely: list[int]) -> Sized:
        """Look at a few records that may meet a condition; return those that do."""
        asked, (test, values) = of_keys(likely), one.found_by
        sql = f'SELECT r.id FROM "{self._table}" AS r WHERE {LIVE} AND {asked.test} AND {test}'
        keys = [key for (key,) in self._read(sql, (*asked.values, *values))]
        return Sized(of_keys(keys), len(keys))

    def _most(self) -> int:
        """Return how many records may meet a condition for it to count as narrow."""
        return max(FEW, SPREAD * isqrt(self._last_key()))

    def _last_key(self) -> int:
        if self._last < 0:
            sql = f'SELECT coalesce(max(id), 0) FROM "{self._table}"'
            self._last = int(self._read(sql, ())[0][0])
        return self._last
