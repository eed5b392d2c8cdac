"""One page as large as there is room, or larger: the very page that is printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.paper.pictures import Pictures
from ui.theme.theme import theme

AROUND: Final = 28
"""Logical pixels left free around a whole page."""
STEP, LARGEST = 1.25, 5.0
MOST_ACROSS: Final = 4000
"""Pixels of the screen; a page is not drawn larger."""
NOTCH: Final = 120


class PageView(QAbstractScrollArea):
    """Shows a page of the pictures' book.

    Signals: `turned` by the wheel, one page on or back; `zoomed` the size against a whole page.
    """

    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures, self._leaf, self._zoom = pictures, 0, 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Trang xem trước")
        pictures.drawn.connect(self._drawn)

    def show_leaf(self, leaf: int) -> None:
        """Show a page, from its top."""
        self._leaf = leaf
        self._fit_bars()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def zoom(self, factor: float) -> None:
        """Larger or smaller; never smaller than a whole page."""
        self._set_zoom(self._zoom * factor)

    def fit(self) -> None:
        """The whole page again."""
        self._set_zoom(1.0)

    def zoom_now(self) -> float:
        """The size against a whole page."""
        return self._zoom

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, 1.0), LARGEST)
        self._fit_bars()
        self.viewport().update()
        self.zoomed.emit(self._zoom)

    def page_size(self) -> QSize:
        """The page on the screen, in logical pixels."""
        leaves = self._pictures.book.leaves
        if self._leaf >= len(leaves):
            return QSize(0, 0)
        size, room = leaves[self._leaf].size, self.viewport().size()
        wide, high = max(room.width() - 2 * AROUND, 50), max(room.height() - 2 * AROUND, 50)
        scale = min(wide / size.width, high / size.height) * self._zoom
        scale = min(scale, MOST_ACROSS / self.devicePixelRatioF() / size.width)
        return QSize(round(size.width * scale), round(size.height * scale))

    def _place(self) -> QRect:
        size, room = self.page_size(), self.viewport().size()
        left = (room.width() - size.width()) // 2
        top = (room.height() - size.height()) // 2
        if size.width() + 2 * AROUND > room.width():
            left = AROUND - self.horizontalScrollBar().value()
        if size.height() + 2 * AROUND > room.height():
            top = AROUND - self.verticalScrollBar().value()
        return QRect(QPoint(left, top), size)

    def _fit_bars(self) -> None:
        size, room = self.page_size(), self.viewport().size()
        bars = (self.horizontalScrollBar(), size.width(), room.width()), (
            self.verticalScrollBar(), size.height(), room.height())  # fmt: skip
        for bar, page, there in bars:
            bar.setRange(0, max(0, page + 2 * AROUND - there))
            bar.setPageStep(there)
            bar.setSingleStep(48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self.viewport()), self._place()
        painter.fillRect(self.viewport().rect(), theme().colour("bg"))
        if self._leaf >= len(self._pictures.book.leaves):
            return
        painter.fillRect(place, Qt.GlobalColor.white)
        ratio = self.devicePixelRatioF()
        picture = self._pictures.picture(self._leaf, place.width(), ratio)
        if picture is None:
            picture = self._pictures.any_picture(self._leaf)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if picture is not None:
            painter.drawPixmap(place, picture)

    def _drawn(self, leaf: int) -> None:
        if leaf == self._leaf:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP**notches)
        elif self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        elif notches:
            self.turned.emit(-1 if notches > 0 else 1)
        event.accept()
