"""What is wanted of doubles: found, compared, merged, told apart, each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from ui.pages.doubles_page import HINTS, DoublesPage
from ui.shell import Shell
from ui.source import Comparison, DoubleSource

PEOPLE = "people"
TAKE_APART = "take_apart"


class Merging(QObject):
    """Does what the shell's pages wish about people who may be one."""

    def __init__(self, shell: Shell, source: DoubleSource) -> None:
        super().__init__(shell)
        self._shell, self._source = shell, source
        self._runner, self._notifier = shell.means.runner, shell.notifier
        self._asker = shell.askers.give(source)
        self.page: DoublesPage | None = None
        self._uncover: Callable[[], object] = lambda: None
        shell.acted.connect(self._acted)
        shell.doubles.connect(self.open)
        shell.changes.changed.connect(self._changed)

    def _acted(self, _register: str, act: str, identity: int) -> None:
        name, _colon, number = act.partition(":")
        if name == "twins":
            self.open((identity,))
        elif name == TAKE_APART:
            self._do(lambda: self._source.take_apart(int(number)))

    def open(self, identities: Sequence[int] = ()) -> None:
        """Show the pairs of everybody, of one person, or one pair chosen by hand."""
        if len(identities) > 2:
            self._notifier.say("Chọn đúng hai người để gộp.")
            return
        self._leave()
        self._source.narrow(identities)
        means = self._shell.means
        page = self.page = DoublesPage(self._source, self._asker, means.settings, means.today)
        page.wanted.connect(self._compare)
        page.merged.connect(self._merge)
        page.declared.connect(self._declare)
        page.left.connect(self._leave)
        page.told.connect(self._shell.keys.say)
        self._uncover = self._shell.uncovering(page)
        self._shell.places.arrived(PEOPLE)
        self._shell.keys.show_keys(page.acts.hints(HINTS))
        page.reread()

    def _compare(self, identities: tuple[int, int]) -> None:
        asked_by = self.page

        def show(comparison: Comparison) -> None:
            if asked_by is not None and self.page is asked_by:
                asked_by.show_comparison(comparison)

        self._runner.run(lambda _tell: self._source.compare(identities), show, self._failed)

    def _merge(self, comparison: Comparison, kept: int, choices: Mapping[str, int]) -> None:
        self._do(lambda: self._source.merge(comparison, kept, choices))

    def _declare(self, identities: tuple[int, int]) -> None:
        self._do(lambda: self._source.declare_different(identities))

    def _do(self, act: Callable[[], str]) -> None:
        def done(words: str) -> None:
            self._notifier.undoable(words, self._shell.changes.undo)
            self._shell.changes.changed.emit()

        if self.page is not None:
            self.page.set_busy(busy=True)
        self._runner.run(lambda _tell: act(), done, self._failed)

    def _failed(self, error: Exception) -> None:
        if self.page is not None:
            self.page.set_busy(busy=False)
        self._notifier.failed(error)

    def _changed(self) -> None:
        if self.page is not None:
            self.page.reread()

    def _leave(self) -> None:
        if self.page is not None:
            self.page = None
            self._uncover()
