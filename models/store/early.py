"""The first records of a search met by walking the order by title from its end, but not for long.

Common words fill a page after some hundred entries of the index; how common they are near the top
no estimate tells, since words that begin alike lie together there. So one looks, and gives up soon.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.store.narrowing import LIVE, Narrowing

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a walk goes at most.

    Attributes:
        entries: of the index, whose words are tested.
        looks: at whole records with these words, each of which costs a hundred entries.
    """

    entries: int
    looks: int


GLIMPSE = Reach(10_000, 300)
"""Some 3 ms, for nothing where the words are rare."""
EARLY = Reach(100_000, 3_000)
"""Where a glimpse at whole records promises a page; words alone are tested without such an end."""
PROMISE = 10
"""So many times what a glimpse met is expected of the whole walk."""


@dataclass(frozen=True, eq=False, slots=True)
class EarlyWalk:
    """A search as this walk asks it.

    Attributes:
        table: of the kind searched.
        words: letters that must stand in the folded search text.
        tests: what else must be met, on the whole record.
        descending: whether it begins at the other end.
    """

    table: str
    words: tuple[str, ...]
    tests: Sequence[Narrowing]
    descending: bool

    def statement(self, reach: Reach, rows: int) -> tuple[str, Sequence[object]]:
        """Return the statement that gives the keys met first, and its values."""
        turn = " DESC" if self.descending else ""
        entries = (
            f'SELECT r.id, r.search_words FROM "{self.table}" AS r'
            f' INDEXED BY "{self.table}_find" WHERE {LIVE}'
            f" ORDER BY r.sort_key{turn}, r.id{turn} LIMIT {reach.entries}"
        )
        in_words = " AND ".join("instr(w.search_words, ?) > 0" for _word in self.words)
        enough = reach.looks if self.tests else rows
        named = f"SELECT w.id FROM ({entries}) AS w WHERE {in_words} LIMIT {enough}"
        if not self.tests:
            return named, self.words
        tests = " AND ".join(one.test for one in self.tests)
        values = [value for one in self.tests for value in one.values]
        sql = (
            f'SELECT r.id FROM ({named}) AS n CROSS JOIN "{self.table}" AS r ON r.id = n.id'
            f" WHERE {tests} LIMIT {rows}"
        )
        return sql, (*self.words, *values)
