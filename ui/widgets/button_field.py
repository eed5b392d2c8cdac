"""A line edit with a small button inside; the first window needs it before the other fields.

The button is a child widget; the built-in action icon sits too low under a stylesheet.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.widgets.buttons import inner_button

EDGE = 8


class ButtonField(QLineEdit):
    """A field with a small button at its right end."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button: QPushButton = inner_button(None, icon, name)
        self.button.setParent(self)
        self.setTextMargins(0, 0, 24, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.button.sizeHint()
        self.button.setGeometry(
            self.width() - size.width() - EDGE,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
