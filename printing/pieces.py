"""Measured pieces of a running paper that can be drawn, and some of them divided, at any place.

They know nothing of the library that flows them over pages; `letter` hands them to it.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Protocol

from printing import styles
from printing.columns import Band, total_band
from printing.content import Ruled
from printing.ink import Ink
from printing.paging import Cut
from printing.pen import RowPen, draw_heading
from printing.sketch import Sketch
from printing.table import Table

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Piece(Protocol):
    """Something of known height, in points, that draws itself downwards."""

    @property
    def height(self) -> float:
        """Height in points."""

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw with the upper left corner at (`left`, `top`)."""

    def divide(self, room: float) -> tuple[Piece, Piece] | None:
        """The part that fits into `room` points and the rest, or None when nothing fits."""


class Whole:
    """A sketch that is never divided."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch
        self.height = sketch.height

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the sketch."""
        self.sketch.draw(canvas, left, top)

    def divide(self, room: float) -> None:
        """A sketch stays in one piece whatever the `room`."""


class Rows:
    """The rows of a table between two cuts, with the heading over them."""

    def __init__(self, source: Ruled, table: Table, begin: Cut, end: Cut) -> None:
        self.source = source
        self.table = table
        self.begin = begin
        self.end = end
        self.total = total_band(source.total) if end == Cut(_count(source)) else None
        self.height = table.heading.height + sum(self._heights())
        if self.total:
            self.height += table.height(table.lines(self.total))

    @classmethod
    def of(cls, source: Ruled, room: float) -> Rows:
        """The whole table set `room` points wide."""
        table = Table(
            source.columns,
            room,
            source.rows,
            numbered=source.numbered,
            lettered=source.lettered,
        )
        return cls(source, table, Cut(0), Cut(_count(source)))

    def _lines(self, row: int) -> int:
        """How many lines a row takes."""
        if not self.source.rows:
            return styles.BLANK_LINES
        return self.table.lines(self.source.rows[row])

    def _spans(self) -> list[tuple[int, int, int]]:
        """The rows that stand here as (row, first line, line after the last)."""
        spans = []
        for row in range(self.begin.row, self.end.row + (self.end.line > 0)):
            first = self.begin.line if row == self.begin.row else 0
            spans.append((row, first, self.end.line if row == self.end.row else self._lines(row)))
        return spans

    def _heights(self) -> array[float]:
        """Heights of the rows that stand here."""
        return array("d", [self.table.height(after - first) for _, first, after in self._spans()])

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw heading, rows and, at the end, the row of totals."""
        pen = RowPen(Ink(canvas), self.table, left, draw_heading(canvas, self.table, left, top))
        for row, first, after in self._spans():
            self._row(pen, row, first, after)
        if self.total:
            pen.band(self.total)
        pen.finish()

    def _row(self, pen: RowPen, row: int, first: int, after: int) -> None:
        """Draw one row or some lines of it."""
        rows = self.source.rows
        cells = rows[row] if rows else None
        number = ""
        if self.table.shift and first == 0 and not isinstance(cells, Band):
            number = str(1 + sum(not isinstance(above, Band) for above in rows[:row]))
            number = number if rows else str(row + 1)
        if cells is None:
            pen.empty(after - first, number)
        elif isinstance(cells, Band):
            pen.band(cells)
        else:
            pen.part(self.table.cells(cells), first, after, number)

    def divide(self, room: float) -> tuple[Piece, Piece] | None:
        """Divide between two rows; inside a row only when a page could not hold it."""
        left = room - self.table.heading.height
        for (row, first, after), height in zip(self._spans(), self._heights(), strict=True):
            if height > left:
                cut = Cut(row, first)
                if height > styles.LANDSCAPE.text_height:
                    cut = Cut(row, first + self._fitting(left, after - first))
                return self._parts(cut)
            left -= height
        return self._parts(Cut(self.end.row - 1))

    def _fitting(self, room: float, lines: int) -> int:
        """How many of so many lines of a row fit."""
        return max(0, min(lines - 1, int((room - self.table.height(0)) / self.table.line)))

    def _parts(self, cut: Cut) -> tuple[Piece, Piece] | None:
        """The two tables on both sides of a cut; None when the first would be empty."""
        if cut <= self.begin:
            return None
        before = Rows(self.source, self.table, self.begin, cut)
        return before, Rows(self.source, self.table, cut, self.end)


def _count(source: Ruled) -> int:
    """How many rows a table shows, empty ones included."""
    return len(source.rows) or source.blank
