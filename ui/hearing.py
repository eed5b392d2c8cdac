"""What one window hears of its work: the threads outlive it, and it may be gone by then.

A window that is locked or looked around in is deleted while its last work still runs.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from ui.tasks import Runner, Task, Work, is_there

T = TypeVar("T")


class Hearing:
    """A `Runner` for one window over that of the program; work goes on when nobody hears of it."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._open = True

    def run(
        self,
        work: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Begin a piece of work and come back at once."""
        return self._runner.run(work, self._heard(succeeded), self._heard(failed))

    def read(
        self,
        question: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Ask something that only reads."""
        return self._runner.read(question, self._heard(succeeded), self._heard(failed))

    @property
    def busy(self) -> bool:
        """Whether any work runs or waits to."""
        return self._runner.busy

    def close(self) -> None:
        """Tell nobody any more; what runs goes on for whoever made the runner."""
        self._open = False

    def _heard(self, told: Callable[[T], object]) -> Callable[[T], None]:
        def hear(answer: T) -> None:
            if self._open and is_there(told):
                told(answer)
            elif isinstance(answer, Exception):
                log = logging.getLogger(__name__)
                log.warning("work failed when nobody listened any more", exc_info=answer)

        return hear
