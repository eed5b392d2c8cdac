"""Goes from field to field of a form: Enter as Tab, but in long texts and open lists."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from ui.form.body import FormBody
from ui.widgets.buttons import ENTER


class Onward(QObject):
    """Listens to the fields; after the last one comes the button that saves."""

    def __init__(self, body: FormBody, save_button: QPushButton) -> None:
        super().__init__(body)
        self._body, self._save_button = body, save_button
        for box in body.boxes.values():
            box.editor.widget.installEventFilter(self)
        for grid in body.grids.values():
            grid.passed.connect(self.passed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            opened = getattr(watched, "is_open", bool)()
            written = isinstance(watched, QPlainTextEdit)
            if event.key() in ENTER and plain and not opened and not written:
                self.passed(onward=True)
                return True
        return super().eventFilter(watched, event)

    def passed(self, onward: bool) -> None:
        """Go on from a field or grid, or back."""
        if not self._body.go_on(1 if onward else -1):
            self._save_button.setFocus(Qt.FocusReason.TabFocusReason)
