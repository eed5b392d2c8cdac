"""The recovery key: printed or written down on paper, and one group of it typed back."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.entrance.fields import Labelled
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label, restyle, rule, surface

TITLE = "In phiếu khôi phục"
HINT = "Phiếu này mở được dữ liệu khi quên mật khẩu hoặc khi máy hỏng."
BY_HAND = "Chép tay đủ 15 nhóm nếu máy in hỏng. Không chụp ảnh, không gửi qua Zalo."
KEPT = "Tôi đã in (hoặc chép tay) và sẽ cất phiếu trong tủ hồ sơ có khóa"
RIGHT = "Đúng"
GROUP, ACROSS, FIELD = 4, 5, 120
LOOKALIKES = str.maketrans("OIL", "011")
WHY = (
    ("lock-reset", "Dùng khi quên mật khẩu", "Nhập 15 nhóm chữ để đặt mật khẩu mới."),
    ("laptop", "Dùng khi máy hỏng", "Mở bản sao lưu trên máy khác."),
    ("safe", "Cất trong tủ hồ sơ", "Mất cả phiếu và mật khẩu là mất dữ liệu."),
)


class SheetPage(QWidget):
    """`proven` when the group asked for was typed right and the box is ticked.

    `printing` when the sheet is to be printed.
    """

    proven = Signal()
    printing = Signal()

    def __init__(self, key: str, about: tuple[str, str], asked: int) -> None:
        """Show a key.

        Args:
            key: groups of four joined by dashes.
            about: whose sheet it is, and when and by whom it was made.
            asked: number of the group to be typed back, from 1.
        """
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.groups, self.asked = key.split("-"), asked
        self.typed = QLineEdit()
        self.typed.setFixedWidth(FIELD)
        self.typed.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        letters = QRegularExpression("[0-9A-Za-z]{0,4}")
        self.typed.setValidator(QRegularExpressionValidator(letters, self.typed))
        self.typed_box = Labelled(f"Để chắc phiếu đọc được, gõ nhóm số {asked} trên phiếu",
                                  self.typed)  # fmt: skip
        self.kept = QCheckBox(KEPT)
        self.print_button = button("In phiếu", "primary", "printer-outline", self.printing.emit)
        self._told = label(BY_HAND, "caption", "text2", wrap=True)
        self.typed.textEdited.connect(lambda _text: self._check())
        self.typed.returnPressed.connect(self.kept.setFocus)
        self.kept.toggled.connect(lambda _on: self._check())
        self._build(about)
        self.setFocusProxy(self.print_button)

    def _build(self, about: tuple[str, str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._sheet(about))
        reasons = QHBoxLayout()
        column.addLayout(reasons)
        reasons.setSpacing(16)
        for icon, title, text in WHY:
            _reason(reasons, icon, title, text)
        column.addWidget(rule())
        column.addWidget(self.typed_box)
        column.addSpacing(2)
        column.addWidget(self.kept)
        column.addStretch(1)

    def _sheet(self, about: tuple[str, str]) -> QWidget:
        card = surface("well")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(12)
        head.addWidget(IconMark("key-outline", "accent_text", 22))
        words = QVBoxLayout()
        head.addLayout(words, 1)
        words.setSpacing(0)
        words.addWidget(label(f"Phiếu khôi phục · {about[0]}", "strong", wrap=True))
        words.addWidget(label(about[1], "caption", "text2", wrap=True))
        head.addWidget(self.print_button)
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setSpacing(8)
        for at, group in enumerate(self.groups):
            grid.addWidget(_group(at + 1, group), at // ACROSS, at % ACROSS)
        column.addWidget(self._told)
        return card

    def set_printing(self, *, on: bool) -> None:
        """While the sheet is on its way to a printer."""
        self.print_button.setEnabled(not on)
        if on:
            self.tell("Đang gửi tới máy in…")

    def tell(self, words: str, colour: str = "text2") -> None:
        """Say under the groups how printing went."""
        self._told.setText(words)
        restyle(self._told, c=colour)

    def told(self) -> str:
        """What stands under the groups."""
        return self._told.text()

    def is_right(self) -> bool:
        """Whether the group asked for stands in the field; look-alikes count as on paper."""
        typed = self.typed.text().upper().translate(LOOKALIKES)
        return typed == self.groups[self.asked - 1]

    def _check(self) -> None:
        typed = self.typed.text()
        if self.is_right():
            self.typed_box.say(RIGHT, "green")
        elif len(typed) == GROUP:
            self.typed_box.say(f"Nhóm {self.asked} chưa đúng: “{typed}”. Xem lại trên phiếu.")
        else:
            self.typed_box.say()
        if self.is_right() and self.kept.isChecked():
            self.proven.emit()

    def check(self) -> bool:
        """Whether one may go on; what is missing gets the cursor."""
        if not self.is_right():
            if len(self.typed.text()) != GROUP:
                self.typed_box.say(f"Chưa gõ đủ 4 ký tự của nhóm số {self.asked}.")
            self.typed.setFocus()
        elif not self.kept.isChecked():
            self.kept.setFocus()
        return self.is_right() and self.kept.isChecked()


def _group(number: int, group: str) -> QWidget:
    box = surface("card")
    box.setMinimumHeight(40)
    row = QHBoxLayout(box)
    row.setContentsMargins(12, 2, 12, 2)
    row.setSpacing(16)
    row.addStretch(2)
    row.addWidget(label(str(number), "caption", "text3"))
    row.addWidget(label(group, "key"))
    row.addStretch(3)
    box.setAccessibleName(f"Nhóm {number}: {' '.join(group)}")
    return box


def _reason(reasons: QHBoxLayout, icon: str, title: str, text: str) -> None:
    row = QHBoxLayout()
    reasons.addLayout(row, 1)
    row.setSpacing(12)
    row.addWidget(IconMark(icon, "accent_text", 20))
    words = QVBoxLayout()
    row.addLayout(words, 1)
    words.setSpacing(0)
    words.addWidget(label(title, "medium", wrap=True))
    words.addWidget(label(text, "caption", "text2", wrap=True))
