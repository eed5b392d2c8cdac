"""Ruled tables measured before they are drawn: widths, broken cells, heights and the heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from printing import styles
from printing.columns import (
    Band,
    PrintColumn,
    Row,
    fitting_size,
    narrow_bands,
    number_column,
    sampled,
    short_words,
    spread,
)
from printing.fitting import settled
from printing.fonts import BOLD, ITALIC, REGULAR, drawable, is_plain
from printing.sketch import ASCENT, Rule, Sketch, Word
from printing.styles import CELL_PAD_X, CELL_PAD_Y
from printing.wrap import REMEMBERED, ruler

Cell = str | list[str]
SLACK: Final = 0.01
"""Points a width may pass its room by, so that what was measured to fit is not broken."""


class Table:
    """The measured table: where its columns stand and how high a row is, all in points.

    `shift` is 1 when a column STT stands before the cells of the rows, else 0.
    """

    def __init__(
        self,
        columns: Sequence[PrintColumn],
        room: float,
        rows: Sequence[Row] = (),
        *,
        numbered: bool = False,
        lettered: bool = False,
        most_size: float | None = None,
    ) -> None:
        self.columns = list(columns)
        self.shift = int(numbered)
        telling = sampled(rows)
        words = short_words(columns, telling)
        if numbered:
            first, numbers = number_column(len(rows))
            self.columns.insert(0, first)
            words.insert(0, numbers)
        self.size, least = fitting_size(self.columns, words, room, most_size)
        widths = spread([column.share for column in self.columns], least, room)
        telling += narrow_bands(rows, len(columns))
        widths = settled(widths, least, self.columns, telling, self.size)
        self.edges = [sum(widths[:place]) for place in range(len(widths) + 1)]
        self.rooms = [width - 2 * CELL_PAD_X + SLACK for width in widths]
        self.cell_rooms = self.rooms[self.shift :]
        self.ruler = ruler(REGULAR, self.size)
        self.bold = ruler(BOLD, self.size)
        self.line = self.size * styles.TABLE_TEXT.leading
        self.heading = self._heading(lettered)
        self._broken: dict[tuple[float, str], list[str]] = {}

    def clean(self, row: Sequence[str]) -> Sequence[str]:
        """The row as it may be drawn; UserError names letters no face has."""
        if is_plain(" ".join(row)):
            return row
        return [drawable(cell) for cell in row]

    def lines(self, row: Row) -> int:
        """How many lines the highest cell of a row takes."""
        if isinstance(row, Band):
            return max(len(words) for _, _, words in self.band(row))
        measure = self.ruler.width
        most = 1
        for text, room in zip(self.clean(row), self.cell_rooms, strict=True):
            if measure(text) > room or "\n" in text:
                most = max(most, len(self._break(text, room)))
        return most

    def cells(self, row: Sequence[str]) -> list[Cell]:
        """The cells of a row, each one line or a list of lines."""
        measure = self.ruler.width
        return [
            self._break(text, room) if measure(text) > room or "\n" in text else text
            for text, room in zip(self.clean(row), self.cell_rooms, strict=True)
        ]

    def _break(self, text: str, room: float) -> list[str]:
        """The lines of a cell that does not fit, remembered for the second pass."""
        key = (room, text)
        known = self._broken.get(key)
        if known is None:
            if len(self._broken) >= REMEMBERED:
                self._broken.clear()
            known = self._broken[key] = self.ruler.wrap(text.strip("\n"), room)
        return known

    def band(self, row: Band) -> list[tuple[int, int, list[str]]]:
        """The pieces of a band as (first column, column after the last, lines)."""
        text, *given = self.clean([row.text, *row.cells])
        cells = [""] * self.shift + list(given)
        cells += [""] * (len(self.columns) - len(cells))
        first = next((place for place, words in enumerate(cells) if words), len(cells)) or 1
        pieces = [(0, first, self.bold.wrap(text, self.edges[first] - 2 * CELL_PAD_X))]
        pieces += [
            (place, place + 1, self.bold.wrap(cells[place], self.rooms[place]))
            for place in range(first, len(cells))
        ]
        return pieces

    def height(self, lines: int) -> float:
        """Height of a row of so many lines."""
        return lines * self.line + 2 * CELL_PAD_Y

    def start(self, place: int, text: str) -> float:
        """Where a line of a cell begins, from the left edge of the table."""
        align = self.columns[place].align
        if align == "left":
            return self.edges[place] + CELL_PAD_X
        spare = self.rooms[place] - self.ruler.width(text)
        return self.edges[place] + CELL_PAD_X + (spare if align == "right" else spare / 2)

    def band_start(self, first: int, after: int, text: str, *, centred: bool) -> float:
        """Where a line of a band begins: its words at the left or centred, figures as below."""
        room = self.edges[after] - self.edges[first] - 2 * CELL_PAD_X
        align = ("centre" if centred else "left") if first == 0 else self.columns[first].align
        spare = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        return self.edges[first] + CELL_PAD_X + (room - self.bold.width(text)) * spare

    def _heading(self, lettered: bool) -> Sketch:
        """The titles in one or two levels, and the row of column numbers when asked for."""
        sketch = Sketch()
        titles = [
            self.bold.balanced(drawable(column.words), room)
            for column, room in zip(self.columns, self.rooms, strict=True)
        ]
        spans = self._groups()
        groups = {
            span: self.bold.wrap(name, self.edges[span[1]] - self.edges[span[0]] - 2 * CELL_PAD_X)
            for span, name in spans.items()
        }
        inside = {place for first, after in spans for place in range(first, after)}
        upper = max((self.height(len(lines)) for lines in groups.values()), default=0.0)
        lower = max((self.height(len(titles[p])) for p in inside), default=0.0)
        alone = max(
            (self.height(len(t)) for p, t in enumerate(titles) if p not in inside), default=0
        )
        lower = max(lower, alone - upper)
        for (first, after), lines in groups.items():
            self._place(sketch, (first, after), lines, 0, upper)
            sketch.rules.append(Rule(self.edges[first], upper, self.edges[after], upper))
        for place, lines in enumerate(titles):
            top = upper if place in inside else 0.0
            self._place(sketch, (place, place + 1), lines, top, upper + lower)
        self._verticals(sketch, set(spans), upper, upper + lower)
        if lettered:
            self._letters(sketch)
        return sketch

    def _groups(self) -> dict[tuple[int, int], str]:
        """The shared headings: (first column, column after the last) → words."""
        found: dict[tuple[int, int], str] = {}
        for name, run in groupby(enumerate(self.columns), key=lambda item: item[1].group):
            places = [place for place, _ in run]
            if name:
                found[(places[0], places[-1] + 1)] = drawable(name)
        return found

    def _place(
        self, sketch: Sketch, span: tuple[int, int], lines: list[str], top: float, bottom: float
    ) -> None:
        """Centre the lines of a heading cell both ways."""
        centre = (self.edges[span[0]] + self.edges[span[1]]) / 2
        y = (top + bottom - len(lines) * self.line) / 2
        for line in lines:
            x = centre - self.bold.width(line) / 2
            sketch.words.append(Word(x, y + ASCENT * self.size, line, BOLD, self.size))
            y += self.line
        sketch.height = max(sketch.height, bottom)

    def _verticals(
        self, sketch: Sketch, spans: set[tuple[int, int]], upper: float, bottom: float
    ) -> None:
        """The frame of the heading; lines inside a group start under its words."""
        hidden = {place for first, after in spans for place in range(first + 1, after)}
        for place, x in enumerate(self.edges):
            sketch.rules.append(Rule(x, upper if place in hidden else 0.0, x, bottom))
        right = self.edges[-1]
        sketch.rules += [Rule(0, 0, right, 0), Rule(0, bottom, right, bottom)]

    def _letters(self, sketch: Sketch) -> None:
        """The row (1), (2), (3) under the titles."""
        measure = ruler(ITALIC, self.size - 1)
        top = sketch.height
        bottom = top + self.height(1)
        for place, x in enumerate(self.edges):
            sketch.rules.append(Rule(x, top, x, bottom))
            if place < len(self.columns):
                mark = f"({place + 1})"
                middle = (x + self.edges[place + 1] - measure.width(mark)) / 2
                baseline = top + CELL_PAD_Y + ASCENT * self.size
                sketch.words.append(Word(middle, baseline, mark, ITALIC, self.size - 1))
        sketch.rules.append(Rule(0, bottom, self.edges[-1], bottom))
        sketch.height = bottom
