"""What is done to many cells of a workbook's rows at once: copied, pasted, filled down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from ui.grid.clip import cells_of, for_range
from ui.table.copying import as_cells
from ui.wizards.import_facts import Typed
from ui.wizards.row_model import RowModel

UNDO = "Ctrl+Z lấy lại."


class RowRanges(QObject):
    """Acts on the cells chosen in a view.

    Signals: `typed` the texts, to be taken as one decision; `noted` a sentence of what was done.
    """

    typed = Signal(object)
    noted = Signal(str)

    def __init__(self, view: QTableView, rows: RowModel) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows

    def _chosen(self) -> list[tuple[int, int]]:
        indexes = self._view.selectedIndexes() or [self._view.currentIndex()]
        return sorted((index.row(), index.column()) for index in indexes if index.isValid())

    def copy(self) -> None:
        """Put the cells chosen on the clipboard as Excel takes them."""
        lines: dict[int, list[str]] = {}
        for at, column in self._chosen():
            lines.setdefault(at, []).append(self._rows.text(at, column))
        if lines:
            QGuiApplication.clipboard().setMimeData(as_cells(lines.values()))

    def paste(self) -> None:
        """Type what is on the clipboard, from the upper left of the cells chosen."""
        lines = cells_of(QGuiApplication.clipboard().text())
        cells = self._chosen()
        if self._rows.locked or not cells or not any(any(line) for line in lines):
            return
        (top, _left), (bottom, _right) = cells[0], cells[-1]
        columns = [column for _at, column in cells]
        left, right = min(columns), max(columns)
        lines = for_range(lines, bottom - top + 1, right - left + 1)
        fitting = lines[: self._rows.rowCount() - top]
        wanted = (
            (at, column, text)
            for at, line in enumerate(fitting, start=top)
            for column, text in enumerate(line[: self._rows.columnCount() - left], start=left)
        )
        over = len(lines) - len(fitting)
        self._put(wanted, "Đã dán {} ô.", f"{over} dòng thừa không dán." if over else "")

    def fill_down(self) -> None:
        """Copy the top cell of each column downward; a single row takes the one above."""
        cells = self._chosen()
        if self._rows.locked or not cells:
            return
        top = cells[0][0]
        source = top - 1 if cells[-1][0] == top else top
        if source >= 0:
            wanted = ((at, column, self._rows.text(source, column))
                      for at, column in cells if at > source)  # fmt: skip
            self._put(wanted, "Đã điền xuống {} ô.")

    def _put(self, wanted: Iterable[tuple[int, int, str]], done: str, more: str = "") -> None:
        texts = [*self._open(wanted)]
        words = f"{done.format(len(texts))} {UNDO}" if texts else "Không ô nào đổi."
        if texts:
            self.typed.emit(texts)
        self.noted.emit(f"{words} {more}".rstrip())

    def _open(self, wanted: Iterable[tuple[int, int, str]]) -> Iterator[Typed]:
        """Yield the texts for cells that can be typed into and read otherwise."""
        for at, column, text in wanted:
            if self._rows.takes(at, column) and text != self._rows.text(at, column):
                yield self._rows.line(at), column, text
