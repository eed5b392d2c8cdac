"""A short list with its acts: who signs, the words of a catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import today
from ui.reading import Reading
from ui.source import ColumnFacts, Entries, MemorySettings, Order, Query, Row
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.tasks import Runner
from ui.theme.following import follow_size
from ui.theme.sizes import TABLE_HEADER, TABLE_ROW
from ui.theme.theme import theme
from ui.type_ahead import TypeAhead
from ui.widgets.buttons import button
from ui.widgets.text import label, surface

FEWEST, MOST = 3, 8


class EntryRows:
    """The entries as a list source, in their own order."""

    def __init__(self, columns: Sequence[ColumnFacts]) -> None:
        self.columns = columns
        self.rows: Sequence[Row] = ()

    def count(self, query: Query) -> int:  # noqa: ARG002
        """All of them."""
        return len(self.rows)

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:  # noqa: ARG002
        """A part of them."""
        return list(self.rows[offset : offset + limit])

    def position(self, query: Query, identity: int) -> int:  # noqa: ARG002
        """Where one stands."""
        keys = [row.id for row in self.rows]
        return keys.index(identity) if identity in keys else -1

    def interrupt(self) -> None:
        """Nothing runs."""


class EntryTable(ListTable):
    """Delete takes the current entry out of use."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class EntryList(QWidget):
    """Reads its entries off the window's thread.

    Signals: `edited` with an entry's key, or 0 for a new one; `ended` with its key; `failed`
    with the error.
    """

    edited = Signal(int)
    ended = Signal(int)
    failed = Signal(object)

    def __init__(self, source: Entries, runner: Runner) -> None:
        super().__init__()
        self.source = source
        self._reading = Reading(self, runner, self.failed.emit, TypeAhead(self))
        self._rows = EntryRows(source.columns)
        model = ListModel(self._rows, Inline(self._rows), today, self)
        self.table = EntryTable(source.name, model, MemorySettings())
        self.table.setAccessibleName(source.title)
        self.table.opened.connect(self.edited)
        self.table.ended.connect(self._end)
        self.add_button = button(f"Thêm {source.noun}", "", "plus", lambda: self.edited.emit(0))
        self.edit_button = button("Sửa", "", "pencil-outline", self._edit)
        self.end_button = button(source.ending, done=self._end)
        self._count = label("", "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        for part in (self.add_button, self.edit_button, self.end_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._count)
        card = surface("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column.addWidget(card)
        follow_size(self, self._fit)
        self._allow(any_rows=False)

    def read(self) -> None:
        """Show the entries as they are stored."""
        self._reading.ask(self.source.rows, self._show)

    def _show(self, rows: Sequence[Row]) -> None:
        self._rows.rows = rows
        many = len(rows)
        self._fit()
        self.table.ask(Query())
        self.table.head.order = Order()  # their own order, so no arrow that tells of another
        self._count.setText(f"{many} {self.source.noun}")
        self._allow(any_rows=many > 0)

    def _allow(self, *, any_rows: bool) -> None:
        """Without rows, also because they could not be read, there is nothing to stand on."""
        for part in (self.edit_button, self.end_button):
            part.setEnabled(any_rows)
        policy = Qt.FocusPolicy.StrongFocus if any_rows else Qt.FocusPolicy.NoFocus
        self.table.setFocusPolicy(policy)

    def _fit(self) -> None:
        """As high as its rows, within reason."""
        shown = max(FEWEST, min(len(self._rows.rows), MOST))
        self.table.setFixedHeight(theme().px(TABLE_HEADER) + shown * theme().px(TABLE_ROW) + 2)

    def _edit(self) -> None:
        if self.table.chosen.identity():
            self.edited.emit(self.table.chosen.identity())

    def _end(self) -> None:
        if self.table.chosen.identity():
            self.ended.emit(self.table.chosen.identity())
