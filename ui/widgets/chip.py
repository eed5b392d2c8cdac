"""The status chip, painted by the same few lines in a label and in a table cell."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import pixmap
from ui.looks import Look
from ui.theme.sizes import CAPTION, MEDIUM, STATUS_CHIP
from ui.theme.theme import theme

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
BEFORE, ICON, BETWEEN, AFTER = 6, 14, 4, 9


def chip_width(text: str, look: Look) -> int:
    """Logical pixels a chip needs."""
    words = _width(text, theme().px(CAPTION))
    return (BEFORE + ICON + BETWEEN if look.icon else AFTER) + words + AFTER


@lru_cache(maxsize=2048)
def _width(text: str, _size: int) -> int:
    return QFontMetrics(theme().font(CAPTION, MEDIUM)).horizontalAdvance(text)


def paint_chip(painter: QPainter, place: QRectF, text: str, look: Look) -> None:
    """Paint a chip at the left of a place, in its middle, no wider than it."""
    style, height = theme(), theme().px(STATUS_CHIP)
    wide = min(chip_width(text, look), int(place.width()))
    box = QRectF(place.left(), round(place.center().y() - height / 2), wide, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour(f"{look.colour}_tint"))
    painter.drawRoundedRect(box, height / 2, height / 2)
    start = AFTER
    if look.icon:
        mark = pixmap(look.icon, f"{look.colour}_text", ICON)
        painter.drawPixmap(QPointF(box.left() + BEFORE, box.top() + (height - ICON) // 2), mark)
        start = BEFORE + ICON + BETWEEN
    painter.setFont(style.font(CAPTION, MEDIUM))
    painter.setPen(style.colour(f"{look.colour}_text"))
    words = box.adjusted(start, 0, -AFTER + 2, 0)
    if wide < chip_width(text, look):
        metrics, width = painter.fontMetrics(), int(words.width())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.drawText(words, LEFT, text)


class StatusChip(QWidget):
    """A chip in a page; never a button."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__()
        self._text, self._look = text, look
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text, self._look), theme().px(STATUS_CHIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._text, self._look)
