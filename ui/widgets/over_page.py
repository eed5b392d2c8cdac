"""A page laid over the window: what is done here, what with, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.avatar import IconTile
from ui.widgets.buttons import icon_button
from ui.widgets.text import ElidedLabel, surface

HEAD = 60


class OverPage(QWidget):
    """Its head, and below it a panel with all the rest beside it.

    Signals: `left`.
    """

    left = Signal()

    def __init__(self, icon: str, title: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = ElidedLabel(title, "heading")
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(0)
        head = surface("head")
        head.setFixedHeight(theme().px(HEAD) + 1)
        self.below.addWidget(head)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(IconTile(icon, "green", 36))
        row.addSpacing(6)
        self._words = QVBoxLayout()
        row.addLayout(self._words, 1)
        self._words.setSpacing(1)
        self._words.addStretch(1)
        self._words.addWidget(self.title)
        self._words.addStretch(1)
        self.acts_row = QHBoxLayout()
        row.addLayout(self.acts_row)
        self.acts_row.setSpacing(8)
        row.addWidget(icon_button("close", "Đóng", "Esc", self.leave, 18))

    def under_title(self) -> ElidedLabel:
        """A line under the title."""
        line = ElidedLabel("", "small", "text2")
        self._words.insertWidget(2, line)
        return line

    def stand_on_surface(self) -> None:
        """Take the ground of lists and forms, where no page of paper is shown."""
        self.setObjectName("")
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def divide(self, panel: QWidget, wide: int, rest: QWidget) -> None:
        """Put a panel so wide, at text size 100 %, left of all the rest."""
        across = QHBoxLayout()
        self.below.addLayout(across, 1)
        across.setSpacing(0)
        panel.setFixedWidth(theme().px(wide))
        panel.setProperty("k", "surface")
        across.addWidget(panel)
        across.addWidget(surface("upright"))
        across.addWidget(rest, 1)

    def leave(self) -> None:
        """Let the window have its own page again."""
        self.left.emit()
