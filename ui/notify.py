"""What needs no decision: sentences at the foot of the window, which can be read again later."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from models.clock import now
from ui.sentences import words_for
from ui.widgets.toast import Notice, Toast

KEPT = 100


@dataclass(frozen=True, slots=True)
class Told:
    """A notice and when it was shown."""

    at: datetime
    notice: Notice


class Notifier:
    """The window's voice; keeps what it told, newest last."""

    def __init__(self, window: QWidget) -> None:
        self.toast = Toast(window)
        self.told: deque[Told] = deque(maxlen=KEPT)

    @property
    def said(self) -> list[str]:
        """The sentences that were told."""
        return [one.notice.text for one in self.told]

    def say(self, text: str) -> None:
        """Something was done."""
        self.tell(Notice(text))

    def undoable(self, text: str, undo: Callable[[], object]) -> None:
        """Something was done that can be undone."""
        self.tell(Notice(text, "Hoàn tác", "Ctrl+Z", undo))

    def offer(
        self, text: str, action: str, run: Callable[[], object], *, pending: bool = False
    ) -> None:
        """Something was done, or is still to be done, and here is what may come next."""
        self.tell(Notice(text, action, run=run, pending=pending))

    def remind(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Something waits to be done; told once nothing else that waits is being told."""
        notice = Notice(text, action, run=run, pending=True)
        self.told.append(Told(now(), notice))
        self.toast.remind(notice)

    def failed(self, error: BaseException) -> None:
        """Something was not done; stays until closed."""
        self.tell(Notice(words_for(error), failed=True))

    def tell(self, notice: Notice) -> None:
        """Show a notice and keep it."""
        self.told.append(Told(now(), notice))
        self.toast.say(notice)

    def tell_again(self, told: Told) -> None:
        """Show a notice once more; the last change is undone by the newest one only."""
        notice = told.notice
        if notice.keys and told is not self.told[-1]:
            notice = replace(notice, action="", keys="", run=None)
        self.toast.say(notice)
