"""Milestones along a long list, so that a page far down is reached from near and not from the top.

Walking half a million entries of an index to show one page takes longer than a hand waits; a list
walked once from end to end, in pieces, knows where every so-many-th of its records stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.store.order import Order
    from models.store.way import Way

STEP = 5_000
"""So many records lie between two milestones: a thousandth of a second to walk."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a list in which what it is ordered by is either given throughout or empty.

    Attributes:
        row: at which row of the list it begins.
        stones: the values of the order's columns at every `STEP`-th of its rows.
    """

    row: int
    stones: tuple[tuple[object, ...], ...]


class Course:
    """A list that was walked once along an index that holds it in its order."""

    def __init__(
        self,
        order: Order,
        way: Way,
        read: Callable[[str, Sequence[object]], list[tuple[Any, ...]]],
        *,
        descending: bool,
    ) -> None:
        """Walk it from end to end, in statements of a millisecond each.

        Args:
            order: what the list is ordered by.
            way: along the index.
            read: what runs a statement.
            descending: whether the order is turned round.
        """
        self._order, self._way, self._read = order, way, read
        self._descending = descending
        self._stretches = self._walked()

    def keys(self, offset: int, limit: int) -> list[int]:
        """Return the keys of some rows, walking from the milestone before them."""
        keys: list[int] = []
        for stretch in self._stretches:
            if len(keys) == limit:
                break
            inside = max(0, offset - stretch.row)
            at = min(inside // STEP, len(stretch.stones) - 1)
            wanted = limit - len(keys)
            found = self._onward("r.id", stretch.stones[at], wanted, inside - at * STEP)
            keys += [key for (key,) in found]
        return keys

    def _walked(self) -> tuple[Stretch, ...]:
        stretches: list[Stretch] = []
        row = 0
        for part in self._order.parts(descending=self._descending):
            stones = self._stones(part)
            if stones:
                stretches.append(Stretch(row, stones))
                row += STEP * (len(stones) - 1) + self._left(stones[-1])
        return tuple(stretches)

    def _stones(self, part: str) -> tuple[tuple[object, ...], ...]:
        columns = ", ".join(self._order.columns)
        stones: list[tuple[object, ...]] = []
        found = self._rows(columns, part, (), 1, 0)
        while found:
            stones += found
            found = self._onward(columns, stones[-1], 1, STEP)
        return tuple(stones)

    def _left(self, stone: tuple[object, ...]) -> int:
        """Return how many rows its stretch has from a milestone on."""
        here, values = self._order.onward(stone, descending=self._descending)
        sql = f"SELECT count(*) FROM {self._way.source} WHERE {self._way.where} AND {here}"
        return int(self._read(sql, (*self._way.values, *values))[0][0])

    def _onward(
        self, columns: str, stone: tuple[object, ...], limit: int, offset: int
    ) -> list[tuple[Any, ...]]:
        """Read rows of a milestone's stretch, counted from the milestone."""
        here, values = self._order.onward(stone, descending=self._descending)
        return self._rows(columns, here, values, limit, offset)

    def _rows(
        self, columns: str, here: str, values: Sequence[object], limit: int, offset: int
    ) -> list[tuple[Any, ...]]:
        sql = (
            f"SELECT {columns} FROM {self._way.source} WHERE {self._way.where} AND {here}"
            f" ORDER BY {self._order.turned(descending=self._descending)} LIMIT ? OFFSET ?"
        )
        return self._read(sql, (*self._way.values, *values, limit, offset))
