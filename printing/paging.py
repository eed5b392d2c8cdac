"""Divides measured rows over pages before anything is drawn, so "Trang x/y" is known at once."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from printing.styles import ROWS_WITH_SIGNATURE

SLACK: Final = 1e-6
"""Points by which sums of heights may differ from what they stand for."""


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
        return max(0, int((room - self.pad + SLACK) / self.line))


def paginate(
    lines: array[int], rooms: Rooms, heads: Callable[[int], bool] = lambda _row: False
) -> list[Cut]:
    """Where each page begins, and the end: page n holds what stands between cut n and n + 1.

    A row is divided only when it is higher than a page, or the first row than the first page. The
    tail is never left alone: the last rows move over with it. A row that `heads` others is never
    the last of a page.
    """
    cuts = [Cut(0)]
    left = rooms.first
    for row, count in enumerate(lines):
        height = rooms.height(count)
        if height <= left + SLACK:
            left -= height
        elif height <= rooms.other and row > cuts[-1].row:
            cuts.append(Cut(row))
            left = rooms.other - height
            while (
                heads(row - 1) and row - 1 > cuts[-2].row and rooms.height(lines[row - 1]) <= left
            ):
                row -= 1  # noqa: PLW2901 - the heading comes along
                cuts[-1] = Cut(row)
                left -= rooms.height(lines[row])
        else:
            left = _divide(cuts, row, count, rooms, left)
    if lines:
        _place_tail(cuts, lines, rooms, _first_kept(lines, rooms, heads), left)
    cuts.append(Cut(len(lines)))
    return cuts


def _divide(cuts: list[Cut], row: int, count: int, rooms: Rooms, left: float) -> float:
    """Spread one overlong row over pages; returns the room left under its end."""
    done = rooms.fitting(left)
    if done == 0:
        cuts.append(Cut(row))
        done = rooms.fitting(rooms.other)
        left = rooms.other - rooms.height(min(done, count))
    while done < count:
        cuts.append(Cut(row, done))
        step = max(1, rooms.fitting(rooms.other))
        left = rooms.other - rooms.height(min(step, count - done))
        done += step
    return left


def _first_kept(lines: array[int], rooms: Rooms, heads: Callable[[int], bool]) -> int:
    """The first of the last rows, three and their heading at most, that fit over the tail."""
    free = rooms.other - rooms.tail
    start = len(lines)
    while start and rooms.height(lines[start - 1]) <= free:
        if start <= len(lines) - ROWS_WITH_SIGNATURE and not heads(start - 1):
            break
        start -= 1
        free -= rooms.height(lines[start])
    return start


def _place_tail(cuts: list[Cut], lines: array[int], rooms: Rooms, start: int, left: float) -> None:
    """Let the tail stand under the rows from `start` on, or under the last lines of one row."""
    fits = rooms.tail <= left + SLACK
    if fits and (len(cuts) == 1 or cuts[-1] <= Cut(start)):
        return
    if fits:
        if cuts[-1].line == 0 and Cut(start) > cuts[-2]:
            cuts[-1] = Cut(start)
        return
    row = start if Cut(start) > cuts[-1] else cuts[-1].row + 1
    if row < len(lines):
        cuts.append(Cut(row))
        return
    last = len(lines) - 1
    keep = min(ROWS_WITH_SIGNATURE, rooms.fitting(rooms.other - rooms.tail))
    before = cuts[-1].line if cuts[-1].row == last else 0
    line = max(before + 1, lines[-1] - keep)
    cuts.append(Cut(last, line) if line < lines[-1] else Cut(len(lines)))
