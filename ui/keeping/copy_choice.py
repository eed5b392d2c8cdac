"""A choice of copies, and what the chosen one holds beside what the machine holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.values.numbers import show_number
from ui.source.backups import CopyFacts
from ui.widgets.banner import banner
from ui.widgets.text import label, rule, surface, unbroken

LEFT = 380
LEADING, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
HEADS = ("Sổ", "Bản sao lưu", "Trên máy")


class CopyChoice(QWidget):
    """`changed` when another copy is marked."""

    changed = Signal()

    def __init__(self, copies: Sequence[CopyFacts]) -> None:
        super().__init__()
        self.copies = tuple(copies)
        self.choices = QButtonGroup(self)
        self._holder = QVBoxLayout()
        self._shown: QWidget | None = None
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._list(), 2)
        right = QVBoxLayout()
        across.addLayout(right, 3)
        right.addLayout(self._holder)
        right.addStretch(1)
        usable = next((at for at, one in enumerate(self.copies) if not one.problem), 0)
        first = self.choices.button(usable)
        first.setChecked(True)
        self.setFocusProxy(first)
        self._show(usable)
        self.choices.idToggled.connect(lambda at, on: self._show(at) if on else None)

    @property
    def chosen(self) -> CopyFacts:
        """The copy that is marked."""
        return self.copies[max(0, self.choices.checkedId())]

    def _list(self) -> QWidget:
        holder = QWidget()
        holder.setMaximumWidth(LEFT)
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        card = surface("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(label("Chọn bản", "strong"))
        for at, one in enumerate(self.copies):
            if at:
                column.addWidget(rule())
            mark = QRadioButton(one.when)
            mark.setAccessibleDescription(one.about or one.problem)
            self.choices.addButton(mark, at)
            column.addWidget(mark)
            column.addWidget(_below(one))
        outer.addWidget(card)
        outer.addStretch(1)
        return holder

    def _show(self, at: int) -> None:
        copy = self.copies[at]
        if self._shown is not None:
            self._holder.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = _comparison(copy)
        self._holder.addWidget(self._shown)
        self.changed.emit()


def _below(copy: CopyFacts) -> QWidget:
    words = label(
        unbroken(copy.problem or copy.about), "caption", "red" if copy.problem else "text2"
    )
    words.setWordWrap(True)
    words.setContentsMargins(26, 0, 0, 0)
    return words


def _comparison(copy: CopyFacts) -> QFrame:
    card = surface("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 14, 18, 14)
    column.setSpacing(10)
    column.addWidget(label(copy.when, "heading"))
    if copy.problem:
        column.addWidget(banner(("red", "alert-circle"), copy.problem))
        return card
    column.addWidget(label(unbroken(copy.about), "small", "text2", wrap=True))
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    for at, words in enumerate(HEADS if copy.compared else HEADS[:2]):
        grid.addWidget(label(words, "header"), 0, at, RIGHT if at else LEADING)
    for row, (title, there, here) in enumerate(copy.counts, start=1):
        grid.addWidget(label(title, "medium"), row, 0)
        grid.addWidget(label(show_number(there), "small"), row, 1, RIGHT)
        if copy.compared:
            token = "" if there == here else "orange"
            grid.addWidget(label(show_number(here), "small", token), row, 2, RIGHT)
    if not copy.compared:
        return card
    if copy.lost:
        words = f"Phục hồi bản này sẽ mất {show_number(copy.lost)} bản ghi đã ghi sau đó."
        column.addWidget(banner(("orange", "alert-circle-outline"), words))
    else:
        column.addWidget(banner(("green", "check-circle"), "Phục hồi bản này không mất gì."))
    return card
