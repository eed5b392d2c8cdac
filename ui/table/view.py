"""The list on screen: selection by key, sorting, columns, copying, all over `ListModel`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from ui.source import Order, Query, Row, Settings
from ui.table.columns import ColumnChoice, Room, spread
from ui.table.copying import as_cells
from ui.table.delegate import ListDelegate
from ui.table.header import ListHeader
from ui.table.model import ListModel
from ui.theme.sizes import TABLE_HEADER, TABLE_ROW
from ui.theme.theme import theme

FOLLOW_MS = 120
MOST_COPIED = 50_000
MOST_FOUND_AGAIN = 50
Flag = QItemSelectionModel.SelectionFlag
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListTable(QTableView):
    """A list; what is selected is known by keys, never by rows.

    Signals: `picked` the record the detail pane shows, 0 for none; `opened` on Enter or double
    click; `selected` how many rows; `ordered` another order; `copied` how many rows.
    """

    picked = Signal(int)
    opened = Signal(int)
    selected = Signal(int)
    ordered = Signal(object)
    copied = Signal(int)

    def __init__(
        self, name: str, model: ListModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.list_model = model
        columns = tuple(model.columns)
        self.choice = ColumnChoice(name, columns, settings)
        self.head = ListHeader(columns, self)
        self.delegate = ListDelegate(self, columns, model.today)
        self.room = Room.USUAL
        self.current_id = 0
        self._laying_out = False
        self._again: list[int] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(FOLLOW_MS)
        self._rest.timeout.connect(self._tell_picked)
        self._told = 0
        self._prepare()
        self.setModel(model)
        self._listen()
        self.lay_out()

    def _prepare(self) -> None:
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        upright = self.verticalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._resize_rows()
        theme().changed.connect(self._resize_rows)

    def _resize_rows(self) -> None:
        upright = self.verticalHeader()
        upright.setMinimumSectionSize(theme().px(TABLE_ROW))
        upright.setDefaultSectionSize(theme().px(TABLE_ROW))
        self.head.setFixedHeight(theme().px(TABLE_HEADER))

    def _listen(self) -> None:
        model = self.list_model
        model.modelAboutToBeReset.connect(self._remember)
        model.began.connect(self._find_again)
        self.selectionModel().currentRowChanged.connect(lambda *_: self._rest.start())
        self.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.head.sectionClicked.connect(self._sort)
        self.head.sectionResized.connect(self._widened)
        self.head.customContextMenuRequested.connect(self.open_column_menu)

    # -- what is shown

    def ask(self, query: Query) -> None:
        """Show a query, in the order a person last chose unless it brings its own."""
        order = query.order if query.order.column else self.choice.order()
        self.head.order = order
        self.head.viewport().update()
        self.list_model.show(replace(query, order=order))

    def _sort(self, section: int) -> None:
        facts = self.list_model.columns[section]
        if not facts.sortable:
            return
        now = self.head.order
        order = Order(facts.key, facts.key == now.column and not now.descending)
        self.choice.keep_order(order)
        self.ask(replace(self.list_model.query, order=order))
        self.ordered.emit(order)

    # -- columns

    def lay_out(self) -> None:
        """Show the chosen columns, fewer when narrow, and spread them over the width."""
        shown = self.choice.visible(self.room)
        self._laying_out = True
        for at in range(len(self.list_model.columns)):
            self.setColumnHidden(at, at not in shown)
        first = shown[0] if shown else 0
        self.head.first_column = self.delegate.first_column = first
        self.head.use_short = self.room is Room.LITTLE
        widths = self._widths(shown)
        for at, width in zip(shown, widths, strict=True):
            self.setColumnWidth(at, width)
        self._laying_out = False
        self.viewport().update()

    def _widths(self, shown: list[int]) -> list[int]:
        columns = [self.list_model.columns[at] for at in shown]
        own = [self.choice.widths.get(facts.key, 0) for facts in columns]
        least = [width or self.head.least(at) for width, at in zip(own, shown, strict=True)]
        shares = [
            0.0 if width else facts.share or 1.0 for width, facts in zip(own, columns, strict=True)
        ]
        return spread(shares, least, self.viewport().width())

    def _widened(self, section: int, _old: int, new: int) -> None:
        if not self._laying_out and self.head.isVisible() and new > 0:
            self.choice.widen(self.list_model.columns[section].key, new)

    def open_column_menu(self, place: QPoint) -> None:
        """Let a person choose the columns."""
        menu = self.column_menu()
        menu.popup(self.head.mapToGlobal(place))

    def column_menu(self) -> QMenu:
        """Every column with a tick where it is shown, and the way back."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for facts in self.list_model.columns:
            act = menu.addAction(facts.title)
            act.setCheckable(True)
            act.setChecked(facts.key in self._shown_keys())
            act.triggered.connect(lambda _on, key=facts.key: self._toggle(key))
        menu.addSeparator()
        menu.addAction("Trở lại các cột ban đầu").triggered.connect(self._forget_columns)
        return menu

    def _toggle(self, key: str) -> None:
        self.choice.toggle(key, self._shown_keys())
        self.lay_out()

    def _shown_keys(self) -> list[str]:
        columns = self.list_model.columns
        return [columns[at].key for at in range(len(columns)) if not self.isColumnHidden(at)]

    def _forget_columns(self) -> None:
        self.choice.forget()
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # -- selection

    def selected_ranges(self) -> list[tuple[int, int]]:
        """Selected rows as (first row, how many), from the top."""
        parts = self.selectionModel().selection().toList()
        return sorted({(part.top(), part.bottom() - part.top() + 1) for part in parts})

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(many for _first, many in self.selected_ranges())

    def gather_selected(self, told: object) -> None:
        """Hand the selected rows to a function of a list of `Row`."""
        assert callable(told)
        self.list_model.gather(self.selected_ranges(), told)

    def select_id(self, identity: int) -> None:
        """Make a record the current one, wherever it stands in the list."""
        self.list_model.locate(identity, self._go_to)

    def _go_to(self, at: int) -> None:
        if 0 <= at < self.list_model.rowCount():
            self.selectRow(at)
            self.scrollTo(self.list_model.index(at, self.head.first_column))
            self._tell_picked()

    def move_by(self, rows: int) -> None:
        """Go to the next or previous record."""
        self._go_to(self.currentIndex().row() + rows)

    def clear_selected(self) -> None:
        """Keep only the current row."""
        self._go_to(self.currentIndex().row())

    def _remember(self) -> None:
        rows = [
            row.id
            for first, many in self.selected_ranges()
            for at in range(first, min(first + many, first + MOST_FOUND_AGAIN))
            if (row := self.list_model.known(at)) is not None
        ]
        known = self.current_id in rows and len(rows) <= MOST_FOUND_AGAIN
        self._again = rows if known else []

    def _find_again(self) -> None:
        self.scrollToTop()
        self._selection_changed()
        if not self.list_model.rowCount():
            self._tell_picked()
        elif self.current_id:
            self.list_model.locate(self.current_id, self._found_current)
        else:
            self._go_to(0)

    def _found_current(self, at: int) -> None:
        self._go_to(max(at, 0))
        others = [identity for identity in self._again if identity != self.current_id]
        self._again = []
        for identity in others:
            self.list_model.locate(identity, self._add_row)

    def _add_row(self, at: int) -> None:
        if at >= 0:
            index = self.list_model.index(at, 0)
            both = QItemSelection(index, index)
            self.selectionModel().select(both, Flag.Select | Flag.Rows)

    def _selection_changed(self) -> None:
        self.selected.emit(self.selected_count())

    def _tell_picked(self) -> None:
        self._rest.stop()
        row = (
            self.list_model.known(self.currentIndex().row())
            if self.currentIndex().isValid()
            else None
        )
        identity = row.id if row is not None else 0
        if row is None and self.currentIndex().isValid():
            self._rest.start()
            return
        if identity != self._told or not identity:
            self._told = identity
            self.current_id = identity or self.current_id
            self.picked.emit(identity)

    def _open(self, at: int) -> None:
        row = self.list_model.known(at)
        if row is not None:
            self.opened.emit(row.id)

    # -- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self._go_to(0 if event.key() == Qt.Key.Key_Home else self.list_model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: searching a long list row by row would hold the window up; there is Ctrl+F."""

    def copy(self) -> None:
        """Put the selected rows on the clipboard as cells, in the order of the columns shown."""
        spans, left = [], MOST_COPIED
        for first, many in self.selected_ranges():
            spans.append((first, min(many, left)))
            left -= spans[-1][1]
        self.list_model.gather([span for span in spans if span[1]], self._copied)

    def _copied(self, rows: list[Row]) -> None:
        shown = [at for at in range(len(self.list_model.columns)) if not self.isColumnHidden(at)]
        cells = ([row.cells[at] for at in shown] for row in rows)
        QGuiApplication.clipboard().setMimeData(as_cells(cells))
        self.copied.emit(len(rows))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.delegate.hovered_row:
            self.delegate.hovered_row = row
            self.viewport().update()
