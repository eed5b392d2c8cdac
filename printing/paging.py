"""Divides measured rows over pages before anything is drawn, so "Trang x/y" is known at once."""

from __future__ import annotations

from array import array
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


def paginate(lines: array[int], rooms: Rooms) -> list[Cut]:
    """Where each page begins, and the end: page n holds what stands between cut n and n + 1.

    A row is divided only when it is higher than a page. The tail is never left alone: the last
    rows move over with it.
    """
    cuts = [Cut(0)]
    left = rooms.first
    for row, count in enumerate(lines):
        height = rooms.height(count)
        if height <= left + 1e-6:
            left -= height
        elif height <= rooms.other:
            cuts.append(Cut(row))
            left = rooms.other - height
        else:
            left = _divide(cuts, row, count, rooms, left)
    if left + 1e-6 < rooms.tail and lines:
        _move_last(cuts, lines, rooms)
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


def _move_last(cuts: list[Cut], lines: array[int], rooms: Rooms) -> None:
    """Begin a page for the tail, with up to three last rows, or the last lines of one row."""
    free = rooms.other - rooms.tail
    start = len(lines)
    while start > max(0, len(lines) - ROWS_WITH_SIGNATURE):
        free -= rooms.height(lines[start - 1])
        if free < 0:
            break
        start -= 1
    if Cut(start) <= cuts[-1]:
        start = cuts[-1].row + 1
    if start < len(lines):
        cuts.append(Cut(start))
        return
    last = len(lines) - 1
    keep = min(ROWS_WITH_SIGNATURE, rooms.fitting(rooms.other - rooms.tail))
    before = cuts[-1].line if cuts[-1].row == last else 0
    line = max(before + 1, lines[-1] - keep)
    cuts.append(Cut(last, line) if line < lines[-1] else Cut(len(lines)))
