"""Opens the window: first the one that asks for the password, at once; the rest loads meanwhile."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.application import make_application
from ui.notify import words_for
from ui.source.keeping import MemorySettings
from ui.tasks import ThreadRunner
from ui.unlock import UnlockWindow
from ui.wear import dress_application

if TYPE_CHECKING:
    from ui.session import Session
    from ui.window import MainWindow

REST = "ui.session"
NO_REGISTER = "Chưa có sổ ở {}. Lập sổ mới bằng lệnh init, hoặc sổ thử bằng lệnh demo."


def open_window(folder: Path | None, *, until_painted: bool = False) -> int:
    """Show the window and stay until it is closed; the exit code is Qt's.

    ``until_painted`` ends after the first paint, for measuring the start.
    """
    application = make_application(sys.argv[:1])
    ring = dress_application(application, MemorySettings())
    first = UnlockWindow()
    if until_painted:
        first.installEventFilter(_AfterPaint(first))
        first.show()
        return application.exec()
    starter = Starter(application, first, folder)
    first.show()
    starter.load()
    code = application.exec()
    starter.close()
    ring.deleteLater()
    return code


class _AfterPaint(QObject):
    """Ends the program once a window has been painted."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False


class Starter:
    """Loads the rest of the program, opens the register, and puts the main window up."""

    def __init__(self, application: QApplication, first: UnlockWindow, folder: Path | None) -> None:
        self._application, self._first, self._folder = application, first, folder
        self.runner = ThreadRunner()
        self._rest: Any = None
        self._session: Session | None = None
        self.window: MainWindow | None = None
        first.entered.connect(self._open)

    def load(self) -> None:
        """Import what the records need while the person types, and find out who may open."""
        self.runner.run(lambda _progress: self._load(), self._loaded, self._not_loaded)

    def _load(self) -> list[str]:
        self._rest = importlib.import_module(REST)
        self._session = self._rest.Session(self._folder)
        return self._session.users()

    def _loaded(self, users: list[str]) -> None:
        self._first.show_users(users)
        if not users and self._session is not None:
            self._first.forbid(NO_REGISTER.format(self._session.folder.path))

    def _not_loaded(self, error: Exception) -> None:
        self._first.forbid(words_for(error))

    def _open(self, user: str, password: str) -> None:
        self.runner.run(
            lambda _progress: self._opened(user, password),
            lambda _done: self._show(),
            lambda error: self._first.refuse(words_for(error)),
        )

    def _opened(self, user: str, password: str) -> None:
        assert self._session is not None
        self._session.open(user, password)

    def _show(self) -> None:
        self.window = self._rest.main_window(self.runner)
        self.window.show()
        self.window.begin()
        self._first.close()

    def close(self) -> None:
        """Close the register on the thread that opened it, then that thread."""
        if self._session is not None:
            session = self._session
            self.runner.finish(session.close)
        self.runner.close()
