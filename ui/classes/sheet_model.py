"""Attendance as a table: trainees down in printed order, sittings across, totals at the end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.source.classes import LATE, PRESENT, WORDS, Cell, ClassSheet

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DISPLAY, ACCESSIBLE = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
COUNTS = (PRESENT, LATE)
ENOUGH, TOO_FEW = "Đủ", "Chưa"
WHOLE = 100


class SheetModel(QAbstractTableModel):
    """Marks by cell; the last two columns add a trainee's up.

    Signals: `marked` a mapping of cells to letters that a person typed.
    """

    marked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sheet = ClassSheet(0, "")
        self._marks: dict[Cell, str] = {}

    # -- what is shown

    def show(self, sheet: ClassSheet, unsaved: Mapping[Cell, str]) -> None:
        """Show a class as it is kept, with what is typed and not kept yet on top of it."""
        same = (
            self.sheet.id == sheet.id
            and self.sheet.sittings == sheet.sittings
            and [seat.id for seat in self.sheet.seats] == [seat.id for seat in sheet.seats]
        )
        if not same:
            self.beginResetModel()
        self.sheet = sheet
        self._marks = {**sheet.marks, **unsaved}
        if same:
            self._tell_all()
        else:
            self.endResetModel()

    def _tell_all(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.seats)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.sittings) + 2

    @property
    def sittings(self) -> int:
        """How many columns take marks."""
        return len(self.sheet.sittings)

    def data(self, index: Index, role: int = DISPLAY) -> str | None:
        if role == DISPLAY:
            return self._shown(index.row(), index.column())
        if role == ACCESSIBLE:
            return self.spoken(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if role != DISPLAY:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.sheet.seats[section].name
        return " ".join(self.heading(section))

    def heading(self, column: int) -> tuple[str, str]:
        """The two lines of a heading."""
        if column < self.sittings:
            sitting = self.sheet.sittings[column]
            return sitting.top, sitting.under
        if column == self.sittings:
            return "Có mặt", ""
        return "Điều kiện", self.sheet.condition or "không xét"

    def mark(self, row: int, column: int) -> str:
        """The letter of a cell, empty for none."""
        return self._marks.get(self.cell(row, column), "")

    def cell(self, row: int, column: int) -> Cell:
        """The keys of the trainee and the sitting of a cell."""
        return self.sheet.seats[row].id, self.sheet.sittings[column].id

    def _shown(self, row: int, column: int) -> str:
        if column < self.sittings:
            return self.mark(row, column)
        present, held = self.present(row), len(self.held())
        if column == self.sittings:
            return f"{present}/{held}" if held else ""
        if not held or not self.sheet.least:
            return ""
        return ENOUGH if present * WHOLE >= self.sheet.least * held else TOO_FEW

    def spoken(self, row: int, column: int) -> str:
        """A cell in words: who, which sitting, how attended."""
        name = self.sheet.seats[row].name
        if column < self.sittings:
            return f"{name}, buổi {column + 1}, {WORDS[self.mark(row, column)]}"
        return f"{name}, {self.heading(column)[0].lower()} {self._shown(row, column) or 'trống'}"

    # -- sums

    def held(self) -> list[int]:
        """The columns in which anybody is marked."""
        marked = {sitting for (_seat, sitting), letter in self._marks.items() if letter}
        return [n for n, sitting in enumerate(self.sheet.sittings) if sitting.id in marked]

    def present(self, row: int) -> int:
        """How many sittings a trainee came to."""
        return sum(self.mark(row, column) in COUNTS for column in range(self.sittings))

    def total(self, column: int) -> str:
        """What stands under a column: who came to the sitting, who has come to enough."""
        rows = range(self.rowCount())
        if column < self.sittings:
            if column not in self.held():
                return ""
            return str(sum(self.mark(row, column) in COUNTS for row in rows))
        if column == self.sittings or not self.sheet.least or not self.held():
            return ""
        return f"{sum(self._shown(row, column) == ENOUGH for row in rows)} đủ"

    def take(self, marks: Mapping[Cell, str]) -> None:
        """Set marks by cell, as a person typed them."""
        self._marks |= marks
        self._tell_all()
        self.marked.emit(dict(marks))
