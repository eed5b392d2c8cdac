"""Leads from the list of the issue book to one of its papers, and to what is done with papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from models.errors import UserError
from ui.issuing.handing_page import HINTS as HAND_HINTS
from ui.issuing.handing_page import HandingPage
from ui.issuing.issued_page import IssuedPage
from ui.issuing.issuing import Issuing
from ui.issuing.paper_forms import HandForm, VoidForm
from ui.issuing.print_runs import REGISTER, PrintRuns
from ui.issuing.reprints import Reprints
from ui.shell import Shell
from ui.source.issue_book import (
    HAND_OVER,
    REISSUE,
    REPRINT,
    RUN,
    Handing,
    IssueBookSource,
    PaperCard,
)

T = TypeVar("T")
OPEN = "open"


class BookRoom(QObject):
    """Shows papers of the issue book when the window asks for them."""

    def __init__(
        self,
        shell: Shell,
        source: IssueBookSource,
        issuing: Issuing,
        runs: PrintRuns,
        reprints: Reprints,
    ) -> None:
        super().__init__(shell)
        self._shell, self._source = shell, source
        self._issuing, self._runs, self._reprints = issuing, runs, reprints
        self.page: IssuedPage | None = None
        self.handing: HandingPage | None = None
        self._uncover: Callable[[], object] = lambda: None
        shell.acted.connect(self._act)
        shell.acted_many.connect(self._act_on_many)

    def _act(self, register: str, act: str, paper: int) -> None:
        if register == REGISTER and act == OPEN and self.page is None:
            self._work(lambda: self._source.card(paper), self._show)

    def _act_on_many(self, register: str, act: str, papers: tuple[int, ...]) -> None:
        if register == REGISTER and act == HAND_OVER and self.handing is None:
            self._work(lambda: self._source.to_hand(papers), self._begin_handing)

    # -- one paper

    def _show(self, card: PaperCard) -> None:
        if self.page is not None:
            return
        page = IssuedPage(card, (VoidForm(), HandForm(self._shell.means.today)))
        self.page = page
        page.wished.connect(self._wished)
        page.voided.connect(self._void)
        page.handed.connect(lambda to, day: self._hand_over((page.card.id,), to, day))
        page.left.connect(self._leave)
        self._shell.bar.hide()
        self._uncover = self._shell.uncovering(page)
        self._hint()
        page.take_focus()

    def _hint(self) -> None:
        if self.page is not None:
            names = (*self.page.hints(), "leave_paper")
            self._shell.keys.show_keys(self.page.acts.hints(names))
            self._shell.keys.say("")

    def _leave(self) -> None:
        self.page = None
        self._shell.bar.show()
        self._uncover()

    def _wished(self, act: str) -> None:
        """Acts with a page of their own, which takes the place of this one."""
        page = self.page
        if page is None:
            return
        paper = page.card.id
        page.viewer.close_pages()
        self._leave()
        if act == REISSUE:
            self._work(lambda: self._source.again(paper), self._issuing.begin_again)
        elif act == REPRINT:
            self._reprints.open(paper, page.card.title)
        elif act == RUN:
            self._runs.open_of(paper)

    def _void(self, reason: str) -> None:
        page = self.page
        if page is not None:
            paper = page.card.id
            self._ask(lambda: self._source.void(paper, reason), self._done)

    def _done(self, words: str) -> None:
        self._shell.notifier.say(words)
        self._read_again()

    def _read_again(self) -> None:
        page = self.page
        if page is not None:
            paper = page.card.id
            self._work(lambda: self._source.card(paper), self._show_again)

    def _show_again(self, card: PaperCard) -> None:
        if self.page is not None and self.page.card.id == card.id:
            self.page.show_card(card)
            self._hint()

    # -- handing over

    def _begin_handing(self, handing: Handing) -> None:
        page = self.handing = HandingPage(handing, self._shell.means.today)
        uncover = self._shell.uncovering(page)

        def leave() -> None:
            self.handing = None
            uncover()

        page.left.connect(leave)
        page.handed.connect(lambda to, day: self._hand_over(handing.keys, to, day))
        self._shell.keys.show_keys(page.acts.hints(HAND_HINTS))
        self._shell.keys.say("")
        page.form.take_focus()

    def _hand_over(self, papers: Sequence[int], to: str, day: str) -> None:
        self._ask(lambda: self._source.hand_over(papers, to, day), self._handed)

    def _handed(self, words: str) -> None:
        if self.handing is not None:
            self.handing.left.emit()
        self._shell.notifier.undoable(words, self._shell.changes.undo)
        self._read_again()

    # -- work

    def _ask(self, ask: Callable[[], str], told: Callable[[str], object]) -> None:
        """Do an act of a form; what was typed wrong is told beside it."""
        self._shell.means.runner.run(lambda _tell: ask(), told, self._refused)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._shell.notifier.failed(error)
        elif self.page is not None:
            self.page.say_wrong(error.message)
        elif self.handing is not None:
            self.handing.form.say_wrong(error.message)

    def _work(self, ask: Callable[[], T], told: Callable[[T], object]) -> None:
        self._shell.means.runner.run(lambda _tell: ask(), told, self._shell.notifier.failed)
