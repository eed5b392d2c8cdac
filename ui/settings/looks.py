"""How the window looks to the person who works: theme and text size, taken up at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.source import Settings
from ui.theme.sizes import Scheme, TextSize
from ui.wear import SCHEME, TEXT_SIZE, wear
from ui.widgets.chips import Switch
from ui.widgets.text import label

SCHEMES = tuple((scheme.value, scheme.label) for scheme in Scheme)
SIZES = tuple((str(int(size)), size.label) for size in TextSize)


class LooksTopic(QWidget):
    """`changed` with what was set, in words, and the way back."""

    changed = Signal(str, object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        self.scheme = self._row(grid, "Nền", SCHEME, SCHEMES)
        self.letters = self._row(grid, "Cỡ chữ", TEXT_SIZE, SIZES)
        self.show_kept()

    def _row(
        self, grid: QGridLayout, word: str, key: str, choices: Sequence[tuple[str, str]]
    ) -> Switch:
        switch = Switch(choices)
        words = label(word, "small", "text2")
        line = grid.rowCount()
        grid.addWidget(words, line, 0)
        grid.addWidget(switch, line, 1)
        for part in switch.buttons:
            part.setAccessibleName(f"{word}: {part.text()}")
        words.setBuddy(switch.buttons[0])
        switch.changed.connect(lambda value: self._choose(word, key, value, dict(choices)))
        return switch

    def show_kept(self) -> None:
        """Show what is in force."""
        self.scheme.choose(self._settings.get(SCHEME) or SCHEMES[0][0])
        self.letters.choose(self._settings.get(TEXT_SIZE) or SIZES[0][0])

    def _choose(self, word: str, key: str, value: str, words: dict[str, str]) -> None:
        before = self._settings.get(key)
        if value == before:
            return
        self._take_up(key, value)
        back: Callable[[], None] = lambda: self._take_up(key, before)  # noqa: E731
        self.changed.emit(f"{word}: {words[value]}.", back)

    def _take_up(self, key: str, value: str) -> None:
        self._settings.put(key, value)
        wear(self._settings)
        self.show_kept()
