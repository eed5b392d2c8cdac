"""The head of one step of a narrow panel: its number, or a tick once it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.widgets.avatar import IconMark
from ui.widgets.text import label

SIDE = 20


class StepHead(QWidget):
    """A number and a title."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self.setAccessibleName(f"Bước {number}: {title}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        self._mark = QStackedWidget()
        self._mark.setFixedWidth(SIDE)
        self._mark.addWidget(IconMark(f"numeric-{number}-circle-outline", "accent_text", SIDE))
        self._mark.addWidget(IconMark("check-circle", "accent_text", SIDE))
        row.addWidget(self._mark)
        row.addWidget(label(title, "strong"), 1)

    def set_done(self, *, done: bool) -> None:
        """Show a tick, or the number again."""
        self._mark.setCurrentIndex(int(done))
