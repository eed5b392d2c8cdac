"""The ring around the button, chip, checkbox or tab that has the keyboard.

Fields show the focus by their own border and tables by their row; everything else gets this ring:
2 px, 2 px away. It is one widget that moves, not a style: a style written in Python would be asked
thousands of times per paint.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QTabBar, QWidget
from shiboken6.Shiboken import isValid

from ui.theme.theme import theme

GAP, MOST_HOLDERS = 4, 3
OWN = "own_focus"  # property of buttons that paint their focus themselves
FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


class FocusRing(QWidget):
    """Follows the focus of the whole application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Mark the next one; a widget on its way out loses the focus when it is half gone."""
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        before = self._target
        if before is not None and isValid(before):
            before.destroyed.disconnect(self._forget)
            if isinstance(before, QTabBar):
                before.currentChanged.disconnect(self._place)
        ringed = isinstance(new, QAbstractButton | QTabBar) and not new.property(OWN)
        self._target = new if ringed else None
        if self._target is None:
            self._step_out()
            return
        self._watched = [self._target, *self._between(self._target)]
        for widget in self._watched:
            widget.installEventFilter(self)
        self._target.destroyed.connect(self._forget)
        if isinstance(self._target, QTabBar):
            self._target.currentChanged.connect(self._place)
        self._place()

    def _forget(self) -> None:
        self._target, self._watched = None, []
        self._step_out()

    def _step_out(self) -> None:
        """Belong to no window while there is nothing to mark, or it would end with that window."""
        self.hide()
        self.setParent(None)

    @staticmethod
    def _between(target: QWidget) -> list[QWidget]:
        """The narrow holders around a button, such as a row of chips, that would cut the ring."""
        holders: list[QWidget] = []
        holder = target.parentWidget()
        while holder is not None and len(holders) < MOST_HOLDERS and not holder.isWindow():
            inside = target.mapTo(holder, QPoint(0, 0))
            place = QRect(inside, target.size()).adjusted(-GAP, -GAP, GAP, GAP)
            if holder.rect().contains(place) or isinstance(holder.parent(), QAbstractScrollArea):
                break
            holders.append(holder)
            holder = holder.parentWidget()
        return holders

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() == QEvent.Type.Hide:
            self._step_out()
        elif watched in self._watched and event.type() in FOLLOWED:
            self._place()
        return False

    def _place(self, *_changed: int) -> None:
        target = self._target
        holder = self._watched[-1].parentWidget() if self._watched else None
        if target is None or holder is None:
            return
        self.setParent(holder)
        place = target.rect().adjusted(-GAP, -GAP, GAP, GAP)
        if isinstance(target, QTabBar):
            place = target.tabRect(target.currentIndex()).adjusted(0, GAP, 0, -GAP)
        self.setGeometry(place.translated(target.mapTo(holder, QPoint(0, 0))))
        self.setVisible(target.isVisible())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("focus"), 2))
        round_one = self._target is not None and str(self._target.property("k")).startswith("chip")
        radius = self.height() / 2 - 1 if round_one else 8
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
