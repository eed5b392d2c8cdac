"""Papers handed over together: which they are, who took them, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.issuing.paper_forms import HandForm
from ui.pages.blocks import blocks_widget
from ui.source import Block
from ui.source.issue_book import Handing
from ui.theme.theme import theme
from ui.widgets.avatar import IconTile
from ui.widgets.buttons import icon_button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, surface

LEFT, HEAD = 380, 60
HINTS = ("finish_paper", "leave_paper")


class HandingPage(QWidget):
    """Signals: `handed` who and which day as typed, `left`."""

    handed = Signal(str, str)
    left = Signal()

    def __init__(self, handing: Handing, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.handing = handing
        self.form = HandForm(today)
        count = len(handing.keys)
        self.form.begin(f"{count} giấy", handing.lines[0].title if count == 1 else "")
        others = f"{handing.others} giấy đã chọn không trao được." if handing.others else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        across = QHBoxLayout()
        across.setSpacing(0)
        self.form.setFixedWidth(theme().px(LEFT))
        self.form.setProperty("k", "surface")
        across.addWidget(self.form)
        across.addWidget(surface("upright"))
        listed = UprightArea("Giấy được trao")
        block = Block(f"{count} giấy được trao", lines=handing.lines, text=others)
        listed.setWidget(blocks_widget((), (block,), lambda _name: None, lambda _act: None))
        across.addWidget(listed, 1)
        column.addLayout(across, 1)
        self.form.done.connect(self._done)
        self.form.given_up.connect(self.left)
        self.acts = ActionSet(
            self, Scope.BOOK, {"finish_paper": self._done, "leave_paper": self.left.emit}
        )

    def _head(self) -> QWidget:
        head = surface("head")
        head.setFixedHeight(theme().px(HEAD) + 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 14, 0)
        row.setSpacing(14)
        row.addWidget(IconTile("account-check-outline", "green", 36))
        row.addWidget(label("Trao giấy", "heading"), 1)
        row.addWidget(icon_button("close", "Đóng", "Esc", self.left.emit, 18))
        return head

    def _done(self) -> None:
        self.handed.emit(self.form.to.text(), self.form.day.text())
