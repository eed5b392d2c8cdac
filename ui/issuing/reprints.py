"""Prints a paper of the issue book once more: the sheet says so, and the book counts it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from models.errors import UserError
from ui.issuing.print_runs import REGISTER
from ui.paper.page import PaperPage
from ui.paper.press import Job
from ui.paper.printing import Printing
from ui.paper.selection import Ground, Selection
from ui.shell import Shell
from ui.source import Option, PaperFacts, PaperSource, PaperWish, Query, Settings
from ui.source.issue_book import IssueBookSource
from ui.source.papers import Tell

PAPER = "reprint"
SAYS_SO = "Trên giấy có chữ “Bản in lại”"


class FurtherPrint:
    """One sheet as the only paper of a print page."""

    def __init__(
        self, source: IssueBookSource, paper: int, title: str, office: PaperSource
    ) -> None:
        self._source, self._paper, self._title = source, paper, title
        self._office = office

    @property
    def offsets(self) -> Settings:
        """Where the machine's printers miss."""
        return self._office.offsets

    def papers(self, register: str) -> Sequence[PaperFacts]:  # noqa: ARG002 - there is one
        """The sheet."""
        return [
            PaperFacts(
                PAPER, self._title, "certificate-outline", SAYS_SO, coloured=True, blankable=False
            )
        ]

    def pdf(self, wish: PaperWish, tell: Tell) -> bytes:  # noqa: ARG002 - there is one
        """The sheet, marked as printed again."""
        return self._source.further_pages(self._paper, tell)

    def word(self, wish: PaperWish) -> bytes:  # noqa: ARG002 - never
        """Certificates are drawn; none is written for Word."""
        raise UserError("Giấy này chỉ lưu được thành PDF.")

    def leaving(self, wish: PaperWish, where: str) -> None:  # noqa: ARG002 - there is one
        """Tell that the sheet leaves the program."""
        self._source.leaving(self._paper, where)

    def choices(self, register: str, words: str, query: Query) -> Sequence[Option]:  # noqa: ARG002
        """There is nothing to choose."""
        return ()

    def calibration(self, printer: str, *, landscape: bool) -> bytes:
        """The office's own sheet."""
        return self._office.calibration(printer, landscape=landscape)


class Reprints(QObject):
    """Opens the print page for one paper; the printer having taken it is what is counted."""

    def __init__(
        self, shell: Shell, printing: Printing, source: IssueBookSource, office: PaperSource
    ) -> None:
        super().__init__(shell)
        self._shell, self._printing = shell, printing
        self._source, self._office = source, office

    def open(self, paper: int, title: str) -> None:
        """Show the sheet, ready to be printed."""
        if self._printing.page is not None:
            return
        sheet = FurtherPrint(self._source, paper, title, self._office)
        selection = Selection(sheet.papers(REGISTER), Ground(REGISTER), PAPER)
        page = PaperPage(selection, self._printing.tools(sheet), title)
        page.sending.sent.connect(lambda job: self._sent(job, paper, title))
        self._printing.show(page)

    def _sent(self, job: Job, paper: int, title: str) -> None:
        if job.title == title:
            means = self._shell.means
            means.runner.run(
                lambda _tell: self._source.note_reprint(paper),
                self._told,
                self._shell.notifier.failed,
            )

    def _told(self, words: str) -> None:
        self._shell.notifier.say(words)
