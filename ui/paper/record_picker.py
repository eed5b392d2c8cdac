"""Records for a paper chosen one by one, found by any part of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.source import Option
from ui.widgets.buttons import button, icon_button
from ui.widgets.fields import SearchField
from ui.widgets.text import label

KEY = Qt.ItemDataRole.UserRole
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
        head.setSpacing(4)
        head.addWidget(icon_button("arrow-left", "Quay lại", "Esc", self.left.emit, 18))
        self.title = label("", "strong")
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self.search = SearchField("Tìm… không cần gõ dấu", "")
        column.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName("Bản ghi cần in")
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


def _keys(found: Sequence[Option]) -> set[object]:
    return {option.value for option in found}
