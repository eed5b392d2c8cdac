"""Prints a paper of the issue book once more: the sheet says so, and the book counts it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.issuing.one_sheet import PAPER, OneSheet
from ui.issuing.print_runs import REGISTER
from ui.paper.page import PaperPage
from ui.paper.press import Job
from ui.paper.printing import Printing
from ui.paper.selection import Ground, Selection
from ui.shell import Shell
from ui.source import PaperSource
from ui.source.issue_book import IssueBookSource

SAYS_SO = "Trên giấy có chữ “Bản in lại”"


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
        sheet = OneSheet(
            title,
            SAYS_SO,
            lambda tell: self._source.further_pages(paper, tell),
            lambda where: self._source.leaving(paper, where),
            self._office,
        )
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
