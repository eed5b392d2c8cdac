"""Paints the cells of a grid and keeps their editors' keys: Enter down, Tab right, Esc restores."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.problem import Severity
from ui.form.pick_field import PickField
from ui.grid.cell_editors import cell_editor, fill, take
from ui.grid.model import GridModel, Index
from ui.icons import pixmap
from ui.source import Align
from ui.table.delegate import ALIGNMENTS, ELIDE
from ui.theme.sizes import MEDIUM, REGULAR, SMALL
from ui.theme.theme import theme

PADDING, MARK = 9, 14
LOOKS = {Severity.ERROR: ("red", "alert-circle"), Severity.WARNING: ("orange", "alert-outline")}
MOVES = {
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
}
SELECTED: int = QStyle.StateFlag.State_Selected.value
CONTROL = Qt.KeyboardModifier.ControlModifier


class CellDelegate(QStyledItemDelegate):
    """`moved` tells which way to go on from a cell whose editor was closed by a key."""

    moved = Signal(int, int)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def look(self, index: Index) -> tuple[str, str]:
        """The colour and icon of what is wrong or odd with a cell; empty for nothing."""
        raise NotImplementedError

    def tone(self, _index: Index, colour: str) -> str:
        """The token that a cell's text is written in."""
        return f"{colour}_text" if colour else "text"

    def inviting(self, _index: Index) -> bool:
        """Whether a cell begins a line that only invites to type."""
        return False

    # -- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style, box = theme(), QRect(option.rect)
        colour, mark = self.look(index)
        current = index == self._view.currentIndex() and self._view.hasFocus()
        if option.state.value & SELECTED and not current:
            painter.fillRect(box, style.colour("sel"))
        elif colour:
            painter.fillRect(box, style.colour(f"{colour}_tint"))
        line = style.colour("line")
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), line)
        painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), line)
        place = box.adjusted(PADDING, 0, -PADDING, -1)
        if colour:
            left = place.right() - MARK + 1
            top = place.center().y() - MARK // 2 + 1
            painter.drawPixmap(QPointF(left, top), pixmap(mark, f"{colour}_text", MARK))
            place.setRight(left - 4)
        self._paint_text(painter, place, index, colour)
        if current:
            painter.setPen(style.colour("focus"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _paint_text(self, painter: QPainter, place: QRect, index: Index, colour: str) -> None:
        style = theme()
        painter.setFont(style.font(SMALL, MEDIUM if index.column() == 0 else REGULAR))
        painter.setPen(style.colour(self.tone(index, colour)))
        text = str(index.data() or "")
        if self.inviting(index):
            place.setRight(self._view.viewport().width())
        shown = painter.fontMetrics().elidedText(text, ELIDE, place.width())
        painter.drawText(place, ALIGNMENTS[Align.LEFT], shown)

    # -- editing

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        box: QRect = option.rect
        editor.setGeometry(box)

    def close(self, editor: QWidget, step: tuple[int, int]) -> None:
        """Take what was typed into a cell, and go on from there."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.moved.emit(*step)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.PopupFocusReason:
            return False  # the calendar of a date: the cell is still being typed
        if not isinstance(event, QKeyEvent) or not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        key, held = event.key(), event.modifiers() & CONTROL
        ours = key in MOVES or key == Qt.Key.Key_Escape
        if not ours or held:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        return self._keyed(editor, key)

    def _keyed(self, editor: QLineEdit, key: int) -> bool:
        """Do a key of an open cell; an open list has the first word."""
        listed = isinstance(editor, PickField) and editor.is_open()
        if key == Qt.Key.Key_Escape:
            if isinstance(editor, PickField) and listed:
                editor.close_list()
            else:
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return True
        if isinstance(editor, PickField) and listed:
            editor.take_marked(quietly=True)
        self.close(editor, MOVES[Qt.Key(key)])
        return True


class GridDelegate(CellDelegate):
    """The cells of a form's grid."""

    def __init__(self, view: QAbstractItemView, model: GridModel) -> None:
        super().__init__(view)
        self._model = model

    def look(self, index: Index) -> tuple[str, str]:
        problem = self._model.problem(index.row(), index.column())
        return LOOKS[problem.severity] if problem is not None else ("", "")

    def tone(self, index: Index, colour: str) -> str:
        return "text3" if self.inviting(index) else super().tone(index, colour)

    def inviting(self, index: Index) -> bool:
        return self._model.invites(index.row())

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = cell_editor(self._model, index, parent)
        if isinstance(editor, PickField):  # taken with the mouse: the cell is done
            editor.picked.connect(lambda _option: self.close(editor, (0, 0)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        fill(editor, self._model, index)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        take(editor, self._model, index)
