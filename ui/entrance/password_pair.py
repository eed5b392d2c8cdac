"""A new password: typed twice, its strength shown, checked by one rule wherever it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.store.passwords import SHORTEST, length_wrong
from ui.entrance.fields import CAPS_ON, Labelled, PasswordField
from ui.theme.theme import theme
from ui.widgets.text import label, restyle

PASSWORD_HINT = f"Từ {SHORTEST} ký tự. Nên dùng một câu dễ nhớ, ví dụ: bà con ấp sóc đồn 2026"
DIFFERENT = "Hai mật khẩu chưa giống nhau. Gõ lại ô này."
STRENGTHS = ("", "Còn yếu", "Tạm được", "Khá mạnh", "Mạnh")
BAR, GAP, TALL = 56, 4, 5


def strength(password: str) -> int:
    """From 0 (nothing) to 4: length counts most, then how many different letters there are."""
    if not password:
        return 0
    length, different = len(password), len(set(password))
    if length < SHORTEST or different < 4:
        return 1
    return 2 + (length >= 12 and different >= 7) + (length >= 18 and different >= 9)


class StrengthBar(QWidget):
    """Four strokes, as many filled as the password is strong, and a word for it."""

    def __init__(self) -> None:
        super().__init__()
        self.value = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * BAR + 3 * GAP + 10, 0, 0, 0)
        self._word = label("", "caption", "green")
        row.addWidget(self._word)

    def show_value(self, value: int) -> None:
        """Fill so many strokes."""
        self.value = value
        self._word.setText(STRENGTHS[value])
        restyle(self._word, c="orange" if value == 1 else "green")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        filled = "orange_fill" if self.value == 1 else "green_fill"
        for at in range(4):
            painter.setBrush(theme().colour(filled if at < self.value else "line"))
            box = QRectF(at * (BAR + GAP), (self.height() - TALL) / 2, BAR, TALL)
            painter.drawRoundedRect(box, TALL / 2, TALL / 2)


class PasswordPair(QWidget):
    """`changed` on each key; `finished` on Enter in the second field."""

    changed = Signal()
    finished = Signal()

    def __init__(self, words: str = "Mật khẩu", hint: str = PASSWORD_HINT) -> None:
        super().__init__()
        self.password, self.again = PasswordField(), PasswordField()
        self.strength = StrengthBar()
        self.password_box = Labelled(words, self.password, hint, needed=True, between=self.strength)
        self.again_box = Labelled(f"Gõ lại {words[0].lower()}{words[1:]}", self.again, needed=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        right = QVBoxLayout()
        across.addWidget(self.password_box, 1)
        across.addLayout(right, 1)
        right.addWidget(self.again_box)
        right.addStretch(1)
        for box, field in ((self.password_box, self.password), (self.again_box, self.again)):
            field.textEdited.connect(lambda _text: self._typed())
            field.caps.connect(_caps_hint(box))
        self.password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.finished)
        self.again.editingFinished.connect(self._left_again)
        self.setFocusProxy(self.password)

    def _typed(self) -> None:
        self.strength.show_value(strength(self.password.text()))
        if self.again_box.said() == DIFFERENT and self.password.text() == self.again.text():
            self.again_box.say()
        if self.password_box.said() not in ("", CAPS_ON) and self.password.hasFocus():
            self.password_box.say()
        self.changed.emit()

    def _left_again(self) -> None:
        if self.again.text() and self.again.text() != self.password.text():
            self.again_box.say(DIFFERENT)

    def check(self) -> Labelled | None:
        """Say at each field what is wrong; the first wrong one, nothing where all is right."""
        wrong = (
            (self.password_box, length_wrong(self.password.text())),
            (self.again_box, DIFFERENT if self.again.text() != self.password.text() else ""),
        )
        for box, words in wrong:
            box.say(words)
        return next((box for box, words in wrong if words), None)

    def text(self) -> str:
        """The password."""
        return self.password.text()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.password, self.again):
            field.clear()
        self.strength.show_value(0)


def _caps_hint(box: Labelled) -> Callable[[bool], None]:
    def tell(caps: bool) -> None:
        if caps:
            box.say(CAPS_ON, "orange")
        elif box.said() == CAPS_ON:
            box.say()

    return tell
