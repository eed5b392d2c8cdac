"""The papers of a class: who of those who passed was given which number, and who took it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.fixed_rows import FixedRows
from ui.source import CellKind, ColumnFacts, Query, Row, Settings
from ui.source.classes import ClassSheet, Given
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.widgets.text import label

COLUMNS = (
    ColumnFacts("place", "STT", 0.6, sortable=False, sample="0000"),
    ColumnFacts("number", "Số vào sổ", 1, sample="015/2026"),
    ColumnFacts("name", "Họ và tên", 2.2),
    ColumnFacts("unit", "Đơn vị", 2.5, room=1),
    ColumnFacts("result", "Kết quả", 1, sample="Trung bình"),
    ColumnFacts("issued", "Ngày cấp", 1, kind=CellKind.DATE),
    ColumnFacts("state", "Tình trạng", 1.35, kind=CellKind.STATUS),
    ColumnFacts("handed", "Ngày nhận", 1, kind=CellKind.DATE),
)
NOTHING = "Chưa có học viên đạt. Ghi điểm danh và kết quả trước, rồi cấp giấy."


class PapersTab(QWidget):
    """Signals: `opened` the key of a paper of the issue book."""

    opened = Signal(int)

    def __init__(self, settings: Settings, today: Callable[[], date]) -> None:
        super().__init__()
        self._settings, self._today = settings, today
        self._given: tuple[Given, ...] | None = None
        self.table: ListTable | None = None
        self._nothing = label(NOTHING, "small", "text2", wrap=True)
        self._nothing.setContentsMargins(20, 16, 20, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing, 1)

    def show_sheet(self, sheet: ClassSheet) -> None:
        """Show the papers of a class."""
        if sheet.papers == self._given:
            return
        self._given = sheet.papers
        old, self.table = self.table, self._table(sheet.papers) if sheet.papers else None
        self._nothing.setVisible(not sheet.papers)
        had_focus = old is not None and old.hasFocus()
        if self.table is not None:
            self._column.addWidget(self.table, 1)
            self.table.show()
        if had_focus:
            self.begin()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _table(self, papers: tuple[Given, ...]) -> ListTable:
        rows = tuple(Row(at, (str(at), *one.cells)) for at, one in enumerate(papers, start=1))
        source = FixedRows(COLUMNS, rows)
        model = ListModel(source, Inline(source), self._today)
        table = ListTable("classes/papers", model, self._settings)
        model.setParent(table)
        table.setAccessibleName("Giấy chứng nhận của lớp")
        table.opened.connect(lambda at: self._open(papers[at - 1].paper))
        table.ask(Query())
        return table

    def _open(self, paper: int) -> None:
        if paper:
            self.opened.emit(paper)

    def begin(self) -> None:
        """Put the focus on the list."""
        (self.table or self).setFocus()
