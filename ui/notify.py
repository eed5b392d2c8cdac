"""What needs no decision: sentences at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.sentences import words_for
from ui.widgets.toast import Notice, Toast


class Notifier:
    """The window's voice; keeps what it said so that it can be read again."""

    def __init__(self, window: QWidget) -> None:
        self.toast = Toast(window)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        """Something was done."""
        self._show(Notice(text))

    def undoable(self, text: str, undo: Callable[[], object]) -> None:
        """Something was done that can be undone."""
        self._show(Notice(text, "Hoàn tác", "Ctrl+Z", undo))

    def offer(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Something was done, and here is what may come next."""
        self._show(Notice(text, action, run=run))

    def failed(self, error: BaseException) -> None:
        """Something was not done; stays until closed."""
        self._show(Notice(words_for(error), failed=True))

    def _show(self, notice: Notice) -> None:
        self.said.append(notice.text)
        self.toast.say(notice)
