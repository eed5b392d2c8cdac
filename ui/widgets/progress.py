"""Long work at the foot of the window: what it is doing, how far, how long yet, and a stop."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui.tasks import Task
from ui.theme.sizes import KEY_BAR
from ui.theme.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import button
from ui.widgets.text import ElidedLabel, label

PATIENCE_MS = 300
WIDTH, LEAST, BAR = 520, 400, 140
ABOVE_KEYS = 16


def time_left(done: int, total: int, seconds: float) -> str:
    """Words for what is left of work that took some seconds so far; nothing while unknown."""
    if not 0 < done < total or seconds < 1:
        return ""
    left = round(seconds * (total - done) / done)
    return f"còn {left} giây" if left < 60 else f"còn {round(left / 60)} phút"


class ProgressPanel(QFrame):
    """Shown only for work that takes longer than a moment; typing elsewhere goes on."""

    def __init__(self, window: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self.setProperty("k", "popup")
        self._window, self._clock = window, clock
        self._task: Task | None = None
        self._began = 0.0
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        self._words = ElidedLabel("", "small")
        row.addWidget(self._words, 1)
        self._left = label("", "caption", "text2")
        row.addWidget(self._left)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR)
        row.addWidget(self._bar)
        self._stop = button("Dừng", done=self.stop)
        row.addWidget(self._stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self.hide()

    def follow(self, task: Task, words: str) -> None:
        """Show a task until it ends, in place of the one that was shown."""
        if task.over:
            return
        if self._task is not None:
            self._task.progressed.disconnect(self._progressed)
        self._task, self._began = task, self._clock()
        self._words.set_text(words)
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        task.progressed.connect(self._progressed)
        task.ended.connect(self._ended)
        self._patience.start()

    def _progressed(self, done: int, total: int, text: str) -> None:
        if text and text != self._words.whole():
            self._words.set_text(text)
            if self.isVisible():
                announce(self, text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._left.setText(time_left(done, total, self._clock() - self._began))

    def stop(self) -> None:
        """Ask the work to end."""
        if self._task is not None:
            self._stop.setEnabled(False)
            self._task.stop()

    def _appear(self) -> None:
        height = self.sizeHint().height()
        width = min(WIDTH, max(LEAST, self._window.width() * 45 // 100), self._window.width() - 32)
        foot = theme().px(KEY_BAR) + ABOVE_KEYS
        left = (self._window.width() - width) // 2
        self.setGeometry(left, self._window.height() - foot - height, width, height)
        self.show()
        self.raise_()
        announce(self, self._words.whole())

    def _ended(self) -> None:
        if self._task is not None and not self._task.over:
            return  # the one before
        self._patience.stop()
        self._task = None
        self.hide()
