"""Drafts kept in the register: written off the window's thread, known at once from memory."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Final

from models.errors import World, WorldError
from models.store import drafts
from models.store.session import user
from ui.tasks import ThreadRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.unsaved import Unsaved

log = logging.getLogger(__name__)

AGAIN_S: Final = 1.0
"""Pause before a file that is busy is asked again, beside the engine's own wait."""


def _kept_by(who: str) -> dict[tuple[str, int | None], Unsaved]:
    try:
        return {(one.form, one.record): one for one in drafts.all_of(who)}
    except WorldError:
        log.warning("drafts were not read", exc_info=True)
        return {}


class RegisterDrafts:
    """The drafts of the user who works now, all read at once when the register is opened.

    They have a thread of their own: a long import or print must not delay them. While an import
    holds the file longer than the engine waits, they go on asking: a draft that was not dropped
    would be offered again though it is saved.
    """

    def __init__(self) -> None:
        self._user = user()
        self._known = _kept_by(self._user)
        self._writer: ThreadRunner | None = ThreadRunner()
        self._in_trouble = False
        self._closing = threading.Event()

    def keep(
        self,
        unsaved: Unsaved,
        succeeded: Callable[[], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Keep a draft in place of the one before; trouble with the disk is told once."""
        self._known[unsaved.form, unsaved.record] = unsaved

        def written() -> None:
            self._in_trouble = False
            succeeded()

        def not_written(error: Exception) -> None:
            if not self._in_trouble:
                self._in_trouble = True
                failed(error)

        self._write(lambda: drafts.keep(self._user, unsaved), written, not_written)

    def kept(self, form: str, identity: int | None) -> Unsaved | None:
        """What is kept of a form, by this run or an earlier one; nothing when nothing is."""
        return self._known.get((form, identity))

    def all_kept(self) -> list[Unsaved]:
        """Everything that is kept, the latest first."""
        return sorted(self._known.values(), key=lambda one: one.at, reverse=True)

    def drop(self, form: str, identity: int | None) -> None:
        """Forget what is kept of a form."""
        if self.kept(form, identity) is None:
            return
        del self._known[form, identity]
        self._write(
            lambda: drafts.drop(self._user, form, identity),
            lambda: None,
            lambda error: log.warning("a draft was not dropped", exc_info=error),
        )

    def close(self) -> None:
        """Wait until everything is written, then write no more; closing twice does nothing.

        A file that is still busy then is asked once more.
        """
        self._closing.set()
        if self._writer is not None:
            self._writer.finish(lambda: None)
            self._writer.close()
            self._writer = None

    def _write(
        self,
        work: Callable[[], None],
        succeeded: Callable[[], None],
        failed: Callable[[Exception], object],
    ) -> None:
        if self._writer is not None:
            patiently = self._patiently
            self._writer.run(lambda _progress: patiently(work), lambda _done: succeeded(), failed)

    def _patiently(self, work: Callable[[], None]) -> None:
        while True:
            last = self._closing.is_set()
            try:
                work()
            except WorldError as error:
                if last or error.kind is not World.IN_USE:
                    raise
                self._closing.wait(AGAIN_S)
            else:
                return
