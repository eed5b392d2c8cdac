"""The page of a design on the screen: elements taken in hand, moved and sized by mouse and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from printing.certificate.layers import margin
from ui.templates import geometry
from ui.templates.drawing import Drawing
from ui.templates.geometry import LONG_STEP, STEP, Grip
from ui.templates.paper_view import PaperView
from ui.templates.work import NOTHING, Work

if TYPE_CHECKING:
    from printing.certificate.template import Element

NEAR, SLACK, GRIP_REACH = 6, 4, 7
"""Logical pixels within which a dragged element holds to a line, a click hits, a grip is taken."""
BEGINS = 3
"""Logical pixels that the mouse goes before it drags."""
ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(slots=True)
class _Drag:
    """An element on its way: where the mouse took it, by which grip, and where it was."""

    start: QPointF
    element: Element
    strand: str
    grip: Grip | None = None
    begun: bool = False


class Canvas(PaperView):
    """Does to the work what mouse and keys say.

    Signals: `changed` when the work has another state, `chosen` when another element is in hand,
    `opened` when its words are to be typed.
    """

    changed = Signal()
    chosen = Signal()
    opened = Signal()

    def __init__(self, work: Work, drawing: Drawing) -> None:
        super().__init__(work, drawing)
        self._drag: _Drag | None = None
        self._drags = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    # -- what is under the mouse

    def _grip_at(self, at: QPointF) -> Grip | None:
        for grip, place in self.grips().items():
            if (place - at).manhattanLength() <= GRIP_REACH:
                return grip
        return None

    def _choose(self, place: int) -> None:
        if place != self.work.chosen:
            self.work.choose(place)
            self.chosen.emit()
        self.tell()

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at, scale = event.position(), self.scale()
        grip = self._grip_at(at)
        if grip is None:
            x, y = scale.millimetres(at)
            self._choose(geometry.under(self.boxes(), x, y, SLACK / scale.mm))
        if self.work.element is not None:
            self._drags += 1
            self._drag = _Drag(at, self.work.element, f"drag{self._drags}", grip)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag, at = self._drag, event.position()
        if drag is None:
            self._show_cursor(at)
            return
        away = at - drag.start
        drag.begun = drag.begun or away.manhattanLength() >= BEGINS
        if drag.begun:
            free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._pull(drag, away / self.scale().mm, free=free)

    def _pull(self, drag: _Drag, by: QPointF, *, free: bool) -> None:
        """Take an element along with the mouse; a free one holds to no line."""
        template, element = self.work.template, drag.element
        if drag.grip is not None:
            new = geometry.pulled(template, element, drag.grip, (by.x(), by.y()))
        else:
            near = 0.0 if free else NEAR / self.scale().mm
            at = element.x + by.x(), element.y + by.y()
            self.lines = geometry.held(template, self.work.chosen, at, margin(template), near)
            new = geometry.moved(template, element, self.lines.x, self.lines.y)
        self._put(new, drag.strand)

    def _put(self, element: Element, strand: str = "") -> None:
        values = {name: getattr(element, name) for name in ("x", "y", "width", "height", "size")
                  if hasattr(element, name)}  # fmt: skip
        self.work.set(strand, **values)
        self.tell()
        self.changed.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag = self.lines = None
        self.work.cut()
        self.viewport().update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self.work.element is not None:
            self.opened.emit()

    def _show_cursor(self, at: QPointF) -> None:
        grip, scale = self._grip_at(at), self.scale()
        shapes = {Grip.CORNER: Qt.CursorShape.SizeFDiagCursor, None: Qt.CursorShape.ArrowCursor}
        shape = shapes.get(grip, Qt.CursorShape.SizeHorCursor)
        x, y = scale.millimetres(at)
        if grip is None and geometry.under(self.boxes(), x, y, SLACK / scale.mm) != NOTHING:
            shape = Qt.CursorShape.SizeAllCursor
        self.viewport().setCursor(shape)

    # -- keys

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from element to element, and after the last one on."""
        count, at = len(self.work.template.elements), self.work.chosen
        after = at + (1 if forward else -1)
        if at == NOTHING:
            after = 0 if forward else count - 1
        if 0 <= after < count:
            self._choose(after)
            return True
        return super().focusNextPrevChild(forward)

    def let_go(self) -> bool:
        """Put an element on its way back, or let go of the one in hand; whether there was one."""
        if self._drag is not None and self._drag.begun:
            self._put(self._drag.element, self._drag.strand)
            self._drag = self.lines = None
            return True
        held = self.work.element is not None
        self._choose(NOTHING)
        return held

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow, element = ARROWS.get(Qt.Key(event.key())), self.work.element
        held = event.modifiers()
        if arrow is None or element is None:
            super().keyPressEvent(event)
            return
        step = LONG_STEP if held & Qt.KeyboardModifier.ShiftModifier else STEP
        across, down = arrow[0] * step, arrow[1] * step
        template = self.work.template
        if held & Qt.KeyboardModifier.ControlModifier:
            grip = geometry.grips(element)[-1]
            self._put(geometry.pulled(template, element, grip, (across, down)))
        else:
            self._put(geometry.moved(template, element, element.x + across, element.y + down))
