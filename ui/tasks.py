"""Work that takes time, off the window's thread: one at a time, with progress, words and a stop.

A task is a plain function of ``progress(done, total, text)``; a stopped one finds `Cancelled`
raised out of its next call of that. Results and failures come back on the window's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from models.errors import Cancelled

T = TypeVar("T")
Progress = Callable[[int, int, str], None]
Work = Callable[[Progress], T]


class Task(QObject):
    """A piece of work on its way.

    Attributes:
        over: it has ended, well or not, though perhaps nobody was told yet.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stopped = threading.Event()
        self.over = False

    def stop(self) -> None:
        """Ask it to end; nothing of it remains then."""
        self._stopped.set()

    def tell(self, done: int, total: int, text: str) -> None:
        """What the work calls.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self._stopped.is_set():
            raise Cancelled
        self.progressed.emit(done, total, text)

    def perform(self, work: Callable[[Progress], object]) -> None:
        """Do the work here and now, and tell how it ended."""
        try:
            result = work(self.tell)
        except Exception as error:  # noqa: BLE001 - whoever listens sorts the kinds
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.over = True
        self.ended.emit()


class Runner(Protocol):
    """Runs tasks."""

    def run(
        self,
        work: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Begin a piece of work and come back at once."""

    def read(
        self,
        question: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Ask something that only reads and is soon answered; long work does not hold it up."""

    @property
    def busy(self) -> bool:
        """Whether any work runs or waits to; questions do not count."""

    def close(self) -> None:
        """Stop what runs and wait for it."""


class ThreadRunner:
    """One thread, so that two pieces of work never meet in the database; another for questions."""

    def __init__(self) -> None:
        self._works, self._questions = _Queue("work"), _Queue("questions")

    def run(
        self,
        work: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Begin a piece of work and come back at once; nothing begins any more after the close."""
        return self._works.add(work, succeeded, failed)

    def read(
        self,
        question: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Ask something and come back at once; nothing is asked any more after the close."""
        return self._questions.add(question, succeeded, failed)

    @property
    def busy(self) -> bool:
        """Whether any work runs or waits to."""
        return bool(self._works.tasks)

    def finish(self, work: Callable[[], object]) -> None:
        """Do a last piece of work on the thread and wait for it; no question is left behind."""
        self._questions.wait_for(lambda: None)
        self._works.wait_for(work)

    def close(self) -> None:
        """Stop what runs and wait for it; the window is gone, so nobody is told."""
        for queue in (self._works, self._questions):
            queue.stop()
        for queue in (self._questions, self._works):
            queue.end()


class _Queue:
    """A thread that does one task after another; ``tasks`` are those not ended yet."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self.tasks: dict[Task, _Listener[Any]] = {}
        self._stopped = False

    def add(
        self,
        work: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Put work at the end; what listens is kept until everybody has been told."""
        task = Task()
        if not self._stopped:
            listener = self.tasks[task] = _Listener(task, succeeded, failed)
            task.ended.connect(listener.end)
            listener.done.connect(lambda ended: self.tasks.pop(ended, None))
            self._thread.submit(task.perform, work)
        return task

    def wait_for(self, work: Callable[[], object]) -> None:
        """Do a piece of work after all others and come back when it is done."""
        self._thread.submit(work).result()

    def stop(self) -> None:
        """Ask what runs to stop, take nothing more and tell nobody."""
        self._stopped = True
        for task, listener in [*self.tasks.items()]:
            task.stop()
            listener.turn_away()

    def end(self) -> None:
        """Wait for what still runs."""
        self._thread.shutdown(wait=True, cancel_futures=True)


class InlineRunner:
    """Does the work before coming back, for tests."""

    def run(
        self,
        work: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Do a piece of work."""
        task = Task()
        listener = _Listener(task, succeeded, failed)
        task.perform(work)
        listener.end()
        return task

    read = run

    @property
    def busy(self) -> bool:
        """Nothing runs."""
        return False

    def close(self) -> None:
        """Nothing runs."""


def _nobody(_told: object) -> None:
    """Stands for listeners that are gone."""


class _Listener(QObject, Generic[T]):
    """Lives on the window's thread, so that what it calls does too."""

    done = Signal(object)

    def __init__(
        self, task: Task, succeeded: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        super().__init__()
        self._task = task
        self._succeeded, self._failed = succeeded, failed
        task.succeeded.connect(self._hear_result)
        task.failed.connect(self._hear_failure)

    def turn_away(self) -> None:
        """Tell nobody any more, not even of what already waits to be told."""
        self._succeeded = self._failed = _nobody

    def end(self) -> None:
        """The work has ended, and whoever waited has been told."""
        self.done.emit(self._task)

    def _hear_result(self, result: T) -> None:
        self._succeeded(result)

    def _hear_failure(self, error: Exception) -> None:
        self._failed(error)
