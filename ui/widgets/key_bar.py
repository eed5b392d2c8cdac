"""The bar at the foot: where the cursor is, and the keys that work here now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.following import high
from ui.theme.sizes import KEY_BAR
from ui.theme.theme import theme
from ui.widgets.key_cap import KeyCap
from ui.widgets.secrets import SECRETS
from ui.widgets.text import ElidedLabel, label

Hint = tuple[str, str, str]
"""Action, keys and short word."""


ROOM_FOR_SECRETS = 1080


class _HintLabel(QWidget):
    pressed = Signal()

    def __init__(self, keys: str, word: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(KeyCap(keys))
        row.addWidget(label(word, "caption", "text2"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class KeyBar(QFrame):
    """Never a stop of the Tab key; a click on a hint does what its key does."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "keys")
        high(self, KEY_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 12, 0)
        row.setSpacing(15)
        self._left = ElidedLabel("", "caption", "text2")
        row.addWidget(self._left, 1)
        self.secrets = label(SECRETS, "caption", "text3")
        row.addWidget(self.secrets)
        self._hints: list[_HintLabel] = []
        self._shown: tuple[Hint, ...] = ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, counts and keys have it."""
        self.secrets.setVisible(self.width() >= theme().px(ROOM_FOR_SECRETS))
        super().resizeEvent(event)

    def say(self, text: str) -> None:
        """Counts, or where the cursor is."""
        self._left.set_text(text)

    def said(self) -> str:
        """The text at the left."""
        return self._left.whole()

    def shown(self) -> tuple[Hint, ...]:
        """The keys that are shown."""
        return self._shown

    def show_keys(self, hints: Sequence[Hint]) -> None:
        """Four to six keys that work now."""
        if tuple(hints) == self._shown:
            return
        self._shown = tuple(hints)
        for hint in self._hints:
            hint.hide()
            hint.deleteLater()
        self._hints = []
        for action, keys, word in hints:
            hint = _HintLabel(keys, word)
            hint.pressed.connect(lambda name=action: self.pressed.emit(name))
            row = self.layout()
            assert row is not None
            row.addWidget(hint)
            self._hints.append(hint)
