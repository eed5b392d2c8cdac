"""Fields of the first windows: a label above, what is wrong below, passwords that can be shown.

Apart from the forms' own field boxes because those know the registers, and the window that asks
for the password has to stand before anything of the registers is loaded.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import icons
from ui.widgets.avatar import IconMark
from ui.widgets.button_field import ButtonField
from ui.widgets.text import label, restyle, unbroken

CAPS_ON = "Phím Caps Lock đang bật."
ICONS = {"red": "alert-circle", "orange": "alert-outline", "green": "check-circle"}


class Labelled(QWidget):
    """A field under its label, with room for one sentence below."""

    def __init__(
        self,
        words: str,
        field: QWidget,
        hint: str = "",
        *,
        needed: bool = False,
        between: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.field, self._hint = field, hint
        field.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head, line = QHBoxLayout(), QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(4)
        self.head: QLabel = label(words, "small", "text2")
        self.head.setBuddy(field)
        head.addWidget(self.head)
        if needed:
            head.addWidget(label("*", "small", "red"))
        head.addStretch(1)
        column.addWidget(field)
        if between is not None:
            column.addWidget(between)
        column.addLayout(line)
        line.setContentsMargins(1, 0, 0, 0)
        line.setSpacing(5)
        self._line, self._marks = line, dict[str, IconMark]()
        self.message = label(hint, "caption", "text3", wrap=True)
        line.addWidget(self.message, 1)
        self.message.setVisible(bool(hint))

    def say(self, words: str = "", colour: str = "red") -> None:
        """Show a sentence (red wrong, orange odd, green right), or the hint again."""
        if words and colour not in self._marks:
            mark = self._marks[colour] = IconMark(ICONS[colour], f"{colour}_text", 14)
            self._line.insertWidget(0, mark, 0, Qt.AlignmentFlag.AlignTop)
        for name, mark in self._marks.items():
            mark.setVisible(bool(words) and name == colour)
        self.message.setText(unbroken(words or self._hint))
        self.message.setVisible(bool(words or self._hint))
        restyle(self.message, c=colour if words else "text3")
        wrong = bool(words) and colour == "red"
        restyle(self.field, e="1" if wrong else "")
        self.field.setAccessibleDescription(words or self._hint)

    def said(self) -> str:
        """The sentence shown, without the hint."""
        return "" if self.message.text() == unbroken(self._hint) else self.message.text()


class PasswordField(ButtonField):
    """Letters hidden until asked for; `caps` when Caps Lock seems to be on or off again."""

    caps = Signal(bool)

    def __init__(self) -> None:
        super().__init__("eye-outline", "Hiện mật khẩu")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        self.button.clicked.connect(lambda _on: self.turn())
        self._caps = False

    def turn(self) -> None:
        """Show the letters, or hide them again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        words = "Ẩn mật khẩu" if hidden else "Hiện mật khẩu"
        icons.dress(self.button, "eye-off-outline" if hidden else "eye-outline", size=20)
        self.button.setAccessibleName(words)
        self.button.setToolTip(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Caps Lock by its work: there is no asking for it on every system."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._caps:
            self._tell(caps=False)
        elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(caps=text.isupper() is not shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tell(caps=False)
        super().focusOutEvent(event)

    def _tell(self, *, caps: bool) -> None:
        if caps is not self._caps:
            self._caps = caps
            self.caps.emit(caps)
