"""One register between its opening and its closing, all of it on the thread that works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.clock import today
from models.errors import World, WorldError
from models.store import recovering
from models.store.folder import RegisterFolder
from models.store.lock import RegisterLock
from models.store.opening import NewRegister, OpenRegister, create, office_of, open_register
from models.store.vault import Vault
from printing.recovery_sheet import RecoverySheet, recovery_sheet
from ui.entrance.copies import CopiesBefore

if TYPE_CHECKING:
    from ui.entrance.first_run import Answers


class Session:
    """A register's folder; every act takes its time, so none belongs on the window's thread."""

    def __init__(self, folder: RegisterFolder) -> None:
        self.folder = folder
        self.copies = CopiesBefore(folder)
        self._opened: OpenRegister | None = None

    def users(self) -> list[str]:
        """Say who can open the register; nobody where none is made yet.

        Raises:
            WorldError: its folder or keys cannot be read.
        """
        return Vault.open(self.folder, repair=False).users() if self.folder.exists() else []

    def users_to_recover(self) -> list[str]:
        """Say whose password the recovery sheet replaces; nobody where all key slots are lost."""
        try:
            return self.users()
        except WorldError as error:
            if error.kind in (World.DAMAGED, World.MISSING):
                return []
            raise

    def check_free(self) -> None:
        """Try whether the register could be opened now, by this window.

        Raises:
            WorldError: another window has it, or its folder cannot be written.
        """
        if self.folder.exists():
            with RegisterLock(self.folder):
                return

    def make(self, answers: Answers) -> tuple[str, str]:
        """Make the register; give the recovery key as it is written, and the office's name.

        Raises:
            UserError: unknown commune, no name or password, or a register is there already.
            WorldError: the disk failed; nothing is left behind.
        """
        wanted = NewRegister(
            answers.province,
            answers.commune,
            answers.user,
            answers.password,
            answers.area_kind,
            answers.place,
            answers.rank,
            answers.post,
        )
        office = office_of(answers.province, answers.commune).name
        return create(self.folder, wanted).text, office

    def draw_sheet(self, key: str, answers: Answers) -> bytes:
        """Draw the recovery sheet of the register that was just made, in memory.

        Raises:
            UserError: a name cannot be printed.
        """
        office = office_of(answers.province, answers.commune)
        place, maker = answers.place or office.place, answers.user
        head = (office.parent_line, office.agency_line, place)
        return recovery_sheet(RecoverySheet(*head, today(), maker, key.split("-")))

    def recover(self, user: str, sheet: str, password: str) -> None:
        """Give a person a new password by the recovery sheet, and open the register with it.

        Raises:
            UserError: mistyped, which names the group; no such person, or a weak password.
            AccessError: a sheet of another register.
            WorldError: in use or damaged.
        """
        recovering.new_password(self.folder, user, sheet, password)
        self.open(user, password)
        recovering.tell_new_password()

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
