"""A search field with its icon and key inside.

The icon is a child widget; the built-in action icon sits too low under a stylesheet.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.avatar import IconMark
from ui.widgets.button_field import EDGE
from ui.widgets.key_cap import KeyCap

BEFORE_SEARCH = 24
REST_MS = 8
"""Longer than an input method takes to type a letter again; what runs by then is interrupted."""


class SearchField(QLineEdit):
    """Tells what is searched for a moment after the last key, and at once on Enter.

    Escape clears the text first; only an empty field lets Escape through.
    """

    searched = Signal(str)
    left_downward = Signal()

    def __init__(self, hint: str, keys: str = "Ctrl+F", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._mark = IconMark("magnify", "text2", 16)
        self._mark.setParent(self)
        self._cap = KeyCap(keys)
        self._cap.setParent(self)
        self._cap.setVisible(bool(keys))
        self._said = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.tell)
        self.textChanged.connect(self._typed)
        self.setTextMargins(BEFORE_SEARCH, 0, self._cap.sizeHint().width() if keys else 0, 0)

    def _typed(self) -> None:
        self._cap.setVisible(not self.text() and bool(self._cap.accessibleName()))
        self._rest.start()

    def tell(self) -> None:
        """Say now what is searched for, if that has changed."""
        self._rest.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.searched.emit(self._said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.tell()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.tell()
            self.left_downward.emit()
        else:
            super().keyPressEvent(event)
            if key == Qt.Key.Key_Escape:
                event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.move(EDGE + 3, (self.height() - self._mark.height()) // 2)
        size = self._cap.sizeHint()
        self._cap.setGeometry(
            self.width() - size.width() - EDGE, (self.height() - size.height()) // 2,
            size.width(), size.height(),
        )  # fmt: skip

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape and self.text():
                event.accept()
                return True
        return super().event(event)
