"""The trainees of a class: added by name from the people, brought in from Excel, taken out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.form.pick_field import Lookup, PickField
from ui.pages.fixed_rows import FixedRows
from ui.reading import Reading
from ui.source import ColumnFacts, Option, Query, Row, Settings
from ui.source.classes import ClassSheet, ClassSource, Seat
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.widgets.buttons import button
from ui.widgets.text import label

COLUMNS = (
    ColumnFacts("number", "STT", 0.5, sortable=False),
    ColumnFacts("name", "Họ và tên", 2.4),
    ColumnFacts("born", "Ngày sinh", 1.1),
    ColumnFacts("unit", "Đơn vị", 3.2),
    ColumnFacts("grade", "Xếp loại", 1.1),
)
HINT = "Thêm học viên: gõ tên, số định danh, điện thoại…"


class Roster(QWidget):
    """Signals: `chosen` a person, `typing` many, `importing`, `removing` keys of trainees."""

    chosen = Signal(int)
    typing = Signal()
    importing = Signal()
    removing = Signal(object)

    def __init__(
        self,
        source: ClassSource,
        settings: Settings,
        today: Callable[[], date],
        reading: Reading,
    ) -> None:
        super().__init__()
        self._settings, self._today = settings, today
        self._seats: tuple[Seat, ...] | None = None
        self.field = PickField(lookup=Lookup(source.find_people, reading))
        self.field.setPlaceholderText(HINT)
        self.field.setAccessibleName("Thêm học viên")
        self.field.picked.connect(self._picked)
        self.table: ListTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        top = QHBoxLayout()
        self._column.addLayout(top)
        top.setContentsMargins(16, 8, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(
            button("Gõ, dán nhiều người", icon="account-plus-outline", done=self.typing.emit)
        )
        top.addWidget(button("Nhập Excel", icon="file-import-outline", done=self.importing.emit))
        self._nothing = label(
            "Chưa có học viên. Gõ tên người ở ô trên, dán ô chép từ Excel, hoặc nhập cả tệp.",
            "small",
            "text2",
        )
        self._nothing.setContentsMargins(20, 16, 20, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._nothing, 1)

    def show_sheet(self, sheet: ClassSheet) -> None:
        """Show the trainees of a class."""
        if sheet.seats == self._seats:
            return
        self._seats = sheet.seats
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self._nothing.setVisible(not sheet.seats)
        if sheet.seats:
            self.table = self._table(sheet.seats)
            self._column.insertWidget(2, self.table, 1)

    def _table(self, seats: tuple[Seat, ...]) -> ListTable:
        rows = tuple(
            Row(seat.id, (str(number), seat.name, seat.born, seat.unit, seat.grade))
            for number, seat in enumerate(seats, start=1)
        )
        source = FixedRows(COLUMNS, rows)
        model = ListModel(source, Inline(source), self._today)
        table = ListTable("classes/roster", model, self._settings)
        model.setParent(table)
        table.ask(Query())
        return table

    def remove(self) -> None:
        """Take the selected trainees out of the class."""
        if self.table is not None and self.isVisible() and self.table.chosen.count():
            self.table.chosen.gather(lambda rows: self.removing.emit(tuple(row.id for row in rows)))

    def begin(self) -> None:
        """Put the focus where trainees are added."""
        self.field.setFocus()

    def _picked(self, option: object) -> None:
        if isinstance(option, Option) and isinstance(option.value, int):
            self.field.put(None)
            self.chosen.emit(option.value)
