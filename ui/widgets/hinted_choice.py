"""A choice of a few, one below the other, each with a line on what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ui.widgets.text import label


class HintedChoice(QWidget):
    """The words and hints it is made of, under a heading; the first one is on."""

    def __init__(self, heading: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.buttons = [QRadioButton(word) for word, _hint in choices]
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(heading, "small", "text2"))
        for part, (_word, hint) in zip(self.buttons, choices, strict=True):
            group.addButton(part)
            part.setAccessibleDescription(hint)
            under = label(hint, "caption", "text3", wrap=True)
            under.setContentsMargins(26, 0, 0, 4)
            column.addWidget(part)
            column.addWidget(under)
        self.buttons[0].setChecked(True)

    def choose(self, word: str) -> None:
        """Turn one on."""
        for part in self.buttons:
            part.setChecked(part.text() == word)

    def chosen(self) -> str:
        """The word that is on."""
        return next(part.text() for part in self.buttons if part.isChecked())
