"""What is drawn over the page of a design and never printed: rulers, guides, frame and grips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from printing.certificate.layers import margin
from ui.theme.sizes import TICK
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from printing.certificate.layers import Box
    from printing.certificate.template import Template
    from ui.templates.geometry import Held

RULER: Final = 24
"""Logical pixels that a ruler takes."""
TICKS: Final = {10: 11, 5: 7, 1: 4}
"""Millimetres to the length of their ticks."""
LEAST_BETWEEN: Final = 3.2
"""Logical pixels between two ticks, so that they can be told apart."""
FIGURES_EVERY: Final = (10, 20, 50, 100)
ROOM_FOR_FIGURE: Final = 26
GRIP: Final = 8


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a page stands on the screen: its corner and size in pixels, and pixels a millimetre."""

    left: int
    top: int
    size: QSize
    mm: float

    def point(self, x: float, y: float) -> QPointF:
        """Return a point of the page in pixels."""
        return QPointF(self.left + x * self.mm, self.top + y * self.mm)

    def rect(self, left: float, top: float, width: float, height: float) -> QRectF:
        """Return a part of the page in pixels."""
        corner = self.point(left, top)
        return QRectF(corner.x(), corner.y(), width * self.mm, height * self.mm)

    def millimetres(self, at: QPointF) -> tuple[float, float]:
        """Return where a point of the screen is on the page."""
        return (at.x() - self.left) / self.mm, (at.y() - self.top) / self.mm


@dataclass(frozen=True, slots=True)
class Hand:
    """What is shown over a page.

    Attributes:
        boxes: of the elements, in millimetres.
        frame: around the element in hand, in pixels; none where none is.
        grips: the points it is sized by, in pixels.
        lines: that a dragged element holds to.
    """

    template: Template
    boxes: Sequence[Box]
    frame: QRectF | None
    grips: Collection[QPointF]
    lines: Held | None
    focused: bool


def _ink(token: str) -> QColor:
    """Paper is white in every theme, so what is drawn on it has the colours of the light one."""
    return QColor(LIGHT[token])


def draw(painter: QPainter, hand: Hand, scale: Scale) -> None:
    """Draw guides, what is not drawn, the lines held to, and the element in hand."""
    template = hand.template
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = margin(template)
    painter.setPen(QPen(_ink("blue_line"), 1, Qt.PenStyle.DashLine))
    painter.drawRect(
        scale.rect(inset, inset, template.width - 2 * inset, template.height - 2 * inset)
    )
    for box in hand.boxes:
        if not box.fits:
            painter.setPen(QPen(_ink("red_fill"), 1.5))
            painter.drawRect(scale.rect(box.left, box.top, box.width, box.height))
        elif not box.drawn:
            painter.setPen(QPen(_ink("grey_fill"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(scale.rect(box.left, box.top, box.width, box.height))
    if hand.lines is not None:
        _draw_lines(painter, hand.lines, template, scale)
    if hand.frame is not None:
        _draw_frame(painter, hand, hand.frame)


def _draw_lines(painter: QPainter, held: Held, template: Template, scale: Scale) -> None:
    painter.setPen(QPen(_ink("red_fill"), 1))
    if held.upright is not None:
        painter.drawLine(scale.point(held.upright, 0), scale.point(held.upright, template.height))
    if held.level is not None:
        painter.drawLine(scale.point(0, held.level), scale.point(template.width, held.level))


def _draw_frame(painter: QPainter, hand: Hand, frame: QRectF) -> None:
    painter.setPen(QPen(_ink("focus"), 2 if hand.focused else 1))
    painter.drawRect(frame)
    painter.setBrush(_ink("surface"))
    painter.setPen(QPen(_ink("focus"), 1.5))
    for place in hand.grips:
        painter.drawRect(QRectF(place.x() - GRIP / 2, place.y() - GRIP / 2, GRIP, GRIP))


# -- rulers


def draw_rulers(painter: QPainter, hand: Hand, scale: Scale, view: QRect) -> None:
    """Draw millimetres along the upper and left edges, and the element in hand on them."""
    style, frame = theme(), hand.frame
    painter.setFont(style.font(TICK))
    strips = QRectF(0, 0, view.width(), RULER), QRectF(0, 0, RULER, view.height())
    lengths = hand.template.width, hand.template.height
    for upright, (strip, length) in enumerate(zip(strips, lengths, strict=True)):
        painter.fillRect(strip, style.colour("sunken"))
        if frame is not None:
            along = QRectF(frame.left(), 0, frame.width(), RULER)
            if upright:
                along = QRectF(0, frame.top(), RULER, frame.height())
            painter.fillRect(along, style.colour("sel"))
        painter.setPen(QPen(style.colour("text2"), 1))
        _draw_ticks(painter, scale, length, upright=bool(upright))
    corner = QRectF(0, 0, RULER, RULER)
    painter.fillRect(corner, style.colour("sunken"))
    painter.setPen(style.colour("text2"))
    painter.drawText(corner, int(Qt.AlignmentFlag.AlignCenter), "mm")
    painter.setPen(QPen(style.colour("line2"), 1))
    painter.drawLine(0, RULER, view.width(), RULER)
    painter.drawLine(RULER, 0, RULER, view.height())
    if hand.focused and frame is None:
        painter.setPen(QPen(style.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(view).adjusted(1, 1, -1, -1))


def _draw_ticks(painter: QPainter, scale: Scale, length: float, *, upright: bool) -> None:
    step = next((one for one in (1, 5, 10) if one * scale.mm >= LEAST_BETWEEN), 10)
    every = next((one for one in FIGURES_EVERY if one * scale.mm >= ROOM_FOR_FIGURE), 100)
    for place in range(0, int(length) + 1, step):
        long = next(size for unit, size in TICKS.items() if place % unit == 0)
        at = (scale.top if upright else scale.left) + place * scale.mm
        if at < RULER:
            continue
        if upright:
            painter.drawLine(QPointF(RULER - long, at), QPointF(RULER, at))
        else:
            painter.drawLine(QPointF(at, RULER - long), QPointF(at, RULER))
        if place % every == 0:
            _draw_figure(painter, str(place), at, upright=upright)


def _draw_figure(painter: QPainter, figure: str, at: float, *, upright: bool) -> None:
    if not upright:
        painter.drawText(QPointF(at + 3, 11), figure)
        return
    painter.save()
    painter.translate(11, at - 3)
    painter.rotate(-90)
    painter.drawText(QPointF(0, 0), figure)
    painter.restore()
