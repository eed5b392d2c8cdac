"""What a draft of papers asks for: how they look, their first number and day, what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from ui.theme.theme import theme
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.text import label

MERIT_HIGH = 84
PLAIN = "Giấy trắng, in đủ khung"


class DraftFields(QWidget):
    """The fields of a draft.

    Signals: `changed` whatever is typed, `dated` when design or day are others, `designing` when
    the design of a name is to be changed.
    """

    changed = Signal()
    dated = Signal()
    designing = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.design, self.blanks = QComboBox(), QComboBox()
        self.first, self.decision, self.why = QLineEdit(), QLineEdit(), QLineEdit()
        self.day = DateField(today)
        self.day.setText(f"{today():%d/%m/%Y}")
        self.merit = QPlainTextEdit()
        self.merit.setTabChangesFocus(True)
        self.merit.setFixedHeight(theme().px(MERIT_HIGH))
        self.change_design = button(
            "Sửa mẫu", "link", done=lambda: self.designing.emit(self.design.currentText())
        )
        self._names: dict[QWidget, QWidget] = {}
        self._build()
        self.ask_why(on=False)
        self.design.activated.connect(lambda _at: self._dated())
        self.day.editingFinished.connect(self._day_left)
        self._day = self.day.text()
        self.blanks.activated.connect(lambda _at: self.changed.emit())
        self.merit.textChanged.connect(self.changed)
        for field in (self.first, self.decision, self.why):
            field.textEdited.connect(lambda _text: self.changed.emit())

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        rows: tuple[tuple[str, QWidget, int, int, int], ...] = (
            ("Lý do cấp lại", self.why, 0, 0, 2),
            ("Mẫu giấy", self.design, 2, 0, 2),
            ("In trên", self.blanks, 4, 0, 2),
            ("Số bắt đầu", self.first, 6, 0, 1),
            ("Ngày cấp", self.day, 6, 1, 1),
            ("Nội dung chứng nhận", self.merit, 8, 0, 2),
            ("Quyết định (nếu có)", self.decision, 10, 0, 2),
        )
        for words, part, at, across, span in rows:
            name = self._names[part] = label(words, "small", "text2")
            name.setBuddy(part)
            part.setAccessibleName(words)
            grid.addWidget(name, at, across, 1, span)
            grid.addWidget(part, at + 1, across, 1, span)
        grid.addWidget(self.change_design, 2, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def ask_why(self, *, on: bool) -> None:
        """Ask for the reason, of a paper that is given again."""
        self.why.setVisible(on)
        self._names[self.why].setVisible(on)

    def show_choices(self, designs: Sequence[str], blanks: Sequence[tuple[str, int]]) -> None:
        """Show the designs and blanks there are."""
        chosen = self.design.currentText()
        self.design.clear()
        self.design.addItems(list(designs))
        self.choose_design(chosen)
        self.blanks.clear()
        self.blanks.addItem(PLAIN, "")
        for kind, left in blanks:
            self.blanks.addItem(f"{kind} (còn {left} tờ)", kind)

    def put(self, design: str, first: int, day: date) -> None:
        """Show what was chosen elsewhere; it counts as typed."""
        self.choose_design(design)
        self.day.setText(f"{day:%d/%m/%Y}")
        self._day = self.day.text()
        self.first.setText(f"{first:03d}")
        self.first.setModified(True)

    def show_number(self, first: int) -> None:
        """Show a number, unless a person typed one meanwhile."""
        if not self.first.isModified():
            self.first.setText(f"{first:03d}")

    def _day_left(self) -> None:
        if self.day.text() != self._day:
            self._day = self.day.text()
            self._dated()

    def _dated(self) -> None:
        """Design or day are others: a number typed for the ones before counts no longer."""
        self.first.setModified(False)
        self.dated.emit()

    def choose_design(self, name: str) -> None:
        """Draw with a design, which may come to be known later."""
        if name and self.design.findText(name) < 0 and not self.design.count():
            self.design.addItem(name)
        self.design.setCurrentText(name)
