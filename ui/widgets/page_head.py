"""The head of a page: where one is, the title, and the actions with exactly one primary."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.following import follow_size
from ui.theme.sizes import PAGE_HEADER
from ui.theme.theme import theme
from ui.widgets.buttons import icon_button
from ui.widgets.text import ElidedLabel, label


class PageHead(QFrame):
    """Title left, actions right."""

    def __init__(
        self, title: str, parent_name: str = "", back: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("k", "head")
        follow_size(self, lambda: self.setMinimumHeight(theme().px(PAGE_HEADER) + 1))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12 if back else 20, 8, 20, 8)
        self._row.setSpacing(8)
        self.back_button: QPushButton | None = None
        if back is not None:
            self.back_button = icon_button("arrow-left", "Quay lại", "Esc", back, 18)
            self._row.addWidget(self.back_button)
        words = QVBoxLayout()
        self._row.addLayout(words, 1)
        words.setSpacing(0)
        if parent_name:
            words.addWidget(label(parent_name, "caption", "text2"))
        self._title = ElidedLabel(title, "title", lines=2)
        words.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.set_text(title)

    def title(self) -> str:
        """The title."""
        return self._title.whole()

    def add(self, widget: QWidget) -> None:
        """An action, after those that are there."""
        self._row.addWidget(widget)
