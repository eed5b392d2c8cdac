"""The window that stands before the register: the dark side, and what is asked beside it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import icons
from ui.entrance.side import SidePanel
from ui.theme.sizes import SMALLEST_WINDOW

USUAL_SIZE = (1366, 768)


class EntranceWindow(QWidget):
    """One page beside the dark side; `painted` once, when it is on the screen."""

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
        across.addWidget(page, 1)
        page.setFocus()

    def stand(self, place: str) -> None:
        """Show the window where it stood last, else as large as the screen allows."""
        if not (place and self.restoreGeometry(QByteArray.fromHex(place.encode("ascii")))):
            room = self.screen().availableGeometry().size()
            small = room.width() <= self.width() or room.height() <= self.height()
            if small:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.give_room(self.width())

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self.painted.emit()
        return answer
