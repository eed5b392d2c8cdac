"""The first window: who opens the register, and the password.

It stands on the screen before anything of the records' side is loaded.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.icons import dress, pixmap
from ui.theme.sizes import BODY, CAPTION, SEMIBOLD, TITLE
from ui.theme.theme import theme
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.fields import ButtonField
from ui.widgets.text import label

SIDE, FIELD, SHIELD = 320, 360, 42


class Side(QWidget):
    """The green side with the program's name."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), theme()
        painter.fillRect(self.rect(), style.colour("nav"))
        painter.drawPixmap(QPointF(36, 44), pixmap("shield-star", "nav_focus", SHIELD))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(style.colour("nav_on"))
        painter.setFont(style.font(TITLE, SEMIBOLD))
        painter.drawText(QRectF(36, 100, SIDE - 48, 32), left, "Sổ phong trào")
        painter.setPen(style.colour("nav_text"))
        painter.setFont(style.font(BODY))
        painter.drawText(QRectF(36, 130, SIDE - 48, 24), left, "Toàn dân bảo vệ an ninh Tổ quốc")
        painter.setPen(style.colour("nav_dim"))
        painter.setFont(style.font(CAPTION))
        foot = QRectF(36, self.height() - 70, SIDE - 72, 40)
        words = "Dữ liệu chỉ nằm trên máy này và USB của đơn vị."
        painter.drawText(foot, int(Qt.TextFlag.TextWordWrap), words)


class PasswordField(ButtonField):
    """A password, shown while its button is down."""

    def __init__(self) -> None:
        super().__init__("eye-outline", "Hiện mật khẩu")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)
        self.button.clicked.connect(self._turn)

    def _turn(self) -> None:
        modes = QLineEdit.EchoMode
        hidden = self.echoMode() == modes.Password
        self.setEchoMode(modes.Normal if hidden else modes.Password)
        dress(self.button, "eye-off-outline" if hidden else "eye-outline", size=20)


class UnlockWindow(QWidget):
    """Asks; `entered` with user and password, each time the person tries."""

    entered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Sổ phong trào")
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.users = QComboBox()
        self.users.setAccessibleName("Người dùng")
        self.password = PasswordField()
        self.password.setAccessibleName("Mật khẩu")
        self.password.returnPressed.connect(self._enter)
        self.open_button = button("Mở sổ", "primary", done=self._enter)
        self._message: QWidget | None = None
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(Side())
        right = QWidget()
        right.setLayout(self._column())
        across.addWidget(right, 1)
        self.resize(960, 600)
        self.password.setFocus()

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(48, 0, 48, 0)
        column.setSpacing(4)
        column.addStretch(2)
        column.addWidget(label("Mở sổ", "title"))
        column.addSpacing(12)
        for words, field in (("Người dùng", self.users), ("Mật khẩu", self.password)):
            head = label(words, "small", "text2")
            head.setBuddy(field)
            column.addWidget(head)
            field.setMaximumWidth(FIELD)
            column.addWidget(field)
            column.addSpacing(10)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        self.open_button.setMaximumWidth(120)
        column.addSpacing(6)
        column.addWidget(self.open_button)
        column.addStretch(3)
        return column

    def show_users(self, users: list[str], before: str = "") -> None:
        """Who can open the register."""
        self.users.clear()
        self.users.addItems(users)
        self.users.setCurrentText(before or (users[0] if users else ""))
        self.users.setEnabled(len(users) > 1)

    def _enter(self) -> None:
        if self.open_button.isEnabled():
            self.say("")
            self.set_busy(busy=True)
            self.entered.emit(self.users.currentText(), self.password.text())

    def set_busy(self, *, busy: bool) -> None:
        """While the register is being opened."""
        self.open_button.setEnabled(not busy)
        self.open_button.setText("Đang mở…" if busy else "Mở sổ")

    def refuse(self, words: str) -> None:
        """Say why not, and have the password typed again."""
        self.set_busy(busy=False)
        self.say(words)
        self.password.setFocus()
        self.password.selectAll()

    def say(self, words: str) -> None:
        """Show a sentence under the fields, or none."""
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        if words:
            self._message = banner(("red", "alert-circle"), words)
            self._message.setMaximumWidth(FIELD + 120)
            self._place.addWidget(self._message)

    def forbid(self, words: str) -> None:
        """There is nothing to open here."""
        self.say(words)
        for part in (self.users, self.password, self.open_button):
            part.setEnabled(False)
