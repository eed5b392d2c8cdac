"""Papers handed over together: which they are, who took them, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from ui.actions import ActionSet, Scope
from ui.issuing.paper_forms import HandForm
from ui.pages.blocks import blocks_widget
from ui.source import Block
from ui.source.issue_book import Handing
from ui.widgets.over_page import OverPage
from ui.widgets.scroll import UprightArea

LEFT = 380
HINTS = ("finish_paper", "leave_paper")


class HandingPage(OverPage):
    """Signals: `handed` who and which day as typed, `left`."""

    handed = Signal(str, str)

    def __init__(self, handing: Handing, today: Callable[[], date]) -> None:
        super().__init__("account-check-outline", "Trao giấy")
        self.handing = handing
        self.form = HandForm(today)
        count = len(handing.keys)
        self.form.begin(f"{count} giấy", handing.lines[0].title if count == 1 else "")
        others = f"{handing.others} giấy đã chọn không trao được." if handing.others else ""
        listed = UprightArea("Giấy được trao")
        block = Block(f"{count} giấy được trao", lines=handing.lines, text=others)
        listed.setWidget(blocks_widget((), (block,), lambda _name: None, lambda _act: None))
        self.divide(self.form, LEFT, listed)
        self.stand_on_surface()
        self.form.done.connect(self._done)
        self.form.given_up.connect(self.left)
        self.acts = ActionSet(
            self, Scope.BOOK, {"finish_paper": self._done, "leave_paper": self.left.emit}
        )

    def _done(self) -> None:
        self.handed.emit(self.form.to.text(), self.form.day.text())
