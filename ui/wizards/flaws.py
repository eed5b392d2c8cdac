"""What is wrong or odd in a workbook, row by row: put right in the cell, left out, or answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.announcing import announce
from ui.wizards.doubt_box import DoubtBox
from ui.wizards.import_facts import WAITING, Flaw, Kind, Line, Planned
from ui.wizards.kind_chips import KindChips
from ui.wizards.line_words import LineWords
from ui.wizards.row_model import RowModel
from ui.wizards.row_view import RowView

EACH_ALONE = "Mỗi dòng có thể là một người khác nhau. Chọn người cho từng dòng."


class FlawPane(QWidget):
    """Chips, the rows, and the current one in words.

    Signals: `typed` texts for cells; `dropped` rows; `taken_back` a row; `same` rows and which of
    those they may mean; `other` rows; `asked` whether the current row is a question; `noted` a
    sentence of what was done or cannot be.
    """

    typed = Signal(object)
    dropped = Signal(object)
    taken_back = Signal(object)
    same = Signal(object, int)
    other = Signal(object)
    asked = Signal(bool)
    noted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = RowModel()
        self.table = RowView(self.model)
        self.chips = KindChips()
        self.words, self.doubt = LineWords(), DoubtBox()
        self._planned: Planned | None = None
        self._waiting: Planned | None = None
        self._build()
        self.chips.changed.connect(lambda _keys: self._show_kinds())
        self.table.moved.connect(self._tell)
        self.table.closed.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        self.model.typed.connect(self._type)
        self.table.ranges.typed.connect(self.typed)
        self.table.ranges.noted.connect(self.noted)
        for box in (self.words, self.doubt):
            box.dropped.connect(self.drop)
        self.words.taken_back.connect(self.take_back)
        self.words.typed.connect(self._type)
        self.doubt.same.connect(self.answer_same)
        self.doubt.other.connect(self.answer_other)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        column.addLayout(bar)
        bar.setContentsMargins(14, 6, 12, 8)
        bar.addWidget(self.chips)
        bar.addStretch(1)
        self.beside = QHBoxLayout()
        bar.addLayout(self.beside)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addWidget(self.doubt)
        self.doubt.hide()

    # -- what is shown

    def show_plan(self, planned: Planned) -> None:
        """Show the rows of a plan, once the cell that is being typed into is done."""
        if self.table.is_open():
            self._waiting = planned
            return
        self._planned, self._waiting = planned, None
        self.chips.show_counts(planned.lines.kinds)
        self._show_kinds()

    def _catch_up(self) -> None:
        if self._waiting is not None:
            self.show_plan(self._waiting)

    def _show_kinds(self) -> None:
        """Show the rows that the chips keep; the cursor stays in its row, else at its place."""
        if self._planned is None:
            return
        here = self.table.currentIndex()
        at, column = max(here.row(), 0), max(here.column(), 0)
        line = self.model.line(at) if here.isValid() else None
        self.model.show_rows(self._planned, self.chips.kinds())
        found = self.model.find(line) if line is not None else -1
        last = self.model.rowCount() - 1
        self.table.lay_out()
        if found >= 0:
            self.table.go_to(found, column)
        elif last >= 0:
            self._go_to_flaw(min(at, last))
        self._tell()

    def _tell(self) -> None:
        """Say of the current cell, or of its row, what is to be looked at."""
        line, flaw = self.current(), self._flaw()
        doubtful = line is not None and line.kind is Kind.DOUBTFUL and bool(line.known)
        if not doubtful and self.doubt.isAncestorOf(QApplication.focusWidget() or self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if doubtful != self.doubt.isVisibleTo(self):
            self.asked.emit(doubtful)
        alike = len(self._alike()) if line is not None and line.kind in WAITING else 0
        self.doubt.setVisible(doubtful)
        self.words.setVisible(not doubtful)
        if doubtful and line is not None and flaw is not None:
            self.doubt.show_doubt(line, flaw, alike)
        else:
            self.words.show_line(line, flaw, alike)

    def sentence(self) -> str:
        """What is said of the current row."""
        return self.words.body.text() if self.words.isVisible() else self.doubt.head.text()

    # -- moving about

    def current(self) -> Line | None:
        """The row that the cursor is in."""
        here = self.table.currentIndex()
        return self.model.line(here.row()) if here.isValid() else None

    def _flaw(self) -> Flaw | None:
        here = self.table.currentIndex()
        if not here.isValid():
            return None
        flaws = self.model.line(here.row()).flaws
        return self.model.flaw(here) or (flaws[0] if flaws else None)

    def go_on(self, step: int) -> None:
        """To the next row that is shown, round and round."""
        rows = self.model.rowCount()
        if rows:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self._go_to_flaw((self.table.currentIndex().row() + step) % rows)

    def _go_to_flaw(self, at: int) -> None:
        """Into the cell of a row that is to be looked at."""
        flaws = self.model.line(at).flaws
        column = next((flaw.column for flaw in flaws if flaw.column >= 0), 0)
        self.table.go_to(at, column)

    # -- what is decided

    def _alike(self) -> Sequence[int]:
        """Rows that one answer fits, by the cell that the cursor is in or the row's own."""
        here, flaw = self.table.currentIndex(), self._flaw()
        if self._planned is None or not here.isValid() or flaw is None:
            return ()
        return self._planned.lines.alike(self.model.place(here.row()), flaw.column)

    def _every(self) -> bool:
        box = self.doubt if self.doubt.isVisible() else self.words
        return box.every.isVisible() and box.every.isChecked()

    def _meant(self) -> list[Line]:
        """The rows that an answer is for: all alike where that is wished, else those chosen."""
        if self._planned is not None and self._every():
            return [self._planned.lines.line(at) for at in self._alike()]
        chosen = {index.row() for index in self.table.selectedIndexes()}
        return [self.model.line(at) for at in sorted(chosen)]

    def _type(self, line: Line, column: int, text: str) -> None:
        if self.words.isAncestorOf(QApplication.focusWidget() or self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        flaw = self._flaw()
        alike = self._every() and flaw is not None and flaw.column == column
        lines = self._meant() if alike else [line]
        self.typed.emit([(one, column, text) for one in lines])

    def toggle_every(self) -> None:
        """Answer for all alike at once, or for one again."""
        box = self.doubt if self.doubt.isVisible() else self.words
        if box.every.isVisible():
            box.every.toggle()
            announce(box, box.every.text() if box.every.isChecked() else "Chỉ dòng này")

    def drop(self) -> None:
        """Leave the rows out; those left out already are taken in again."""
        line = self.current()
        if line is None:
            return
        if line.kind is Kind.DROPPED:
            self.taken_back.emit(line)
        else:
            self.dropped.emit([one for one in self._meant() if one.kind is not Kind.DROPPED])

    def take_back(self) -> None:
        """Take the row as it stands in the file."""
        line = self.current()
        if line is not None and line.kind in (Kind.DECIDED, Kind.DROPPED):
            self.taken_back.emit(line)

    def answer_same(self, at: int = 0) -> None:
        """The row means one of those shown beside it.

        Of several rows together only those that may mean one person each are answered: who stands
        first or second beside another row is somebody else.
        """
        line = self.current()
        if not self.doubt.isVisible() or line is None or at >= len(line.known):
            return
        lines = self._meant()
        if len(lines) > 1:
            lines = [one for one in lines if len(one.known) == 1]
        if line in lines:
            self.same.emit(lines, at)
        else:
            self.noted.emit(EACH_ALONE)

    def answer_other(self) -> None:
        """The row means nobody of those shown beside it."""
        if self.doubt.isVisible():
            self.other.emit([one for one in self._meant() if one.known])
