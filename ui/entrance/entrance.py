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
from ui.tasks import Runner

if TYPE_CHECKING:
    from ui.entrance.first_run import FirstRun

RECORDS = "ui.workplace"
FIRST_RUN = "ui.entrance.first_run"
AGAIN = "Thử lại"


class Register(Protocol):
    """A register's folder, as the entrance needs it; every act here may take its time."""

    def users(self) -> list[str]:
        """Who can open the register."""

    def check_free(self) -> None:
        """Fail where nobody can open it now."""

    def make(self, province: str, commune: str, user: str, password: str) -> tuple[str, str]:
        """Make the register; gives the recovery key and the office's name."""

    def open(self, user: str, password: str) -> None:
        """Lock, unlock and bring up to date."""

    def lock(self) -> None:
        """Close the file whole, and tell that it was locked."""

    def close(self) -> None:
        """Close the file whole."""


class Entrance(QObject):
    """`opened` when the register is; the window is then closed by whoever shows the next one."""

    opened = Signal()

    def __init__(self, folder: RegisterFolder, remembered: Remembered, runner: Runner) -> None:
        super().__init__()
        self._folder, self._remembered, self._runner = folder, remembered, runner
        self.register: Register | None = None
        self._unlock: UnlockPage | None = None
        self.window = self._ask_for_password() if folder.exists() else self._ask_for_office()

    # -- the two windows

    def _ask_for_password(self) -> EntranceWindow:
        page = self._unlock = UnlockPage(self._remembered.get(OFFICE))
        last = self._remembered.get(USER)
        if last:
            page.show_users([last])
        page.entered.connect(self._enter)
        return EntranceWindow(page, SidePanel())

    def _ask_for_office(self) -> EntranceWindow:
        first = importlib.import_module(FIRST_RUN)
        page = first.FirstRun()
        made = _Making(self, page)
        page.wanted.connect(made.make)
        page.done.connect(made.enter)
        window = EntranceWindow(page, SidePanel(page.steps))
        made.setParent(window)
        return window

    def show(self) -> None:
        """Put the window up."""
        self.window.stand(self._remembered.get(PLACE))

    def tell_crash(self, copy: Callable[[], object]) -> None:
        """Say that something unforeseen happened here; the report can be copied."""
        if self._unlock is not None:
            self._unlock.show_trouble(UNFORESEEN, COPY_WORDS, copy)
        else:
            cast("FirstRun", self.window.page).refuse(UNFORESEEN)

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
            cast("FirstRun", self.window.page).refuse(words_for(error))

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
        self._runner.run(lambda _progress: work(), done, failed)

    def say(self, words: str, *, failed: bool = False) -> None:
        """Say something over the password: that the register was locked, how restoring went."""
        if self._unlock is not None:
            (self._unlock.show_trouble if failed else self._unlock.tell)(words)

    def remember(self, user: str, office: str = "") -> None:
        """Remember who worked last."""
        self._remembered.put(USER, user)
        if office:
            self._remembered.put(OFFICE, office)


class _Making(QObject):
    """Makes a register from the answers of the first run, then opens it."""

    def __init__(self, entrance: Entrance, page: FirstRun) -> None:
        super().__init__()
        self._entrance, self._page = entrance, page
        self._user = self._password = ""

    def make(self, province: str, commune: str, user: str, password: str) -> None:
        """Make it, and show its recovery key."""
        self._user, self._password = user, password
        self._entrance.run(
            lambda: self._entrance.there().make(province, commune, user, password),
            self._made,
            self._failed,
        )

    def _made(self, told: object) -> None:
        assert isinstance(told, tuple)
        key, office = told
        self._entrance.remember(self._user, office)
        self._page.show_sheet(key, office)

    def enter(self) -> None:
        """Open what was made."""
        user, password = self._user, self._password
        self._entrance.run(
            lambda: self._entrance.there().open(user, password),
            lambda _done: self._entrance.opened.emit(),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._page.refuse(words_for(error))
