"""Ends the window's loop when the system asks: the register must be closed whole then, too.

Qt's loop does not give Python a chance to run its signal handlers, so a pipe wakes it up.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

ASKED = ("SIGINT", "SIGTERM", "SIGHUP")


class QuitSignals(QObject):
    """Calls back on the window's thread when a signal asks to quit; does nothing on Windows.

    There Qt itself hears of the end of the session and closes the windows.
    """

    def __init__(self, asked: Callable[[], object]) -> None:
        super().__init__()
        self._asked = asked
        self._before: dict[int, object] = {}
        self._ends: tuple[int, int] | None = None
        if sys.platform != "win32":
            self._listen()

    def _listen(self) -> None:
        reading, writing = os.pipe()
        for end in (reading, writing):
            os.set_blocking(end, False)
        self._ends = (reading, writing)
        self._wakeup = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for name in ASKED:
            number = getattr(signal, name)
            self._before[number] = signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        if self._ends is not None and os.read(self._ends[0], 16):
            self._asked()

    def stop(self) -> None:
        """Listen no more, and give the signals back to whoever had them."""
        if self._ends is None:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        for end in self._ends:
            os.close(end)
        self._ends = None
