"""Pages as pictures for the screen, drawn by the PDF reader's own thread, one at a time.

The reader draws without holding Python up, so the window goes on while a page is drawn.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from ui.paper.book import Book
from ui.paper.pdf import on_white

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfPageRenderer

MOST_BYTES = 96_000_000
MOST_WAITING = 40
FINER = 3
"""Small pictures are drawn this much larger and scaled down: the reader's hairlines are a pixel
wide at least, which makes small pages too dark."""
SMALL = 400
"""Pixels across; what is smaller counts as small."""

Key = tuple[int, int]
"""A page and the width of its picture in pixels of the screen."""


class Pictures(QObject):
    """Keeps the pictures seen last.

    Signals: `drawn` a page whose picture can be had now.
    """

    drawn = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.book = Book()
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: list[Key] = []
        self._now: Key | None = None
        self._renderers: list[QPdfPageRenderer | None] = []

    def show(self, book: Book) -> None:
        """Take other pages."""
        self.close()
        self.book = book
        self._renderers = [None] * len(book.parts)

    def close(self) -> None:
        """Let everything go; waits for the page that is being drawn."""
        self._kept.clear()
        self._bytes = 0
        self._waiting, self._now = [], None
        self._renderers = []  # gone at once, thread and all, before the pages they read
        self.book = Book()

    def picture(self, leaf: int, width: int, ratio: float) -> QPixmap | None:
        """The picture of a page, or nothing while it is being drawn; the last asked comes first.

        Args:
            leaf: which page of the book.
            width: logical pixels across.
            ratio: pixels of the screen to a logical one.
        """
        key = (leaf, round(width * ratio))
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            found.setDevicePixelRatio(ratio)
            return found
        if key != self._now:
            self._waiting = [key, *(one for one in self._waiting if one != key)][:MOST_WAITING]
            self._next()
        return None

    def any_picture(self, leaf: int) -> QPixmap | None:
        """A picture of a page in any size, to stand in for the right one."""
        return next(
            (kept for (at, _width), kept in reversed(self._kept.items()) if at == leaf), None
        )

    def idle(self) -> bool:
        """Whether nothing is being drawn."""
        return self._now is None

    def _next(self) -> None:
        if self._now is not None or not self._waiting:
            return
        leaf, width = self._now = self._waiting.pop(0)
        one = self.book.leaves[leaf]
        across = width * FINER if width < SMALL else width
        size = QSize(across, round(across * one.size.height / one.size.width))
        self._renderer(one.part).requestPage(one.page, size)

    def _renderer(self, part: int) -> QPdfPageRenderer:
        from PySide6.QtPdf import QPdfPageRenderer

        renderer = self._renderers[part]
        if renderer is None:
            renderer = self._renderers[part] = QPdfPageRenderer()
            renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
            renderer.setDocument(self.book.parts[part][1].document)
            renderer.pageRendered.connect(self._take)
        return renderer

    def _take(self, _page: int, _size: QSize, image: QImage) -> None:
        key, self._now = self._now, None
        if key is None:
            return
        if image.width() != key[1]:
            image = image.scaledToWidth(key[1], Qt.TransformationMode.SmoothTransformation)
        self._keep(key, QPixmap.fromImage(on_white(image)))
        self.drawn.emit(key[0])
        self._next()

    def _keep(self, key: Key, picture: QPixmap) -> None:
        self._kept[key] = picture
        self._bytes += _bytes(picture)
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            _key, old = self._kept.popitem(last=False)
            self._bytes -= _bytes(old)


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
