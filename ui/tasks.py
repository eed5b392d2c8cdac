"""Work that takes time, off the window's thread: one at a time, with progress, words and a stop.

A task is a plain function of ``progress(done, total, text)``; a stopped one finds `Cancelled`
raised out of its next call of that. Results and failures come back on the window's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6.Shiboken import isValid

from models.errors import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")
Progress = Callable[[int, int, str], None]
Work = Callable[[Progress], T]


class Task(QObject):
    """A piece of work on its way, for the window, on whose thread it lives and dies.

    Attributes:
        over: it has ended, well or not, and whoever waited has been told.
    """

    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stopped = threading.Event()
        self.over = False

    def stop(self) -> None:
        """Ask it to end; nothing of it remains then."""
        self.stopped.set()


class Errand:
    """What a thread does of a task: its work, and how that ended.

    The thread may be the last to let go of an errand, and an object of Qt that dies there takes
    the program with it. So whatever an errand holds is given up on the window's thread, by `end`.
    """

    def __init__(
        self,
        work: Work[Any],
        succeeded: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self.task = Task()
        self._stopped = self.task.stopped
        self._work, self._succeeded, self._failed = work, succeeded, failed
        self._outcome: Any = None
        self._went_well = False

    def perform(self, told: Callable[[int, int, str], object]) -> None:
        """Do the work, on any thread, and keep how it ended."""

        def tell(done: int, total: int, text: str) -> None:
            if self._stopped.is_set():
                raise Cancelled
            told(done, total, text)

        try:
            self._outcome = self._work(tell)
            self._went_well = True
        except Exception as error:  # noqa: BLE001 - whoever listens sorts the kinds
            self._outcome = error

    def answer(self) -> None:
        """Tell whoever waited, on the window's thread; a page that is gone hears nothing."""
        told = self._succeeded if self._went_well else self._failed
        if is_there(told):
            told(self._outcome)

    def end(self) -> None:
        """Tell that it is over, on the window's thread, and let everything go."""
        self.task.over = True
        self.task.ended.emit()
        self.empty()

    def empty(self) -> None:
        """Let everything go, so that nothing of it can die on the thread."""
        self._work = self._succeeded = self._failed = _nothing
        self._outcome = None
        del self.task

    def carry_out(self) -> None:
        """Do and tell everything here and now."""
        self.perform(self.task.progressed.emit)
        self.answer()
        self.end()


def is_there(told: Callable[..., object]) -> bool:
    """Whether whoever wants to be told is still there: no page that was deleted meanwhile."""
    owner = getattr(told, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _nothing(_any: object) -> None:
    """Stands where something was let go."""


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
        return self._works.add(Errand(work, succeeded, failed))

    def read(
        self,
        question: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Ask something and come back at once; nothing is asked any more after the close."""
        return self._questions.add(Errand(question, succeeded, failed))

    @property
    def busy(self) -> bool:
        """Whether any work runs or waits to."""
        return bool(self._works.errands)

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


class _Queue(QObject):
    """A thread that does one errand after another; ``errands`` are those not ended yet.

    It lives on the window's thread and longer than any of them: what they tell comes back to it.
    """

    _progressed = Signal(object, int, int, str)
    _done = Signal(object)
    _ended = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._thread: ThreadPoolExecutor | None = None
        self.errands: set[Errand] = set()
        self._stopped = False
        self._progressed.connect(self._tell_progress)
        self._done.connect(self._tell_answer)
        self._ended.connect(self._tell_end)

    def add(self, errand: Errand) -> Task:
        """Put an errand at the end of the queue."""
        task = errand.task
        if not self._stopped:
            self.errands.add(errand)
            self._working().submit(self._perform, errand)
        return task

    def wait_for(self, work: Callable[[], object]) -> None:
        """Do a piece of work after all others and come back when it is done."""
        self._working().submit(work).result()

    def stop(self) -> None:
        """Ask what runs to stop, take nothing more and tell nobody, of what is done already too."""
        self._stopped = True
        for errand in self.errands:
            errand.task.stop()

    def end(self) -> None:
        """Wait for what still runs."""
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)
        while self.errands:
            self.errands.pop().empty()

    def _working(self) -> ThreadPoolExecutor:
        """The thread, made for the first errand: the first window has none before it is there."""
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        return self._thread

    def _perform(self, errand: Errand) -> None:
        errand.perform(partial(self._progressed.emit, errand))
        self._done.emit(errand)
        self._ended.emit(errand)

    def _tell_progress(self, errand: Errand, done: int, total: int, text: str) -> None:
        if not self._stopped:
            errand.task.progressed.emit(done, total, text)

    def _tell_answer(self, errand: Errand) -> None:
        if not self._stopped:
            errand.answer()

    def _tell_end(self, errand: Errand) -> None:
        if not self._stopped:
            self.errands.discard(errand)
            errand.end()


class InlineRunner:
    """Does the work before coming back, for tests."""

    def run(
        self,
        work: Work[T],
        succeeded: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        """Do a piece of work."""
        errand = Errand(work, succeeded, failed)
        task = errand.task
        errand.carry_out()
        return task

    read = run

    @property
    def busy(self) -> bool:
        """Nothing runs."""
        return False

    def close(self) -> None:
        """Nothing runs."""
