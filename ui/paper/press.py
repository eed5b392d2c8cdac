"""Prints pages at true size: pixels in strips, so that memory does not grow with the paper.

Every page is drawn at its own millimetres from the corner of the sheet, never fitted into what
the printer calls its page; what sets printer and paper right is added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from models.errors import WorldError
from ui.paper.offsets import NOWHERE, Offset
from ui.paper.pdf import MM_PER_INCH, PageSize, Pdf
from ui.paper.printers import not_printed
from ui.source import PaperWish

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

STRIP_PIXELS: Final = 1_000_000
"""The most pixels of a strip: 4 MB on the way from the page, and a short stop of the window."""
Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Quality:
    """How finely a paper is drawn."""

    dpi: int
    grey: bool = True


TABLE: Final = Quality(300)
TEXT: Final = Quality(600)
COLOURED: Final = Quality(600, grey=False)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: a page of one of the job's PDFs; no page leaves it empty."""

    part: int
    page: int | None
    size: PageSize
    quality: Quality = TABLE
    offset: Offset = NOWHERE


@dataclass(frozen=True, slots=True)
class Job:
    """Something to print: the PDFs, and the sides in the order they go out.

    ``both_sides`` has the printer turn the sheets; ``wishes`` are the papers it prints, told of in
    the history.
    """

    title: str
    parts: tuple[bytes, ...]
    sides: tuple[Side, ...]
    copies: int = 1
    both_sides: bool = False
    wishes: tuple[PaperWish, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it prints of each copy."""
        return sum(side.page is not None for side in self.sides)

    def printed(self) -> list[tuple[PaperWish, frozenset[int]]]:
        """The papers it prints, each with its pages that go out, from 0."""
        pages: dict[int, set[int]] = {}
        for side in self.sides:
            if side.page is not None:
                pages.setdefault(side.part, set()).add(side.page)
        given = [frozenset(pages[part]) for part in sorted(pages)]
        return list(zip(self.wishes, given, strict=True)) if self.wishes else []


def print_job(
    name: str, printer: QPrinter, job: Job, tell: Tell, *, most: int = STRIP_PIXELS
) -> None:
    """Print a job on a printer of a name, in strips of at most so many pixels.

    Raises:
        WorldError: the printer took nothing, or not on both sides; a sentence with its name.
        Cancelled: stopped; what was sent so far is taken back where the printer can.
    """
    press = _Press(name, printer, job, most)
    pdfs = [Pdf(part) for part in job.parts]
    try:
        press.run(pdfs, tell)
    finally:
        for pdf in pdfs:
            pdf.close()


class _Press:
    def __init__(self, name: str, printer: QPrinter, job: Job, most: int) -> None:
        self._name, self._printer, self._job, self._most = name, printer, job, most
        self._painter = QPainter()

    def run(self, pdfs: Sequence[Pdf], tell: Tell) -> None:
        self._set_up()
        sides = self._job.sides * self._repeats()
        try:
            for place, side in enumerate(sides):
                tell(place, len(sides), f"Trang {place + 1}/{len(sides)}")
                self._next_sheet(side)
                self._draw(pdfs[side.part], side)
            self._hold(self._painter.end())
        except Exception:
            self._printer.abort()
            if self._painter.isActive():
                self._painter.end()
            raise

    def _set_up(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        job, printer, modes = self._job, self._printer, QPrinter.DuplexMode
        printer.setDocName(job.title)
        printer.setResolution(max(side.quality.dpi for side in job.sides))
        if all(side.quality.grey for side in job.sides):
            printer.setColorMode(QPrinter.ColorMode.GrayScale)
        wanted = modes.DuplexNone
        if job.both_sides:
            wide = job.sides[0].size.landscape
            wanted = modes.DuplexShortSide if wide else modes.DuplexLongSide
        printer.setDuplex(wanted)
        if job.both_sides and printer.duplex() != wanted:
            raise WorldError(
                f"Máy in {self._name} không nhận in hai mặt. Chọn lật giấy bằng tay rồi in lại."
            )

    def _repeats(self) -> int:
        """How often the pages are sent: once where the printer makes the copies."""
        copies, printer = self._job.copies, self._printer
        if copies > 1 and printer.supportsMultipleCopies():
            printer.setCollateCopies(True)
            printer.setCopyCount(copies)
            return 1 if printer.copyCount() == copies else copies
        return copies

    def _next_sheet(self, side: Side) -> None:
        """Go to a fresh side; the printer must be told of its paper before."""
        printer = self._printer
        printer.setPageLayout(layout_of(side.size))
        printer.setFullPage(True)
        if self._painter.isActive():
            self._hold(printer.newPage())
        else:
            self._hold(self._painter.begin(printer))
            self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)

    def _hold(self, went: bool) -> None:
        """Stop where the printer did not take it."""
        from PySide6.QtPrintSupport import QPrinter

        states = QPrinter.PrinterState
        if not went or self._printer.printerState() in (states.Error, states.Aborted):
            raise not_printed(self._name)

    def _draw(self, pdf: Pdf, side: Side) -> None:
        if side.page is None:
            return
        dots, grey = self._printer.resolution(), side.quality.grey
        whole = side.size.pixels(side.quality.dpi)
        across = dots / side.quality.dpi * side.offset.across
        along = dots / side.quality.dpi * side.offset.along
        left = round(side.offset.right / MM_PER_INCH * dots)
        down = round(side.offset.down / MM_PER_INCH * dots)
        for top, height in strips(whole, self._most):
            place = QRectF(left, down + top * along, whole.width() * across, height * along)
            strip = pdf.strip(side.page, whole, top, height, grey=grey)
            self._painter.drawImage(place, strip)


def layout_of(size: PageSize) -> QPageLayout:
    """The whole sheet that a page needs, without margins."""
    short, long = sorted((size.width, size.height))
    sheet = QPageSize(
        QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    ways = QPageLayout.Orientation
    layout = QPageLayout(sheet, ways.Landscape if size.landscape else ways.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def strips(whole: QSize, most: int) -> Iterator[tuple[int, int]]:
    """Cut a page into strips of at most so many pixels: where each begins, and how high it is."""
    count = max(1, -(-whole.width() * whole.height() // most))
    for place in range(count):
        top = whole.height() * place // count
        yield top, whole.height() * (place + 1) // count - top
