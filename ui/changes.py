"""Changes asked for by the window: done off its thread, told of, and undone again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ui.notify import Notifier
from ui.source import Desk
from ui.tasks import Runner, Task


class Changes(QObject):
    """`changed` when records are other than they were."""

    changed = Signal()

    def __init__(self, desk: Desk, runner: Runner, notifier: Notifier) -> None:
        super().__init__()
        self._desk, self._runner, self._notifier = desk, runner, notifier

    def remove(self, register: str, identities: Sequence[int]) -> None:
        """Move records to the trash and offer the way back."""
        self._runner.run(
            lambda _progress: self._desk.remove(register, identities),
            self._removed,
            self._notifier.failed,
        )

    def set_field(self, register: str, identities: Sequence[int], name: str, value: object) -> Task:
        """Give many records one value of a field and offer the way back."""
        return self._runner.run(
            lambda tell: self._desk.set_field(register, identities, name, value, tell),
            self._removed,
            self._notifier.failed,
        )

    def _removed(self, words: str) -> None:
        self.changed.emit()
        self._notifier.undoable(words, self.undo)

    def undo(self) -> None:
        """Undo the last change."""
        self._turn(self._desk.undo, "Không còn gì để hoàn tác.")

    def redo(self) -> None:
        """Do the last undone change again."""
        self._turn(self._desk.redo, "Không còn gì để làm lại.")

    def undo_one(self, identity: int) -> None:
        """Undo one change of the list."""
        self._turn(lambda: self._desk.undo_change(identity), "")

    def restore(self, identities: Sequence[int]) -> None:
        """Bring back what was deleted, and offer the way back."""
        self._runner.run(
            lambda _progress: self._desk.restore(identities),
            self._removed,
            self._notifier.failed,
        )

    def tell_turns(self, told: Callable[[str, str], object]) -> None:
        """Ask what undo and redo would take back."""
        self._runner.run(
            lambda _progress: self._desk.next_turns(),
            lambda turns: told(*turns),
            self._notifier.failed,
        )

    def _turn(self, act: Callable[[], str], nothing: str) -> None:
        def told(words: str) -> None:
            if words:
                self.changed.emit()
            self._notifier.say(words or nothing)

        self._runner.run(lambda _progress: act(), told, self._notifier.failed)
