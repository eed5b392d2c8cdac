"""One open register for the life of the window: opened and closed on the thread that works.

This is the part of the window that loads the records' side of the program (150 ms), so it is
imported while the password is being typed, not before the first window is on the screen.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from models.clock import today
from models.store.folder import RegisterFolder, default_folder
from models.store.opening import opened
from models.store.vault import Vault
from ui.ask import Dialogs
from ui.desk.desk import OfficeDesk
from ui.kept_settings import KeptSettings
from ui.shell import Means, Shell
from ui.source import Desk
from ui.table.worker import Worker
from ui.tasks import Runner
from ui.window import MainWindow


class Session:
    """A register's folder, locked and unlocked here."""

    def __init__(self, path: Path | None) -> None:
        self.folder: RegisterFolder = RegisterFolder(path) if path else default_folder()
        self._held = ExitStack()

    def users(self) -> list[str]:
        """Who can open the register; nobody when there is none.

        Raises:
            WorldError: the key slots cannot be read.
        """
        return Vault.open(self.folder, repair=False).users() if self.folder.exists() else []

    def open(self, user: str, password: str) -> None:
        """Lock, unlock and bring up to date; slow on purpose, so never on the window's thread.

        Raises:
            AccessError: wrong password.
            WorldError: missing, in use, damaged, foreign or newer file.
        """
        self._held.enter_context(opened(self.folder, user, lambda: password))

    def close(self) -> None:
        """Close the file whole and give the lock back."""
        self._held.close()


def main_window(runner: Runner) -> MainWindow:
    """The window over the register that is open."""
    desk: Desk = OfficeDesk()
    settings = KeptSettings(desk.settings, runner)
    shell = Shell(desk, Means(runner, Dialogs(), Worker, today, settings))
    return MainWindow(shell, settings)
