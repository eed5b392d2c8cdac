"""Leads a print run from held numbers over the printer into the book."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from models.errors import UserError
from ui.ask import Question
from ui.issuing.answer_bar import IN_FILE, AnswerBar
from ui.paper.page import PaperPage
from ui.paper.press import Job
from ui.paper.printing import Printing
from ui.paper.selection import Ground, Selection
from ui.shell import Shell
from ui.source import Option, PaperFacts, PaperSource, PaperWish, Query, Settings
from ui.source.issuing import IssuingSource, RunFacts
from ui.source.papers import Tell

T = TypeVar("T")
PAPER = "run"
REGISTER = "issued"


class RunPapers:
    """The sheets of one run as the only paper of a print page."""

    def __init__(self, source: IssuingSource, run: RunFacts, office: PaperSource) -> None:
        self._source, self._run, self._office = source, run, office

    @property
    def offsets(self) -> Settings:
        """Where the machine's printers miss."""
        return self._office.offsets

    def papers(self, register: str) -> Sequence[PaperFacts]:  # noqa: ARG002 - there is one
        """The run."""
        sheet = f"Phôi: {self._run.blanks}" if self._run.blanks else "In đủ khung"
        return [
            PaperFacts(
                PAPER, self._run.name, "certificate-outline", sheet, coloured=True, blankable=False
            )
        ]

    def pdf(self, wish: PaperWish, tell: Tell) -> bytes:  # noqa: ARG002 - there is one
        """The sheets that are not entered yet."""
        return self._source.pages(self._run.id, tell)

    def word(self, wish: PaperWish) -> bytes:  # noqa: ARG002 - never
        """Certificates are drawn; none is written for Word."""
        raise UserError("Giấy này chỉ lưu được thành PDF.")

    def leaving(self, wish: PaperWish, where: str) -> None:  # noqa: ARG002 - there is one
        """Tell that the sheets leave the program."""
        self._source.leaving(self._run.id, where)

    def sent(self, wish: PaperWish, pages: Collection[int]) -> str:  # noqa: ARG002 - is asked about
        """Nothing is noted before the answer."""
        return ""

    def choices(self, register: str, words: str, query: Query) -> Sequence[Option]:  # noqa: ARG002
        """The sheets of a run are settled."""
        return ()

    def calibration(self, printer: str, width: float, height: float) -> bytes:
        """The sheet that shows how far a printer misses."""
        return self._office.calibration(printer, width, height)


@dataclass(slots=True)
class _Visit:
    """One run on a print page: which of its sheets left the program since the last answer."""

    run: RunFacts
    page: PaperPage
    bar: AnswerBar
    sent: set[int] = field(default_factory=set)


