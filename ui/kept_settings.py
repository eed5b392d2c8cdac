"""What a person's window remembers, written off its thread: a splitter must not wait for a disk."""

from __future__ import annotations

import logging

from ui.source import Settings
from ui.tasks import Runner

log = logging.getLogger(__name__)


class KeptSettings:
    """Reads once, remembers, and has every change written when nothing else is being done."""

    def __init__(self, inner: Settings, runner: Runner) -> None:
        self._inner, self._runner = inner, runner
        self._known: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        if key not in self._known:
            self._known[key] = self._inner.get(key)
        return self._known[key] or default

    def put(self, key: str, value: str) -> None:
        """Remember a text; one that cannot be written is forgotten with the window."""
        if self._known.get(key) == value:
            return
        self._known[key] = value
        self._runner.run(lambda _progress: self._inner.put(key, value), lambda _done: None, _failed)


def _failed(error: Exception) -> None:
    log.warning("a setting was not kept", exc_info=error)
