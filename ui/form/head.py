"""The head of a form: what is edited, whether it is stored, and the buttons that end it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.page_head import PageHead
from ui.widgets.text import label


class FormHead(PageHead):
    """Title with "Chưa lưu", Hủy and Lưu."""

    def __init__(
        self, parent_name: str, leave: Callable[[], object], save: Callable[[], object]
    ) -> None:
        super().__init__("", parent_name, leave)
        self._unsaved = QWidget()
        line = QHBoxLayout(self._unsaved)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(6)
        line.addWidget(IconMark("circle", "orange_text", 7))
        line.addWidget(label("Chưa lưu", "small", "text2"))
        self._unsaved.hide()
        self.cancel_button = button("Hủy", done=leave)
        self.save_button = button("Lưu", "primary", "content-save-outline", save)
        for part in (self._unsaved, self.cancel_button, self.save_button):
            self.add(part)

    def show_unsaved(self, *, on: bool) -> None:
        """Say whether something is typed that is not stored."""
        self._unsaved.setVisible(on)

    def show_busy(self, busy: bool) -> None:
        """Say that it is being stored."""
        self.save_button.setText(" Đang lưu…" if busy else " Lưu")
