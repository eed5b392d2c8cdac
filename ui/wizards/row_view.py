"""The rows of a workbook on screen, as a grid whose cells can be typed into."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from ui.grid.cell_table import CellTable
from ui.grid.delegate import MARK, PADDING, CellDelegate
from ui.grid.header import NUMBERS
from ui.grid.model import ACROSS, EDIT, Index
from ui.table.columns import spread
from ui.theme.sizes import SMALL
from ui.theme.theme import theme
from ui.widgets.buttons import ENTER
from ui.widgets.text import label
from ui.wizards.import_facts import Kind
from ui.wizards.row_model import RowModel
from ui.wizards.row_ranges import RowRanges

LOOKS = {
    Kind.WRONG: ("red", "alert-circle"),
    Kind.DOUBTFUL: ("orange", "alert-outline"),
    Kind.DROPPED: ("grey", "minus-circle-outline"),
    Kind.DECIDED: ("green", "pencil-outline"),
    Kind.ODD: ("grey", "information-outline"),
    Kind.REPAIRED: ("blue", "information-outline"),
}
MEASURED, WIDEST = 40, 190
KEYS, CONTROL = QKeySequence.StandardKey, Qt.KeyboardModifier.ControlModifier
FILLS = (Qt.Key.Key_D, Qt.Key.Key_Down)


class _RowDelegate(CellDelegate):
    def __init__(self, view: RowView, model: RowModel) -> None:
        super().__init__(view)
        self._rows = model

    def look(self, index: Index) -> tuple[str, str]:
        flaw = self._rows.flaw(index)
        return LOOKS[flaw.kind] if flaw is not None else ("", "")

    def tone(self, index: Index, colour: str) -> str:
        dropped = self._rows.line(index.row()).kind is Kind.DROPPED
        return "text3" if dropped else super().tone(index, colour)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("k", "cell")
        editor.setAccessibleName(str(self._rows.headerData(index.column(), ACROSS)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(EDIT) or ""))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        self._rows.setData(index, editor.text())


class RowView(CellTable):
    """Enter goes down, Tab leaves."""

    def __init__(self, model: RowModel) -> None:
        super().__init__(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows, self.ranges = model, RowRanges(self, model)
        self._cells = _RowDelegate(self, model)
        self._corner = label("Dòng", "caption", "text2")
        self._corner.setParent(self)
        self._corner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName("Các dòng trong tệp")
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._cells.moved.connect(self._step)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.moved.emit())
        theme().changed.connect(self.lay_out)

    # -- size

    def lay_out(self) -> None:
        """Give every column what its first values need, as far as that is not too much."""
        numbers = self._corner.sizeHint().width() + PADDING
        self.verticalHeader().setFixedWidth(max(theme().px(NUMBERS), numbers))
        self._corner.setGeometry(0, 0, self.verticalHeader().width(), self.head.height())
        columns = range(self.rows.columnCount())
        needed = [max(self._needed(column), self.head.least(column)) for column in columns]
        shares = [float(width) for width in needed]
        for column, width in zip(columns, spread(shares, needed, self.viewport().width()),
                                 strict=True):  # fmt: skip
            self.setColumnWidth(column, width)

    def _needed(self, column: int) -> int:
        metrics = QFontMetrics(theme().font(SMALL))
        widest = 0
        for at in range(min(self.rows.rowCount(), MEASURED)):
            cell = self.rows.index(at, column)
            mark = MARK + 4 if self.rows.flaw(cell) is not None else 0
            widest = max(widest, metrics.horizontalAdvance(str(cell.data() or "")) + mark)
        return min(widest + 2 * PADDING + 2, theme().px(WIDEST))

    # -- moving about and typing

    def go_to(self, at: int, column: int) -> None:
        """Put the cursor into a cell."""
        self.setCurrentIndex(self.rows.index(at, column))

    def _step(self, down: int, across: int) -> None:
        """Go on from a cell: Enter goes down, Tab right."""
        here = self.currentIndex()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        beside = self.rows.index(here.row() + down, here.column() + across)
        if beside.isValid():
            self.setCurrentIndex(beside)

    def _edit(self) -> None:
        here = self.currentIndex()
        if here.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(KEYS.Copy):
            self.ranges.copy()
        elif event.matches(KEYS.Paste):
            self.ranges.paste()
        elif held == CONTROL and key in FILLS:
            self.ranges.fill_down()
        elif (key == Qt.Key.Key_F2 or key in ENTER) and not held:
            self._edit()
        elif key == Qt.Key.Key_Escape or (key in ENTER and held):
            event.ignore()
        else:
            super().keyPressEvent(event)
