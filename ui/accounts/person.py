"""One person who works with the register: name, role, and a first or a new password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from ui.accounts.sheet import Sheet
from ui.entrance.fields import Labelled
from ui.entrance.password_pair import PasswordPair
from ui.entrance.rank_post import RankPost
from ui.source.accounts import Account, RoleFacts
from ui.widgets.hinted_choice import HintedChoice

ADD_HINT = "Người mới mở sổ bằng tên và mật khẩu này, rồi tự đổi mật khẩu ngay lần đầu."
EDIT_HINT = "Quyền mới có hiệu lực từ lần mở sổ sau. Để trống mật khẩu thì giữ như cũ."
BACK_HINT = "Người này đã ngừng. Đặt mật khẩu mới để mở sổ trở lại."
NO_NAME = "Chưa nhập họ và tên."
USUAL_ROLE = 1


class PersonSheet(Sheet):
    """Adds somebody, or changes what they are; an ended one is let in again."""

    def __init__(self, roles: Sequence[RoleFacts], known: Account | None) -> None:
        title = f"Sửa {known.name}" if known else "Thêm người dùng"
        hint = ADD_HINT if known is None else BACK_HINT if known.ended else EDIT_HINT
        super().__init__(title, hint, "Cho dùng lại" if known and known.ended else "Lưu")
        self.known = known
        self.name = QLineEdit(known.name if known else "")
        self.name.setReadOnly(known is not None)
        self.name_box = Labelled("Họ và tên", self.name, needed=known is None)
        self.role = HintedChoice("Quyền", [(role.word, role.hint) for role in roles])
        self.role.choose(known.role if known else roles[USUAL_ROLE].word)
        self.role.setEnabled(known is None or not known.ended)
        self.rank_post = RankPost(*((known.rank, known.post) if known else ()))
        self.passwords = PasswordPair("Mật khẩu mới" if known else "Mật khẩu lúc đầu")
        self.name.returnPressed.connect(self.rank_post.setFocus)
        self.rank_post.finished.connect(self.passwords.setFocus)
        self.passwords.finished.connect(self.try_it)
        for part in (self.name_box, self.rank_post, self.role, self.passwords):
            self.body.addWidget(part)
        self.setFocusProxy(self.name)

    @property
    def describes(self) -> tuple[str, str] | None:
        """Rank and post where they are other than they were."""
        before = (self.known.rank, self.known.post) if self.known else ("", "")
        now = self.rank_post.answers()
        return now if now != before else None

    @property
    def may_keep_password(self) -> bool:
        """Whether the password can be left as it is."""
        return self.known is not None and not self.known.ended

    def check(self) -> bool:
        """Whether all is typed as it should be; what is not is said at its field."""
        nameless = not self.name.text().strip()
        self.name_box.say(NO_NAME if nameless else "")
        kept = self.may_keep_password and not self.passwords.text()
        wrong = None if kept else self.passwords.check()
        rank = self.rank_post.check()
        first = self.name_box if nameless else rank or wrong
        if first is not None:
            first.field.setFocus()
        return first is None
