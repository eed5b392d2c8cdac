"""The line above a grid: its title, how many rows, one sentence, and the way to Excel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.problem import Problem
from ui.grid.delegate import LOOKS
from ui.source import GridFacts
from ui.theme.following import follow_size
from ui.theme.theme import theme
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import ElidedLabel, label, restyle, unbroken

TITLE_HEIGHT = 44


class TitleLine(QWidget):
    """`importing` when the rows are to come from a workbook."""

    importing = Signal()

    def __init__(self, facts: GridFacts) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 5, 10, 5)
        line.setSpacing(10)
        follow_size(self, lambda: self.setMinimumHeight(theme().px(TITLE_HEIGHT)))
        self._sums = label("", "small", "text2")
        self._marks = {kind: IconMark(icon, f"{colour}_text", 14)
                       for kind, (colour, icon) in LOOKS.items()}  # fmt: skip
        self._words = ElidedLabel("", "caption", "text2")
        line.addWidget(label(facts.title, "strong"))
        line.addWidget(self._sums)
        for mark in self._marks.values():
            line.addWidget(mark)
        line.addWidget(self._words, 1)
        line.addWidget(label("Dán được từ Excel (Ctrl+V)", "caption", "text2"))
        self.import_button = button(
            "Nhập Excel", "plain", "file-excel-outline", self.importing.emit
        )
        line.addWidget(self.import_button)
        self.import_button.setVisible(bool(facts.register))

    def sums(self) -> str:
        """How many rows there are, in words."""
        return self._sums.text()

    def sentence(self) -> str:
        """The sentence shown, empty for none."""
        return self._words.whole()

    def tell(self, sums: str, note: str, at: int, problem: Problem | None) -> None:
        """Show the counts, and what was just done, else what is wrong in a row."""
        self._sums.setText(sums)
        shown = None if note else problem
        for kind, mark in self._marks.items():
            mark.setVisible(shown is not None and shown.severity is kind)
        words = f"Dòng {at + 1}: {shown.message}" if shown is not None else note
        self._words.set_text(unbroken(words))
        restyle(self._words, c=LOOKS[shown.severity][0] if shown is not None else "text2")
