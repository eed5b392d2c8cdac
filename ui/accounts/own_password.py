"""A new password for who works now: the old one first, then the new one twice."""

from __future__ import annotations

from ui.accounts.sheet import Sheet
from ui.entrance.fields import Labelled, PasswordField
from ui.entrance.password_pair import PasswordPair

HINT = "Không ai khác biết mật khẩu này. Quên thì nhờ người quản trị đặt lại."
GIVEN = "Mật khẩu đang dùng do người quản trị đặt. Chọn mật khẩu của riêng anh, chị rồi làm tiếp."
NO_OLD = "Chưa nhập mật khẩu đang dùng."


class OwnPassword(Sheet):
    """Cannot be left where the present password was chosen by somebody else."""

    def __init__(self, *, given: bool) -> None:
        super().__init__("Đổi mật khẩu", GIVEN if given else HINT, "Đổi mật khẩu", "")
        self.old = PasswordField()
        self.old_box = Labelled("Mật khẩu đang dùng", self.old, needed=True)
        self.passwords = PasswordPair("Mật khẩu mới")
        self.old.returnPressed.connect(self.passwords.setFocus)
        self.passwords.finished.connect(self.try_it)
        self.body.addWidget(self.old_box)
        self.body.addWidget(self.passwords)
        self.leave_button.setVisible(not given)
        if given and self.head.back_button is not None:
            self.head.back_button.hide()
        self.acts.enable("leave", on=not given)
        self.setFocusProxy(self.old)

    def check(self) -> bool:
        """Whether all is typed as it should be; what is not is said at its field."""
        self.old_box.say("" if self.old.text() else NO_OLD)
        wrong = self.passwords.check()
        first = self.old_box if not self.old.text() else wrong
        if first is not None:
            first.field.setFocus()
        return first is None

    def refuse(self, words: str) -> None:
        """Say why at the old password, which is what can be wrong here."""
        self.set_busy(busy=False)
        self.old_box.say(words)
        self.old.setFocus()
        self.old.selectAll()
