"""How a copy is opened: the password of one of its people, or the recovery sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.entrance.fields import Labelled, PasswordField
from ui.entrance.password_pair import PasswordPair
from ui.entrance.sheet_field import SheetField
from ui.widgets.chips import Switch

TITLE = "Mở bản sao lưu"
HINT = "Bản sao lưu khóa bằng mật khẩu của người dùng trong sổ. Không có mật khẩu thì dùng phiếu."
PASSWORD, SHEET = "password", "sheet"
WAYS = ((PASSWORD, "Bằng mật khẩu"), (SHEET, "Bằng phiếu khôi phục"))
WIDEST = 760
NO_PASSWORD = "Chưa nhập mật khẩu."


class CopyKeys(QWidget):
    """`finished` on Enter in the last field."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.user = QComboBox()
        self.way = Switch(WAYS)
        self.password = PasswordField()
        self.password_box = Labelled("Mật khẩu", self.password, needed=True)
        self.sheet, self.passwords = SheetField(), PasswordPair("Mật khẩu mới")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.user_box = Labelled("Người dùng", self.user)
        self.setMaximumWidth(WIDEST)
        parts = (self.user_box, self.way, self.password_box, self.sheet, self.passwords)
        for part in parts:
            narrow = part is self.way
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        column.addStretch(1)
        self.password.returnPressed.connect(self.finished)
        self.sheet.line.returnPressed.connect(self.passwords.setFocus)
        self.passwords.finished.connect(self.finished)
        self.way.changed.connect(lambda _way: self._turn())
        self.way.choose(PASSWORD)
        self._turn()

    def show_people(self, people: Sequence[str]) -> None:
        """Who can open the copy."""
        self.user.clear()
        self.user.addItems(list(people))
        self.user.setEditable(not people)
        self.user.setEnabled(len(people) != 1)

    @property
    def by_sheet(self) -> bool:
        """Whether the sheet is to open it."""
        return self.way.chosen() == SHEET

    def _turn(self) -> None:
        self.password_box.setVisible(not self.by_sheet)
        self.sheet.setVisible(self.by_sheet)
        self.passwords.setVisible(self.by_sheet)
        self.setFocusProxy(self.sheet.line if self.by_sheet else self.password)

    def check(self) -> bool:
        """Whether all is typed; what is not is said at its field."""
        if self.by_sheet:
            wrong = self.passwords.check() if self.sheet.check() else self.sheet
            if wrong is not None:
                wrong.field.setFocus()
            return wrong is None
        typed = bool(self.password.text())
        self.password_box.say("" if typed else NO_PASSWORD)
        if not typed:
            self.password.setFocus()
        return typed

    def refuse(self, words: str) -> None:
        """Say beside what was typed why it opens nothing."""
        box = self.sheet if self.by_sheet else self.password_box
        box.say(words)
        box.field.setFocus()
