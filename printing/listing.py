"""Prints lists of any length: measured once, paginated, then drawn page by page in one pass.

A list of 50,000 rows costs as much per row as one of 100, because nothing but the height of each
row is kept and everything of a page goes out in one text object and one set of lines.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from printing import styles
from printing.blocks import Head, SignList, head_sketch, sign_sketch, title_sketch
from printing.columns import Band, PrintColumn, Row, total_band
from printing.ink import Ink
from printing.page import Numbering, close_page, finished, new_canvas, number_page
from printing.paging import Cut, Rooms, paginate
from printing.pen import HEADING, RowPen, keep_heading, place_heading
from printing.sketch import Column, Sketch
from printing.styles import LANDSCAPE, MM, PORTRAIT, Paper
from printing.table import Table

Progress = Callable[[int, int, str], None]
"""Called as (done, total, text); raises to stop the work."""


@dataclass(frozen=True)
class ListPage:
    """One list as it will be printed; the cells are ready words, one sequence a row.

    With `numbered` a column STT is put before the columns given. No rows give a blank form with
    ruled lines to be filled in by hand. `numbering` "decree" sets the number on top from page 2
    on, "of_total" sets "Trang x/y" at the foot of every page.
    """

    head: Head
    title: str
    columns: Sequence[PrintColumn]
    rows: Sequence[Row]
    sign: SignList
    about: str = ""
    subtitle: str = ""
    filter_words: str = ""
    total: Sequence[str] | None = None
    count_line: str = ""
    landscape: bool = True
    numbered: bool = True
    lettered: bool = False
    numbering: Numbering = "decree"

    @property
    def paper(self) -> Paper:
        """The sheet it is printed on."""
        return LANDSCAPE if self.landscape else PORTRAIT


def render_list(page: ListPage, *, progress: Progress | None = None) -> bytes:
    """The PDF of a list; UserError when a character cannot be printed.

    `progress` is called once a page.
    """
    return render_lists([page], progress=progress)


def render_lists(pages: Sequence[ListPage], *, progress: Progress | None = None) -> bytes:
    """One PDF of several lists one after the other; each begins a page and counts its pages anew.

    `progress` is called once a page, of the list being drawn.
    """
    canvas = new_canvas(pages[0].paper, pages[0].title)
    ink = Ink(canvas)
    for place, page in enumerate(pages, start=1):
        canvas.setPageSize(page.paper.size)
        _Listing(page, f"{HEADING}{place if place > 1 else ''}").draw(ink, progress)
    return finished(canvas)


class _Listing:
    """One list on its way to paper."""

    def __init__(self, page: ListPage, heading: str) -> None:
        self.page = page
        self.heading = heading
        self.paper = page.paper
        self.table = Table(
            page.columns,
            self.paper.text_width,
            page.rows,
            numbered=page.numbered,
            lettered=page.lettered,
        )
        self.number = 0
        self.opening = self._opening()
        self.ending = self._ending()
        self.total = total_band(page.total)

    def _opening(self) -> Sketch:
        """Head and title of the first page."""
        page, paper = self.page, self.paper
        sketch = head_sketch(page.head, paper)
        title = title_sketch(paper, page.title, page.about, page.subtitle, page.filter_words)
        sketch.merge(title, y=sketch.height + styles.TITLE_GAP)
        sketch.height += styles.TABLE_GAP
        return sketch

    def _ending(self) -> Sketch:
        """Count line and signatures under the table."""
        sketch = Sketch()
        column = Column(sketch, self.paper.text_width / 2, self.paper.text_width)
        column.gap(styles.PARAGRAPH_GAP)
        column.left(self.page.count_line, styles.COUNT_LINE)
        column.gap(styles.PARAGRAPH_GAP)
        sketch.merge(sign_sketch(self.page.sign, self.paper), y=column.y)
        return sketch

    def _rooms(self) -> Rooms:
        """The heights the pages offer to the rows."""
        table = self.table
        other = self.paper.text_height - table.heading.height
        tail = self.ending.height + (table.height(table.lines(self.total)) if self.total else 0)
        return Rooms(table.height(0), table.line, other - self.opening.height, other, tail)

    def draw(self, ink: Ink, progress: Progress | None) -> None:
        """Measure, paginate, draw."""
        rooms = self._rooms()
        if self.page.rows:
            lines = array("l", map(self.table.lines, self.page.rows))
            cuts = paginate(lines, rooms, self._heads)
        else:
            lines, cuts = blank_form(rooms)
        keep_heading(ink.canvas, self.table, self.heading)
        pages = len(cuts) - 1
        for place in range(pages):
            if progress is not None:
                progress(place, pages, f"Trang {place + 1}/{pages}")
            self._draw(ink, place, cuts, lines)
            close_page(ink.canvas)

    def _heads(self, row: int) -> bool:
        """Whether a row is the heading of the rows under it."""
        return isinstance(self.page.rows[row], Band)

    def _draw(self, ink: Ink, place: int, cuts: list[Cut], lines: array[int]) -> None:
        """Draw one page."""
        paper, canvas = self.paper, ink.canvas
        left, top = paper.left * MM, (paper.height - paper.top) * MM
        number_page(canvas, paper, place + 1, len(cuts) - 1, self.page.numbering)
        if place == 0:
            self.opening.draw(canvas, left, top)
            top -= self.opening.height
        top = place_heading(canvas, self.table, left, top, self.heading)
        pen = RowPen(ink, self.table, left, top)
        begin, end = cuts[place], cuts[place + 1]
        for row in range(begin.row, end.row + (end.line > 0)):
            first = begin.line if row == begin.row else 0
            after = end.line if row == end.row else lines[row]
            self._row(pen, row, first, after)
        last = place == len(cuts) - 2
        if last and self.total:
            pen.band(self.total)
        pen.finish()
        if last:
            self.ending.draw(canvas, left, pen.y)

    def _row(self, pen: RowPen, row: int, first: int, after: int) -> None:
        """Draw one row, or the lines of it from `first` up to `after`."""
        cells = self.page.rows[row] if self.page.rows else None
        if isinstance(cells, Band):
            pen.band(cells)
            return
        self.number += first == 0
        number = str(self.number) if self.table.shift and first == 0 else ""
        if cells is None:
            pen.empty(after, number)
        elif first == 0 and after == 1:
            pen.row(self.table.clean(cells), number)
        else:
            pen.part(self.table.cells(cells), first, after, number)


def blank_form(rooms: Rooms) -> tuple[array[int], list[Cut]]:
    """As many empty rows of writing height as leave room for the signatures on one page."""
    height = rooms.height(styles.BLANK_LINES)
    count = max(styles.LEAST_BLANK_ROWS, int((rooms.first - rooms.tail) / height))
    return array("l", [styles.BLANK_LINES] * count), [Cut(0), Cut(count)]
