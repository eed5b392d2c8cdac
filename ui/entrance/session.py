"""One register between its opening and its closing, all of it on the thread that works."""

from __future__ import annotations

from models.store.folder import RegisterFolder
from models.store.lock import RegisterLock
from models.store.opening import NewRegister, OpenRegister, create, office_of, open_register
from models.store.vault import Vault


class Session:
    """A register's folder; every act takes its time, so none belongs on the window's thread."""

    def __init__(self, folder: RegisterFolder) -> None:
        self.folder = folder
        self._opened: OpenRegister | None = None

    def users(self) -> list[str]:
        """Say who can open the register; nobody where none is made yet.

        Raises:
            WorldError: its folder or keys cannot be read.
        """
        return Vault.open(self.folder, repair=False).users() if self.folder.exists() else []

    def check_free(self) -> None:
        """Try whether the register could be opened now, by this window.

        Raises:
            WorldError: another window has it, or its folder cannot be written.
        """
        if self.folder.exists():
            with RegisterLock(self.folder):
                return

    def make(self, province: str, commune: str, user: str, password: str) -> tuple[str, str]:
        """Make the register; give the recovery key as it is written, and the office's name.

        Raises:
            UserError: unknown commune, no name or password, or a register is there already.
            WorldError: the disk failed; nothing is left behind.
        """
        office = office_of(province, commune).name
        return create(self.folder, NewRegister(province, commune, user, password)).text, office

    def open(self, user: str, password: str) -> None:
        """Lock, unlock and bring up to date; nothing where that was done already.

        Raises:
            AccessError: wrong password.
            WorldError: missing, in use, damaged, foreign or newer file.
        """
        if self._opened is None:
            self._opened = open_register(self.folder, user, lambda: password)

    def lock(self) -> None:
        """Close it as `close` does, told in the history as locked."""
        if self._opened is not None:
            self._opened.lock()
            self._opened = None

    def close(self) -> None:
        """Close the file whole and give the lock back."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None
