"""Divides measured rows over pages before anything is drawn, so "Trang x/y" is known at once."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from printing.styles import ROWS_WITH_SIGNATURE


class Cut(NamedTuple):
    """A place between two lines of the table: the row and the line of it that comes next."""

    row: int
    line: int = 0


@dataclass(frozen=True)
class Rooms:
    """Heights in points: of a row's padding and line, of the pages, of what ends the table."""

    pad: float
    line: float
    first: float
    other: float
    tail: float

    def height(self, lines: int) -> float:
        """Height of a row of so many lines."""
        return self.pad + lines * self.line

    def fitting(self, room: float) -> int:
        """How many lines of one row fit into `room`."""
        return max(0, int((room - self.pad + 1e-6) / self.line))


def paginate(
    lines: array[int], rooms: Rooms, heads: Callable[[int], bool] = lambda _row: False
) -> list[Cut]:
    """Where each page begins, and the end: page n holds what stands between cut n and n + 1.

    A row is divided only when it is higher than a page. The tail is never left alone: the last
    rows move over with it. A row that `heads` others is never the last of a page.
    """
    cuts = [Cut(0)]
    left = rooms.first
    for row, count in enumerate(lines):
        height = rooms.height(count)
        if height <= left + 1e-6:
            left -= height
        elif height <= rooms.other:
            first = row
            while first - 1 > cuts[-1].row and heads(first - 1):
                first -= 1
            cuts.append(Cut(first))
            left = rooms.other - sum(rooms.height(n) for n in lines[first : row + 1])
        else:
            left = _divide(cuts, row, count, rooms, left)
    if left + 1e-6 < rooms.tail and lines:
        _move_last(cuts, lines, rooms, heads)
    cuts.append(Cut(len(lines)))
    return cuts


def _divide(cuts: list[Cut], row: int, count: int, rooms: Rooms, left: float) -> float:
    """Spread one overlong row over pages; returns the room left under its end."""
    done = rooms.fitting(left)
    if done == 0:
        cuts.append(Cut(row))
        done = rooms.fitting(rooms.other)
    while done < count:
        cuts.append(Cut(row, done))
        step = max(1, rooms.fitting(rooms.other))
        left = rooms.other - rooms.height(min(step, count - done))
        done += step
    return left


def _move_last(
    cuts: list[Cut], lines: array[int], rooms: Rooms, heads: Callable[[int], bool]
) -> None:
    """Begin a page for the tail, with up to three last rows, or the last lines of one row."""
    free = rooms.other - rooms.tail
    start = len(lines)
    while start > max(0, len(lines) - ROWS_WITH_SIGNATURE):
        height = rooms.height(lines[start - 1])
        if height > free:
            break
        free -= height
        start -= 1
    if Cut(start) <= cuts[-1]:
        start = cuts[-1].row + 1
    if start < len(lines):
        if start - 1 > cuts[-1].row and heads(start - 1) and rooms.height(lines[start - 1]) <= free:
            start -= 1
        cuts.append(Cut(start))
        return
    last = len(lines) - 1
    keep = min(ROWS_WITH_SIGNATURE, rooms.fitting(rooms.other - rooms.tail))
    before = cuts[-1].line if cuts[-1].row == last else 0
    line = max(before + 1, lines[-1] - keep)
    cuts.append(Cut(last, line) if line < lines[-1] else Cut(len(lines)))
