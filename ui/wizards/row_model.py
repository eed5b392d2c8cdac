"""The rows of a workbook as Qt's views ask for them: those of the kinds that are shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from ui.grid.model import ACCESSIBLE, ACROSS, DISPLAY, EDIT, NOWHERE, Index
from ui.wizards.import_facts import Flaw, Kind, Line, Planned

MOST_KEPT = 2048
PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowModel(QAbstractTableModel):
    """Rows are made when they are looked at; `typed` a row, a column and the text typed there.

    Attributes:
        locked: nothing can be typed while the file is read again.
    """

    typed = Signal(object, int, str)

    def __init__(self) -> None:
        super().__init__()
        self.locked = False
        self._planned: Planned | None = None
        self._shown: list[int] = []
        self._made: dict[int, Line] = {}

    def show_rows(self, planned: Planned, kinds: Collection[Kind]) -> None:
        """Show the rows of some kinds, or of all, in the file's order."""
        self.beginResetModel()
        self._planned, self._made = planned, {}
        every = enumerate(planned.lines.kinds)
        self._shown = [at for at, kind in every if not kinds or kind in kinds]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._planned is None else len(self._planned.columns)

    def place(self, at: int) -> int:
        """Where a row that is shown stands among all."""
        return self._shown[at]

    def find(self, line: Line) -> int:
        """Where the row of a line, perhaps of an older plan, is shown; -1 where it is not."""
        place = self._planned.lines.find(line) if self._planned is not None else -1
        at = bisect_left(self._shown, place)
        return at if place >= 0 and self._shown[at : at + 1] == [place] else -1

    def look_again(self) -> None:
        """Something was decided: rows are made anew, as they read by now."""
        self._made = {}
        if self._shown:
            last = self.index(len(self._shown) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def line(self, at: int) -> Line:
        """A row that is shown."""
        found = self._made.get(at)
        if found is None:
            assert self._planned is not None
            if len(self._made) > MOST_KEPT:
                self._made.clear()
            found = self._made[at] = self._planned.lines.line(self._shown[at])
        return found

    def flaw(self, index: Index) -> Flaw | None:
        """What is to be looked at in a cell."""
        flaws = self.line(index.row()).flaws
        return next((one for one in flaws if one.column == index.column()), None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        takes = self.takes(index.row(), index.column())
        return PLAIN | Qt.ItemFlag.ItemIsEditable if takes else PLAIN

    def takes(self, at: int, column: int) -> bool:
        """Whether a cell can be typed into now."""
        line = self.line(at)
        there = line.cells[column] is not None and line.kind is not Kind.DROPPED
        return there and not self.locked

    def text(self, at: int, column: int) -> str:
        """What stands in a cell, whole."""
        return self.line(at).cells[column] or ""

    def data(self, index: Index, role: int = DISPLAY) -> str | None:
        if role not in (DISPLAY, EDIT, ACCESSIBLE):
            return None
        text = self.text(index.row(), index.column())
        if role == DISPLAY:
            return " ".join(text.split())
        return text if role == EDIT else self._spoken(self.line(index.row()), index, text)

    def _spoken(self, line: Line, index: Index, text: str) -> str:
        title = self.headerData(index.column(), ACROSS)
        flaw = self.flaw(index)
        said = f". {flaw.message}" if flaw is not None else ""
        return f"Dòng {line.row}, {line.kind.value}, {title}: {text or 'trống'}{said}"

    def setData(self, index: Index, value: str, role: int = EDIT) -> bool:
        at, column = index.row(), index.column()
        if role != EDIT or value == self.text(at, column) or self.locked:
            return False
        self.typed.emit(self.line(at), column, value)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if role != DISPLAY or self._planned is None:
            return None
        if orientation is ACROSS:
            return self._planned.columns[section]
        return str(self.line(section).row) if section < len(self._shown) else ""
