"""The first number and the day of issue, side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.theme.theme import theme
from ui.widgets.date_field import DateField, read_day
from ui.widgets.text import label

FIRST_WIDE, DAY_WIDE = 76, 136


class NumberFields(QWidget):
    """Signals: `changed` whatever is typed, `dated` when the day is another one."""

    changed = Signal()
    dated = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.first, self.day = QLineEdit(), DateField(today)
        self.day.setText(f"{today():%d/%m/%Y}")
        self._day = self.day.text()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for at, (words, part, wide) in enumerate(
            (("Số bắt đầu", self.first, FIRST_WIDE), ("Ngày cấp", self.day, DAY_WIDE))
        ):
            name = label(words, "small", "text2")
            name.setBuddy(part)
            part.setAccessibleName(words)
            part.setFixedWidth(theme().px(wide))
            grid.addWidget(name, 0, at)
            grid.addWidget(part, 1, at)
        grid.setColumnStretch(2, 1)
        self.first.textEdited.connect(lambda _text: self.changed.emit())
        self.day.editingFinished.connect(self._day_left)

    def typed(self) -> tuple[int, date] | None:
        """Number and day; nothing while one of them is none."""
        day, first = read_day(self.day.text()), self.first.text().strip()
        return (int(first), day) if day and first.isdecimal() else None

    def begin_anew(self) -> None:
        """A number typed for what was before counts no longer."""
        self.first.setModified(False)

    def show_number(self, first: int) -> None:
        """Show the number that would come next, unless one was typed."""
        if not self.first.isModified():
            self.first.setText(f"{first:03d}")
            self.changed.emit()

    def _day_left(self) -> None:
        if self.day.text() != self._day:
            self._day = self.day.text()
            self.begin_anew()
            self.dated.emit()
        self.changed.emit()
