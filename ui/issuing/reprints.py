"""Prints a paper of the issue book once more: the sheet says so, and the book counts it."""

from __future__ import annotations

from ui.issuing.one_sheet import PAPER, OneSheet
from ui.issuing.print_runs import REGISTER
from ui.paper.page import PaperPage
from ui.paper.printing import Printing
from ui.paper.selection import Ground, Selection
from ui.source import PaperSource
from ui.source.issue_book import IssueBookSource

SAYS_SO = "Trên giấy có chữ “Bản in lại”"


class Reprints:
    """Opens the print page for one paper; a printer that took it counts, as does a file."""

    def __init__(self, printing: Printing, source: IssueBookSource, office: PaperSource) -> None:
        self._printing, self._source, self._office = printing, source, office

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
            took=lambda: self._source.note_reprint(paper),
        )
        selection = Selection(sheet.papers(REGISTER), Ground(REGISTER), PAPER)
        self._printing.show(PaperPage(selection, self._printing.tools(sheet), title))
