"""The main window: holds the shell, remembers size and place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ui import icons
from ui.shell import Shell
from ui.source import Settings
from ui.theme.sizes import SMALLEST_WINDOW

PLACE = "window/place"
USUAL_SIZE = (1366, 768)


class MainWindow(QMainWindow):
    """Closes by keeping drafts and stopping every thread."""

    def __init__(
        self, shell: Shell, settings: Settings, may_close: Callable[[], bool] = lambda: True
    ) -> None:
        """Show a shell; ``may_close`` is asked only when a person closes the window."""
        super().__init__()
        self.shell, self._settings, self._may_close = shell, settings, may_close
        self.setWindowTitle(f"Sổ phong trào · {shell.desk.office}")
        self.setWindowIcon(QIcon(icons.pixmap("shield-star", "accent", 64)))
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.setCentralWidget(shell)
        kept = settings.get(PLACE)
        if not (kept and self.restoreGeometry(QByteArray.fromHex(kept.encode("ascii")))):
            self.resize(*USUAL_SIZE)

    def put_over(self, banner: QWidget) -> None:
        """Show something above whatever page is shown."""
        self.takeCentralWidget()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banner)
        column.addWidget(self.shell, 1)
        self.setCentralWidget(holder)

    def begin(self) -> None:
        """Go to the first register."""
        first = next(iter(self.shell.bundles), None)
        if first is not None:
            self.shell.open_register(first)

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous() and not self._may_close():
            event.ignore()
            return
        self._settings.put(PLACE, bytes(self.saveGeometry().toHex().data()).decode("ascii"))
        self.shell.close_down()
        super().closeEvent(event)
