"""Where the groups of a recovery sheet are typed; how many there are is told while typing."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.entrance.fields import Labelled

WORDS = "Mã trên phiếu khôi phục"
HINT = "Gõ 15 nhóm theo thứ tự, hoa hay thường, cách nhau hay liền đều được."
LETTERS, GROUP = 60, 4
APART = re.compile(r"[\s\-_.,:;/|]+")


class SheetField(Labelled):
    """One line for all groups; what is wrong is said below by whoever tries them."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        hints = Qt.InputMethodHint
        self.line.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        self.line.setPlaceholderText("K7QM-3TWF-XN4H-…")
        super().__init__(WORDS, self.line, HINT, needed=True)
        self.line.textEdited.connect(lambda _text: self._count())

    def _count(self) -> None:
        typed = len(APART.sub("", self.line.text()))
        if typed == LETTERS:
            self.say("Đủ 15 nhóm.", "green")
        elif typed:
            self.say(f"Đã gõ {typed // GROUP} trong 15 nhóm.", "orange")
        else:
            self.say()

    def text(self) -> str:
        """What was typed."""
        return self.line.text().strip()

    def check(self) -> bool:
        """Whether anything was typed."""
        if not self.text():
            self.say("Chưa nhập mã khôi phục. Gõ 15 nhóm trên phiếu khôi phục.")
            self.line.setFocus()
        return bool(self.text())
