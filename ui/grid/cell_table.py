"""What tables have in common whose cells are typed into as in Excel, whatever stands in them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QTableView,
    QWidget,
)

from ui.grid.header import GridHeader
from ui.grid.model import ACROSS


class CellTable(QTableView):
    """Typing replaces, F2 and Enter edit.

    Signals: `moved` to another cell, `closed` an editor.
    """

    moved = Signal()
    closed = Signal()

    def __init__(self, choice: QAbstractItemView.SelectionMode) -> None:
        """``choice`` says how cells are selected."""
        super().__init__()
        self.head = GridHeader(ACROSS, self)
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(GridHeader(Qt.Orientation.Vertical, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(choice)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def lay_out(self) -> None:
        """Give every column its width."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def is_open(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def finish_editing(self) -> None:
        """Put what is being typed into its cell."""
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, QLineEdit):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.closed.emit()
