"""Leads a person to the open register: asks, opens or makes it off the window's thread, hands over.

The records' side of the program takes longer to load than this window to appear, so it is loaded
while the password is being typed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal

from models.errors import AccessError
from models.store.folder import RegisterFolder
from ui.entrance.remembered import OFFICE, PLACE, USER, Remembered
from ui.entrance.side import SidePanel
from ui.entrance.unlock_page import UnlockPage
from ui.entrance.window import EntranceWindow
from ui.sentences import COPY_WORDS, UNFORESEEN, words_for
from ui.tasks import Progress, Runner, Task

if TYPE_CHECKING:
    from ui.ask import Asker
    from ui.entrance.asking import AskingPage
    from ui.entrance.first_run import Answers
    from ui.source.backups import Copies

RECORDS = "ui.workplace"
FIRST_RUN, MAKING = "ui.entrance.first_run", "ui.entrance.making"
RESTORING, RECOVERING = "ui.entrance.restoring", "ui.entrance.recovering"
AGAIN = "Thử lại"


class Register(Protocol):
    """A register's folder, as the entrance needs it; every act here may take its time."""

    def users(self) -> list[str]:
        """Who can open the register."""

    def check_free(self) -> None:
        """Fail where nobody can open it now."""

    @property
    def copies(self) -> Copies:
        """Copies that can be put there."""

    def users_to_recover(self) -> list[str]:
        """Whose password the recovery sheet replaces."""

    def make(self, answers: Answers) -> tuple[str, str]:
        """Make the register; gives the recovery key and the office's name."""

    def draw_sheet(self, key: str, answers: Answers) -> bytes:
        """The recovery sheet as a PDF, in memory."""

    def recover(self, user: str, sheet: str, password: str) -> None:
        """Give a new password by the recovery sheet, and open."""

    def open(self, user: str, password: str) -> None:
        """Lock, unlock and bring up to date."""

    def lock(self) -> None:
        """Close the file whole, and tell that it was locked."""

    def close(self) -> None:
        """Close the file whole."""


class Entrance(QObject):
    """`opened` when the register is; the window is then closed by whoever shows the next one.

    `looking` when a person wants to look around with invented records first. ``brings_old`` says
    that old workbooks come first in the register that was made.
    """

    opened = Signal()
    looking = Signal()

    def __init__(
        self,
        folder: RegisterFolder,
        remembered: Remembered,
        runner: Runner,
        asker: Asker | None = None,
    ) -> None:
        super().__init__()
        self._folder, self._remembered, self.runner = folder, remembered, runner
        self._asker = asker
        self.register: Register | None = None
        self.brings_old = False
        self._unlock: UnlockPage | None = None
        self.window = self._ask_for_password() if folder.exists() else self._ask_for_office()

    # -- the first pages

    def _ask_for_password(self) -> EntranceWindow:
        page = self._unlock = UnlockPage(self._remembered.get(OFFICE))
        last = self._remembered.get(USER)
        if last:
            page.show_users([last])
        page.entered.connect(self._enter)
        page.forgot.connect(self.recover)
        page.restoring.connect(self.restore)
        return EntranceWindow(page, SidePanel())

    def _ask_for_office(self) -> EntranceWindow:
        first = importlib.import_module(FIRST_RUN)
        page = first.FirstRun()
        page.restoring.connect(self.restore)
        page.looking.connect(self.looking)
        making = importlib.import_module(MAKING).Making(self, page)
        window = EntranceWindow(page, SidePanel(page.steps))
        making.setParent(window)
        return window

    # -- the pages over them

    def restore(self) -> None:
        """Lead from a copy to an open register."""
        restoring = importlib.import_module(RESTORING).Restoring(self, self._asker)
        self.window.cover(restoring.page, restoring.page.steps)
        restoring.look(None)

    def recover(self) -> None:
        """Lead from a recovery sheet and a new password to an open register."""

        def ask(users: object) -> None:
            last = self._unlock.users.currentText() if self._unlock is not None else ""
            recovering = importlib.import_module(RECOVERING).Recovering(self, users, last)
            self.window.cover(recovering.page)

        self.run(lambda: self.there().users_to_recover(), ask, self._not_loaded)

    def uncover(self) -> None:
        """Back to the first page."""
        self.window.uncover()

    def show(self) -> None:
        """Put the window up."""
        self.window.stand(self._remembered.get(PLACE))

    def tell_crash(self, copy: Callable[[], object]) -> None:
        """Say that something unforeseen happened here; the report can be copied."""
        if self._unlock is not None and self.window.shown is self._unlock:
            self._unlock.show_trouble(UNFORESEEN, COPY_WORDS, copy)
        else:
            cast("AskingPage", self.window.shown).refuse(UNFORESEEN)

    # -- loading and looking

    def load(self) -> None:
        """Load the records' side, and see whether the register can be opened now."""
        self.run(self._users, self._show_users, self._not_loaded)
        self.run(lambda: self.there().check_free(), lambda _done: None, self._not_loaded)

    def _users(self) -> list[str]:
        if self.register is None:
            records = importlib.import_module(RECORDS)
            self.register = cast("Register", records.Session(self._folder))
        return self.register.users()

    def _show_users(self, users: object) -> None:
        if self._unlock is not None and isinstance(users, list):
            self._unlock.show_users(users, self._remembered.get(USER))

    def _not_loaded(self, error: Exception) -> None:
        if self._unlock is not None:
            self._unlock.show_trouble(words_for(error), AGAIN, self._look_again)
        else:
            cast("AskingPage", self.window.page).refuse(words_for(error))

    def _look_again(self) -> None:
        if self._unlock is not None:
            self._unlock.show_trouble("")
            self._unlock.password.setFocus()
        self.load()

    # -- opening

    def _enter(self, user: str, password: str) -> None:
        def opened(_done: object) -> None:
            self._remembered.put(USER, user)
            self.opened.emit()

        self.run(lambda: self.there().open(user, password), opened, self._refused)

    def _refused(self, error: Exception) -> None:
        page = self._unlock
        if page is None:
            return
        if isinstance(error, AccessError):
            page.refuse(words_for(error))
        else:
            page.show_trouble(words_for(error), AGAIN, page.enter)

    # -- for both

    def there(self) -> Register:
        """The register; loading it was the first thing asked of the runner."""
        assert self.register is not None
        return self.register

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do something off the window's thread."""
        self.runner.run(lambda _progress: work(), done, failed)

    def follow(
        self,
        work: Callable[[Progress], object],
        done: Callable[[object], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Do something longer off the window's thread, which tells how far it is."""
        return self.runner.run(work, done, failed)

    def say(self, words: str, *, failed: bool = False) -> None:
        """Say something over the password: that the register was locked, how restoring went."""
        if self._unlock is not None:
            (self._unlock.show_trouble if failed else self._unlock.tell)(words)

    def remember(self, user: str, office: str = "") -> None:
        """Remember who worked last."""
        self._remembered.put(USER, user)
        if office:
            self._remembered.put(OFFICE, office)
