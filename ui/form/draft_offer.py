"""The strip under the head of a form that offers what was typed earlier and not saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from models.clock import now
from ui.widgets.announcing import announce
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import JOINER, label, unbroken


def told(moment: datetime) -> str:
    """When something was, as people say it: by the clock today, with its date before."""
    here = now()
    moment = moment.astimezone(here.tzinfo)
    days = (here.date() - moment.date()).days
    near = {0: "hôm nay", 1: "hôm qua"}
    return f"lúc {moment:%H:%M} {near.get(days) or f'ngày {moment:%d/%m/%Y}'}"


class DraftOffer(QFrame):
    """Hidden while there is nothing to offer.

    Signals: `taken` and `dropped` are what a person decides, `compared` that it is to be seen
    beside what is stored.
    """

    taken = Signal()
    compared = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "strip orange")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(12)
        row.addWidget(IconMark("clock-outline", "orange_text", 16))
        self._words = label("", "medium", "orange", wrap=True)
        row.addWidget(self._words, 1)
        self.take_button = button("Dùng bản nháp", done=self.taken.emit)
        self.drop_button = button("Bỏ bản nháp", done=self.dropped.emit)
        self.compare_button = button("So sánh", done=self.compared.emit)
        row.addWidget(self.take_button)
        row.addWidget(self.compare_button)
        row.addWidget(self.drop_button)
        self.hide()

    def words(self) -> str:
        """The sentences shown."""
        return self._words.text().replace(JOINER, "")

    def show_words(self, words: str, *, taken: bool) -> None:
        """Tell of a draft: one that waits to be taken, or one that stands in the form already."""
        self._words.setText(unbroken(words))
        self.take_button.setVisible(not taken)
        self.compare_button.setVisible(not taken)
        self.show()
        announce(self, words)

    def take_focus(self) -> None:
        """Put the cursor on the answer that loses nothing."""
        self.take_button.setFocus(Qt.FocusReason.TabFocusReason)
