"""A register: its list, and beside it the record that is selected.

The page knows neither how records are stored nor what happens with them: it says what is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ActionSet, Scope
from ui.pages.detail_pane import DetailPane
from ui.pages.list_bars import ALL, FilterOrSelection, FilterRow, SelectionRow
from ui.pages.no_match import NoMatch
from ui.source import Bundle, Detail, Query, Row, Settings
from ui.table.columns import Room
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Asker
from ui.theme.sizes import (
    DETAIL_LEAST,
    DETAIL_MEDIUM,
    DETAIL_MOST,
    DETAIL_WIDE,
    DETAIL_WIDTH,
    LIST_LEAST,
    PAGE_HEADER,
)
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button, menu_button
from ui.widgets.empty_state import Beginning, EmptyState
from ui.widgets.fields import SearchField
from ui.widgets.page_head import PageHead
from ui.widgets.text import ElidedLabel

HINTS = ("edit", "add", "search", "print", "find", "keys")
NARROW_HINTS = ("open", *HINTS)
MORE = ("import", "print", "columns", "", "refresh", "", "delete")
FULL, LIST, EMPTY = 0, 0, 1


class Width(IntEnum):
    """The layouts of the look's section 4, by logical width of the window."""

    ONE = 0
    MEDIUM = 1000
    USUAL = 1180
    WIDE = 1600

    @classmethod
    def of(cls, logical: int) -> Width:
        """The layout for a window of a logical width."""
        return max(width for width in cls if logical >= width)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants done: an act, for which records, or for all a query finds."""

    act: str
    identities: tuple[int, ...] = ()
    query: Query = field(default_factory=Query)
    detail: str = ""


DETAIL_WIDTHS = {Width.MEDIUM: DETAIL_MEDIUM, Width.USUAL: DETAIL_WIDTH, Width.WIDE: DETAIL_WIDE}


class RegisterPage(QWidget):
    """List and detail of one register.

    Signals: `wished` an act the shell performs, `told` a line for the key bar, `hinted` the keys
    that work now.
    """

    wished = Signal(object)
    told = Signal(str)
    hinted = Signal(object)

    def __init__(
        self, bundle: Bundle, asker: Asker, settings: Settings, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self.facts, self._bundle, self._settings = bundle.facts, bundle, settings
        self.model = ListModel(bundle.rows, asker, today, self)
        self.table = ListTable(self.facts.name, self.model, settings)
        self.detail = DetailPane(self.facts.name, settings, today)
        self.search = SearchField(self.facts.search_hint)
        self.filters = FilterRow(self.facts)
        self.acts = ActionSet(self, Scope.REGISTER, self._handlers())
        self._width = Width.USUAL
        self._wanted = self._shown = 0
        self._looked = False
        self._build()
        self._listen()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "add": lambda: self._wish("add"),
            "edit": lambda: self._wish("edit", self._current()),
            "search": self._go_search,
            "print": lambda: self._print(""),
            "import": lambda: self._wish("import"),
            "delete": self._delete,
            "refresh": self.refresh,
            "next": lambda: self.table.move_by(1),
            "previous": lambda: self.table.move_by(-1),
            "next_tab": lambda: self.detail.turn_tab(1),
            "previous_tab": lambda: self.detail.turn_tab(-1),
            "back": self._back,
            "columns": self._choose_columns,
        }

    # -- building

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._list_pane())
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.splitter)
        self.pages.addWidget(self._empty_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _list_pane(self) -> QWidget:
        self.list_pane = QWidget()
        self.list_pane.setProperty("k", "surface")
        column = QVBoxLayout(self.list_pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(16, 0, 16, 10)
        upper.setSpacing(10)
        upper.addWidget(self._head())
        upper.addWidget(self.search)
        acts = (("In", lambda: self._print("")), ("Xóa", self._delete),
                ("Bỏ chọn", self.table.clear_selected))  # fmt: skip
        self.bars = FilterOrSelection(self.filters, SelectionRow(acts))
        upper.addWidget(self.bars)
        column.addLayout(upper)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.no_match = NoMatch(self._clear, lambda: self._wish("find"))
        self.lists.addWidget(self.no_match)
        column.addWidget(self.lists, 1)
        return self.list_pane

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(theme().px(PAGE_HEADER) - 13)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 11, 0, 0)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(self.facts.title, "title"), 1)
        self.import_button = button("Nhập Excel", icon="file-import-outline",
                                    done=lambda: self._wish("import"))  # fmt: skip
        self.print_button = menu_button("In", self._print_menu())
        self.add_button = button(f"Thêm {self.facts.noun}", "primary", "plus",
                                 lambda: self._wish("add"))  # fmt: skip
        self.more_button = icon_button("dots-horizontal", "Việc khác", done=self._more)
        self.import_button.setVisible(self.facts.can_import)
        self.add_button.setVisible(self.facts.can_add)
        for part in (self.import_button, self.print_button, self.add_button, self.more_button):
            row.addWidget(part)
        return head

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        for document, title in self.facts.prints:
            menu.addAction(title).triggered.connect(lambda _on, one=document: self._print(one))
        return menu

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        noun, ways = self.facts.noun, []
        if self.facts.can_add:
            ways.append(
                Beginning("plus", f"Thêm từng {noun}", "Gõ từng mục một, sửa lúc nào cũng được.",
                          f"Thêm {noun} đầu tiên", lambda: self._wish("add"), "Ctrl+N")
            )  # fmt: skip
        if self.facts.can_import:
            words = "Dùng tệp danh sách đang có. Phần mềm tự ghép cột, báo chỗ sai trước khi ghi."
            ways.append(
                Beginning("microsoft-excel", "Nhập từ Excel", words, "Chọn tệp Excel",
                          lambda: self._wish("import"), "Ctrl+I")
            )  # fmt: skip
        column.addWidget(PageHead(self.facts.title))
        sentence = self.facts.empty or f"{self.facts.title} còn trống"
        hint = "Bắt đầu bằng cách nào cũng được, sau này vẫn sửa và nhập thêm được."
        column.addWidget(EmptyState(self.facts.icon, sentence, hint, ways), 1)
        return page

    def _listen(self) -> None:
        self.search.searched.connect(lambda _words: self._ask())
        self.search.left_downward.connect(self.table.setFocus)
        self.filters.changed.connect(self._ask)
        self.model.began.connect(self._began)
        self.model.counted.connect(self._counted)
        self.table.picked.connect(self._picked)
        self.table.selected.connect(self._selected)
        self.table.opened.connect(self._opened)
        self.table.copied.connect(lambda many: self.told.emit(f"Đã chép {many} dòng"))
        self.detail.wanted.connect(self._wanted_act)
        self.detail.acted.connect(lambda name: self._wish(name, self._current()))
        self.splitter.splitterMoved.connect(self._keep_split)

    # -- the list

    def query(self) -> Query:
        """What is searched for now."""
        return Query(self.search.text(), self.filters.filters())

    def _ask(self) -> None:
        self.table.ask(self.query())

    def open(self) -> None:
        """Read the list, the first time and whenever the page is shown again."""
        if not self._looked:
            self._looked = True
            self._ask()
        self.hinted.emit(self._hints())
        self._tell()

    def refresh(self) -> None:
        """Read everything again after a change."""
        self._shown = 0
        if self._looked:
            self.model.refresh()

    def select(self, identity: int) -> None:
        """Go to a record, without filters if it is not in the list."""
        self._looked = True
        self.table.current_id = identity
        self.search.clear()
        self.search.tell()
        self.filters.clear()

    def _began(self) -> None:
        query = self.query()
        nothing = self.model.rowCount() == 0
        empty = nothing and not query.search and not query.filters
        self.pages.setCurrentIndex(EMPTY if empty else FULL)
        self.lists.setCurrentIndex(1 if nothing else 0)
        self.no_match.show_words(self.facts.noun, query.search)
        if nothing:
            self.detail.show_detail(None)
            self._shown = 0
        elif self._wanted != self._shown:
            self._fetch(self._wanted)

    def _counted(self, total: int) -> None:
        query = self.query()
        self.filters.show_count(f"{_thousands(total)} {self.facts.noun}")
        self._tell()
        if query.search or query.filters:
            return
        self.filters.show_chip_count(ALL, total)
        for one in self.facts.filters:
            if not one.options:
                told = partial(self.filters.show_chip_count, one.key)
                self.model.count_of(Query(filters=((one.key, "1"),)), told)

    def _tell(self) -> None:
        total = self.model.total
        if total is None:
            return
        words = f"{_thousands(total)} {self.facts.noun}"
        chosen = self.table.selected_count()
        self.told.emit(f"{words} · đang chọn {_thousands(chosen)}" if chosen else words)

    def _selected(self, count: int) -> None:
        self.bars.show_selected(count)
        self._tell()

    # -- the record

    def _current(self) -> int:
        row = self.model.known(self.table.currentIndex().row())
        return row.id if row is not None else 0

    def _picked(self, identity: int) -> None:
        self._wanted = identity
        self.detail.show_place(self.table.currentIndex().row(), self.model.total or 0)
        self._fetch(identity)

    def _fetch(self, identity: int) -> None:
        if not identity:
            self.detail.show_detail(None)
            return
        self.model.aside(
            lambda: self._bundle.detail.detail(identity), lambda got: self._came(identity, got)
        )

    def _came(self, identity: int, got: object) -> None:
        if identity == self._wanted:
            self._shown = identity
            self.detail.show_detail(got if isinstance(got, Detail) else None)
            at = self.table.currentIndex().row()
            self.detail.show_place(at, self.model.total or self.model.rowCount())

    def _opened(self, identity: int) -> None:
        if self._width is Width.ONE:
            self._show_one(detail=True)
        else:
            self._wish("edit", identity)

    # -- wishes

    def _wanted_act(self, name: str) -> None:
        if name == "more":
            self._more()
        else:
            self.acts.run(name)

    def _wish(self, act: str, identity: int = 0, detail: str = "") -> None:
        if act == "edit" and not identity:
            return
        chosen = (identity,) if identity else ()
        self.wished.emit(Wish(act, chosen, self.query(), detail))

    def _print(self, document: str) -> None:
        if self.table.selected_count() > 1:
            self._with_selected("print", document)
        else:
            self._wish("print", detail=document)

    def _delete(self) -> None:
        if self.table.selected_count():
            self._with_selected("delete", "")

    def _with_selected(self, act: str, detail: str) -> None:
        def told(rows: Sequence[Row]) -> None:
            identities = tuple(row.id for row in rows)
            self.wished.emit(Wish(act, identities, self.query(), detail))

        self.table.gather_selected(told)

    # -- moving about

    def _go_search(self) -> None:
        self._show_one(detail=False)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _back(self) -> None:
        if self._width is Width.ONE and self.detail.isVisible():
            self._show_one(detail=False)
        elif self.search.text() or self.filters.filters():
            self._clear()
        self.table.setFocus()

    def _clear(self) -> None:
        self.search.clear()
        self.search.tell()
        self.filters.clear()
        self.table.setFocus()

    def _choose_columns(self) -> None:
        self.table.open_column_menu(self.table.head.rect().bottomLeft())

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.acts.fill(menu, MORE)
        menu.popup(self.cursor().pos())

    def areas(self) -> list[QWidget]:
        """Where F6 goes in turn."""
        return [self.table, self.detail.tabs]

    def _hints(self) -> tuple[str, ...]:
        return NARROW_HINTS if self._width is Width.ONE else HINTS

    # -- widths

    def set_width(self, width: Width) -> None:
        """Take the layout for a width of the window."""
        self._width = width
        one, little = width is Width.ONE, width is Width.MEDIUM
        room = {Width.WIDE: Room.MUCH, Width.MEDIUM: Room.LITTLE}.get(width, Room.USUAL)
        self.table.room = room
        self.filters.set_room(little=little)
        self.import_button.setVisible(self.facts.can_import and not little)
        self.print_button.setVisible(not little)
        self.detail.back_button.setVisible(one)
        self.detail.setMinimumWidth(0 if one else DETAIL_LEAST)
        self.detail.setMaximumWidth(16_777_215 if one else DETAIL_MOST)
        self.list_pane.setMinimumWidth(0 if one or little else LIST_LEAST)
        self._show_one(detail=False)
        if not one:
            self._split(width)
        self.table.lay_out()

    def _show_one(self, *, detail: bool) -> None:
        one = self._width is Width.ONE
        self.list_pane.setVisible(not one or not detail)
        self.detail.setVisible(not one or detail)
        if one and detail:
            self.detail.tabs.setFocus()

    def _split(self, width: Width) -> None:
        kept = self._settings.get(f"split/{self.facts.name}/{width.name}")
        detail = int(kept) if kept.isdecimal() else DETAIL_WIDTHS[width]
        whole = max(self.width(), self.splitter.width())
        self.splitter.setSizes([max(whole - detail - 1, 1), detail])

    def _keep_split(self) -> None:
        detail = str(self.splitter.sizes()[1])
        self._settings.put(f"split/{self.facts.name}/{self._width.name}", detail)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
