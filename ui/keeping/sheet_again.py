"""The recovery sheet made again: one's own password first, then the sheet, proven from paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accounts.sheet import Sheet
from ui.actions import ActionSet, Scope
from ui.entrance.fields import Labelled, PasswordField
from ui.entrance.sheet_page import SheetPage
from ui.keeping.words import TITLE
from ui.widgets.buttons import button
from ui.widgets.hinted_choice import HintedChoice
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import UprightArea

AGAIN = "Lập phiếu khôi phục mới"
HINT = "Phiếu mở sổ khi quên mật khẩu hoặc mất tệp khóa. Việc này ghi vào nhật ký."
SAME, OTHER = "Cùng mã với phiếu cũ", "Mã mới"
CODES = (
    (
        SAME,
        "Khi phiếu cũ rách, mờ, hoặc thất lạc trong đơn vị. Phiếu cũ vẫn mở được sổ, nên tìm lại "
        "được thì hủy.",
    ),
    (
        OTHER,
        "Khi phiếu cũ mất hẳn hoặc người ngoài đã thấy. Phiếu cũ không mở được sổ này nữa. Cả sổ "
        "được ghi lại; người dùng khác cần mật khẩu mới do người quản trị đặt. Bản sao lưu và sổ "
        "cũ có từ trước vẫn mở bằng phiếu và mật khẩu lúc ấy: sao lưu lại ngay, hủy các bản cũ.",
    ),
)
NO_PASSWORD = "Chưa nhập mật khẩu."


class AskPassword(Sheet):
    """The window may stand open with nobody before it, so who asks for the key is asked again."""

    def __init__(self) -> None:
        super().__init__(AGAIN, HINT, "Hiện mã và in phiếu", TITLE, ("primary", "key-outline"))
        self.password = PasswordField()
        self.box = Labelled("Mật khẩu đang dùng", self.password, needed=True)
        self.code = HintedChoice("Mã trên phiếu", CODES)
        self.password.returnPressed.connect(self.try_it)
        self.body.addWidget(self.box)
        self.body.addWidget(self.code)
        self.setFocusProxy(self.password)

    @property
    def wants_other(self) -> bool:
        """Whether the sheet gets a new code."""
        return self.code.chosen() == OTHER

    def check(self) -> bool:
        """Whether anything was typed."""
        typed = bool(self.password.text())
        self.box.say("" if typed else NO_PASSWORD)
        if not typed:
            self.password.setFocus()
        return typed

    def refuse(self, words: str) -> None:
        """Say why at the password, which is what can be wrong here."""
        self.set_busy(busy=False)
        self.box.say(words)
        self.password.setFocus()
        self.password.selectAll()


class SheetAgain(QWidget):
    """`proven` when the sheet was read back from paper; `left` before that."""

    proven = Signal()
    left = Signal()

    def __init__(self, key: str, about: tuple[str, str], asked: int) -> None:
        super().__init__()
        self.setObjectName("page")
        self.sheet = SheetPage(key, about, asked)
        self.done_button = button("Xong", "primary", "check-bold", self._finish)
        head = PageHead(AGAIN, TITLE, self.left.emit)
        head.add(button("Hủy", done=self.left.emit))
        head.add(self.done_button)
        body, area = QWidget(), UprightArea()
        body.setProperty("k", "surface")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(24, 20, 24, 24)
        inside.addWidget(self.sheet)
        area.setProperty("k", "surface")
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(area, 1)
        self.sheet.proven.connect(self.done_button.setFocus)
        self.acts = ActionSet(self, Scope.FORM, {"save": self._finish, "leave": self.left.emit})
        self.setFocusProxy(self.sheet)

    def _finish(self) -> None:
        if self.done_button.isEnabled() and self.sheet.check():
            self.done_button.setEnabled(False)
            self.proven.emit()
