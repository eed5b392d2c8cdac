"""Who uses the program first: a name, and a password typed twice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.store.passwords import SHORTEST, length_wrong
from ui.entrance.fields import CAPS_ON, Labelled, PasswordField
from ui.theme.theme import theme
from ui.widgets.avatar import IconMark
from ui.widgets.text import label, restyle, rule, surface

TITLE = "Ai dùng phần mềm trên máy này?"
HINT = "Tạo người đầu tiên. Tên này ghi trong lịch sử mỗi lần sửa."
PASSWORD_HINT = f"Từ {SHORTEST} ký tự. Nên dùng một câu dễ nhớ, ví dụ: bà con ấp sóc đồn 2026"
FORGOTTEN = (
    "Quên mật khẩu thì mở lại bằng Phiếu khôi phục ở bước sau. "
    "Không ai khác mở được dữ liệu, kể cả người viết phần mềm."
)
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


class UserPage(QWidget):
    """`changed` on each key; `finished` on Enter in the last field."""

    changed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Ví dụ: Trần Minh Khang")
        self.password, self.again = PasswordField(), PasswordField()
        self.name_box = Labelled(
            "Họ và tên", self.name, "Gõ hoặc chọn tên này mỗi lần mở phần mềm.", needed=True
        )
        self.strength = StrengthBar()
        self.password_box = Labelled(
            "Mật khẩu", self.password, PASSWORD_HINT, needed=True, between=self.strength
        )
        self.again_box = Labelled("Gõ lại mật khẩu", self.again, needed=True)
        self._build()
        self._connect()
        self.setFocusProxy(self.name)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.name_box, 1)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(rule())
        second = QHBoxLayout()
        second.setSpacing(16)
        right = QVBoxLayout()
        right.addWidget(self.again_box)
        right.addStretch(1)
        second.addWidget(self.password_box, 1)
        second.addLayout(right, 1)
        column.addLayout(second)
        column.addWidget(_note(FORGOTTEN))
        column.addStretch(1)

    def _connect(self) -> None:
        for box, field in ((self.password_box, self.password), (self.again_box, self.again)):
            field.textEdited.connect(lambda _text: self._typed())
            field.caps.connect(_caps_hint(box))
        self.name.textEdited.connect(lambda _text: self._typed())
        self.name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.finished)
        self.again.editingFinished.connect(self._left_again)

    def _typed(self) -> None:
        self.strength.show_value(strength(self.password.text()))
        if self.again_box.said() == DIFFERENT and self.password.text() == self.again.text():
            self.again_box.say()
        for box, field in ((self.name_box, self.name), (self.password_box, self.password)):
            if box.said() not in ("", CAPS_ON) and field.hasFocus():
                box.say()
        self.changed.emit()

    def _left_again(self) -> None:
        if self.again.text() and self.again.text() != self.password.text():
            self.again_box.say(DIFFERENT)

    def check(self) -> bool:
        """Whether all is typed as it should be; what is not is said at its field."""
        wrong = (
            (self.name_box, "" if self.name.text().strip() else "Chưa nhập họ và tên."),
            (self.password_box, length_wrong(self.password.text())),
            (self.again_box, DIFFERENT if self.again.text() != self.password.text() else ""),
        )
        for box, words in wrong:
            box.say(words)
        first = next((box for box, words in wrong if words), None)
        if first is not None:
            first.field.setFocus()
        return first is None

    def answers(self) -> tuple[str, str]:
        """Name and password."""
        return self.name.text().strip(), self.password.text()


def _note(words: str) -> QWidget:
    box = surface("blue")
    row = QHBoxLayout(box)
    row.setContentsMargins(16, 10, 16, 10)
    row.setSpacing(12)
    row.addWidget(IconMark("information-outline", "blue_text", 16))
    row.addWidget(label(words, "small", "text2", wrap=True), 1)
    return box


def _caps_hint(box: Labelled) -> Callable[[bool], None]:
    def tell(caps: bool) -> None:
        if caps:
            box.say(CAPS_ON, "orange")
        elif box.said() == CAPS_ON:
            box.say()

    return tell
