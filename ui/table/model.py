"""The list model: how many rows there are, and pages of ready texts fetched when painted.

Positions are no identities: any change of the query or of the data begins a new generation, and
what was selected is found again by its key. Measurements behind this: STORAGE section 4.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from shiboken6.Shiboken import isValid

from ui.looks import due_words
from ui.source import CellKind, ColumnFacts, ListSource, LongList, Query, Row
from ui.table.worker import Asker, Question
from ui.widgets.date_field import read_day

PAGE = 100
KEPT_PAGES = 64
Index = QModelIndex | QPersistentModelIndex
DISPLAY, ACCESSIBLE = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
NOWHERE = QModelIndex()


class ListModel(QAbstractTableModel):
    """A list of any length over an `Asker`.

    Signals: `began` when the first page of a query is there, `counted` when the total is known.

    Attributes:
        generation: number of the query; what was asked for an earlier one is never told, nor
            anything once the list is deleted with its page.
    """

    began = Signal()
    counted = Signal(int)

    def __init__(
        self,
        source: ListSource,
        asker: Asker,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns: Sequence[ColumnFacts] = tuple(source.columns)
        self.query = Query()
        self.today = today
        self.total: int | None = None
        self._asker = asker
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self.generation = 0
        self._rows = 0
        self._begun = False

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> str | None:
        if role == DISPLAY:
            row = self.row(index.row())
            return row.cells[index.column()] if row is not None else ""
        if role == ACCESSIBLE:
            return self._spoken(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.columns[section].title

    def row(self, at: int) -> Row | None:
        """The record at a row; nothing while its page is on the way."""
        number, inside = divmod(at, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._fetch(number)
            page = self._pages.get(number)
        else:
            self._pages.move_to_end(number)
        return page[inside] if page is not None and inside < len(page) else None

    def known(self, at: int) -> Row | None:
        """The record at a row if its page is here; asks for nothing."""
        number, inside = divmod(at, PAGE)
        page = self._pages.get(number)
        return page[inside] if page is not None and inside < len(page) else None

    def show(self, query: Query) -> None:
        """Begin another query; the old rows stay until the first new page is here."""
        self.query = query
        self.generation += 1
        self._begun = False
        self._asked.clear()
        self._asker.begin(self.generation)
        self._ask(lambda source: source.page(query, 0, PAGE), self._started)

    def refresh(self) -> None:
        """Read everything again after a change of the data."""
        self.show(self.query)

    def locate(self, identity: int, found: Callable[[int], None]) -> None:
        """Tell at which row a record stands now, -1 when it is not in the list."""
        for number, page in self._pages.items():
            for inside, row in enumerate(page):
                if row.id == identity:
                    found(number * PAGE + inside)
                    return

        def located(answer: object) -> None:
            self._reach(_number(answer) + 1)  # far down it is gone to before all are counted
            found(_number(answer))

        query = self.query
        self._ask(lambda source: source.position(query, identity), located)

    def gather(self, ranges: Iterable[tuple[int, int]], told: Callable[[list[Row]], None]) -> None:
        """Hand over the rows of ranges (first row, how many), fetching what is not here."""
        spans, query = list(ranges), self.query
        here = [self.known(at) for first, many in spans for at in range(first, first + many)]
        if all(row is not None for row in here):
            told([row for row in here if row is not None])
            return
        self._ask(
            lambda source: [row for span in spans for row in source.page(query, *span)],
            lambda rows: told(_rows(rows)),
        )

    def count_of(self, query: Query, told: Callable[[int], None]) -> None:
        """Count another query when nothing else is asked."""
        self._ask(lambda source: source.count(query), lambda many: told(_number(many)), last=True)

    def aside(
        self, work: Callable[[], object], told: Callable[[object], None], *, last: bool = False
    ) -> None:
        """Do a reading on the list's thread; forgotten when another query begins meanwhile."""
        self._ask(lambda _source: work(), told, last=last)

    def _ask(
        self,
        ask: Callable[[ListSource], object],
        answered: Callable[[object], None],
        *,
        last: bool = False,
    ) -> None:
        asked_in = self.generation

        def hear(answer: object) -> None:
            if asked_in == self.generation and isValid(self):
                answered(answer)

        self._asker.ask(Question(asked_in, ask, hear, last))

    def _started(self, answer: object) -> None:
        rows = _rows(answer)
        self.beginResetModel()
        self._pages.clear()
        self._pages[0] = rows
        self._rows = len(rows)
        self._begun = True
        self.total = len(rows) if len(rows) < PAGE else None
        self.endResetModel()
        self.began.emit()
        if self.total is not None:
            self.counted.emit(self.total)
            return
        query = self.query
        self._ask(lambda source: source.count(query), self._count_came, last=True)

    def _count_came(self, answer: object) -> None:
        self._reach(_number(answer))
        self.total = self._rows
        self.counted.emit(self._rows)
        if self._rows > KEPT_PAGES * PAGE:
            query = self.query
            self._ask(lambda source: _survey(source, query), lambda _done: None, last=True)

    def _reach(self, rows: int) -> None:
        if rows > self._rows:
            self.beginInsertRows(NOWHERE, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def _fetch(self, number: int) -> None:
        if number in self._asked or not self._begun:
            return
        self._asked.add(number)
        query = self.query
        self._ask(
            lambda source: source.page(query, number * PAGE, PAGE),
            lambda rows: self._page_came(number, _rows(rows)),
        )

    def _page_came(self, number: int, rows: list[Row]) -> None:
        self._asked.discard(number)
        self._pages[number] = rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min(number * PAGE + len(rows), self._rows) - 1
        if last >= number * PAGE:
            self.dataChanged.emit(
                self.index(number * PAGE, 0), self.index(last, len(self.columns) - 1)
            )

    def _spoken(self, index: Index) -> str:
        column = self.columns[index.column()]
        row = self.known(index.row())
        text = row.cells[index.column()] if row is not None else ""
        if column.kind is CellKind.DUE and (day := read_day(text)) is not None:
            text = f"{text}, {due_words(day, self.today())}"
        return f"{column.title} {text or 'trống'}"


def _survey(source: ListSource, query: Query) -> None:
    if isinstance(source, LongList):
        source.survey(query)


def _rows(answer: object) -> list[Row]:
    assert isinstance(answer, list)
    return answer


def _number(answer: object) -> int:
    assert isinstance(answer, int)
    return answer
