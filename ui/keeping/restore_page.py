"""The page of a stick's copies, one of which may take the register's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.keeping.copy_choice import CopyChoice
from ui.keeping.words import PARENT
from ui.source.backups import CopyFacts
from ui.widgets.buttons import button
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import UprightArea

HINTS = ("restore_copy", "leave_restore")


class RestorePage(QWidget):
    """`wanted` the chosen copy in the register's place; `left`."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, copies: Sequence[CopyFacts]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.choice = CopyChoice(copies)
        self.choices = self.choice.choices
        self.acts = ActionSet(self, Scope.RESTORE, self._handlers())
        self.restore_button = button("Phục hồi từ bản này", "primary", "backup-restore", self._want)
        self._build()
        self.setFocusProxy(self.choice)
        self._changed()
        self.choice.changed.connect(self._changed)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {"restore_copy": self._want, "leave_restore": self.left.emit}

    @property
    def chosen(self) -> CopyFacts:
        """The copy that is marked."""
        return self.choice.chosen

    def _changed(self) -> None:
        self.restore_button.setEnabled(not self.chosen.problem)

    def _want(self) -> None:
        if not self.chosen.problem:
            self.wanted.emit(self.chosen)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead("Phục hồi từ bản sao lưu", PARENT, self.left.emit)
        head.add(button("Không phục hồi", done=self.left.emit))
        head.add(self.restore_button)
        column.addWidget(head)
        area, body = UprightArea(), QWidget()
        body.setObjectName("body")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 14, 20, 14)
        inside.addWidget(self.choice)
        area.setWidget(body)
        column.addWidget(area, 1)
