"""Asks who opens the register, and for the password: one field and Enter on most days."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.entrance.fields import CAPS_ON, Labelled, PasswordField
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.text import label, rule

FIELD = 400
NO_PASSWORD = "Chưa nhập mật khẩu."
DAMAGED = "Sổ hỏng, hoặc cần dữ liệu từ USB sao lưu?"


class UnlockPage(QWidget):
    """`entered` with user and password each time a person tries; `forgot`, `restoring` wished."""

    entered = Signal(str, str)
    forgot = Signal()
    restoring = Signal()

    def __init__(self, office: str = "") -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.users = QComboBox()
        self.user_box = Labelled("Người dùng", self.users)
        self.password = PasswordField()
        self.password_box = Labelled("Mật khẩu", self.password)
        self.password.returnPressed.connect(self.enter)
        self.password.caps.connect(self._caps)
        self.password.textEdited.connect(self._typed)
        self.open_button = button("Mở sổ", "primary", done=self.enter)
        self.open_button.setAutoDefault(True)  # so that Enter presses it, too
        self.forgot_button = button("Quên mật khẩu…", "link", done=self.forgot.emit)
        self.restore_button = button("Phục hồi…", "link", done=self.restoring.emit)
        self.restore_button.setAccessibleName("Phục hồi từ bản sao lưu")
        self._trouble: QWidget | None = None
        self._busy = self._hasty = False
        self._build(office)
        self.setFocusProxy(self.password)

    def _build(self, office: str) -> None:
        whole, across, inside = QVBoxLayout(self), QHBoxLayout(), QWidget()
        whole.setContentsMargins(40, 24, 40, 24)
        whole.addStretch(4)
        whole.addLayout(across)
        across.addStretch(2)
        across.addWidget(inside, 5)
        across.addStretch(2)
        whole.addStretch(5)
        inside.setMaximumWidth(FIELD)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QVBoxLayout()
        column.addLayout(head)
        head.setSpacing(2)
        head.addWidget(label("Mở sổ", "title"))
        self.office = label(office, "small", "text2", wrap=True)
        head.addWidget(self.office)
        self.office.setVisible(bool(office))
        column.addSpacing(6)
        column.addWidget(self.user_box)
        column.addWidget(self.password_box)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addSpacing(4)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(self.forgot_button)
        column.addSpacing(8)
        column.addWidget(rule())
        last = QHBoxLayout()
        column.addLayout(last)
        last.addWidget(label(DAMAGED, "caption", "text2", wrap=True), 1)
        last.addWidget(self.restore_button)

    def show_users(self, users: Sequence[str], last: str = "") -> None:
        """Who can open the register; the one who did last is chosen."""
        chosen = self.users.currentText() or last
        self.users.clear()
        self.users.addItems(list(users))
        if chosen in users:
            self.users.setCurrentText(chosen)
        alone = len(users) == 1
        self.users.setEnabled(not alone)
        hasty, self._hasty = self._hasty, False
        if hasty:
            self.set_busy(busy=False)
            (self.enter if alone else self.users.setFocus)()

    def enter(self) -> None:
        """Try what is typed."""
        if self._busy:
            return
        if not self.password.text():
            self.password_box.say(NO_PASSWORD)
            self.password.setFocus()
            return
        self.password_box.say()
        self.show_trouble("")
        self.set_busy(busy=True)
        self._hasty = not self.users.count()
        if self._hasty:
            return  # who can open it is still being read
        self.entered.emit(self.users.currentText(), self.password.text())

    def set_busy(self, *, busy: bool) -> None:
        """While the register is being opened; what was typed stays."""
        self._busy = busy
        self.open_button.setText("Đang mở…" if busy else "Mở sổ")
        for part in (self.open_button, self.forgot_button, self.restore_button):
            part.setEnabled(not busy)
        self.password.setReadOnly(busy)

    def refuse(self, words: str) -> None:
        """A wrong password: say so beside the field and have it typed again."""
        self.set_busy(busy=False)
        self.password_box.say(words)
        self.password.setFocus()
        self.password.selectAll()

    def show_trouble(
        self, words: str, act: str = "", done: Callable[[], object] | None = None
    ) -> None:
        """What the world did, with a button that may help; no words take it away."""
        self._box(banner(("red", "alert-circle"), words, action=act, done=done) if words else None)

    def tell(self, words: str) -> None:
        """Say how something went that needs no help."""
        self._box(banner(("blue", "information-outline"), words))

    def _box(self, box: QWidget | None) -> None:
        self.set_busy(busy=False)
        self._hasty = False
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
        self._trouble = box
        if box is not None:
            self._place.addWidget(box)

    def trouble(self) -> str:
        """The sentence in the box, empty without one."""
        return self._trouble.accessibleName() if self._trouble is not None else ""

    def _caps(self, caps: bool) -> None:
        if caps:
            self.password_box.say(CAPS_ON, "orange")
        elif self.password_box.said() == CAPS_ON:
            self.password_box.say()

    def _typed(self) -> None:
        if self.password_box.said() not in ("", CAPS_ON):
            self.password_box.say()
