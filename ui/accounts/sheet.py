"""A page with a few fields and one act: what pages about people and passwords have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accounts.trouble import Trouble
from ui.actions import ActionSet, Scope
from ui.widgets.buttons import button
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label

WIDEST = 760


class Sheet(QWidget):
    """`left` without having done anything; `wanted` when its act is to be done."""

    left = Signal()
    wanted = Signal()

    def __init__(
        self,
        title: str,
        hint: str,
        act: str,
        parent_name: str = "Thiết lập",
        look: tuple[str, str] = ("primary", "content-save-outline"),
    ) -> None:
        """``look`` is the kind and icon of the act's button."""
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = PageHead(title, parent_name, self.left.emit)
        self.leave_button = button("Hủy", done=self.left.emit)
        self.act_button = button(act, *look, self.try_it)
        self.trouble = Trouble()
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self._build(hint)
        handlers = {"save": self.try_it, "leave": self.left.emit}
        self.acts = ActionSet(self, Scope.FORM, handlers)

    def _build(self, hint: str) -> None:
        for part in (self.leave_button, self.act_button):
            self.head.add(part)
        inside = QWidget()
        inside.setProperty("k", "surface")
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(hint, "small", "text2", wrap=True))
        column.addWidget(self.trouble)
        column.addLayout(self.body)
        column.addStretch(1)
        area = UprightArea()
        area.setProperty("k", "surface")
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(area, 1)

    def check(self) -> bool:
        """Whether all is typed as it should be; what is not is said at its field."""
        raise NotImplementedError

    def try_it(self) -> None:
        """Have the act done, once everything is right."""
        if self.act_button.isEnabled() and self.check():
            self.trouble.say()
            self.set_busy(busy=True)
            self.wanted.emit()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being done; what was typed stays."""
        self.act_button.setEnabled(not busy)

    def refuse(self, words: str) -> None:
        """It was not done: say why, and let it be tried again."""
        self.set_busy(busy=False)
        self.trouble.say(words)
        self.setFocus()
