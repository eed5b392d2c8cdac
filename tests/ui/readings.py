"""Questions of widgets in tests: answered at once, or when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.reading import Reading
from ui.tasks import Errand, InlineRunner, Progress, Task
from ui.type_ahead import TypeAhead


def fail(error: Exception) -> None:
    raise error


def inline(owner: QWidget) -> Reading:
    """Questions that are answered at once."""
    return Reading(owner, InlineRunner(), fail, TypeAhead(owner))


class HandRunner:
    """Does a piece of work when it is told to."""

    @property
    def busy(self) -> bool:
        return False

    def __init__(self) -> None:
        self.waiting: list[tuple[Task, Callable[[], None]]] = []

    def run(
        self,
        work: Callable[[Progress], Any],
        succeeded: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        errand = Errand(work, succeeded, failed)
        task = errand.task
        self.waiting.append((task, errand.carry_out))
        return task

    read = run

    def close(self) -> None:
        self.waiting = []

    def step(self) -> None:
        _task, perform = self.waiting.pop(0)
        perform()
