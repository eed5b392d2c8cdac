"""The main window: dress the application, hold the shell, remember size and place."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from ui import icons
from ui.shell import Shell
from ui.source import Settings
from ui.theme.sizes import SMALLEST_WINDOW, Scheme, TextSize
from ui.theme.theme import load_fonts, theme, tokens_for
from ui.widgets.focus_ring import FocusRing

PLACE, SCHEME, TEXT_SIZE = "window/place", "window/scheme", "window/text"
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

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.put(PLACE, bytes(self.saveGeometry().toHex().data()).decode("ascii"))
        self.shell.close_down()
        super().closeEvent(event)


def dress_application(application: QApplication, settings: Settings) -> FocusRing:
    """Letters, colours, text size and focus ring, as the person chose; kept by the caller."""
    application.setStyle("Fusion")
    load_fonts()
    wear(settings)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: wear(settings))
    return FocusRing(application)


def wear(settings: Settings) -> None:
    """Put on the chosen theme and text size again."""
    kept = settings.get(SCHEME, Scheme.SYSTEM)
    scheme = Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM
    size = settings.get(TEXT_SIZE, "100")
    known = {str(int(one)): one for one in TextSize}
    theme().use(tokens_for(scheme), known.get(size, TextSize.MEDIUM))
    icons.redress()
