"""What stands in place of a list in which nothing matches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.text import label

LONGEST = 40


class NoMatch(QWidget):
    """One sentence and the two ways on."""

    def __init__(self, clear: Callable[[], object], everywhere: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 48, 16, 16)
        column.setSpacing(12)
        self._words = label("", "body", "text2")
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(button("Bỏ lọc", done=clear))
        row.addWidget(button("Tìm trong mọi sổ", done=everywhere))
        row.addStretch(1)
        column.addStretch(1)

    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def show_words(self, noun: str, search: str) -> None:
        """Say what was searched for."""
        shown = search if len(search) <= LONGEST else f"{search[:LONGEST]}…"
        tail = f"khớp “{shown}”" if search else "hợp với bộ lọc"
        self._words.setText(f"Không có {noun} nào {tail}.")
