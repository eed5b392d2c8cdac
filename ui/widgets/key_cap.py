"""A key as it is shown in bars and hints: a small framed word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.sizes import REGULAR, TICK
from ui.theme.theme import theme

PADDING = 6


class KeyCap(QWidget):
    """One key or combination, such as ``Ctrl+K``."""

    def __init__(self, keys: str, *, inverse: bool = False) -> None:
        super().__init__()
        self._keys, self._inverse = keys, inverse
        self.setAccessibleName(keys)
        fixed = self.sizePolicy().Policy.Fixed
        self.setSizePolicy(fixed, fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font(TICK, REGULAR)).horizontalAdvance(self._keys)
        return QSize(words + 2 * PADDING, theme().px(18))

    def _colour(self, token: str) -> QColor:
        return theme().inverse(token) if self._inverse else theme().colour(token)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour("line2"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme().font(TICK, REGULAR))
        painter.setPen(theme().colour("text2"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._keys)
