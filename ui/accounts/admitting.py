"""Does what is wished about the people of the register, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.accounts.own_password import OwnPassword
from ui.accounts.person import PersonSheet
from ui.accounts.sheet import Sheet
from ui.accounts.topic import LockTopic, PeopleTopic
from ui.ask import Question
from ui.sentences import words_for
from ui.shell import FORM_HINTS, Shell
from ui.source.accounts import Account, Accounts

LOCK = ("Mở và khóa sổ", "Riêng từng người dùng. Khóa sổ thì phải nhập lại mật khẩu.")
PEOPLE = ("Người dùng", "Mỗi người một tên và một mật khẩu. Nhật ký ghi tên người làm.")


class Admitting(QObject):
    """Sheets about people and passwords, over the page they were asked for on."""

    waiting = Signal(int)

    def __init__(self, shell: Shell, accounts: Accounts) -> None:
        super().__init__(shell)
        self._shell, self.accounts = shell, accounts
        self._people: PeopleTopic | None = None
        shell.acts.add("own_password", self.ask_own_password)
        if accounts.may_unmask:
            shell.acts.add("unmask", self.unmask)

    def topics(self) -> list[tuple[str, str, QWidget]]:
        """The settings about getting in; the list of people is for who runs the register."""
        lock = LockTopic(self._shell.means.settings)
        lock.changed.connect(self.waiting)
        lock.password.connect(self.ask_own_password)
        lock.lock.connect(self._shell.locking)
        found: list[tuple[str, str, QWidget]] = [(*LOCK, lock)]
        if self.accounts.may_manage:
            people = self._people = PeopleTopic(self.accounts, self._shell.means.runner)
            people.edited.connect(self.edit)
            people.ended.connect(self.end)
            people.failed.connect(self._shell.notifier.failed)
            people.read()
            found.append((*PEOPLE, people))
        return found

    # -- one's own

    def greet(self) -> None:
        """Ask for a password of their own from whoever got theirs from somebody else."""
        if self.accounts.must_change:
            self._ask_own_password(given=True)

    def ask_own_password(self) -> None:
        """Ask for the old and the new password."""
        self._ask_own_password(given=False)

    def _ask_own_password(self, *, given: bool) -> None:
        sheet = OwnPassword(given=given)

        def act() -> str:
            return self.accounts.change_own(sheet.old.text(), sheet.passwords.text())

        self._show(sheet, act)

    def unmask(self) -> None:
        """Show what is sensitive until the register is closed."""

        def shown(words: str) -> None:
            self._shell.changed()
            self._shell.notifier.say(words)

        runner, notifier = self._shell.means.runner, self._shell.notifier
        runner.run(lambda _progress: self.accounts.unmask(), shown, notifier.failed)

    # -- everybody

    def edit(self, identity: int) -> None:
        """Show the sheet of somebody, or of a new person."""
        known = self._known(identity)
        sheet = PersonSheet(self.accounts.roles, known)
        self._show(sheet, lambda: self._keep(sheet, known))

    def _keep(self, sheet: PersonSheet, known: Account | None) -> str:
        accounts, role, password = self.accounts, sheet.role.chosen(), sheet.passwords.text()
        name, described = sheet.name.text().strip(), sheet.describes
        if known is None or known.ended:
            words = (
                accounts.add(name, role, password)
                if known is None
                else accounts.take_back(name, password)
            )
            if described is not None:
                accounts.describe(name, *described)
            return words
        told = [accounts.set_role(known.name, role)] if role != known.role else []
        told += [accounts.describe(name, *described)] if described is not None else []
        told += [accounts.reset(known.name, password)] if password else []
        return " ".join(told) or f"{known.name} vẫn như cũ."

    def end(self, identity: int) -> None:
        """Let somebody in no more, once that is confirmed."""
        known = self._known(identity)
        if known is None or known.ended:
            return
        question = Question(
            f"Ngừng người dùng {known.name}",
            "Người này không mở được sổ nữa. Việc đã làm vẫn ghi tên; có thể cho dùng lại sau.",
            "Ngừng",
            "Không ngừng",
        )
        if self._shell.means.asker.confirm(question):
            self._run(lambda: self.accounts.end(known.name), self._shell.notifier.failed)

    def _known(self, identity: int) -> Account | None:
        return self._people.people.known(identity) if self._people is not None else None

    # -- for all

    def _show(self, sheet: Sheet, act: Callable[[], str]) -> None:
        shell = self._shell
        back = shell.uncovering(sheet)
        shell.keys.show_keys(sheet.acts.hints(FORM_HINTS))

        def failed(error: Exception) -> None:
            if shell.pages.covers(sheet):
                sheet.refuse(words_for(error))
            else:
                shell.notifier.failed(error)

        sheet.left.connect(back)
        sheet.wanted.connect(lambda: self._run(act, failed, back))
        sheet.setFocus()

    def _run(
        self,
        act: Callable[[], str],
        failed: Callable[[Exception], object],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        def done(words: str) -> None:
            then()
            if self._people is not None:
                self._people.read()
            self._shell.notifier.say(words)

        self._shell.means.runner.run(lambda _progress: act(), done, failed)
