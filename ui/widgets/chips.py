"""Filter chips and the two-way switch: one tab stop each, arrows move inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QWidget

from models.values.numbers import show_number
from ui import icons
from ui.widgets.buttons import button

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OneStop(QWidget):
    """A row of buttons that is one stop of the Tab key; arrows walk inside it."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self.buttons: list[QPushButton] = []

    def add(self, member: QPushButton) -> None:
        """Put a button at the end of the row."""
        member.setFocusPolicy(
            Qt.FocusPolicy.ClickFocus if self.buttons else Qt.FocusPolicy.StrongFocus
        )
        member.installEventFilter(self)
        self.buttons.append(member)
        self._row.addWidget(member)

    def forget(self, member: QPushButton) -> None:
        """Take a button out of the row."""
        self.buttons.remove(member)
        self._row.removeWidget(member)
        member.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows are taken before the button, which would move the focus out of the row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()), 0)
            if step:
                self._walk(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, here: QObject, step: int) -> None:
        shown = [member for member in self.buttons if member.isVisibleTo(self)]
        at = next(at for at, member in enumerate(shown) if member is here)
        target = shown[(at + step) % len(shown)]
        for member in self.buttons:
            chosen = member is target
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            member.setFocusPolicy(policy)
        target.setFocus(Qt.FocusReason.TabFocusReason)


class FilterChips(OneStop):
    """Chips that are on or off, with counts; the first means "all" and goes on when none is."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(6)
        self._words: dict[str, str] = {}

    def put(self, key: str, word: str, count: int | None = None) -> None:
        """Add a chip, or change the word and count of one that is there."""
        self._words[key] = word
        chip = self.chip(key)
        if chip is None:
            chip = button("", "chip")
            chip.setCheckable(True)
            chip.setObjectName(key)
            chip.clicked.connect(lambda _on, name=key: self._clicked(name))
            self.add(chip)
            if len(self._words) == 1:
                chip.setChecked(True)
        chip.setText(word if count is None else f"{word} {show_number(count)}")
        self._mark(chip)

    def chip(self, key: str) -> QPushButton | None:
        """The chip of a key."""
        return next((one for one in self.buttons if one.objectName() == key), None)

    def chosen(self) -> tuple[str, ...]:
        """Keys of the chips that are on, without the one that means "all"."""
        first = self.buttons[0].objectName() if self.buttons else ""
        on = [one.objectName() for one in self._toggles() if one.isChecked()]
        return tuple(key for key in on if key != first)

    def clear(self) -> None:
        """Turn all off, which turns "all" on."""
        self._set(())

    def choose(self, keys: Sequence[str]) -> None:
        """Turn exactly these on."""
        self._set(tuple(keys))

    def _toggles(self) -> list[QPushButton]:
        return [one for one in self.buttons if one.isCheckable()]

    def _clicked(self, key: str) -> None:
        first = self.buttons[0].objectName()
        self._set(() if key == first else self.chosen())
        self.changed.emit(self.chosen())

    def _set(self, keys: tuple[str, ...]) -> None:
        for at, one in enumerate(self._toggles()):
            one.setChecked(one.objectName() in keys or (at == 0 and not keys))
            self._mark(one)

    def _mark(self, chip: QAbstractButton) -> None:
        if chip.isChecked():
            icons.dress(chip, "check", "accent_text", 14)
        else:
            icons.undress(chip)


class Switch(OneStop):
    """A choice of two or three views; exactly one is on."""

    changed = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(0)
        for key, word in choices:
            part = button(word, "segment")
            part.setCheckable(True)
            part.setAutoExclusive(True)
            part.setObjectName(key)
            part.clicked.connect(lambda _on, name=key: self.changed.emit(name))
            self.add(part)
        if self.buttons:
            self.buttons[0].setChecked(True)

    def choose(self, key: str) -> None:
        """Turn a part on without telling anyone; it is the stop of the Tab key then."""
        for part in self.buttons:
            on = part.objectName() == key
            part.setChecked(on)
            policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(policy)

    def chosen(self) -> str:
        """Key of the part that is on."""
        return next((part.objectName() for part in self.buttons if part.isChecked()), "")
