"""Draws the rows of a measured table: all text of a page in one object, all lines in one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from printing.columns import Band
from printing.fonts import BOLD, REGULAR
from printing.ink import Ink
from printing.sketch import ASCENT
from printing.styles import CELL_PAD_Y, GRID, HEADER_TINT
from printing.table import Cell, Table

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

HEADING: Final = "Heading"


def keep_heading(canvas: Canvas, table: Table, name: str = HEADING) -> None:
    """Store the heading of a table in the file once, under a name; every page refers to it."""
    height = table.heading.height
    canvas.beginForm(name, -1, -1, table.edges[-1] + 1, height + 1)
    draw_heading(canvas, table, 0, height)
    canvas.endForm()


def draw_heading(canvas: Canvas, table: Table, left: float, top: float) -> float:
    """Draw the heading of a table in place; returns where the rows begin."""
    bottom = top - table.heading.height
    canvas.setFillGray(HEADER_TINT)
    canvas.rect(left, bottom, table.edges[-1], table.heading.height, stroke=0, fill=1)
    canvas.setFillGray(0)
    table.heading.draw(canvas, left, top, GRID)
    return bottom


def place_heading(
    canvas: Canvas, table: Table, left: float, top: float, name: str = HEADING
) -> float:
    """Show the heading stored under a name; returns where the rows begin."""
    bottom = top - table.heading.height
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.doForm(name)
    canvas.restoreState()
    return bottom


class RowPen:
    """Draws rows downwards from (`left`, `y`), PDF points; nothing shows before `finish`."""

    def __init__(self, ink: Ink, table: Table, left: float, top: float) -> None:
        self.table = table
        self.left = left
        self.y = top
        self._segment = top
        self._lines: list[tuple[float, float, float, float]] = []
        self._ink = ink
        self._ink.face(REGULAR, table.size)
        self._drop = CELL_PAD_Y + ASCENT * table.size

    def row(self, cells: Sequence[str], number: str = "") -> None:
        """Draw a row whose cells are one line each; `number` goes into the column STT."""
        table, ink = self.table, self._ink
        baseline = self.y - self._drop
        if number:
            ink.at(self.left + table.start(0, number), baseline, number)
        for place, words in enumerate(cells, start=table.shift):
            if words:
                ink.at(self.left + table.start(place, words), baseline, words)
        self._close_row(1)

    def part(self, cells: Sequence[Cell], first: int, after: int, number: str = "") -> None:
        """Draw the lines from `first` up to `after` of a row with broken cells."""
        if number:
            self._cell(0, number, 0, 1)
        for place, cell in enumerate(cells, start=self.table.shift):
            self._cell(place, cell, first, after)
        self._close_row(after - first)

    def empty(self, lines: int, number: str = "") -> None:
        """Draw a row to be filled in by hand, `lines` high."""
        if number:
            self._cell(0, number, 0, 1, (lines - 1) / 2)
        self._close_row(lines)

    def _cell(self, place: int, cell: Cell, first: int, after: int, sink: float = 0.0) -> None:
        """Draw some lines of a cell, `sink` lines lower than the top."""
        lines = [cell] if isinstance(cell, str) else cell
        baseline = self.y - self._drop - sink * self.table.line
        for words in lines[first:after]:
            self._ink.at(self.left + self.table.start(place, words), baseline, words)
            baseline -= self.table.line

    def band(self, band: Band) -> None:
        """Draw a bold row whose words may run over several columns."""
        table = self.table
        self._verticals()
        self._ink.face(BOLD, table.size)
        pieces = table.band(band)
        lines = max(len(words) for _, _, words in pieces)
        top = self.y
        for first, after, words in pieces:
            baseline = top - self._drop
            for line in words:
                x = table.band_start(first, after, line, centred=band.centred)
                self._ink.at(self.left + x, baseline, line)
                baseline -= table.line
        self._ink.face(REGULAR, table.size)
        self._close_row(lines)
        for edge in {0, len(table.columns), *(first for first, _, _ in pieces)}:
            x = self.left + table.edges[edge]
            self._lines.append((x, top, x, self.y))
        self._segment = self.y

    def _close_row(self, lines: int) -> None:
        """Go down by a row and rule it off."""
        self.y -= self.table.height(lines)
        self._lines.append((self.left, self.y, self.left + self.table.edges[-1], self.y))

    def _verticals(self) -> None:
        """Rule the columns from the last band down to here."""
        if self._segment > self.y:
            self._lines += [
                (self.left + edge, self._segment, self.left + edge, self.y)
                for edge in self.table.edges
            ]
        self._segment = self.y

    def finish(self) -> None:
        """Put everything on the page."""
        self._verticals()
        self._ink.flush()
        self._ink.canvas.setLineWidth(GRID)
        self._ink.canvas.lines(self._lines)
