"""Makes the papers that are looked at, off the window's thread, and keeps them while it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from models.errors import Cancelled, WorldError
from ui.paper.pdf import Pdf
from ui.source import PaperSource, PaperWish
from ui.tasks import Runner, Task

MOST_KEPT = 40
Follow = Callable[[Task, str], object]


class Maker(QObject):
    """Makes one paper at a time, those asked for last; what nobody asks for any more is stopped.

    Signals: `changed` when a paper was made or could not be.
    """

    changed = Signal()

    def __init__(self, source: PaperSource, runner: Runner, follow: Follow) -> None:
        super().__init__()
        self._source, self._runner, self._follow = source, runner, follow
        self._pdfs: dict[PaperWish, Pdf] = {}
        self._errors: dict[PaperWish, Exception] = {}
        self._queue: list[PaperWish] = []
        self._now: PaperWish | None = None
        self._task: Task | None = None
        self._dropped = False
        self._open = True

    def want(self, wishes: Sequence[PaperWish]) -> None:
        """Make these and no others, the first one first."""
        self._queue = [wish for wish in dict.fromkeys(wishes) if not self.known(wish)]
        if self._now in self._queue:
            self._queue.remove(self._now)
        elif self._task is not None:
            self._dropped = True
            self._task.stop()
        self._forget(wishes)
        self._next()

    def again(self) -> None:
        """Forget what went wrong, to be asked again."""
        self._errors = {}

    def known(self, wish: PaperWish) -> bool:
        """Whether a paper was made or could not be."""
        return wish in self._pdfs or wish in self._errors

    def pdf(self, wish: PaperWish) -> Pdf | None:
        """The pages of a paper, when they are here."""
        return self._pdfs.get(wish)

    def error(self, wish: PaperWish) -> Exception | None:
        """Why a paper could not be made."""
        return self._errors.get(wish)

    def close(self) -> None:
        """Stop, and let all pages go; nobody may look at them any more."""
        self._open = False
        self._queue = []
        if self._task is not None:
            self._task.stop()
        self._pdfs = {}

    def _next(self) -> None:
        if self._now is not None or not self._queue or not self._open:
            return
        wish = self._now = self._queue.pop(0)
        task = self._runner.run(
            lambda tell: self._source.pdf(wish, tell),
            lambda content: self._take(wish, content),
            lambda error: self._refuse(wish, error),
        )
        if self._now is wish:
            self._task = task
            self._follow(task, "Đang lập trang in…")

    def _take(self, wish: PaperWish, content: bytes) -> None:
        if not self._open:
            return
        try:
            self._pdfs[wish] = Pdf(content)
        except WorldError as error:
            self._errors[wish] = error
        self._ended()

    def _refuse(self, wish: PaperWish, error: Exception) -> None:
        if not (self._dropped and isinstance(error, Cancelled)):
            self._errors[wish] = error
        self._ended()

    def _ended(self) -> None:
        self._now = self._task = None
        self._dropped = False
        if self._open:
            self.changed.emit()
            self._next()

    def _forget(self, wishes: Sequence[PaperWish]) -> None:
        """Forget the oldest pages where there are many; who shows them still holds them."""
        spare = [one for one in self._pdfs if one not in wishes]
        for one in spare[: max(0, len(self._pdfs) - MOST_KEPT)]:
            del self._pdfs[one]
