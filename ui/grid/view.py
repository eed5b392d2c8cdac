"""The grid on screen and its keys, as in Excel: typing replaces, Enter down, Tab right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from models.clock import today
from ui.form.pick_field import PickField
from ui.grid.cell_editors import DATES
from ui.grid.cell_table import CellTable
from ui.grid.delegate import MARK, PADDING, GridDelegate
from ui.grid.model import GridModel, Index
from ui.grid.ranges import Ranges
from ui.source import FieldFacts
from ui.table.columns import spread
from ui.theme.sizes import SMALL
from ui.theme.theme import theme
from ui.widgets.buttons import ENTER
from ui.widgets.date_field import DateField

MOST_SHOWN = 10
SAMPLES = {
    "person name": ("Nguyễn Thị Hồng Nhung", 3.0),
    "date as precise as known": ("00/00/0000", 1.2),
    "day": ("00/00/0000", 1.2),
    "phone": ("0913 555 214", 1.3),
    "citizen id": ("095079004412", 1.3),
    "catalogue": ("Phó Chủ nhiệm", 1.6),
    "choice": ("Thành viên", 0.8),
    "whole number": ("000", 0.6),
    "long text": ("Chi hội trưởng", 4.0),
}
USUAL = ("Thành viên", 2.0)
FIRST = 3.0
"""What names a row has so large a share at least."""
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
KEYS = QKeySequence.StandardKey
Choose = QItemSelectionModel.SelectionFlag


class GridView(CellTable):
    """Rows of a form.

    Signals: `passed` when the keys go on to the field after the grid, or back to the one before it.
    """

    passed = Signal(bool)

    def __init__(self, model: GridModel) -> None:
        super().__init__(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.grid = model
        self._cells = GridDelegate(self, model)
        self.ranges = Ranges(self, model)
        self._began = 0
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._cells.moved.connect(self.step)
        model.layoutChanged.connect(self._rows_changed)
        model.modelReset.connect(self._rows_changed)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.moved.emit())
        self.moved.connect(self.ranges.moved)
        theme().changed.connect(self._rows_changed)

    # -- size

    def _rows_changed(self) -> None:
        rows = min(self.grid.rowCount(), MOST_SHOWN)
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows * row + self.head.height() + 1)
        self.viewport().update()
        self.moved.emit()

    def lay_out(self) -> None:
        """Give every column what its values need, and the rest by what it may hold."""
        columns = self.grid.facts.columns
        least = [max(_needed(one), self.head.least(at)) for at, one in enumerate(columns)]
        shares = [SAMPLES.get(one.kind, USUAL)[1] for one in columns]
        shares[0] = max(shares[0], FIRST)
        widths = spread(shares, least, self.viewport().width())
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)

    # -- moving about

    def go_to(self, at: int, column: int) -> None:
        """Put the cursor into a cell."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self._began = column
        self.setCurrentIndex(self.grid.index(min(at, self.grid.rowCount() - 1), column))

    def step(self, down: int, across: int) -> None:
        """Go on from a cell: Enter goes down to the column where the row was begun."""
        here = self.currentIndex()
        at, column, last = here.row() + down, here.column() + across, self.grid.columnCount() - 1
        if across and (column < 0 or column > last):
            at, column = (at - 1, last) if column < 0 else (at + 1, 0)
        if down:
            column = self._began
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if 0 <= at < self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(at, column))
        if not across:
            self._began = self.currentIndex().column()

    def focusNextPrevChild(self, onward: bool) -> bool:
        here = self.currentIndex()
        first = here.row() <= 0 and here.column() <= 0
        if not here.isValid() or (self.grid.invites(here.row()) if onward else first):
            self.passed.emit(onward)
        else:
            self.step(0, 1 if onward else -1)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.grid.index(0, 0))
        self.moved.emit()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Choose:
        """Going to a cell chooses it alone, whatever keys are held: Shift+F8 makes no range."""
        return super().selectionCommand(index, event) if event else Choose.ClearAndSelect

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._began = max(self.currentIndex().column(), 0)

    # -- keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undoing = event.matches(KEYS.Undo) and self.grid.rows.done
            if undoing or (event.matches(KEYS.Redo) and self.grid.rows.undone):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = next((act for keys, act in self._standard() if event.matches(keys)), None)
        act = act or self._plain().get((Qt.Key(key), held))
        if act is not None:
            act()
        elif key == Qt.Key.Key_Escape or (key in ENTER and held):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _standard(self) -> tuple[tuple[QKeySequence.StandardKey, Callable[[], object]], ...]:
        rows = self.grid.rows
        return (
            (KEYS.Copy, self.ranges.copy),
            (KEYS.Paste, self.ranges.paste),
            (KEYS.Undo, rows.undo),
            (KEYS.Redo, rows.redo),
            (KEYS.Delete, self.ranges.delete),
        )

    def _plain(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        key = Qt.Key
        return {
            (key.Key_F2, PLAIN): self._edit,
            (key.Key_Return, PLAIN): self._enter,
            (key.Key_Enter, PLAIN): self._enter,
            (key.Key_Backspace, PLAIN): self.ranges.delete,
            (key.Key_D, CONTROL): self.ranges.fill_down,
            (key.Key_Down, CONTROL): self.ranges.fill_down,
            (key.Key_Minus, CONTROL): lambda: self.ranges.remove({self.currentIndex().row()}),
            (key.Key_Down, SHIFT): lambda: self.ranges.extend(1, 0),
            (key.Key_Up, SHIFT): lambda: self.ranges.extend(-1, 0),
            (key.Key_Right, SHIFT): lambda: self.ranges.extend(0, 1),
            (key.Key_Left, SHIFT): lambda: self.ranges.extend(0, -1),
            (key.Key_Space, SHIFT): self.ranges.choose_row,
            (key.Key_Semicolon, CONTROL): self._put_today,
            (key.Key_Down, ALT): self._open_list,
        }

    def _enter(self) -> None:
        """Edit the cell; in the empty last row there is nothing more to type, so go on."""
        if self.is_open():
            self.finish_editing()  # an input method still holds the focus here
            self.step(1, 0)
        elif self.grid.invites(self.currentIndex().row()):
            self.passed.emit(True)
        else:
            self._edit()

    def _edit(self) -> None:
        here = self.currentIndex()
        self.edit(here)
        editor = self.indexWidget(here)
        if isinstance(editor, QLineEdit):
            editor.end(False)

    def _open_list(self) -> None:
        self.edit(self.currentIndex())
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, PickField):
            editor.open_list("")
        elif isinstance(editor, DateField):
            editor.open_calendar()

    def _put_today(self) -> None:
        here = self.currentIndex()
        if self.grid.facts.columns[here.column()].kind in DATES:
            self.grid.rows.put(here.row(), here.column(), f"{today():%d/%m/%Y}")


def _needed(facts: FieldFacts) -> int:
    """Logical pixels in which usual values of a column can be read, a mark beside them."""
    words = [option.text for option in facts.options] if facts.kind == "choice" else []
    sample = max(words or [SAMPLES.get(facts.kind, USUAL)[0]], key=len)
    metrics = QFontMetrics(theme().font(SMALL))
    return metrics.horizontalAdvance(sample) + 2 * PADDING + MARK + 6
