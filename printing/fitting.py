"""Moves width from columns that have some to spare to columns whose words stand in tall stacks.

The shares of a form are for a usual page; one long remark in a narrow column would make its row as
high as ten. What is moved is decided on a few rows only, so a long list costs no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Final

from printing.fonts import BOLD, REGULAR, printable
from printing.styles import CELL_PAD_X
from printing.wrap import Ruler, ruler

if TYPE_CHECKING:
    from printing.columns import PrintColumn

STEPS: Final = (36.0, 18.0, 9.0, 4.5)
"""Points moved at once, coarse moves first."""
MOST_MOVES: Final = 25
KEPT_SHARE: Final = 0.5
"""The part of its share that a column keeps, as empty cells are there to be written in."""
EVEN_ROWS: Final = 30
LONGEST_ROWS: Final = 10
ROWS_UNDER_TITLES: Final = 5
"""Rows that the titles weigh as much as a row for; a heading is read first."""
BREATH: Final = 3.0
"""Points that a cell likes to have free, as the rows that were not looked at differ a little."""
RAGGED: Final = 1.06
"""How much longer broken text is than its width, for the free ends of its lines."""
FILLED_WORDS: Final = 12
"""Words up to which lines are filled one by one, not guessed."""
LINE_COST: Final = 0.15
"""What a further line of a cell costs that does not make its row higher."""
OVERFLOW_COST: Final = 0.06
"""What a cell costs for each room that it runs over the first; draws towards standing on one."""
LEAST_GAIN: Final = 0.02
"""Lines that every point moved has to save; less is not worth leaving the shares of the form."""


def settled(
    widths: Sequence[float],
    least: Sequence[float],
    columns: Sequence[PrintColumn],
    rows: Sequence[Sequence[str]],
    size: float,
) -> list[float]:
    """Return the widths, in points and of the same sum, at which the rows are lowest.

    Args:
        widths: what the shares give.
        least: what no column goes under.
        columns: their titles count as one more row.
        rows: cells of the last columns; a column STT before them may have none.
        size: of the text, in points.
    """
    found = list(widths)
    if not rows:
        return found
    floors = [max(low, KEPT_SHARE * width) for low, width in zip(least, widths, strict=True)]
    weights, telling = _telling(rows)
    stacks = [_Stack(cells, weights) for cells in _measured(columns, telling, size)]
    for step in STEPS:
        for _ in range(MOST_MOVES):
            move = _best_move(found, floors, stacks, step)
            if move is None:
                break
            into, out = move
            found[into] += step
            found[out] -= step
    return found


def _telling(rows: Sequence[Sequence[str]]) -> tuple[list[float], list[Sequence[str]]]:
    """Rows at even steps and the wordiest of all, and for how many each stands, titles first."""
    even = list(rows[:: -(-len(rows) // EVEN_ROWS)])
    wordy = sorted(rows, key=lambda row: -max(map(len, row), default=0))[:LONGEST_ROWS]
    titles = max(1.0, len(rows) / ROWS_UNDER_TITLES)
    return [titles, *[len(rows) / len(even)] * len(even), *[1.0] * len(wordy)], [*even, *wordy]


@dataclass(frozen=True)
class _Stretch:
    """Text without line ends: how wide it is, and its words where they are few; points."""

    width: float
    words: tuple[float, ...] = ()
    space: float = 0.0

    @classmethod
    def of(cls, text: str, measure: Ruler) -> _Stretch:
        """Measure a text."""
        words = text.split(" ")
        few = tuple(map(measure.width, words)) if len(words) <= FILLED_WORDS else ()
        return cls(measure.width(text), few, measure.width(" "))

    def lines(self, room: float) -> int:
        """How many lines it takes, about."""
        if self.width <= room:
            return 1
        if not self.words:
            return max(2, ceil(self.width * RAGGED / room))
        count, used = 1, -self.space
        for word in self.words:
            used += self.space + word
            if used > room:
                count, used = count + 1, word
        return count


def _measured(
    columns: Sequence[PrintColumn], rows: Sequence[Sequence[str]], size: float
) -> list[list[list[_Stretch]]]:
    """The stretches of each cell, column by column, the title first."""
    bold, plain = ruler(BOLD, size), ruler(REGULAR, size)
    found = [[[_Stretch.of(printable(column.words), bold)]] for column in columns]
    before = len(columns) - len(rows[0])
    for row in rows:
        for place, cell in enumerate(row, start=before):
            stretches = printable(cell).strip("\n").split("\n")
            found[place].append([_Stretch.of(text, plain) for text in stretches])
    for titles in found[:before]:
        titles.extend([[_Stretch(0.0)]] * len(rows))
    return found


@dataclass
class _Stack:
    """The cells of a column; knows, and remembers, how they stand in a given width."""

    cells: list[list[_Stretch]]
    weights: list[float]
    known: dict[float, tuple[list[int], float]] = field(default_factory=dict)

    def at(self, width: float) -> tuple[list[int], float]:
        """The lines of each cell, about, and what the column costs besides."""
        width = round(width, 1)
        if width not in self.known:
            room = width - 2 * CELL_PAD_X
            lines = [sum(part.lines(room) for part in cell) for cell in self.cells]
            besides = (
                weight * (LINE_COST * (count - 1) + OVERFLOW_COST * _over(cell, room))
                for weight, count, cell in zip(self.weights, lines, self.cells, strict=True)
            )
            self.known[width] = lines, sum(besides)
        return self.known[width]


def _over(cell: Sequence[_Stretch], room: float) -> float:
    """How many rooms the longest stretch of a cell runs over the first."""
    return max(0.0, (max(part.width for part in cell) + BREATH) / room - 1)


def _best_move(
    widths: Sequence[float], floors: Sequence[float], stacks: Sequence[_Stack], step: float
) -> tuple[int, int] | None:
    """The column to widen by a step and the one to narrow; None when no pair is better so."""
    now = [stack.at(width) for stack, width in zip(stacks, widths, strict=True)]
    rows = [sorted((0, *cells), reverse=True) for cells in zip(*(n[0] for n in now), strict=True)]

    def change(place: int, by: float) -> float:
        """What all rows together grow by when one column gets another width."""
        was, cost_was = now[place]
        lines, cost = stacks[place].at(widths[place] + by)
        grown = cost - cost_was
        for weight, old, new, row in zip(stacks[place].weights, was, lines, rows, strict=True):
            if old != new:
                rest = row[1] if old == row[0] else row[0]
                grown += weight * (max(new, rest) - max(old, rest))
        return grown

    places = range(len(widths))
    wider = {place: change(place, step) for place in places}
    narrower = {p: change(p, -step) for p in places if widths[p] - step >= floors[p]}
    pairs = [(into, out) for into in places for out in narrower if into != out]
    best = min(pairs, key=lambda pair: wider[pair[0]] + narrower[pair[1]], default=None)
    if best is None or wider[best[0]] + narrower[best[1]] > -LEAST_GAIN * step:
        return None
    return best
