"""Questions of a widget to the register: asked off its thread, the newest alone is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from models.errors import Cancelled
from ui.tasks import Progress, Runner
from ui.type_ahead import TypeAhead

T = TypeVar("T")


def _nothing() -> None:
    pass


class Reading:
    """Asks one kind of question; an answer that came too late, or to nobody, is not told.

    Attributes:
        waiting: the newest question is not answered yet.
        ahead: holds back the keys that have to wait for an answer.
    """

    def __init__(
        self,
        owner: QObject,
        runner: Runner,
        failed: Callable[[Exception], object],
        ahead: TypeAhead,
    ) -> None:
        """``owner`` is told answers as long as it lives; ``failed`` hears of all failures."""
        self._runner, self._failed, self.ahead = runner, failed, ahead
        self._newest = 0
        self.waiting = False
        owner.destroyed.connect(self.forget)

    def of(self, owner: QObject) -> Reading:
        """Questions of another widget, or of another kind, which leave these alone."""
        return Reading(owner, self._runner, self._failed, self.ahead)

    def ask(
        self,
        question: Callable[[], T],
        told: Callable[[T], object],
        ended: Callable[[], object] = _nothing,
    ) -> None:
        """Ask in place of what was asked before; ``ended`` is called after the answer or failure.

        A question that is overtaken before it was begun is never asked.
        """
        self._newest += 1
        mine, self.waiting = self._newest, True

        def read(_progress: Progress) -> T:
            if mine != self._newest:
                raise Cancelled
            return question()

        def hear(tell: Callable[[], object]) -> None:
            if mine == self._newest:
                self.waiting = False
                tell()
                ended()

        self._runner.read(
            read,
            lambda answer: hear(lambda: told(answer)),
            lambda error: hear(lambda: self._failed(error)),
        )

    def forget(self) -> None:
        """Nobody wants the answer any more."""
        self._newest += 1
        self.waiting = False
