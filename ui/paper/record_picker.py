"""Records for a paper chosen one by one, found by any part of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.paper.paper_list import CHECK, paint_check
from ui.source import Option
from ui.theme.sizes import SMALL, TABLE_ROW
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.fields import SearchField
from ui.widgets.text import label

KEY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Find = Callable[[str, Callable[[Sequence[Option]], object]], object]


class RecordPicker(QWidget):
    """A search field over a list with boxes; those chosen stay while another is looked for.

    Signals: `chosen` keys of records when the choice is done, `left` when it was given up.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._picked: dict[int, str] = {}
        self._words = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(4)
        head.addWidget(icon_button("arrow-left", "Quay lại", "Esc", self.left.emit, 18))
        self.title = label("", "strong")
        head.addWidget(self.title, 1)
        self.search = SearchField("Tìm… không cần gõ dấu", "")
        column.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName("Bản ghi cần in")
        self.list.setItemDelegate(_Ticked(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.list, 1)
        self.done = button("Xong", "primary", done=self._done)
        column.addWidget(self.done)
        self.search.searched.connect(self.look)
        self.search.left_downward.connect(self.list.setFocus)
        self.list.itemChanged.connect(self._ticked)
        self.setFocusProxy(self.search)

    def begin(self, noun: str, picked: Sequence[int]) -> None:
        """Choose anew, beginning with what was chosen before."""
        self.title.setText(f"Chọn {noun} cần in")
        self._picked = dict.fromkeys(picked, "")
        self.search.clear()
        self.look("")
        self._tell()
        self.search.setFocus()

    def look(self, words: str) -> None:
        """Look for records."""
        self._words = words
        self._find(words, lambda found: self._show(words, found))

    def _show(self, words: str, found: Sequence[Option]) -> None:
        if words != self._words:
            return
        self.list.blockSignals(True)
        self.list.clear()
        kept = [] if words else [one for one in self._picked if one not in _keys(found)]
        for option in (*(Option(key, self._picked[key]) for key in kept), *found):
            if option.text:
                self.list.addItem(self._item(option))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _item(self, option: Option) -> QListWidgetItem:
        item = QListWidgetItem(option.text)
        item.setToolTip(option.detail)
        item.setData(KEY, option.value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        on = option.value in self._picked
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return item

    def _ticked(self, item: QListWidgetItem) -> None:
        key = int(item.data(KEY))
        if item.checkState() == Qt.CheckState.Checked:
            self._picked[key] = item.text()
        else:
            self._picked.pop(key, None)
        self._tell()

    def _tell(self) -> None:
        count = len(self._picked)
        self.done.setEnabled(count > 0)
        self.done.setText(f"Xong, in {count}" if count else "Chưa chọn")

    def _done(self) -> None:
        if self._picked:
            self.chosen.emit(tuple(self._picked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Ticked(QStyledItemDelegate):
    """Paints a box, a name and what tells two of a name apart; a click anywhere ticks."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().px(TABLE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        style = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentRow() and self._view.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("sel"))
            painter.drawRoundedRect(box, 6, 6)
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        tick = QRectF(box.left() + 6, box.center().y() - CHECK / 2 + 1, CHECK, CHECK)
        paint_check(painter, tick, on=on)
        painter.setFont(style.font(SMALL))
        painter.setPen(style.colour("text"))
        place = box.adjusted(6 + CHECK + 9, 0, -6, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            now = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            other = (
                Qt.CheckState.Unchecked if now == Qt.CheckState.Checked else Qt.CheckState.Checked
            )
            return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
        if event.type() == QEvent.Type.KeyPress:
            return super().editorEvent(event, model, option, index)
        return False


def _keys(found: Sequence[Option]) -> set[object]:
    return {option.value for option in found}
