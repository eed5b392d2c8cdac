"""A date typed as a clerk types it: one text field, a calendar only when asked for.

What the text means is decided by the field's own parser; here are only the keys: ↑ ↓ a day,
Ctrl+; today, Alt+↓ the calendar.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget
from shiboken6.Shiboken import isValid

from ui.theme.sizes import SMALL
from ui.theme.theme import theme
from ui.widgets.fields import ButtonField
from ui.widgets.text import surface


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
        self._calendar: QCalendarWidget | None = None
        self._popup: QFrame | None = None
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
        """Show the month of the date typed, or of today, Monday first."""
        popup = surface("popup")
        popup.setParent(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setLocale(QLocale(QLocale.Language.Vietnamese))
        calendar.setFont(theme().font(SMALL))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = read_day(self.text()) or self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._chosen)
        calendar.clicked.connect(self._chosen)
        inside = QVBoxLayout(popup)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(calendar)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self._calendar = calendar
        self._popup = popup
        popup.show()
        calendar.setFocus()

    def calendar(self) -> QCalendarWidget | None:
        """The calendar while it is open."""
        here = self._calendar
        return here if here is not None and isValid(here) and here.isVisible() else None

    def _chosen(self, day: QDate) -> None:
        if self._popup is not None and isValid(self._popup):
            self._popup.close()
        self._put(date(day.year(), day.month(), day.day()))
        self.setFocus()
