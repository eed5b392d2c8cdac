"""Leads from a wish to issue papers to held numbers, and to the page that checks a code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from models.issuing.clock_guard import ClockBehind
from models.issuing.seal import signed_by
from models.store.world import world
from ui.ask import Question
from ui.issuing.check_page import CheckPage
from ui.issuing.issue_page import HINTS, IssuePage
from ui.issuing.print_runs import REGISTER, PrintRuns
from ui.shell import Shell
from ui.source.issue_book import Again
from ui.source.issuing import ClassDue, Draft, IssuingSource, RunFacts
from ui.widgets.date_field import read_day

CERTIFY = "certify"
KEY_FILES = "Tệp khóa (*.txt)"
DRAWING, HOLDING = "Đang lập trang…", "Đang giữ số…"


class Issuing(QObject):
    """Opens the page that issues papers, and the one that checks them."""

    def __init__(self, shell: Shell, source: IssuingSource, runs: PrintRuns) -> None:
        super().__init__(shell)
        self._shell, self._source, self._runs = shell, source, runs
        self.page: IssuePage | None = None
        self.checking: CheckPage | None = None
        self._looks: Draft | None = None
        self._uncover: Callable[[], object] = lambda: None
        shell.acted.connect(self._act)

    def _act(self, register: str, act: str, identity: int) -> None:
        if act == "check_paper" and self.checking is None:
            self.check()
        elif register == REGISTER and act == "add" and self.page is None:
            self.begin()
        elif act == CERTIFY and self.page is None:
            self._shell.means.runner.run(
                lambda _tell: self._source.class_due(identity),
                self.begin,
                self._shell.notifier.failed,
            )

    # -- issuing

    def begin(self, due: ClassDue | None = None) -> None:
        """Put up an empty draft, or one for those of a class who passed."""
        means = self._shell.means
        page = self.page = IssuePage(
            means.today,
            lambda words, told: means.runner.run(
                lambda _tell: self._source.people(words),
                lambda found: told(found) if page is self.page else None,
                self._shell.notifier.failed,
            ),
        )
        page.looked.connect(self._look)
        page.held.connect(self._hold)
        page.dated.connect(self._ask_number)
        page.left.connect(self._leave)
        page.fields.designing.connect(self._design)
        self._shell.bar.hide()
        self._uncover = self._shell.uncovering(page)
        self._shell.keys.show_keys(page.acts.hints(HINTS))
        means.runner.run(
            lambda _tell: (self._source.designs(), self._source.blanks()),
            lambda found: self._show_choices(*found),
            self._shell.notifier.failed,
        )
        if due is not None:
            page.show_class(due)
        (page.design if due is not None else page.pick).setFocus()

    def begin_class(self, due: ClassDue, draft: Draft) -> None:
        """Put up the draft of some of a class, and look at it as soon as it can be drawn."""
        if self.page is None:
            self._looks = draft
            self.begin(due)

    def begin_again(self, again: Again) -> None:
        """Put up the draft of a paper that takes an old one's place."""
        if self.page is None:
            self.begin()
        page = self.page
        assert page is not None
        page.show_again(again)
        page.why.setFocus()

    def _show_choices(self, designs: Sequence[str], blanks: Sequence[tuple[str, int]]) -> None:
        if self.page is not None:
            self.page.show_choices(designs, blanks)
            draft, self._looks = self._looks, None
            if draft is not None:
                self.page.show_draft(draft)
                self.page.acts.run("look")
            self._ask_number()

    def _ask_number(self) -> None:
        page = self.page
        day = read_day(page.day.text()) if page is not None else None
        if page is None or day is None:
            return
        design = page.design.currentText()
        self._shell.means.runner.run(
            lambda _tell: self._source.next_number(design, day),
            page.show_number,
            self._shell.notifier.failed,
        )

    def _design(self, name: str) -> None:
        """Have a design changed; what was looked at is not what would be printed any more."""
        if self.page is not None:
            self.page.seen = None
            self.page.fields.changed.emit()
            self._shell.acted.emit("", f"design:{name}", 0)

    def _look(self, draft: Draft) -> None:
        page = self.page
        if page is None:
            return
        task = self._shell.means.runner.run(
            lambda tell: self._source.look(draft, tell),
            lambda look: page.show_look(draft, look) if page is self.page else None,
            self._shell.notifier.failed,
        )
        self._shell.progress.follow(task, DRAWING)

    def _hold(self, draft: Draft, *, clock_is_right: bool = False) -> None:
        page = self.page
        task = self._shell.means.runner.run(
            lambda tell: self._source.hold(draft, tell, clock_is_right=clock_is_right),
            lambda run: self._held(page, run),
            lambda error: self._refused(draft, error),
        )
        self._shell.progress.follow(task, HOLDING)

    def _refused(self, draft: Draft, error: Exception) -> None:
        """A clock that is behind is a question; all else is told."""
        if not isinstance(error, ClockBehind):
            self._shell.notifier.failed(error)
            return
        question = Question(
            "Ngày giờ của máy có thể sai", error.message, "Ngày giờ đúng, cấp giấy", "Xem lại"
        )
        if self._shell.means.asker.confirm(question):
            self._hold(draft, clock_is_right=True)

    def _held(self, page: IssuePage | None, run: RunFacts) -> None:
        if page is not None and page is self.page:
            page.viewer.close_pages()
            self._leave()
        self._runs.open(run)

    def _leave(self) -> None:
        self.page = None
        self._shell.bar.show()
        self._uncover()

    # -- checking

    def check(self) -> None:
        """Put up the page that checks a code."""
        page = self.checking = CheckPage()
        uncover = self._shell.uncovering(page)

        def leave() -> None:
            self.checking = None
            uncover()

        page.left.connect(leave)
        page.asked.connect(self._verify)
        page.key_wanted.connect(self._choose_key)
        self._shell.keys.show_keys(page.acts.hints(("leave_issue",)))
        page.code.setFocus()

    def _verify(self, code: str, name: str, key: str) -> None:
        page = self.checking
        if page is not None:
            self._shell.means.runner.run(
                lambda _tell: self._source.verify(code, name, key),
                page.show_result,
                self._shell.notifier.failed,
            )

    def _choose_key(self) -> None:
        path = self._shell.means.asker.open_file("Chọn tệp khóa của nơi cấp", KEY_FILES)
        page = self.checking
        if path is not None and page is not None:
            self._shell.means.runner.run(
                lambda _tell: _read(path),
                lambda key: page.use_key(key, signed_by(key)) if page is self.checking else None,
                self._shell.notifier.failed,
            )


def _read(path: Path) -> str:
    with world("đọc tệp khóa"):
        return path.read_text(encoding="utf-8", errors="replace").strip()
