"""The calendar a date field opens: a month to choose a day from, nothing else while it is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from ui.theme.sizes import SMALL
from ui.theme.theme import theme


class CalendarPopup(QFrame):
    """Monday first. Esc closes it and leaves what is below alone.

    Signals: `chosen` a day, `typed` what was typed and is meant for the field.
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("k", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 4, 4, 4)
        self.month = QCalendarWidget(self)
        inside.addWidget(self.month)
        self.month.setLocale(QLocale(QLocale.Language.Vietnamese))
        self.month.setFont(theme().font(SMALL))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setDateEditEnabled(False)
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.activated.connect(self._choose)
        self.month.clicked.connect(self._choose)
        days = self.month.focusProxy()
        assert days is not None
        days.installEventFilter(self)

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))

    def event(self, event: QEvent) -> bool:
        """No key is one of the page's below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take figures typed over the days to the field, which reads dates."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            if text.isprintable() and text.strip():
                self.close()
                self.typed.emit(text)
                return True
        return super().eventFilter(watched, event)
