"""The main window: holds the shell, remembers size and place."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QMainWindow

from ui import icons
from ui.shell import Shell
from ui.source import Settings
from ui.theme.sizes import SMALLEST_WINDOW

PLACE = "window/place"
USUAL_SIZE = (1366, 768)


class MainWindow(QMainWindow):
    """Closes by keeping drafts and stopping every thread."""

    def __init__(self, shell: Shell, settings: Settings) -> None:
        super().__init__()
        self.shell, self._settings = shell, settings
        self.setWindowTitle(f"Sổ phong trào · {shell.desk.office}")
        self.setWindowIcon(QIcon(icons.pixmap("shield-star", "accent", 64)))
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.setCentralWidget(shell)
        kept = settings.get(PLACE)
        if not (kept and self.restoreGeometry(QByteArray.fromHex(kept.encode("ascii")))):
            self.resize(*USUAL_SIZE)

    def begin(self) -> None:
        """Go to the first register."""
        first = next(iter(self.shell.bundles), None)
        if first is not None:
            self.shell.open_register(first)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.put(PLACE, bytes(self.saveGeometry().toHex().data()).decode("ascii"))
        self.shell.close_down()
        super().closeEvent(event)
