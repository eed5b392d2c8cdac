"""A date typed as a clerk types it: one text field, a calendar only when asked for.

What the text means is decided by the field's own parser; here are only the keys: ↑ ↓ a day,
Ctrl+; today, Alt+↓ the calendar, which opens where the date typed is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QWidget
from shiboken6.Shiboken import isValid

from models.errors import UserError
from models.values.partial_date import PartialDate
from ui.widgets.button_field import ButtonField
from ui.widgets.calendar_popup import CalendarPopup


def read_day(text: str) -> date | None:
    """The day of a full dd/mm/yyyy, or nothing."""
    parts = text.strip().split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return None


class DateField(ButtonField):
    """Text, with a calendar button that the mouse can reach."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("calendar-blank-outline", "Mở lịch (Alt+↓)", parent)
        self._today = today
        self._popup: CalendarPopup | None = None
        self.button.clicked.connect(self.open_calendar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        control = held == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key == Qt.Key.Key_Semicolon and control:
            self._put(self._today())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not control and read_day(self.text()):
            self._step(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, days: int) -> None:
        day = read_day(self.text())
        if day is not None and date.min < day < date.max:
            self._put(day + timedelta(days=days))

    def _put(self, day: date) -> None:
        text = f"{day:%d/%m/%Y}"
        if text != self.text():
            self.setText(text)
            self.textEdited.emit(text)

    def open_calendar(self) -> None:
        """Show the month of the date typed, or of today."""
        popup = self._popup = CalendarPopup(self._typed_day(), self)
        popup.chosen.connect(self._chosen)
        popup.typed.connect(self._type)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()
        popup.month.setFocus()

    def _typed_day(self) -> date:
        try:
            return PartialDate.parse(self.text(), today=self._today()).first
        except UserError:
            return self._today()

    def calendar(self) -> QCalendarWidget | None:
        """The calendar while it is open."""
        popup = self._popup
        shown = popup is not None and isValid(popup) and popup.isVisible()
        return popup.month if shown and popup is not None else None

    def _chosen(self, day: date) -> None:
        self._put(day)
        self.setFocus()

    def _type(self, text: str) -> None:
        """Begin anew with what was typed over the calendar."""
        self.setFocus()
        self.selectAll()
        self.insert(text)
        self.textEdited.emit(self.text())
