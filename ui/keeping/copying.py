"""One backup at a time on a thread of its own, told step by step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.errors import Cancelled, World, WorldError
from ui.keeping.words import DONE, DONE_FOLDER, PULLED, STEPS, STOPPED
from ui.sentences import words_for
from ui.source.backups import BackupSource
from ui.tasks import Runner, Task

GOOD, BAD = ("green", "check-decagram"), ("red", "alert-circle")
CALM = ("blue", "information-outline")


class Copying(QObject):
    """Makes backups.

    Signals: `begun` the place's name, `progressed` step, done, total, `ended` look, words, good.
    """

    begun = Signal(str)
    progressed = Signal(int, int, int)
    ended = Signal(object, str, bool)

    def __init__(self, source: BackupSource, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._source, self._runner = source, runner
        self._task: Task | None = None
        self.busy = self.is_stick = False

    def back_up(self, root: Path, name: str, *, is_stick: bool) -> None:
        """Make a backup; nothing while one is on its way."""
        if self.busy:
            return
        self.busy, self.is_stick = True, is_stick
        self.begun.emit(name)
        task = self._runner.run(
            lambda tell: self._source.back_up(root, tell),
            lambda file: self._end(GOOD, f"{DONE if is_stick else DONE_FOLDER} {file}", good=True),
            lambda error: self._failed(error, root),
        )
        if self.busy:
            self._task = task
            task.progressed.connect(self._told)

    def stop(self) -> None:
        """Ask it to end."""
        if self._task is not None:
            self._task.stop()

    def _told(self, done: int, total: int, text: str) -> None:
        if text in STEPS:
            self.progressed.emit(STEPS.index(text), done, total)

    def _failed(self, error: Exception, root: Path) -> None:
        if isinstance(error, Cancelled):
            self._end(CALM, STOPPED, good=False)
            return
        gone = isinstance(error, WorldError) and error.kind in (World.GONE, World.MISSING)
        self._end(BAD, PULLED if gone and not root.exists() else words_for(error), good=False)

    def _end(self, look: tuple[str, str], words: str, *, good: bool) -> None:
        self.busy, self._task = False, None
        self.ended.emit(look, words, good)
