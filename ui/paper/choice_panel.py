"""The left side of the print page: the papers, the options of the one looked at, its records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.errors import Cancelled
from ui.paper.making import Maker
from ui.paper.paper_list import PaperLine, PaperList
from ui.paper.paper_options import PaperOptions
from ui.paper.record_picker import Find, RecordPicker
from ui.paper.selection import Scope, Selection
from ui.sentences import words_for
from ui.source import PaperFacts
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule

STOPPED = "Đã dừng lập trang in."
FAILED = "Chưa lập được"


class ChoicePanel(QStackedWidget):
    """Changes the selection and tells of it.

    Signals: `changed` when other papers or options are chosen, `marked` the paper looked at.
    """

    changed = Signal()
    marked = Signal(str)

    def __init__(self, selection: Selection, today: Callable[[], date], find: Find) -> None:
        super().__init__()
        self._selection = selection
        self.list = PaperList()
        self.options = PaperOptions(today)
        self.picker = RecordPicker(find)
        self.setProperty("k", "surface")
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(label("Chọn giấy tờ", "strong"))
        column.addWidget(self.list)
        column.addWidget(rule())
        column.addWidget(self.options)
        column.addStretch(1)
        self._area = UprightArea()
        self._area.setWidget(body)
        self.addWidget(self._area)
        self.addWidget(self.picker)
        self.list.marked.connect(self._mark)
        self.list.checked.connect(self._check)
        self.options.changed.connect(self.changed)
        self.options.picking.connect(self._pick)
        self.picker.chosen.connect(self._picked)
        self.picker.left.connect(self.stop_picking)
        self.options.show_paper(selection)

    def show_made(self, maker: Maker) -> None:
        """Tell of each paper how many pages it has, as far as that is known."""
        lines = [self._line(paper, maker) for paper in self._selection.papers]
        self.list.show_lines(lines, self._selection.marked)
        self.options.show_failure(self.failure(maker))

    def _line(self, paper: PaperFacts, maker: Maker) -> PaperLine:
        lacks = self._selection.lacks_records(paper.id)
        wish = self._selection.wish(paper.id)
        pdf, error = maker.pdf(wish), maker.error(wish)
        checked = self._selection.checked(paper.id)
        wrong = error is not None and checked and not lacks
        pages = f"{len(pdf.sizes)} trang · " if pdf is not None and not lacks else ""
        detail = FAILED if wrong else f"{pages}{paper.sheet}"
        return PaperLine(paper.id, paper.title, paper.icon, detail, checked, wrong)

    def failure(self, maker: Maker) -> str:
        """Why a paper that is wanted could not be made; the marked one before the others."""
        wanted = sorted(
            self._selection.wanted(), key=lambda one: one[0].id != self._selection.marked
        )
        errors = (maker.error(wish) for _paper, wish in wanted)
        error = next((error for error in errors if error is not None), None)
        if error is None:
            return ""
        return STOPPED if isinstance(error, Cancelled) else words_for(error)

    def _mark(self, name: str) -> None:
        self._selection.mark(name)
        self.options.show_paper(self._selection)
        self.changed.emit()
        self.marked.emit(name)

    def _check(self, name: str, on: bool) -> None:
        self._selection.check(name, on=on)
        self.changed.emit()

    # -- records one by one

    def is_picking(self) -> bool:
        """Whether records are being chosen."""
        return self.currentWidget() is self.picker

    def _pick(self) -> None:
        paper, picked = self._selection.paper(), self._selection.options().picked
        self.setCurrentWidget(self.picker)
        self.picker.begin(paper.each, picked)

    def _picked(self, identities: object) -> None:
        if isinstance(identities, tuple):
            options = self._selection.options()
            self._selection.change(replace(options, scope=Scope.PICKED, picked=identities))
        self._back_to_papers()
        self.changed.emit()

    def stop_picking(self) -> None:
        """Keep the records there were."""
        options = self._selection.options()
        if options.scope is Scope.PICKED and not options.picked and self._selection.scopes():
            self._selection.change(replace(options, scope=self._selection.scopes()[0]))
        self._back_to_papers()
        self.changed.emit()

    def _back_to_papers(self) -> None:
        self.setCurrentWidget(self._area)
        self.options.show_paper(self._selection)
        self.options.whose.setFocus()
