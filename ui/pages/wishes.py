"""What a page wants done with records: said here, done by the shell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from ui.pages.list_pane import ListPane
from ui.source import Query, Row


@dataclass(frozen=True, slots=True)
class Wish:
    """An act for some records, or for all that a query finds; ``detail`` names a document.

    ``current`` is the record that is shown, ``total`` how many the query finds where known;
    ``value`` is what the field named by ``detail`` is set to.
    """

    act: str
    identities: tuple[int, ...] = ()
    query: Query = field(default_factory=Query)
    detail: str = ""
    current: int = 0
    total: int | None = None
    value: object = None


class Wishes(QObject):
    """Makes wishes of what is selected in a list."""

    wished = Signal(object)

    def __init__(self, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane, self._chosen = pane, pane.table.chosen

    def plain(self, act: str) -> None:
        """An act for the register as a whole."""
        self.wished.emit(Wish(act, (), self._pane.query()))

    def current(self, act: str) -> None:
        """An act for the current record; nothing where there is none."""
        identity = self._chosen.identity()
        if identity:
            self.wished.emit(Wish(act, (identity,), self._pane.query()))

    def selected(self, act: str, detail: str = "") -> None:
        """An act for all selected records."""
        if self._chosen.count():
            self._chosen.gather(lambda rows: self._tell(act, rows, detail))

    def given(self, identities: tuple[int, ...], field: str, value: object) -> None:
        """One value of a field for records that were selected."""
        self.wished.emit(Wish("set_field", identities, self._pane.query(), field, value=value))

    def printed(self, document: str = "") -> None:
        """Printing: of the records selected when there are several, else of the whole list."""
        if self._chosen.count() > 1:
            self.selected("print", document)
        else:
            self._tell("print", (), document)

    def _tell(self, act: str, rows: Sequence[Row], detail: str) -> None:
        identities, query = tuple(row.id for row in rows), self._pane.query()
        current, total = self._chosen.identity(), self._pane.table.list_model.total
        self.wished.emit(Wish(act, identities, query, detail, current, total))
