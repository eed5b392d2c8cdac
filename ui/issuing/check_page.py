"""Holding a paper against its code, without any network."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.issuing.verifying import NOT_A_SIGNATURE
from ui.actions import ActionSet, Scope
from ui.source.issuing import Checked
from ui.theme.theme import theme
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.over_page import OverPage
from ui.widgets.text import label

WIDE, CODE_HIGH = 560, 96
HELP = (
    "Quét mã trên giấy bằng máy quét hoặc điện thoại, rồi dán chữ quét được vào đây. "
    "Giấy do sổ này cấp thì không cần gõ họ tên."
)


class CheckPage(OverPage):
    """Takes a code and a name.

    Signals: `asked` with code, name and public key, `key_wanted`, `left`.
    """

    asked = Signal(str, str, str)
    key_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("qrcode-scan", "Kiểm tra mã trên giấy")
        self._key = ""
        self.code = QPlainTextEdit()
        self.code.setTabChangesFocus(True)
        self.code.setFixedHeight(theme().px(CODE_HIGH))
        self.code.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.code.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.name = QLineEdit()
        self.key_words = label("", "small", "text2", wrap=True)
        self.key_button = button("Chọn tệp khóa", "link", done=self.key_wanted.emit)
        self.result: QWidget | None = None
        self._answer = QVBoxLayout()
        self.check = button("Kiểm tra", "primary", "qrcode-scan", self._ask)
        self._build()
        self.acts = ActionSet(self, Scope.ISSUE, {"hold": self._ask, "leave_issue": self.leave})
        self.use_key("", "")

    def _build(self) -> None:
        body = QWidget()
        body.setMaximumWidth(theme().px(WIDE))
        inside = QVBoxLayout(body)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(8)
        inside.addWidget(label(HELP, "small", "text2", wrap=True))
        for words, part in (
            ("Chữ quét được từ mã", self.code),
            ("Họ tên ghi trên giấy", self.name),
        ):
            name = label(words, "small", "text2")
            name.setBuddy(part)
            part.setAccessibleName(words)
            inside.addWidget(name)
            inside.addWidget(part)
        across = QHBoxLayout()
        inside.addLayout(across)
        across.addWidget(self.key_words, 1)
        across.addWidget(self.key_button)
        inside.addWidget(self.check)
        inside.addLayout(self._answer)
        inside.addWidget(label(NOT_A_SIGNATURE, "caption", "text2", wrap=True))
        self.below.addWidget(body)
        self.stand_on_surface()
        self.below.addStretch(1)

    def use_key(self, key: str, office: str) -> None:
        """Check with another office's key, or with this register's own."""
        self._key = key
        whose = f"Giấy của {office}." if key else "Giấy do sổ này cấp."
        self.key_words.setText(f"{whose} Nơi khác cấp thì chọn tệp khóa của nơi đó.")

    def show_result(self, found: Checked) -> None:
        """Say whether the paper stands."""
        if self.result is not None:
            self.result.hide()
            self.result.deleteLater()
        look = ("green", "check-circle") if found.good else ("red", "alert-circle")
        self.result = banner(look, found.sentence)
        self._answer.addWidget(self.result)

    def _ask(self) -> None:
        self.asked.emit(self.code.toPlainText(), self.name.text(), self._key)
