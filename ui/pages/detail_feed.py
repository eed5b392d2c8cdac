"""Keeps the detail pane on the record that is selected, read on the list's own thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.pages.detail_pane import DetailPane
from ui.source import Detail, DetailSource
from ui.table.chosen import Chosen
from ui.table.model import ListModel


class DetailFeed(QObject):
    """Asks again when another query drops the answer that was on its way."""

    def __init__(
        self, pane: DetailPane, source: DetailSource, model: ListModel, chosen: Chosen
    ) -> None:
        super().__init__(pane)
        self._pane, self._source = pane, source
        self._model, self._chosen = model, chosen
        self._wanted = self._shown = 0
        self._asked = (0, 0)
        chosen.picked.connect(self._picked)
        model.began.connect(self._began)
        model.counted.connect(lambda _total: self._show_place())

    def forget(self) -> None:
        """The record may have changed: read it again with the list."""
        self._shown = 0
        self._asked = (0, 0)

    def _picked(self, identity: int) -> None:
        self._wanted = identity
        self._fetch()

    def _began(self) -> None:
        if not self._model.rowCount():
            self._shown = 0
            self._pane.show_detail(None)
        elif self._wanted != self._shown and self._asked != self._question():
            self._fetch()

    def _fetch(self) -> None:
        identity = self._wanted
        if not identity:
            self._pane.show_detail(None)
            return
        self._asked = self._question()
        self._model.aside(
            lambda: self._source.detail(identity), lambda got: self._came(identity, got)
        )

    def _question(self) -> tuple[int, int]:
        return self._wanted, self._model.generation

    def _came(self, identity: int, got: object) -> None:
        if identity != self._wanted:
            return
        self._shown = identity
        self._pane.show_detail(got if isinstance(got, Detail) else None)
        self._show_place()

    def _show_place(self) -> None:
        at = self._chosen.row() if self._shown else -1
        self._pane.show_place(at, self._model.total or self._model.rowCount())
