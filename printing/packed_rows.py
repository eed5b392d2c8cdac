"""Holds the rows of a long list in a tenth of the memory, as they are read twice only.

The words of 50,000 people take 50 MB as Python strings, and printing goes through them once to
measure and once to draw; the register may be written to in between, so it is not read twice.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, overload

ROWS: Final = 128
"""Rows of a block; a block is unpacked whole."""
QUICK: Final = 1


class PackedRows(Sequence[Sequence[str]]):
    """Rows of words that are unpacked block by block when they are looked at."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self._blocks: list[bytes] = []
        self._count = 0
        self._open: tuple[int, list[Sequence[str]]] = (-1, [])
        reading = iter(rows)
        while block := list(islice(reading, ROWS)):
            self._blocks.append(zlib.compress(marshal.dumps(block), QUICK))
            self._count += len(block)

    def __len__(self) -> int:
        """How many rows there are."""
        return self._count

    def __iter__(self) -> Iterator[Sequence[str]]:
        """Yield the rows from the first to the last."""
        for block in self._blocks:
            yield from self._unpacked(block)

    @overload
    def __getitem__(self, place: int) -> Sequence[str]: ...
    @overload
    def __getitem__(self, place: slice) -> list[Sequence[str]]: ...
    def __getitem__(self, place: int | slice) -> Sequence[str] | list[Sequence[str]]:
        """Return a row or some; the block of the row asked for last stays unpacked."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._count))]
        block, row = divmod(range(self._count)[place], ROWS)
        if self._open[0] != block:
            self._open = (block, self._unpacked(self._blocks[block]))
        return self._open[1][row]

    @staticmethod
    def _unpacked(block: bytes) -> list[Sequence[str]]:
        rows: list[Sequence[str]] = marshal.loads(zlib.decompress(block))
        return rows
