"""The ring around the button, chip or checkbox that has the keyboard.

Fields show the focus by their own border and tables by their row; everything else gets this ring:
2 px, 2 px away. It is one widget that moves, not a style: a style written in Python would be asked
thousands of times per paint.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.theme.theme import theme

GAP = 4
OWN = "own_focus"  # property of buttons that paint their focus themselves
FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Follows the focus of the whole application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._target: QWidget | None = None
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._target is not None:
            self._target.removeEventFilter(self)
        ringed = isinstance(new, QAbstractButton) and not new.property(OWN)
        self._target = new if ringed else None
        if self._target is None:
            self.hide()
            return
        self._target.installEventFilter(self)
        self._target.destroyed.connect(self._forget)
        self._place()

    def _forget(self) -> None:
        self._target = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() in FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or target.parentWidget() is None:
            return
        self.setParent(target.parentWidget())
        self.setGeometry(target.geometry().adjusted(-GAP, -GAP, GAP, GAP))
        self.setVisible(target.isVisible())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("focus"), 2))
        round_one = self._target is not None and str(self._target.property("k")).startswith("chip")
        radius = self.height() / 2 - 1 if round_one else 8
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
