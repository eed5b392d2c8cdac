"""The one thread that asks a list source, so that no list ever holds the window up.

The newest question is answered first; questions of an older generation are dropped, and the one
that is running is interrupted. A source is thus never asked two things at once.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

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


class _Post(QObject):
    """Brings answers to the window's thread, on which it lives; a closed one lets them fall."""

    answered = Signal(object, object)
    failed = Signal(object)

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        super().__init__()
        self.closed = False
        self._tell = failed
        self.answered.connect(self._hand_over)
        self.failed.connect(self._hand_on)

    def _hand_over(self, question: Question, answer: object) -> None:
        if not self.closed:
            question.answered(answer)

    def _hand_on(self, error: BaseException) -> None:
        if not self.closed:
            self._tell(error)


class Worker:
    """An `Asker` with a thread; failures of the source go to ``failed``."""

    def __init__(self, source: ListSource, failed: Callable[[BaseException], None]) -> None:
        self._source = source
        self._post = _Post(failed)
        self._waiting: deque[Question] = deque()
        self._patient: deque[Question] = deque()
        self._gate = threading.Condition()
        self._generation = 0
        self._running: Question | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="list", daemon=True)
        self._thread.start()

    def ask(self, question: Question) -> None:
        """Put a question; the newest is answered first."""
        with self._gate:
            (self._patient if question.last else self._waiting).append(question)
            self._gate.notify()

    def begin(self, generation: int) -> None:
        """Drop what is waiting and interrupt what runs of an older generation."""
        with self._gate:
            self._generation = generation
            self._waiting.clear()
            self._patient.clear()
            if self._running is not None:
                self._source.interrupt()

    def stop(self) -> None:
        """Interrupt, drop everything, what already waits to be told too, and wait for the end."""
        self._post.closed = True
        with self._gate:
            self._stopped = True
            self._generation = -1
            if self._running is not None:
                self._source.interrupt()
            self._gate.notify()
        self._thread.join(timeout=5)

    def _work(self) -> None:
        while (question := self._next()) is not None:
            try:
                answer = question.ask(self._source)
            except Exception as error:  # noqa: BLE001 - told to the window, which knows its kind
                if self._done(question):
                    self._post.failed.emit(error)
                continue
            if self._done(question):
                self._post.answered.emit(question, answer)

    def _next(self) -> Question | None:
        with self._gate:
            while not self._stopped:
                if self._waiting or self._patient:
                    self._running = (self._waiting or self._patient).pop()
                    return self._running
                self._gate.wait()
            return None

    def _done(self, question: Question) -> bool:
        with self._gate:
            self._running = None
            return question.generation == self._generation


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
