"""Which rows of a list are selected, known by the keys of their records, never by position."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

from ui.source import Query, Row
from ui.table.model import ListModel

FOLLOW_MS = 120
MOST_FOUND_AGAIN = 50
Flag = QItemSelectionModel.SelectionFlag
ADD_ROW = Flag.Select | Flag.Rows
ONLY_ROW = Flag.ClearAndSelect | Flag.Rows


class Chosen(QObject):
    """Follows the selection of a view through every change of its list.

    Signals: `picked` the record to show in full, 0 for none, a moment after the last key;
    `changed` how many rows are selected.
    """

    picked = Signal(int)
    changed = Signal(int)

    def __init__(self, view: QTableView, model: ListModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._wanted = self._told = 0
        self._again: list[int] = []
        self._beside: list[int] = []
        self._listed: Query | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(FOLLOW_MS)
        self._rest.timeout.connect(self._tell)
        view.installEventFilter(self)
        model.modelAboutToBeReset.connect(self._remember)
        model.began.connect(self._find_again)
        selection = view.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self._rest.start())
        selection.selectionChanged.connect(lambda *_: self.changed.emit(self.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list that takes the focus shows where, even if nothing was selected."""
        if event.type() == QEvent.Type.FocusIn and not self.count():
            self.go_to(max(self.row(), 0))
        return super().eventFilter(watched, event)

    def row(self) -> int:
        """Position of the current row, -1 for none."""
        return self._view.currentIndex().row()

    def identity(self) -> int:
        """Key of the current record, 0 for none."""
        row = self._model.known(self.row()) if self.row() >= 0 else None
        return row.id if row is not None else 0

    def ranges(self) -> list[tuple[int, int]]:
        """Selected rows as (first row, how many), from the top."""
        parts = self._view.selectionModel().selection().toList()
        return sorted({(part.top(), part.bottom() - part.top() + 1) for part in parts})

    def count(self) -> int:
        """How many rows are selected."""
        return sum(many for _first, many in self.ranges())

    def gather(self, told: Callable[[list[Row]], None], most: int | None = None) -> None:
        """Hand over the selected rows, no more than asked for, fetching what is not here."""
        spans, left = [], self._model.rowCount() if most is None else most
        for first, many in self.ranges():
            if left > 0:
                spans.append((first, min(many, left)))
            left -= many
        self._model.gather(spans, told)

    def want(self, identity: int) -> None:
        """Make a record the current one when the list is read next."""
        self._wanted = identity

    def go_to_record(self, identity: int) -> None:
        """Make a record the current one, wherever it stands in the list."""
        self._model.locate(identity, self.go_to)

    def go_to(self, at: int) -> None:
        """Make a row the only selected one and bring it into sight."""
        if 0 <= at < self._model.rowCount():
            columns = range(self._model.columnCount())
            first = next(one for one in columns if not self._view.isColumnHidden(one))
            index = self._model.index(at, first)
            # not `selectRow`: that toggles while the Ctrl of a key combination is still down
            self._view.selectionModel().setCurrentIndex(index, ONLY_ROW)
            self._view.scrollTo(index)
            self._tell()

    def move_by(self, rows: int) -> None:
        """Go to the next or previous record."""
        self.go_to(self.row() + rows)

    def only_current(self) -> None:
        """Select nothing but the current row."""
        self.go_to(self.row())

    def _remember(self) -> None:
        rows = [
            row.id
            for first, many in self.ranges()
            for at in range(first, first + min(many, MOST_FOUND_AGAIN))
            if (row := self._model.known(at)) is not None
        ]
        known = self._wanted in rows and len(rows) <= MOST_FOUND_AGAIN
        self._again = rows if known else []
        spans = self.ranges() or [(self.row(), 1)]
        first, (last, many) = spans[0][0], spans[-1]
        near = (self._model.known(at) for at in (last + many, first - 1) if at >= 0)
        self._beside = [row.id for row in near if row is not None]

    def _find_again(self) -> None:
        self._view.scrollToTop()
        if self._listed != self._model.query:
            self._beside = []
        self._listed = self._model.query
        self.changed.emit(self.count())
        if not self._model.rowCount():
            self._tell()
        elif self._wanted:
            self._model.locate(self._wanted, self._found)
        else:
            self.go_to(0)

    def _found(self, at: int) -> None:
        if at < 0 and self._beside:  # it is gone: go on where it was
            self._model.locate(self._beside.pop(0), self._found)
            return
        others = [identity for identity in self._again if identity != self._wanted]
        self._again = []
        self.go_to(max(at, 0))
        for identity in others:
            self._model.locate(identity, self._add)

    def _add(self, at: int) -> None:
        if at >= 0:
            index = self._model.index(at, 0)
            self._view.selectionModel().select(QItemSelection(index, index), ADD_ROW)

    def _tell(self) -> None:
        self._rest.stop()
        identity = self.identity()
        if not identity and self.row() >= 0:
            self._rest.start()  # its page is still on the way
        elif identity != self._told or not identity:
            self._told = identity
            self._wanted = identity or self._wanted
            self.picked.emit(identity)
