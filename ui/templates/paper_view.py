"""The page of a design as large as there is room, or larger, with what is shown over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from printing.certificate.telling import name_of
from ui.templates import geometry, overlay
from ui.templates.drawing import CHOSEN, GROUND, OTHERS, Drawing
from ui.templates.geometry import Grip, Held
from ui.templates.overlay import RULER, Hand, Scale
from ui.templates.work import Work
from ui.theme.theme import theme

if TYPE_CHECKING:
    from printing.certificate.layers import Box

AROUND: Final = 20
"""Logical pixels left free around a whole page, beside the rulers."""
ZOOM_STEP, LARGEST = 1.25, 6.0
NOTCH: Final = 120


class PaperView(QAbstractScrollArea):
    """Shows the work.

    Signals: `zoomed` the size against a whole page.
    """

    zoomed = Signal(float)

    def __init__(self, work: Work, drawing: Drawing) -> None:
        super().__init__()
        self.work, self.drawing = work, drawing
        self._zoom = 1.0
        self.lines: Held | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        drawing.drawn.connect(self.viewport().update)
        self.tell()

    def tell(self) -> None:
        """Say of itself what is in hand, and show the state of the work."""
        element = self.work.element
        where = ""
        if element is not None:
            name = name_of(element)
            where = f": {name}, {_mm(element.x)} ngang, {_mm(element.y)} dọc"
        self.setAccessibleName(f"Trang giấy{where}")
        self.viewport().update()

    # -- the page on the screen

    def zoom(self, factor: float) -> None:
        """Larger or smaller; never smaller than a whole page."""
        self._zoom = min(max(self._zoom * factor, 1.0), LARGEST)
        self._fit_bars()
        self.viewport().update()
        self.zoomed.emit(self._zoom)

    def fit(self) -> None:
        """The whole page again."""
        self.zoom(1 / self._zoom)

    def scale(self) -> Scale:
        """Where the page is on the screen, and how large a millimetre is."""
        template, room = self.work.template, self.viewport().size()
        wide = max(room.width() - RULER - 2 * AROUND, 50)
        high = max(room.height() - RULER - 2 * AROUND, 50)
        mm = min(wide / template.width, high / template.height) * self._zoom
        size = QSize(round(template.width * mm), round(template.height * mm))
        left = RULER + (room.width() - RULER - size.width()) // 2
        top = RULER + (room.height() - RULER - size.height()) // 2
        if self.horizontalScrollBar().maximum():
            left = RULER + AROUND - self.horizontalScrollBar().value()
        if self.verticalScrollBar().maximum():
            top = RULER + AROUND - self.verticalScrollBar().value()
        return Scale(left, top, size, mm)

    def _fit_bars(self) -> None:
        size, room = self.scale().size, self.viewport().size()
        bars = (self.horizontalScrollBar(), size.width(), room.width()), (
            self.verticalScrollBar(), size.height(), room.height())  # fmt: skip
        for bar, page, there in bars:
            bar.setRange(0, max(0, page + 2 * AROUND + RULER - there))
            bar.setPageStep(there)
            bar.setSingleStep(48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, scale = QPainter(self.viewport()), self.scale()
        ratio = self.devicePixelRatioF()
        painter.fillRect(self.viewport().rect(), theme().colour("bg"))
        page = QRectF(QPointF(scale.left, scale.top), QSizeF(scale.size))
        painter.fillRect(page, Qt.GlobalColor.white)
        painter.save()
        painter.setClipRect(page)
        away = self.drawing.shift(self.work.template, self.work.chosen) * scale.mm
        for layer in (GROUND, OTHERS, CHOSEN):
            picture = self.drawing.picture(layer, scale.size, ratio)
            if picture is not None:
                painter.drawPixmap(page.topLeft() + (away if layer == CHOSEN else QPointF()),
                                   picture)  # fmt: skip
        painter.restore()
        hand = Hand(
            self.work.template, self.boxes(), self.frame(), self.grips().values(), self.lines,
            self.hasFocus(),
        )  # fmt: skip
        overlay.draw(painter, hand, scale)
        overlay.draw_rulers(painter, hand, scale, self.viewport().rect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (event.angleDelta().y() / NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    # -- what is where

    def boxes(self) -> list[Box]:
        """Where the elements are now; those not drawn yet are not among them."""
        shown = self.drawing.shown
        if shown is None:
            return []
        return geometry.boxes_at(self.work.template, shown.template, self.drawing.boxes)

    def frame(self) -> QRectF | None:
        """What the element in hand may take, in pixels."""
        element, boxes = self.work.element, self.boxes()
        if element is None or self.work.chosen >= len(boxes):
            return None
        return self.scale().rect(*geometry.frame(element, boxes[self.work.chosen]))

    def grips(self) -> dict[Grip, QPointF]:
        """The grips of the element in hand, in pixels."""
        element, frame = self.work.element, self.frame()
        if element is None or frame is None:
            return {}
        middle = frame.center().y()
        places = {
            Grip.LEFT: QPointF(frame.left(), middle),
            Grip.RIGHT: QPointF(frame.right(), middle),
            Grip.CORNER: frame.bottomRight(),
        }
        return {grip: places[grip] for grip in geometry.grips(element)}


def _mm(value: float) -> str:
    return f"{value:g} mm".replace(".", ",")
