"""The moments in which a form has to wait: for its record, and while it is being stored."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.type_ahead import TypeAhead

PATIENCE_MS = 300
"""So long nothing is said of it (LOOK 5)."""


class Waiting(QObject):
    """Keys wait their turn, clicks do nothing; `slow` when it takes long, and when it is over."""

    slow = Signal(bool)

    def __init__(self, fields: QWidget, ahead: TypeAhead) -> None:
        super().__init__(fields)
        self._fields, self._ahead = fields, ahead
        self.on = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.slow.emit(True))

    def begin(self) -> None:
        """Wait from now on."""
        self.on = True
        self._fields.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._patience.start()
        self._ahead.hold()

    def stop(self) -> None:
        """Wait no more, but leave the keys that wait."""
        self.on = False
        self._fields.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self._patience.stop()
        self.slow.emit(False)

    def end(self, *, keep_keys: bool = True) -> None:
        """Go on: what was typed meanwhile is typed now, or forgotten."""
        self.stop()
        (self._ahead.release if keep_keys else self._ahead.drop)()
