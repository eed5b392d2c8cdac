"""The sheet of all keys, made from the table of actions, opened with F1."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope, sheet
from ui.widgets.key_cap import KeyCap
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label

COLUMNS = 2
TITLE = "Phím tắt"
HINTS = ("leave_sheet",)


class KeysSheet(QWidget):
    """Two columns of keys and words, by where they work."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.acts = ActionSet(self, Scope.SHEET, {"leave_sheet": self.left.emit})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHead(TITLE, back=self.left.emit))
        area = UprightArea(TITLE)
        self.setFocusProxy(area)
        body = QWidget()
        body.setProperty("k", "surface")
        across = QHBoxLayout(body)
        across.setContentsMargins(24, 16, 24, 16)
        across.setSpacing(48)
        for at in range(COLUMNS):
            grid = QGridLayout()
            across.addLayout(grid, 1)
            _fill(grid, sheet()[at::COLUMNS])
        area.setWidget(body)
        column.addWidget(area, 1)


def _fill(grid: QGridLayout, parts: list[tuple[str, list[tuple[str, str]]]]) -> None:
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 96)
    grid.setColumnStretch(1, 1)
    line = 0
    for scope, keys in parts:
        grid.addWidget(label(scope, "heading"), line, 0, 1, 2)
        for key, words in keys:
            line += 1
            grid.addWidget(KeyCap(key), line, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(words), line, 1)
        grid.setRowMinimumHeight(line + 1, 12)
        line += 2
    grid.setRowStretch(line, 1)
