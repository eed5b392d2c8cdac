"""For who forgot their password: the recovery sheet, and a new password in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.entrance.asking import AskingPage
from ui.entrance.fields import Labelled
from ui.entrance.password_pair import PasswordPair
from ui.entrance.sheet_field import SheetField

TITLE = "Đặt mật khẩu mới bằng phiếu khôi phục"
HINT = "Lấy phiếu trong tủ hồ sơ. Việc này ghi vào nhật ký của sổ."
NO_USER = "Chưa nhập họ tên."
LOST = "Tệp khóa của sổ đã mất: gõ đúng họ tên đã dùng trong sổ."


class RecoverPage(AskingPage):
    """`wanted` user, sheet and new password; `left` without anything done."""

    wanted = Signal(str, str, str)
    left = Signal()

    def __init__(self, users: Sequence[str], last: str = "") -> None:
        super().__init__()
        self.user = QComboBox()
        self.user.addItems(list(users))
        self.user.setCurrentText(last)
        self.user.setEditable(not users)
        self.user.setEnabled(len(users) != 1)
        self.user_box = Labelled("Người dùng", self.user, "" if users else LOST, needed=True)
        self.sheet = SheetField()
        self.passwords = PasswordPair("Mật khẩu mới")
        page = QWidget()
        page.setProperty("k", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.user_box, self.sheet, self.passwords):
            column.addWidget(part)
        column.addStretch(1)
        page.setFocusProxy(self.sheet.line)
        self.pages.addWidget(page)
        self.sheet.line.returnPressed.connect(self.passwords.setFocus)
        self.passwords.finished.connect(self.go_on)
        self.next_button.setText("Đặt mật khẩu và mở sổ")
        self.ask(0, (TITLE, HINT))

    def back(self) -> None:
        """Leave."""
        self.left.emit()

    def go_on(self) -> None:
        """Try it, once everything is typed."""
        user = self.user.currentText().strip()
        self.user_box.say("" if user else NO_USER)
        if not self.next_button.isEnabled() or not user or not self.sheet.check():
            return
        wrong = self.passwords.check()
        if wrong is not None:
            wrong.field.setFocus()
            return
        self.say_trouble("")
        self._set_busy(busy=True)
        self.wanted.emit(user, self.sheet.text(), self.passwords.text())

    def _set_busy(self, *, busy: bool) -> None:
        self.next_button.setText("Đang mở sổ…" if busy else "Đặt mật khẩu và mở sổ")
        for part in (self.next_button, self.back_button, self.pages):
            part.setEnabled(not busy)

    def refuse(self, words: str) -> None:
        """It was not opened; everything typed stays."""
        self._set_busy(busy=False)
        self.say_trouble(words)
        self.sheet.line.setFocus()
