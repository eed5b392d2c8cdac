"""Small forms of the issue book: why a number is void, who took papers and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.text import label

VOID_WORDS = (
    "Số vẫn ở trong sổ với lý do, không cấp cho giấy khác. Hủy rồi không lấy lại được; "
    "cấp giấy mới thì bấm Cấp lại."
)
HAND_WORDS = "Để trống người nhận khi chính người có tên trên giấy nhận."


class PaperForm(QWidget):
    """A heading, a sentence, fields, and the button that says what it does.

    Signals: `done` and `given_up`.
    """

    done = Signal()
    given_up = Signal()

    def __init__(
        self, words: str, fields: tuple[tuple[str, QWidget], ...], act: str, kind: str = "primary"
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        self.heading = label("", "strong", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(label(words, "small", "text2", wrap=True))
        column.addSpacing(6)
        for title, part in fields:
            name = label(title, "small", "text2")
            name.setBuddy(part)
            part.setAccessibleName(title)
            column.addWidget(name)
            column.addWidget(part)
        self._first = fields[0][1]
        self.wrong = label("", "caption", "red", wrap=True)
        column.addWidget(self.wrong)
        row = QHBoxLayout()
        column.addLayout(row)
        self.act = button(act, kind, done=self.done.emit)
        row.addWidget(self.act)
        row.addWidget(button("Quay lại", done=self.given_up.emit))
        row.addStretch(1)
        column.addStretch(1)

    def begin(self, what: str, receiver: str) -> None:
        """Ask about a paper, or about several."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self._first.setFocus()

    def say_wrong(self, words: str) -> None:
        """Say why it cannot be."""
        self.wrong.setText(words)
        self.take_focus()


class VoidForm(PaperForm):
    """Why a number is void."""

    def __init__(self) -> None:
        self.reason = QLineEdit()
        super().__init__(VOID_WORDS, (("Lý do hủy", self.reason),), "Hủy số", "danger")
        self.reason.returnPressed.connect(self.done)

    def begin(self, what: str, receiver: str) -> None:
        """Ask about a paper."""
        self.heading.setText(f"Hủy số {what}, {receiver}")
        self.reason.clear()
        self.wrong.clear()


class HandForm(PaperForm):
    """Who took papers, and when."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self.to, self.day = QLineEdit(), DateField(today)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("Người nhận", self.to),
            ("Ngày nhận", self.day),
        )
        super().__init__(HAND_WORDS, fields, "Ghi đã trao")
        self.to.returnPressed.connect(self.day.setFocus)
        self.day.returnPressed.connect(self.done)

    def begin(self, what: str, receiver: str) -> None:
        """Ask about a paper, or about several of different receivers."""
        self.heading.setText(f"Trao giấy {what}" if receiver else f"Trao {what}")
        self.to.clear()
        self.to.setPlaceholderText(receiver or "Từng người có tên trên giấy")
        self.day.setText(f"{self._today():%d/%m/%Y}")
        self.wrong.clear()
