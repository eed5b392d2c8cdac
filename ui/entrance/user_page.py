"""Who uses the program first: a name, and a password typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.roles import Role
from ui.entrance.fields import Labelled
from ui.entrance.password_pair import PasswordPair
from ui.entrance.rank_post import RankPost
from ui.widgets.avatar import IconMark
from ui.widgets.text import label, rule, surface

TITLE = "Ai dùng phần mềm trên máy này?"
HINT = "Tạo người đầu tiên. Thêm đồng nghiệp sau trong Thiết lập."
FORGOTTEN = (
    "Quên mật khẩu thì mở lại bằng Phiếu khôi phục ở bước sau. "
    "Không ai khác mở được dữ liệu, kể cả người viết phần mềm."
)


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
        self.name_box = Labelled(
            "Họ và tên", self.name, "Gõ hoặc chọn tên này mỗi lần mở phần mềm.", needed=True
        )
        self.rank_post = RankPost()
        self.passwords = PasswordPair()
        self._build()
        self.name.textEdited.connect(lambda _text: self._typed())
        self.name.returnPressed.connect(self.rank_post.setFocus)
        self.rank_post.changed.connect(self.changed)
        self.rank_post.finished.connect(self.passwords.setFocus)
        self.passwords.changed.connect(self.changed)
        self.passwords.finished.connect(self.finished)
        self.setFocusProxy(self.name)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        first = QHBoxLayout()
        column.addLayout(first)
        first.setSpacing(16)
        first.addWidget(self.name_box, 1)
        first.addWidget(self.rank_post, 1)
        second = QHBoxLayout()
        column.addLayout(second)
        second.setSpacing(16)
        role = QLineEdit(Role.ADMIN)
        role.setReadOnly(True)
        role.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        second.addWidget(Labelled("Quyền", role, "Người đầu tiên luôn là quản trị."), 1)
        second.addWidget(QWidget(), 1)  # as wide as the fields above and below
        column.addWidget(rule())
        column.addWidget(self.passwords)
        column.addWidget(_note(FORGOTTEN))
        column.addStretch(1)

    def _typed(self) -> None:
        self.name_box.say()
        self.changed.emit()

    def check(self) -> bool:
        """Whether all is typed as it should be; what is not is said at its field."""
        nameless = not self.name.text().strip()
        self.name_box.say("Chưa nhập họ và tên." if nameless else "")
        wrong = self.passwords.check()
        rank = self.rank_post.check()
        first = self.name_box if nameless else rank or wrong
        if first is not None:
            first.field.setFocus()
        return first is None

    def answers(self) -> tuple[str, str]:
        """Name and password."""
        return self.name.text().strip(), self.passwords.text()


def _note(words: str) -> QWidget:
    box = surface("blue")
    row = QHBoxLayout(box)
    row.setContentsMargins(16, 10, 16, 10)
    row.setSpacing(12)
    row.addWidget(IconMark("information-outline", "blue_text", 16))
    row.addWidget(label(words, "small", "text2", wrap=True), 1)
    return box
