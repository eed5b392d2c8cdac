"""The list on screen: sorting, columns, copying and keys, all over `ListModel`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from ui.source import Order, Query, Row, Settings
from ui.table.chosen import Chosen
from ui.table.columns import ColumnChoice, Room, spread
from ui.table.copying import as_cells
from ui.table.delegate import ListDelegate
from ui.table.header import ListHeader
from ui.table.model import ListModel
from ui.theme.sizes import TABLE_HEADER, TABLE_ROW
from ui.theme.theme import theme
from ui.widgets.buttons import ENTER

MOST_COPIED = 50_000
WIDE_LIST = 960
"""Logical pixels from which further columns leave the first one room."""
WITH_ARROWS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier


class ListTable(QTableView):
    """A list of one register; `chosen` knows what is selected.

    Signals: `opened` a record on Enter or double click; `ordered` another order; `copied` how
    many rows.
    """

    opened = Signal(int)
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
        self._laying_out = False
        self._prepare()
        self.setModel(model)
        self.chosen = Chosen(self, model)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.head.sectionClicked.connect(self._sort)
        self.head.sectionResized.connect(self._widened)
        self.head.customContextMenuRequested.connect(self.open_column_menu)
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
        wide = self.viewport().width() >= theme().px(WIDE_LIST)
        shown = self.choice.visible(self.room if wide else min(self.room, Room.USUAL))
        self._laying_out = True
        for at in range(len(self.list_model.columns)):
            self.setColumnHidden(at, at not in shown)
        first = shown[0] if shown else 0
        self.head.first_column = self.delegate.first_column = first
        self.head.use_short = self.room is Room.LITTLE
        for at, width in zip(shown, self._widths(shown), strict=True):
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
        self.column_menu().popup(self.head.mapToGlobal(place))

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
        back = menu.addAction("Trở lại các cột ban đầu")
        back.triggered.connect(lambda _on: self._toggle(""))
        return menu

    def _toggle(self, key: str) -> None:
        if key:
            self.choice.toggle(key, self._shown_keys())
        else:
            self.choice.forget()
        self.lay_out()

    def _shown_keys(self) -> list[str]:
        columns = self.list_model.columns
        return [columns[at].key for at in range(len(columns)) if not self.isColumnHidden(at)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # -- keys and mouse

    def _open(self, at: int) -> None:
        row = self.list_model.known(at) if at >= 0 else None
        if row is not None:
            self.opened.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move select the row they reach: what is shown beside is what is acted upon."""
        key, last = event.key(), self.list_model.rowCount() - 1
        walks = not event.modifiers() & ~WITH_ARROWS
        if event.matches(QKeySequence.StandardKey.Copy):
            self.chosen.gather(self._copy, MOST_COPIED)
        elif key in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.chosen.row())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and walks:
            self.chosen.go_to(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and walks:
            super().keyPressEvent(QKeyEvent(event.type(), key, Qt.KeyboardModifier.NoModifier))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: searching a long list row by row would hold the window up; there is Ctrl+F."""

    def _copy(self, rows: list[Row]) -> None:
        """Put rows on the clipboard as cells, in the order of the columns shown."""
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
