"""The window that stands before the register: the dark side, and what is asked beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui import icons
from ui.entrance.side import SidePanel
from ui.theme.sizes import SMALLEST_WINDOW

USUAL_SIZE = (1366, 768)


class EntranceWindow(QWidget):
    """One page beside the dark side; `painted` once, when it is on the screen.

    Another page may stand over it for a while, with steps of its own.
    """

    painted = Signal()

    def __init__(self, page: QWidget, side: SidePanel) -> None:
        super().__init__()
        self.page, self.side = page, side
        self._painted = False
        self.setWindowTitle("Sổ phong trào")
        self.setWindowIcon(QIcon(icons.pixmap("shield-star", "accent", 64)))
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.resize(*USUAL_SIZE)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(side)
        self._pages = QStackedWidget()
        across.addWidget(self._pages, 1)
        self._pages.addWidget(page)
        page.setFocus()

    @property
    def shown(self) -> QWidget:
        """The page that is in front."""
        return self._pages.currentWidget() or self.page

    def cover(self, page: QWidget, steps: QWidget | None = None) -> None:
        """Show another page over the first one."""
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.side.show_steps(steps)
        page.setFocus()

    def uncover(self) -> None:
        """Show the first page again, as it was left."""
        over = self.shown
        if over is not self.page:
            self._pages.setCurrentWidget(self.page)
            self._pages.removeWidget(over)
            over.deleteLater()
            self.side.show_steps(None)
            self.page.setFocus()

    def stand(self, place: str) -> None:
        """Show the window where it stood last, else as large as the screen allows."""
        if not (place and self.restoreGeometry(_bytes(place))):
            room = self.screen().availableGeometry().size()
            small = room.width() <= self.width() or room.height() <= self.height()
            if small:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.give_room(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()


def _bytes(place: str) -> bytes:
    """What is remembered of a place; what is not readable is no place."""
    try:
        return bytes.fromhex(place)
    except ValueError:
        return b""
