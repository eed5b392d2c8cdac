"""Keeps what is typed on a class's page at once, off the window's thread, in batches as they come.

While one batch is being written, further marks gather for the next; a batch that could not be
written waits with what comes after it, so that nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from ui.tasks import Runner

K = TypeVar("K")
V = TypeVar("V")


class Saver(Generic[K, V]):
    """Writes values by key.

    Args:
        runner: where writing is done.
        write: keeps a batch; may fail.
        failed: told of a failure once; the next key tries again.
    """

    def __init__(
        self,
        runner: Runner,
        write: Callable[[Mapping[K, V]], None],
        failed: Callable[[Exception], object],
    ) -> None:
        self._runner, self._write, self._failed = runner, write, failed
        self._waiting: dict[K, V] = {}
        self._writing: dict[K, V] = {}

    @property
    def unsaved(self) -> dict[K, V]:
        """What is typed and not known to be kept yet."""
        return self._writing | self._waiting

    def put(self, values: Mapping[K, V]) -> None:
        """Keep values."""
        self._waiting |= values
        if not self._writing:
            self._send()

    def finish(self) -> None:
        """Have all that waits written; the window closes, or another class is shown."""
        if self._waiting:
            batch = self._waiting
            self._waiting = {}
            self._runner.run(lambda _progress: self._write(batch), lambda _done: None, self._failed)

    def _send(self) -> None:
        batch = self._writing = self._waiting
        self._waiting = {}
        self._runner.run(lambda _progress: self._write(batch), self._kept, self._not_kept)

    def _kept(self, _nothing: None) -> None:
        self._writing = {}
        if self._waiting:
            self._send()

    def _not_kept(self, error: Exception) -> None:
        self._waiting = self._writing | self._waiting
        self._writing = {}
        self._failed(error)