class PrintRuns(QObject):
    """Opens a run on a print page and asks what came out; the book is written by the answer."""

    def __init__(
        self, shell: Shell, printing: Printing, source: IssuingSource, office: PaperSource
    ) -> None:
        super().__init__(shell)
        self._shell, self._printing, self._source = shell, printing, source
        self._office = office
        self._visit: _Visit | None = None
        shell.acted.connect(self._act)

    def remind(self) -> None:
        """Say that a run waits, after the program was closed or died in the middle of one."""
        self._work(self._source.open_runs, self._offer)

    def _offer(self, runs: Sequence[RunFacts]) -> None:
        if runs:
            run = runs[0]
            words = f"{run.name}: còn {run.waiting} giấy giữ số, chưa vào sổ cấp."
            self._shell.notifier.remind(words, "In tiếp", lambda: self.open(run))

    def _act(self, register: str, act: str, paper: int) -> None:
        if register != REGISTER:
            return
        if act == "run":
            self.open_of(paper)
        elif act == "hand_over":
            self._work(lambda: self._source.hand_over(paper), self._told_undoable)

    def _told_undoable(self, words: str) -> None:
        self._shell.notifier.undoable(words, self._shell.changes.undo)

    def open_of(self, paper: int) -> None:
        """Show the run that a held paper is in."""
        self._work(lambda: self._source.run_of(paper), self._open_found)

    def _open_found(self, run: RunFacts | None) -> None:
        if run is not None:
            self.open(run)

    def open(self, run: RunFacts) -> None:
        """Show the sheets of a run that are not entered, ready to be printed."""
        if self._printing.page is not None:
            return
        papers = RunPapers(self._source, run, self._office)
        selection = Selection(papers.papers(REGISTER), Ground(REGISTER), PAPER)
        page = PaperPage(selection, self._printing.tools(papers), run.name)
        bar = AnswerBar()
        layout = page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, bar)
        visit = self._visit = _Visit(run, page, bar)
        page.sending.sent.connect(self._sent)
        page.storing.stored.connect(lambda pages: self._stored(visit, pages))
        page.left.connect(self._left)
        bar.answered.connect(self._answered)
        bar.unprinted.connect(self._unprinted)
        self._printing.show(visit.page)

    def _left(self) -> None:
        """The page was left; what is not answered waits and is offered again."""
        visit, self._visit = self._visit, None
        if visit is not None and visit.sent:
            words = f"{visit.run.name}: chưa cho biết in đúng hết chưa. Số vẫn giữ."
            self._shell.notifier.offer(words, "Trả lời", lambda: self._again(visit))

    def _again(self, visit: _Visit) -> None:
        self.open(visit.run)
        if self._visit is not None:
            self._visit.sent = visit.sent
            self._visit.bar.ask(tuple(visit.sent), visit.run.waiting)

    def _sent(self, job: Job) -> None:
        visit = self._visit
        if visit is None:
            return
        pages = {side.page for side in job.sides if side.page is not None}
        if pages and job.title == visit.run.name:
            visit.sent |= pages
            visit.bar.ask(tuple(visit.sent), visit.run.waiting)

    def _stored(self, visit: _Visit, pages: int) -> None:
        """The sheets are in a file: whoever prints it elsewhere answers here as well."""
        if visit is self._visit and pages:
            visit.sent |= set(range(pages))
            visit.bar.ask(tuple(visit.sent), visit.run.waiting, IN_FILE)

    def _answered(self, places: tuple[int, ...], spoilt: int) -> None:
        visit = self._visit
        if visit is None or not self._is_sure(len(places)):
            return
        run = visit.run.id
        self._work(
            lambda: (self._source.confirm(run, places, spoilt), self._run_again(run)),
            lambda told: self._entered(*told),
        )

    def _is_sure(self, count: int) -> bool:
        """Entering numbers cannot be undone, so it is asked about."""
        if not count:
            return True
        body = "Số đã vào sổ không sửa, không xóa được; sai thì hủy số và cấp lại."
        act = f"Vào sổ {count} giấy"
        return self._shell.means.asker.confirm(
            Question(f"{count} số sẽ vào sổ cấp giấy", body, act, "Xem lại", danger=False)
        )

    def _unprinted(self) -> None:
        """Nothing came out: the numbers stay held until they are given back or printed."""
        visit = self._visit
        if visit is None:
            return
        visit.sent.clear()
        visit.bar.hide()
        question = Question(
            f"Giữ số để in sau, hay trả {visit.run.waiting} số lại sổ",
            "Giữ số: in tiếp lúc nào cũng được, số không đổi. Trả số: lần cấp sau dùng lại.",
            "Trả số",
            "Giữ số",
        )
        if self._shell.means.asker.confirm(question):
            run = visit.run.id
            self._work(lambda: self._source.release(run), self._close)

    def _run_again(self, run: int) -> RunFacts | None:
        return next((one for one in self._source.open_runs() if one.id == run), None)

    def _entered(self, words: str, rest: RunFacts | None) -> None:
        visit = self._visit
        if visit is not None:
            visit.sent.clear()
        self._close(words)
        if rest is not None:
            self.open(rest)

    def _close(self, words: str) -> None:
        visit = self._visit
        if visit is not None:
            visit.page.acts.run("close")
        self._shell.notifier.say(words)
        self._shell.changed()

    def _work(self, ask: Callable[[], T], told: Callable[[T], object]) -> None:
        means = self._shell.means
        means.runner.run(lambda _tell: ask(), told, self._shell.notifier.failed)
