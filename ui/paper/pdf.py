"""A PDF held in memory, and its pages as pixels.

No file is written for it: pages hold people's data. The reader is loaded with the first page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from models.errors import World, WorldError

POINTS: Final = 72
MM_PER_INCH: Final = 25.4
LOOK_DPI: Final = 40
"""Resolution at which the edges of what is drawn are looked for; 0.6 mm a pixel."""
ONE_MORE: Final = 1
"""The reader takes the last pixel of the part asked for as its end, so parts are asked for one
pixel larger than they are; else every part is shrunk by a pixel (measured with Qt 6.11)."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in millimetres."""

    width: float
    height: float

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height

    def pixels(self, dpi: float) -> QSize:
        """Return the page in whole pixels at a resolution."""
        return QSize(round(self.width / MM_PER_INCH * dpi), round(self.height / MM_PER_INCH * dpi))


@dataclass(frozen=True, slots=True)
class Edges:
    """Distances from the four edges of a page, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float


class Pdf:
    """One PDF in memory; used by the thread that made it only."""

    def __init__(self, content: bytes) -> None:
        """Read the pages' sizes.

        Raises:
            WorldError: the bytes are no PDF.
        """
        from PySide6.QtPdf import QPdfDocument

        self.content = content
        self.document = QPdfDocument()
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if self.document.pageCount() == 0:
            raise WorldError("Chưa xem trước được: trang in bị hỏng. Lập lại giúp.", World.DAMAGED)
        self.sizes = tuple(map(self._size, range(self.document.pageCount())))

    def _size(self, page: int) -> PageSize:
        points = self.document.pagePointSize(page)
        return PageSize(
            points.width() / POINTS * MM_PER_INCH, points.height() / POINTS * MM_PER_INCH
        )

    def close(self) -> None:
        """Let the pages go, before the memory they are read from."""
        self.document.close()

    def strip(self, page: int, whole: QSize, top: int, height: int, *, grey: bool) -> QImage:
        """Draw a part of a page across its whole width, on white.

        Args:
            page: which page, from 0.
            whole: pixels of the whole page.
            top: first row of pixels of the part.
            height: rows of pixels of the part.
            grey: shades of grey in a quarter of the memory.
        """
        from PySide6.QtPdf import QPdfDocumentRenderOptions

        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(QRect(0, top, whole.width() + ONE_MORE, height + ONE_MORE))
        drawn = self.document.render(page, QSize(whole.width(), height), options)
        return on_white(drawn, grey=grey)

    def clear(self, page: int, size: QSize) -> QImage:
        """Draw a whole page so many pixels large, with nothing under what is drawn."""
        return self.document.render(page, size)

    def edges(self, page: int) -> Edges:
        """Return how far from the edges of a page the first thing is drawn; to 0.6 mm."""
        size = self.sizes[page]
        pixels = size.pixels(LOOK_DPI)
        image = self.strip(page, pixels, 0, pixels.height(), grey=True)
        left, top, right, bottom = (
            pixels_in / LOOK_DPI * MM_PER_INCH for pixels_in in white_around(image)
        )
        return Edges(left, top, right, bottom)


def on_white(drawn: QImage, *, grey: bool = False) -> QImage:
    """Return an image with paper under it; the reader leaves the paper transparent."""
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    paper = QImage(drawn.size(), kind)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(QPoint(0, 0), drawn)
    painter.end()
    return paper


def white_around(image: QImage) -> tuple[int, int, int, int]:
    """Return rows and columns of pure white at the left, top, right and bottom of a grey image."""
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    pixels = bytes(image.constBits())
    rows = [pixels[at * stride : at * stride + width] for at in range(height)]
    drawn = [at for at, row in enumerate(rows) if row.strip(b"\xff")]
    if not drawn:
        return width, height, width, height
    left = min(width - len(rows[at].lstrip(b"\xff")) for at in drawn)
    right = min(width - len(rows[at].rstrip(b"\xff")) for at in drawn)
    return left, drawn[0], right, height - 1 - drawn[-1]
