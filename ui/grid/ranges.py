"""What is done to many cells of a grid at once: copied, pasted, emptied, filled down, taken out."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from ui.grid.clip import cells_of, for_range
from ui.grid.model import GridModel
from ui.table.copying import as_cells


class Ranges(QObject):
    """Acts on the cells chosen in a view; `noted` with a sentence of what was done."""

    noted = Signal(str)

    def __init__(self, view: QTableView, grid: GridModel) -> None:
        super().__init__(view)
        self._view, self._grid = view, grid
        self._anchor: tuple[int, int] | None = None
        self._extending = False

    def moved(self) -> None:
        """The cursor went elsewhere: a range begins there."""
        if not self._extending:
            self._anchor = None

    def extend(self, down: int, across: int) -> None:
        """Stretch the range from where it began, one cell further."""
        here = self._view.currentIndex()
        start = self._anchor = self._anchor or (here.row(), here.column())
        at = min(max(here.row() + down, 0), self._grid.rowCount() - 1)
        column = min(max(here.column() + across, 0), self._grid.columnCount() - 1)
        self._extending = True
        stay = QItemSelectionModel.SelectionFlag.NoUpdate
        self._view.selectionModel().setCurrentIndex(self._grid.index(at, column), stay)
        self._extending = False
        rows, columns = sorted((start[0], at)), sorted((start[1], column))
        self.choose(rows[0], columns[0], rows[1], columns[1])

    def chosen(self) -> list[tuple[int, int]]:
        """Cells selected, in reading order."""
        indexes = self._view.selectedIndexes() or [self._view.currentIndex()]
        return sorted((index.row(), index.column()) for index in indexes if index.isValid())

    def choose(self, top: int, left: int, bottom: int, right: int) -> None:
        """Select a range of cells."""
        corners = self._grid.index(top, left), self._grid.index(bottom, right)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._view.selectionModel().select(QItemSelection(*corners), flags)

    def choose_row(self) -> None:
        """Select the whole row of the cursor."""
        at = self._view.currentIndex().row()
        self.choose(at, 0, at, self._grid.columnCount() - 1)

    def copy(self) -> None:
        """Put the cells chosen on the clipboard as Excel takes them."""
        lines: dict[int, list[str]] = {}
        for at, column in self.chosen():
            if not self._grid.invites(at):
                lines.setdefault(at, []).append(self._grid.rows.text(at, column))
        if lines:
            QGuiApplication.clipboard().setMimeData(as_cells(lines.values()))

    def paste(self) -> None:
        """Type what is on the clipboard, from the upper left of the cells chosen."""
        lines = cells_of(QGuiApplication.clipboard().text())
        cells = self.chosen()
        if not cells or not any(any(line) for line in lines):
            return
        (at, column), (last, right) = cells[0], cells[-1]
        lines = for_range(lines, last - at + 1, right - column + 1)
        self._grid.rows.put_block(at, column, lines)
        bottom = min(at + len(lines), self._grid.rowCount() - 1) - 1
        wide = min(column + max(map(len, lines)), self._grid.columnCount()) - 1
        self.choose(at, column, bottom, wide)
        self.noted.emit(f"Đã dán {len(lines)} dòng. Ctrl+Z lấy lại.")

    def delete(self) -> None:
        """Empty the cells chosen; rows chosen whole go."""
        cells = self.chosen()
        rows = {at for at, _column in cells}
        if len(cells) == len(rows) * self._grid.columnCount():
            self.remove(rows)
        else:
            self._grid.rows.clear(cells)

    def remove(self, rows: set[int]) -> None:
        """Take rows out and say which."""
        words = self._grid.rows.remove(rows)
        if words:
            self._view.clearSelection()
            here = self._view.currentIndex()
            self._view.setCurrentIndex(self._grid.index(here.row(), max(here.column(), 0)))
            self.noted.emit(words)

    def fill_down(self) -> None:
        """Copy the upper cell into those below it."""
        self._grid.rows.fill_down(self.chosen())
