"""Keeps the records that filter chips choose among up to date, read on the list's own thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.pages.filter_row import FilterRow
from ui.source import FilterFacts
from ui.table.model import ListModel


class FreshOptions(QObject):
    """Reads them when the list is read, the first time and after each change of the data."""

    def __init__(self, filters: Sequence[FilterFacts], row: FilterRow, model: ListModel) -> None:
        super().__init__(row)
        self._row, self._model = row, model
        self._reads = {one.key: one.fresh for one in filters if one.fresh is not None}
        self._old = set(self._reads)
        model.began.connect(self._renew)

    def forget(self) -> None:
        """Records were changed."""
        self._old = set(self._reads)

    def _renew(self) -> None:
        for key in tuple(self._old):
            self._model.aside(self._reads[key], partial(self._came, key), last=True)

    def _came(self, key: str, options: object) -> None:
        assert isinstance(options, Sequence)
        self._old.discard(key)
        self._row.put_options(key, options)
