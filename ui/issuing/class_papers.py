"""Leads from the panel beside a class's sheet to the draft of its papers, and to a test sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject

from models.errors import UserError
from ui.issuing.class_panel import ClassPanel
from ui.issuing.issuing import Issuing
from ui.issuing.one_sheet import PAPER, OneSheet
from ui.paper.page import PaperPage
from ui.paper.printing import Printing
from ui.paper.selection import Ground, Selection
from ui.shell import Shell
from ui.source import PaperSource
from ui.source.issuing import ClassDue, Draft, IssuingSource
from ui.source.papers import Tell
from ui.widgets.date_field import read_day

T = TypeVar("T")
REGISTER = "classes"
TEST, NO_NUMBER = "In thử giấy chứng nhận", "Không số, không mã; không vào sổ"


class ClassPapers(QObject):
    """Fills the panel for one class at a time; what it asks for is read off the window's thread."""

    def __init__(
        self,
        shell: Shell,
        source: IssuingSource,
        issuing: Issuing,
        printing: Printing,
        office: PaperSource,
    ) -> None:
        super().__init__(shell)
        self._shell, self._source, self._issuing = shell, source, issuing
        self._printing, self._office = printing, office
        self._training = 0
        self._closed = False
        self._due: ClassDue | None = None

    @cached_property
    def panel(self) -> ClassPanel:
        """The panel, made when the first class is opened."""
        panel = ClassPanel(self._shell.means.today)
        panel.dated.connect(self._ask_number)
        panel.pictured.connect(self._ask_picture)
        panel.looked.connect(self._look)
        panel.tested.connect(self._test)
        return panel

    def read(self, training: int) -> None:
        """Show who of a class is due a paper now."""
        self._training = training
        self._run(
            lambda _tell: (self._source.class_papers(training), self._source.designs()),
            lambda found: self._came(found[0], next(iter(found[1]), "")),
        )

    def close(self) -> None:
        """Ask nothing any more: the register is closed."""
        self._closed = True

    def _run(
        self,
        ask: Callable[[Tell], T],
        told: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        if not self._closed:
            self._shell.means.runner.run(ask, told, failed or self._shell.notifier.failed)

    def _came(self, due: ClassDue, design: str) -> None:
        if due.id == self._training:
            self._due = due
            self.panel.show_class(due, design)

    def _ask_number(self, design: str, day: date) -> None:
        def told(first: int) -> None:
            if read_day(self.panel.day.text()) == day:
                self.panel.number.show_number(first)

        self._run(lambda _tell: self._source.next_number(design, day), told)

    def _ask_picture(self, draft: Draft) -> None:
        self._run(
            lambda _tell: self._source.picture(draft, test=False),
            lambda pdf: self.panel.show_picture(draft, pdf),
            self._not_drawn,
        )

    def _not_drawn(self, error: Exception) -> None:
        """What is wrong with the draft is told when it is looked at in full."""
        self.panel.picture.show_nothing()
        if not isinstance(error, UserError):
            self._shell.notifier.failed(error)

    def _look(self, draft: Draft) -> None:
        if self._due is not None:
            self._issuing.begin_class(self._due, draft)

    def _test(self, draft: Draft) -> None:
        if self._printing.page is not None:
            return
        make = OneSheet(
            TEST,
            NO_NUMBER,
            lambda _tell: self._source.picture(draft, test=True),
            lambda where: self._source.leaving_test(draft, where),
            self._office,
        )
        selection = Selection(make.papers(REGISTER), Ground(REGISTER), PAPER)
        self._printing.show(PaperPage(selection, self._printing.tools(make), TEST))
