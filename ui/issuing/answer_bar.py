"""The question after printing: all right, some spoilt, or not printed; never a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from models.errors import UserError
from ui.paper.ranges import read_pages
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label, surface

MOST_SPOILT = 999
PRINTED = "{} trang vừa in đúng hết chưa?"
IN_FILE = "{} trang đã lưu ra tệp. In tệp xong thì cho biết: đúng hết chưa?"


class AnswerBar(QWidget):
    """Asks about the pages that went to the printer since the last answer.

    Signals: `answered` places of the sheets that came out right and how many were spoilt,
    `unprinted` when nothing came out.
    """

    answered = Signal(object, int)
    unprinted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[int, ...] = ()
        self._total = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        box = surface("head")
        column.addWidget(box)
        self.stack = QStackedWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.addWidget(self.stack)
        self.question = label("", "strong", wrap=True)
        self.right = button("Đúng hết, vào sổ cấp", "primary", "check-all", self._all_right)
        self.some = button("Có trang hỏng, in lại…", "", "file-alert-outline", self._ask_which)
        self.none = button("Chưa in được", "", "printer-alert", self.unprinted.emit)
        self.stack.addWidget(self._row(self.question, self.right, self.some, self.none))
        self.again = QLineEdit()
        self.again.setAccessibleName("Trang cần in lại")
        self.again.setPlaceholderText("57-250 hoặc 5, 12")
        self.spoilt = QSpinBox()
        self.spoilt.setRange(0, MOST_SPOILT)
        self.spoilt.setAccessibleName("Số tờ hỏng")
        self.spoilt.lineEdit().setTextMargins(8, 0, 0, 0)
        self.error = label("", "caption", "red", wrap=True)
        self.store = button("Ghi lại", "primary", done=self._some_right)
        self.back = button("Quay lại", done=lambda: self.stack.setCurrentIndex(0))
        self.stack.addWidget(self._which())
        self.hide()

    def _row(self, words: QWidget, *parts: QWidget) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconMark("printer-check", "accent_text", 20))
        row.addWidget(words, 1)
        for part in parts:
            row.addWidget(part)
        return whole

    def _which(self) -> QWidget:
        fields = QWidget()
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, part in (("Trang cần in lại", self.again), ("Số tờ hỏng", self.spoilt)):
            name = label(words, "small", "text2")
            name.setBuddy(part)
            row.addWidget(name)
            row.addWidget(part, 1 if part is self.again else 0)
        row.addWidget(self.error, 1)
        return self._row(fields, self.store, self.back)

    def ask(self, places: Sequence[int], total: int, words: str = PRINTED) -> None:
        """Ask in words about pages, from 0, of a run that has so many."""
        self._places, self._total = tuple(sorted(places)), total
        count = len(self._places)
        self.question.setText(words.format(count))
        self.stack.setCurrentIndex(0)
        self.show()
        self.right.setFocus()

    def _ask_which(self) -> None:
        self.again.clear()
        self.spoilt.setValue(1)
        self.error.clear()
        self.stack.setCurrentIndex(1)
        self.again.setFocus()

    def _all_right(self) -> None:
        self.answered.emit(self._places, 0)

    def _some_right(self) -> None:
        try:
            again = set(read_pages(self.again.text(), self._total))
        except UserError as error:
            self.error.setText(error.message)
            self.again.setFocus()
            return
        right = tuple(place for place in self._places if place not in again)
        self.answered.emit(right, self.spoilt.value())
