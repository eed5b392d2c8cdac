"""The threads of all lists of a window: given out one a list, ended together."""

from __future__ import annotations

from collections.abc import Callable

from ui.source import ListSource
from ui.table.worker import Asker


class Askers:
    """Makes an `Asker` for every list that is opened."""

    def __init__(self, make: Callable[[ListSource], Asker]) -> None:
        self._make = make
        self._given: list[Asker] = []

    def give(self, source: ListSource) -> Asker:
        """Give a list a thread of its own."""
        asker = self._make(source)
        self._given.append(asker)
        return asker

    def stop(self) -> None:
        """End them all."""
        for asker in self._given:
            asker.stop()
