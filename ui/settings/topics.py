"""A page of topics: heading and hint at the left, what can be set at the right."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule

HEADING, NARROW, WIDEST = 168, 900, 900
UNBOUNDED = 16_777_215


class Topics(UprightArea):
    """Scrolls as a whole; where there is little room headings stand above."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self._rows: list[QBoxLayout] = []
        self._headings: list[QWidget] = []
        body = QWidget()
        body.setProperty("k", "surface")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(24, 18, 24, 24)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self.setWidget(body)

    def add(self, title: str, hint: str, content: QWidget) -> None:
        """A topic after those that are there."""
        if self._rows:
            self._column.insertWidget(self._column.count() - 1, rule())
        heading = QWidget()
        words = QVBoxLayout(heading)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(label(title, "strong", wrap=True))
        words.addWidget(label(hint, "caption", "text2", wrap=True))
        words.addStretch(1)
        content.setMaximumWidth(WIDEST)
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.insertLayout(self._column.count() - 1, across)
        across.setSpacing(20)
        across.addWidget(heading)
        across.addWidget(content, 1)
        across.addStretch()
        self._rows.append(across)
        self._headings.append(heading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() * 100 // theme().text_size < NARROW
        direction = QBoxLayout.Direction
        for heading in self._headings:
            heading.setMinimumWidth(0 if narrow else HEADING)
            heading.setMaximumWidth(UNBOUNDED if narrow else HEADING)
        for row in self._rows:
            row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
            row.setSpacing(8 if narrow else 20)
        super().resizeEvent(event)
