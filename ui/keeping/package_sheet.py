"""A package for the future: its password, typed twice, and where it is written."""

from __future__ import annotations

from models.exchange.package import LEAST
from ui.accounts.sheet import Sheet
from ui.entrance.password_pair import PasswordPair
from ui.keeping.words import TITLE
from ui.widgets.text import label

HINT = (
    "Gói là một tệp Excel có mật khẩu, mỗi sổ một trang, kèm trang giải thích. Mở được bằng Excel "
    "hoặc LibreOffice khi không còn phần mềm này. Không thay cho sao lưu: gói không giữ nhật ký."
)
PASSWORD_HINT = f"Từ {LEAST} ký tự: ai có tệp cũng thử mở được mãi. Nên dùng một câu dễ nhớ."
CARE = "Gói có đủ số định danh, điện thoại. Cất như hồ sơ giấy; quên mật khẩu là không mở được."


class PackageSheet(Sheet):
    """`wanted` when the password is right; where it goes is asked then."""

    def __init__(self) -> None:
        super().__init__("Lưu gói Excel cho về sau", HINT, "Chọn nơi lưu…", TITLE)
        self.passwords = PasswordPair("Mật khẩu của gói", PASSWORD_HINT)
        self.passwords.finished.connect(self.try_it)
        self.body.addWidget(self.passwords)
        self.body.addWidget(label(CARE, "small", "text2", wrap=True))
        self.setFocusProxy(self.passwords)

    def check(self) -> bool:
        """Whether the password is long enough and the same twice."""
        wrong, typed = self.passwords.check(), len(self.passwords.text())
        if typed < LEAST:
            wrong = self.passwords.password_box
            wrong.say(f"Mật khẩu của gói cần từ {LEAST} ký tự, đang có {typed}.")
        if wrong is not None:
            wrong.field.setFocus()
        return wrong is None
