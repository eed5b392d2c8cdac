"""What has just been done, told at the foot of the window with the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.icons import pixmap
from ui.theme.sizes import KEY_BAR
from ui.theme.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import button
from ui.widgets.key_cap import KeyCap
from ui.widgets.text import label

SHOWN_MS = 8000
ABOVE_KEYS, BESIDE, LEAST_WORDS = 16, 16, 120
DONE, FAILED = ("check-circle", "green_text"), ("alert-circle", "red_text")
PENDING = ("clock-outline", "orange_text")
FOLLOWED = (QEvent.Type.Resize, QEvent.Type.Move)


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and perhaps one thing to do about it; ``pending`` is what is not done yet."""

    text: str
    action: str = ""
    keys: str = ""
    run: Callable[[], object] | None = None
    failed: bool = False
    pending: bool = False


class Toast(QFrame):
    """One notice at a time; a failure stays until it is closed.

    Reminders wait for each other, and come back after what was told in their place.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("k", "toast")
        self._window = window
        self._notice: Notice | None = None
        self._words = label()
        self._reminders: list[Notice] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 12, 4)
        self._row.setSpacing(12)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SHOWN_MS)
        self._rest.timeout.connect(self._rested)
        window.installEventFilter(self)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is being shown."""
        return self._notice

    def remind(self, notice: Notice) -> None:
        """Show a notice now or when nothing else is shown."""
        self._reminders.append(notice)
        if self._notice is None:
            self.say(notice)

    def say(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._clear()
        self._notice = notice
        words = self._words = label(notice.text, "medium", wrap=True)
        words.setProperty("c", "toast")
        parts: list[QWidget] = [_Mark(notice), words]
        if notice.action:
            parts.append(button(notice.action, "toast", done=self._act))
            if notice.keys:
                parts.append(KeyCap(notice.keys))
        if notice.failed:
            parts.append(button("Đóng", "toast", done=self.close_notice))
            self._rest.stop()
        else:
            self._rest.start()
        for part in parts:
            self._row.addWidget(part)
            part.show()  # without it, a part added to what is on the screen has no size yet
        self._place()
        self.show()
        self.raise_()
        announce(self, notice.text, assertive=notice.failed)

    def _clear(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def _act(self) -> None:
        notice = self._notice
        self.close_notice()
        if notice is not None and notice.run is not None:
            notice.run()

    def close_notice(self) -> None:
        """Put it away, and show the next reminder."""
        self._rest.stop()
        if self._notice in self._reminders:
            self._reminders.remove(self._notice)
        self._notice = None
        self.hide()
        self.closed.emit()
        if self._reminders:
            self.say(self._reminders[0])

    def _rested(self) -> None:
        inside = self.underMouse() or any(
            part.hasFocus() for part in self.findChildren(QPushButton)
        )
        if inside:
            self._rest.start()
        else:
            self.close_notice()

    def _place(self) -> None:
        window, words = self._window, self._words
        words.ensurePolished()
        whole = words.fontMetrics().horizontalAdvance(words.text()) + 2
        words.setFixedWidth(whole)
        spare = window.width() - 2 * BESIDE - self.sizeHint().width()
        words.setFixedWidth(max(LEAST_WORDS, whole + min(spare, 0)))
        self.adjustSize()
        left = (window.width() - self.width()) // 2
        foot = theme().px(KEY_BAR) + ABOVE_KEYS
        self.move(max(8, left), window.height() - foot - self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


class _Mark(QWidget):
    """Tick, clock or exclamation in the colours of the other theme."""

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self._shown = FAILED if notice.failed else PENDING if notice.pending else DONE
        self.setFixedSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        name, token = self._shown
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(name, token, 16, inverse=True))
