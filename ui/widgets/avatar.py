"""Round initials and square icon tiles, the two marks in front of a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import pixmap
from ui.theme.sizes import CAPTION, SEMIBOLD
from ui.theme.theme import theme


class Avatar(QWidget):
    """The first letter of a person's given name, the last word of a Vietnamese name."""

    def __init__(self, name: str, colour: str = "green", size: int = 30) -> None:
        super().__init__()
        words = name.split()
        self._letter = words[-1][0].upper() if words else "?"
        self._colour, self._size = colour, size
        fixed = self.sizePolicy().Policy.Fixed
        self.setSizePolicy(fixed, fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size), theme().px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"{self._colour}_tint"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(theme().font(CAPTION, SEMIBOLD))
        painter.setPen(theme().colour(f"{self._colour}_text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letter)


class IconTile(QWidget):
    """An icon on a rounded square of its colour's tint."""

    def __init__(self, icon: str, colour: str = "green", size: int = 34, mark: int = 20) -> None:
        super().__init__()
        self._icon, self._colour, self._size, self._mark = icon, colour, size, mark
        fixed = self.sizePolicy().Policy.Fixed
        self.setSizePolicy(fixed, fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"{self._colour}_tint"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        corner = (self._size - self._mark) / 2
        mark = pixmap(self._icon, f"{self._colour}_text", self._mark)
        painter.drawPixmap(QPointF(corner, corner), mark)


class IconMark(QWidget):
    """A bare icon in a line of text."""

    def __init__(self, icon: str, token: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._icon, self._token, self._size = icon, token, size
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, pixmap(self._icon, self._token, self._size))
