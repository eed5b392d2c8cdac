"""PDFs to be printed in tests, and prints read back: where lines stand, in millimetres."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from ui.paper.pdf import Edges, PageSize
from ui.paper.press import Job, Quality, Side
from ui.paper.printers import PrinterFacts, not_printed, read_back

MM = 72 / 25.4
READ_DPI = 600
PORTRAIT, LANDSCAPE = PageSize(210, 297), PageSize(297, 210)
BLACK = 128


def lines_pdf(*sizes: PageSize) -> bytes:
    """A page for each size, with thin lines 10 mm from each edge."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    for size in sizes:
        wide, high = size.width * MM, size.height * MM
        canvas.setPageSize((wide, high))
        canvas.setLineWidth(0.1 * MM)
        for x in (10 * MM, wide - 10 * MM):
            canvas.line(x, 0, x, high)
        for y in (10 * MM, high - 10 * MM):
            canvas.line(0, y, wide, y)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def words_pdf(*pages: str, size: PageSize = PORTRAIT) -> bytes:
    """A page for each text, which stands large in its middle."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setPageSize((size.width * MM, size.height * MM))
    for text in pages:
        canvas.setFont("Helvetica", 40)
        canvas.drawCentredString(size.width * MM / 2, size.height * MM / 2, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@dataclass(frozen=True)
class Lines:
    """Middles of the black lines that cross the middle of a page, in mm from left and top."""

    across: tuple[float, ...]
    down: tuple[float, ...]


def read_lines(pdf: Path) -> list[Lines]:
    """Where lines stand on each page of a print."""
    return [_lines(page) for page in pypdfium2.PdfDocument(pdf)]


def pixels(pdf: Path, dpi: int = READ_DPI) -> list[bytes]:
    """The pages of a print in shades of grey."""
    return [_shades(page, dpi) for page in pypdfium2.PdfDocument(pdf)]


def _shades(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    image = page.render(scale=dpi / 72, grayscale=True)
    data, stride = bytes(image.buffer), image.stride
    return b"".join(data[at * stride : at * stride + image.width] for at in range(image.height))


def blank(page: bytes) -> bool:
    return set(page) == {255}


def _lines(page: pypdfium2.PdfPage) -> Lines:
    image = page.render(scale=READ_DPI / 72, grayscale=True)
    data, stride = bytes(image.buffer), image.stride
    quarter = image.height // 4
    row = data[quarter * stride : quarter * stride + image.width]
    column = data[image.width // 4 :: stride][: image.height]
    return Lines(_middles(row), _middles(column))


def _middles(shades: bytes) -> tuple[float, ...]:
    """The middle of each run of dark pixels, in mm."""
    found: list[list[int]] = []
    for at, shade in enumerate(shades):
        if shade < BLACK:
            if found and found[-1][-1] == at - 1:
                found[-1].append(at)
            else:
                found.append([at])
    return tuple((run[0] + run[-1] + 1) / 2 / READ_DPI * 25.4 for run in found)


def file_printer(path: Path) -> QPrinter:
    """A real printer object of Qt that prints into a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def job_of(*sizes: PageSize, dpi: int = 300, grey: bool = True) -> Job:
    """All pages of `lines_pdf`, once, on one side."""
    quality = Quality(dpi, grey)
    sides = tuple(Side(0, at, size, quality) for at, size in enumerate(sizes))
    return Job("Thử", (lines_pdf(*sizes),), sides)


class FilePrinters:
    """Printers that print into a folder; one of them can turn sheets, one is out of order."""

    def __init__(self, folder: Path, *names: str) -> None:
        self._folder, self._names = folder, names
        self.broken: set[str] = set()
        self.border = Edges(0, 0, 0, 0)
        self.turns: set[str] = set()
        self.printed: list[Path] = []

    def names(self) -> tuple[str, ...]:
        return self._names

    def facts(self, name: str) -> PrinterFacts:
        told = read_back(name, file_printer(self._folder / "asked.pdf"))
        return replace(told, turns=name in self.turns, border=self.border)

    def open(self, name: str) -> QPrinter:
        if name in self.broken:
            raise not_printed(name)
        path = self._folder / f"{len(self.printed) + 1}.pdf"
        self.printed.append(path)
        return file_printer(path)
