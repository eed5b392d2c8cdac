"""The list half of a register page: title and actions, search, filters, the table itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.values.numbers import show_number
from ui.pages.filter_row import ALL, FilterRow
from ui.pages.fresh_options import FreshOptions
from ui.pages.list_bars import FilterOrSelection, SelectionRow
from ui.pages.no_match import NoMatch
from ui.pages.widths import Width
from ui.source import Query, RegisterFacts
from ui.table.view import ListTable
from ui.theme.following import follow_size, high
from ui.theme.sizes import LIST_LEAST, PAGE_HEADER
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button, menu_button
from ui.widgets.chips import Switch
from ui.widgets.fields import SearchField
from ui.widgets.text import ElidedLabel

TABLE, NOTHING = 0, 1
BESIDE = 330


class ListPane(QWidget):
    """Asks the table what the search field and the filters say.

    Signals: `wanted` names an act (add, import, print with a document after a colon…), `said` a
    line with counts, `turned` the register of another view, `waiting` how many records wait.
    """

    wanted = Signal(str)
    said = Signal(str)
    turned = Signal(str)
    waiting = Signal(int)

    def __init__(self, facts: RegisterFacts, table: ListTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.facts, self.table = facts, table
        table.setAccessibleName(facts.title)
        self.search = SearchField(facts.search_hint or "Tìm… không cần gõ dấu")
        self.filters = FilterRow(facts)
        self.options = FreshOptions(facts.filters, self.filters, table.list_model)
        self._build()
        self._listen()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        upper = QVBoxLayout()
        column.addLayout(upper)
        upper.setContentsMargins(16, 0, 16, 10)
        upper.setSpacing(10)
        upper.addWidget(self._head())
        self._upper = upper
        across = self._across = QHBoxLayout()
        upper.addLayout(across)
        across.setSpacing(10)
        across.addWidget(self.search, 1)
        self.views = Switch(self.facts.beside)
        self.views.choose(self.facts.name)
        self.views.changed.connect(self._turn)
        across.addWidget(self.views)
        self._beside = False
        self.bars = FilterOrSelection(self.filters, SelectionRow(_many(self), self.facts.settable))
        upper.addWidget(self.bars)
        follow_size(self.bars, lambda: fit_bars(self.bars, beside=self._beside))
        self.lists = QStackedWidget(self)
        self.lists.addWidget(self.table)
        self.no_match = NoMatch(self.clear, self._act("find"))
        self.lists.addWidget(self.no_match)
        column.addWidget(self.lists, 1)
        self.setTabOrder(self.bars.findChildren(QAbstractButton)[-1], self.table)

    def _turn(self, name: str) -> None:
        self.views.choose(self.facts.name)
        self.turned.emit(name)

    def _put_bars(self, *, beside: bool) -> None:
        """Filters under the search field, or beside it where height is dear and width is not."""
        self.filters.set_count_shown(shown=not beside)
        (self._across if beside else self._upper).addWidget(self.bars)
        self._beside = beside
        self.bars.set_beside(beside=beside)
        fit_bars(self.bars, beside=beside)

    def _act(self, name: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(name)

    def _head(self) -> QWidget:
        head = QWidget(self)
        high(head, PAGE_HEADER, -13)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 11, 0, 0)
        row.setSpacing(8)
        facts = self.facts
        row.addWidget(ElidedLabel(facts.title, "title"), 1)
        self.import_button = button("Nhập Excel", "", "file-import-outline", self._act("import"))
        self.print_button = menu_button("In", self._print_menu())
        self.add_button = button(f"Thêm {facts.noun}", "primary", "plus", self._act("add"))
        self.more_button = icon_button("dots-horizontal", "Việc khác", done=self._act("more"))
        for part in (self.import_button, self.print_button, self.add_button, self.more_button):
            row.addWidget(part)
        return head

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        for document, title in self.facts.prints:
            menu.addAction(title).triggered.connect(self._act(f"print:{document}"))
        return menu

    def _listen(self) -> None:
        self.search.searched.connect(lambda _words: self.ask())
        self.search.left_downward.connect(self.table.setFocus)
        self.filters.changed.connect(self.ask)
        model = self.table.list_model
        model.began.connect(self._began)
        model.counted.connect(self._counted)
        self.table.chosen.changed.connect(self._selected)
        self.table.copied.connect(lambda many: self.said.emit(f"Đã chép {show_number(many)} dòng"))

    def query(self) -> Query:
        """What is searched for now."""
        return Query(self.search.text(), self.filters.filters())

    def ask(self) -> None:
        """Have the table show it."""
        self.table.ask(self.query())

    def clear(self) -> bool:
        """Search for nothing in particular; tells whether anything was cleared."""
        had = bool(self.search.text() or self.filters.filters())
        self.search.clear()
        self.search.tell()
        self.filters.clear()
        self.table.setFocus()
        return had

    def is_empty(self) -> bool:
        """Whether the register itself holds nothing, rather than nothing that matches."""
        query = self.query()
        return not (self.table.list_model.rowCount() or query.search or query.filters)

    def _began(self) -> None:
        nothing = self.table.list_model.rowCount() == 0
        self.lists.setCurrentIndex(NOTHING if nothing else TABLE)
        self.no_match.show_words(self.facts.noun, self.search.text())

    def _counted(self, total: int) -> None:
        self.filters.show_count(f"{show_number(total)} {self.facts.noun}")
        self.tell()
        query = self.query()
        if query.search or query.filters:
            return
        self.filters.show_chip_count(ALL, total)
        for one in self.facts.filters:
            if not one.choosable:
                self._count_of(one.key, partial(self.filters.show_chip_count, one.key))
        if self.facts.waits:
            self._count_of(self.facts.waits, self.waiting.emit)

    def _count_of(self, key: str, told: Callable[[int], None]) -> None:
        self.table.list_model.count_of(Query(filters=((key, "1"),)), told)

    def _selected(self, count: int) -> None:
        self.bars.show_selected(count)
        self.tell()

    def tell(self) -> None:
        """Say how many there are and how many are selected."""
        total = self.table.list_model.total
        if total is None:
            return
        if not total and self.is_empty():
            self.said.emit("Chưa có bản ghi")
            return
        words = f"{show_number(total)} {self.facts.noun}"
        chosen = self.table.chosen.count()
        self.said.emit(f"{words} · đang chọn {show_number(chosen)}" if chosen else words)

    def go_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose_columns(self) -> None:
        """Open the choice of columns under the heading."""
        self.table.open_column_menu(QPoint(0, self.table.head.height()))

    def set_width(self, width: Width) -> None:
        """Take the layout for a width of the window."""
        little = width is Width.MEDIUM
        self.table.room = width.room
        self._put_bars(beside=width is Width.ONE)
        self.filters.set_room(little=width < Width.USUAL)
        self.import_button.setVisible(self.facts.can_import and not little)
        self.add_button.setVisible(self.facts.can_add)
        self.print_button.setVisible(bool(self.facts.prints) and not little)
        self.more_button.setVisible(width < Width.USUAL)
        self.views.setVisible(bool(self.facts.beside) and width >= Width.USUAL)
        self.setMinimumWidth(LIST_LEAST if width >= Width.USUAL else 0)
        self.table.lay_out()


def fit_bars(bars: QWidget, *, beside: bool) -> None:
    """Keep room for the filters where they stand beside the search field."""
    bars.setMinimumWidth(theme().px(BESIDE) if beside else 0)


def _many(pane: ListPane) -> dict[str, Callable[[], object]]:
    """What can be done with several records of a list, by the names of the acts."""
    facts = pane.facts
    if facts.act == "edit":
        join = ("join",) if "join" in facts.own_acts else ()
        names = ("print", *facts.many, *join, *(("delete",) if facts.can_edit else ()))
    else:
        names = (facts.act, *facts.own_acts) if facts.act == "restore" else ()

    def act(name: str) -> Callable[[], object]:
        return lambda: pane.wanted.emit(name)

    return {name: act(name) for name in (*names, "deselect")}
