"""The options of the paper looked at: of whom, on which day, filled in or empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from models.errors import UserError
from models.values.partial_date import parse_day
from ui.paper.selection import Ground, Options, Scope, Selection
from ui.source import PaperFacts
from ui.widgets.banner import banner
from ui.widgets.date_field import DateField
from ui.widgets.text import label, restyle


class PaperOptions(QWidget):
    """Fields for what can be chosen about one paper, and nothing for what cannot.

    Signals: `changed` when the selection's options are others now, `picking` when records are to
    be chosen one by one.
    """

    changed = Signal()
    picking = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._selection: Selection | None = None
        self._telling = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = label("", "strong", wrap=True)
        self.whose_label = label("", "small", "text2")
        self.whose = QComboBox()
        self.whose_label.setBuddy(self.whose)
        self.day_label = label("Số liệu đến ngày", "small", "text2")
        self.day = DateField(today)
        self.day_label.setBuddy(self.day)
        self.day_error = label("", "caption", "red", wrap=True)
        self.blank = QCheckBox("Mẫu trống để điền tay")
        self._note, self._failure = QVBoxLayout(), QVBoxLayout()
        for part in (self.title, self.whose_label, self.whose, self.day_label, self.day,
                     self.day_error):  # fmt: skip
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.blank)
        column.addSpacing(6)
        column.addLayout(self._note)
        column.addLayout(self._failure)
        self.whose.activated.connect(lambda _at: self._whose_chosen())
        self.day.editingFinished.connect(self._day_typed)
        self.day.textEdited.connect(lambda _text: self._day_typed(quietly=True))
        self.blank.toggled.connect(self._blank_chosen)

    def show_paper(self, selection: Selection) -> None:
        """Show the options of the marked paper."""
        self._selection, self._telling = selection, False
        paper, options = selection.paper(), selection.options()
        self.title.setText(paper.title)
        self.title.setVisible(bool(paper.each) or paper.dated or paper.blankable)
        self._show_whose(selection, paper, options)
        self.blank.setChecked(options.blank)
        self.blank.setVisible(paper.blankable)
        self._show_day(paper, options)
        self._show_note(paper, selection.ground, options)
        self._telling = True

    def _show_whose(self, selection: Selection, paper: PaperFacts, options: Options) -> None:
        for part in (self.whose_label, self.whose):
            part.setVisible(bool(paper.each))
            part.setEnabled(not options.blank)
        self.whose_label.setText(f"{paper.each.capitalize()} được in")
        self.whose.clear()
        for scope in selection.scopes():
            self.whose.addItem(scope_words(scope, paper.each, selection.ground), scope)
        picked = f": {len(options.picked)}" if options.picked else ""
        self.whose.addItem(f"Chọn {paper.each}…{picked}", Scope.PICKED)
        self.whose.setCurrentIndex(self.whose.findData(options.scope))

    def _show_day(self, paper: PaperFacts, options: Options) -> None:
        for part in (self.day_label, self.day):
            part.setVisible(paper.dated)
            part.setEnabled(not options.blank)
        self.day.setPlaceholderText(f"{self._today():%d/%m/%Y} (hôm nay)")
        self.day.setText(f"{options.as_of:%d/%m/%Y}" if options.as_of else "")
        self._show_day_error("")

    def _show_note(self, paper: PaperFacts, ground: Ground, options: Options) -> None:
        words = "" if paper.each or options.blank else narrowed_words(ground)
        _put_banner(self._note, ("blue", "information-outline"), words)

    def show_failure(self, words: str) -> None:
        """Why the paper could not be made; nothing when it could."""
        _put_banner(self._failure, ("red", "alert-circle"), words)

    def _whose_chosen(self) -> None:
        selection = self._selection
        if selection is None:
            return
        scope = Scope(self.whose.currentData())
        selection.change(replace(selection.options(), scope=scope))
        if scope is Scope.PICKED:
            self.picking.emit()
        else:
            self.changed.emit()

    def _blank_chosen(self, on: bool) -> None:
        if self._telling and self._selection is not None:
            self._selection.change(replace(self._selection.options(), blank=on))
            self.show_paper(self._selection)
            self.changed.emit()

    def _day_typed(self, *, quietly: bool = False) -> None:
        selection, text = self._selection, self.day.text().strip()
        if selection is None:
            return
        try:
            day = parse_day(text, today=self._today()) if text else None
        except UserError as error:
            self._show_day_error("" if quietly else error.message)
            return
        whole = len(text) in (0, len("01/01/2026"))
        if quietly and not whole:
            return
        self._show_day_error("")
        if day is not None and not quietly:
            self.day.setText(f"{day:%d/%m/%Y}")
        if day != selection.options().as_of:
            selection.change_day(day)
            self.changed.emit()

    def _show_day_error(self, words: str) -> None:
        self.day_error.setText(words)
        self.day_error.setVisible(bool(words))
        restyle(self.day, e="1" if words else "")
        self.day.setAccessibleDescription(words)


def _put_banner(place: QVBoxLayout, look: tuple[str, str], words: str) -> None:
    while (item := place.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
    if words:
        place.addWidget(banner(look, words))


def scope_words(scope: Scope, noun: str, ground: Ground) -> str:
    """Return what a scope is called."""
    if scope is Scope.CURRENT:
        return f"{noun.capitalize()} đang xem"
    if scope is Scope.SELECTED:
        return f"{len(ground.selected)} {noun} đang chọn"
    many = "" if ground.total is None else f"{ground.total:,} ".replace(",", ".")
    return f"Cả {many}{noun} trong danh sách"


def narrowed_words(ground: Ground) -> str:
    """Return how a list on paper is narrower than the register; nothing where it is not."""
    if len(ground.selected) > 1:
        return f"Chỉ in {len(ground.selected)} dòng đang chọn."
    query = ground.query
    if query.search and query.filters:
        return f"In theo bộ lọc trên màn hình và chữ tìm “{query.search}”."
    if query.search:
        return f"Chỉ in những dòng khớp chữ tìm “{query.search}”."
    return "Chỉ in những dòng khớp bộ lọc trên màn hình." if query.filters else ""
