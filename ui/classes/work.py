"""What the page of a class has done off its thread: read, marks and results kept, other acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.classes.saving import Saver
from ui.source.classes import Cell, ClassSheet, ClassSource
from ui.tasks import Runner


class ClassWork(QObject):
    """Works on one class at a time.

    Signals: `came` the class as it is now, `gone` when there is none, `done` words of something
    that can be undone, `failed` an error.
    """

    came = Signal(object)
    gone = Signal()
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, source: ClassSource, runner: Runner) -> None:
        super().__init__()
        self.source, self._runner = source, runner
        self.identity = 0
        self._loading = self._again = self._stopped = False
        self._begin_savers()

    def _begin_savers(self) -> None:
        identity = self.identity

        def keep_marks(marks: Mapping[Cell, str]) -> None:
            self.source.put_marks(identity, marks)

        def keep_results(results: Mapping[int, tuple[str, str]]) -> None:
            self.source.put_results(identity, results)

        self.marks = Saver[Cell, str](self._runner, keep_marks, self.failed.emit)
        self.scores = Saver[int, tuple[str, str]](self._runner, keep_results, self.failed.emit)

    def turn_to(self, identity: int) -> None:
        """Work on another class from now on; what was typed into the one before is being kept."""
        if identity != self.identity:
            self.finish()
            self.identity = identity
            self._begin_savers()

    def reload(self) -> None:
        """Read the class again, once however often it is asked for meanwhile."""
        if self._loading or self._stopped:
            self._again = True
            return
        identity = self.identity
        self._loading = True
        self._runner.run(
            lambda _progress: self.source.load(identity),
            partial(self._came, identity),
            self._not_read,
        )

    def _not_read(self, error: Exception) -> None:
        self._loading = False
        self.failed.emit(error)

    def _came(self, identity: int, sheet: ClassSheet | None) -> None:
        self._loading = False
        if self._stopped:
            return
        again, self._again = self._again, False
        if again or identity != self.identity:
            self.reload()
        elif sheet is None:
            self.gone.emit()
        else:
            self.came.emit(sheet)

    def keep_marks(self, marks: Mapping[Cell, str]) -> None:
        """Keep marks that were just typed."""
        self.marks.put(marks)

    def keep_scores(self, results: Mapping[int, tuple[str, str]]) -> None:
        """Keep scores and grades that were just typed."""
        self.scores.put(results)

    def finish(self) -> None:
        """Have everything typed written."""
        self.marks.finish()
        self.scores.finish()

    def stop(self) -> None:
        """Have everything typed written, and read nothing any more: the register is closed."""
        self.finish()
        self._stopped = True

    def do(self, work: Callable[[], str], then: Callable[[], object] = lambda: None) -> None:
        """Do an act that tells in words what it did."""

        def told(words: str) -> None:
            then()
            self.done.emit(words)

        self._runner.run(lambda _progress: work(), told, self.failed.emit)
