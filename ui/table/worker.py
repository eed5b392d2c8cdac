"""The one thread that asks a list source, so that no list ever holds the window up.

The newest question is answered first; questions of an older generation are dropped, and the one
that is running is interrupted. A patient one that runs gives way to what is wanted now, and is
asked again after. A source is thus never asked two things at once.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from models.errors import Cancelled
from ui.source import ListSource


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask the source; ``last`` ones wait until nothing else does."""

    generation: int
    ask: Callable[[ListSource], object]
    answered: Callable[[object], None]
    last: bool = False


class Asker(Protocol):
    """Answers questions now or later, always back on the window's thread."""

    def ask(self, question: Question) -> None:
        """Put a question."""

    def begin(self, generation: int) -> None:
        """Forget everything older."""

    def stop(self) -> None:
        """End; nothing is answered any more."""


class _Asked:
    """A question the thread has in its hands, and what came of it.

    The thread may be the last to let go of it, and an object of Qt that dies there takes the
    program with it. So what it holds is taken out on the window's thread.
    """

    def __init__(self, question: Question) -> None:
        self.question: Question | None = question
        self.answer: object = None
        self.error: Exception | None = None

    def perform(self, source: ListSource) -> None:
        """Ask, on the thread."""
        assert self.question is not None
        try:
            self.answer = self.question.ask(source)
        except Exception as error:  # noqa: BLE001 - told to the window, which knows its kind
            self.error = error

    def gave_way(self, generation: int) -> bool:
        """Whether it was interrupted though still wanted; it can be asked again then."""
        wanted = self.question is not None and self.question.generation == generation
        if not (wanted and isinstance(self.error, Cancelled)):
            return False
        self.error = None
        return True

    def take(self) -> tuple[Question, object, Exception | None]:
        """Take everything out, on the window's thread."""
        assert self.question is not None
        held = self.question, self.answer, self.error
        self.question = self.answer = self.error = None
        return held


class _Post(QObject):
    """Brings answers to the window's thread, on which it lives."""

    came = Signal(object)

    def __init__(self, hear: Callable[[_Asked], object]) -> None:
        super().__init__()
        self._hear = hear
        self.came.connect(self._come)

    def _come(self, asked: _Asked) -> None:
        self._hear(asked)


class Worker:
    """An `Asker` with a thread; failures of the source go to ``failed``."""

    def __init__(self, source: ListSource, failed: Callable[[BaseException], None]) -> None:
        self._source, self._failed = source, failed
        self._post = _Post(self._hear)
        self._waiting: deque[_Asked] = deque()
        self._patient: deque[_Asked] = deque()
        self._gate = threading.Condition()
        self._generation = 0
        self._running = self._stopped = self._started = False
        self._patiently = self._yielding = False
        self._thread = threading.Thread(target=self._work, name="list", daemon=True)

    def ask(self, question: Question) -> None:
        """Put a question; the newest is answered first. The thread begins with the first."""
        with self._gate:
            if not (self._started or self._stopped):
                self._started = True
                self._thread.start()
            (self._patient if question.last else self._waiting).append(_Asked(question))
            if self._patiently and not (question.last or self._yielding):
                self._yielding = True
                self._source.interrupt()
            self._gate.notify()

    def begin(self, generation: int) -> None:
        """Drop what is waiting and interrupt what runs of an older generation."""
        with self._gate:
            self._generation = generation
            self._waiting.clear()
            self._patient.clear()
            if self._running:
                self._source.interrupt()

    def stop(self) -> None:
        """Interrupt, drop everything, what already waits to be told too, and wait for the end."""
        self.begin(-1)
        with self._gate:
            self._stopped = True
            self._gate.notify()
        if self._started:
            self._thread.join(timeout=5)

    def _work(self) -> None:
        while (asked := self._next()) is not None:
            asked.perform(self._source)
            with self._gate:
                again = self._yielding and asked.gave_way(self._generation)
                self._running = self._patiently = self._yielding = False
                if again:
                    self._patient.append(asked)
                    continue
            self._post.came.emit(asked)

    def _next(self) -> _Asked | None:
        with self._gate:
            while not self._stopped:
                if self._waiting or self._patient:
                    self._running, self._patiently = True, not self._waiting
                    return (self._waiting or self._patient).pop()
                self._gate.wait()
            return None

    def _hear(self, asked: _Asked) -> None:
        question, answer, error = asked.take()
        if question.generation != self._generation:
            return
        if error is not None:
            self._failed(error)
        else:
            question.answered(answer)


class Inline:
    """An `Asker` that answers at once, for tests and lists that are in memory anyway."""

    def __init__(self, source: ListSource) -> None:
        self._source = source

    def ask(self, question: Question) -> None:
        """Answer."""
        question.answered(question.ask(self._source))

    def begin(self, generation: int) -> None:
        """Nothing waits here."""

    def stop(self) -> None:
        """Nothing runs here."""
