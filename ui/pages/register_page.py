"""A register: its list, and beside it the record that is selected.

The page knows neither how records are stored nor what happens with them: it says what is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ActionSet, Scope
from ui.pages.detail_pane import DetailPane
from ui.pages.empty_register import EmptyRegister
from ui.pages.list_pane import ListPane
from ui.pages.widths import Width
from ui.source import Bundle, Detail, Query, Row, Settings
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Asker
from ui.theme.sizes import DETAIL_LEAST, DETAIL_MOST

HINTS = ("edit", "add", "search", "print", "find", "keys")
NARROW_HINTS = ("open", *HINTS)
EMPTY_HINTS = ("add", "import", "keys")
MORE = ("import", "print", "columns", "", "refresh", "", "delete")
FULL, EMPTY = 0, 1
UNBOUNDED = 16_777_215


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants done: an act, for which records, or for all a query finds."""

    act: str
    identities: tuple[int, ...] = ()
    query: Query = field(default_factory=Query)
    detail: str = ""


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
        self.list = ListPane(self.facts, self.table)
        self.detail = DetailPane(self.facts.name, settings, today)
        self.acts = ActionSet(self, Scope.REGISTER, self._handlers())
        self._width: Width | None = None
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
            "columns": self.list.choose_columns,
        }

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.splitter)
        self.empty = EmptyRegister(self.facts, self._wish)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _listen(self) -> None:
        self.model.began.connect(self._began)
        self.table.picked.connect(self._picked)
        self.table.opened.connect(self._opened)
        self.list.said.connect(self.told)
        self.list.wanted.connect(self._wanted_act)
        self.detail.wanted.connect(self._wanted_act)
        self.detail.acted.connect(lambda name: self._wish(name, self._current()))
        self.splitter.splitterMoved.connect(self._keep_split)

    # -- the list

    def open(self) -> None:
        """Read the list, the first time and whenever the page is shown again."""
        if not self._looked:
            self._looked = True
            self.list.ask()
        self._hint()
        self.list.tell()

    def refresh(self) -> None:
        """Read everything again after a change."""
        self._shown = 0
        if self._looked:
            self.model.refresh()

    def select(self, identity: int) -> None:
        """Go to a record, whatever was searched for before."""
        self._looked = True
        self.table.current_id = identity
        if not self.list.clear():
            self.list.ask()

    def query(self) -> Query:
        """What the list shows."""
        return self.list.query()

    def _began(self) -> None:
        self.pages.setCurrentIndex(EMPTY if self.list.is_empty() else FULL)
        if self.isVisible():
            self._hint()
            self.take_focus()
        if not self.model.rowCount():
            self.detail.show_detail(None)
            self._shown = 0
        elif self._wanted != self._shown:
            self._fetch(self._wanted)

    # -- the record

    def _current(self) -> int:
        row = self.model.known(self.table.currentIndex().row())
        return row.id if row is not None else 0

    def _picked(self, identity: int) -> None:
        self._wanted = identity
        self._fetch(identity)

    def _fetch(self, identity: int) -> None:
        if not identity:
            self.detail.show_detail(None)
            return
        source = self._bundle.detail
        self.model.aside(lambda: source.detail(identity), lambda got: self._came(identity, got))

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
        act, _colon, document = name.partition(":")
        if act == "more":
            self._more()
        elif act == "print":
            self._print(document)
        elif act in self.acts.actions:
            self.acts.run(act)
        else:
            self._wish(act)

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
        self.list.go_search()

    def _back(self) -> None:
        if self._width is Width.ONE and self.detail.isVisible():
            self._show_one(detail=False)
            self.table.setFocus()
        else:
            self.list.clear()

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.acts.fill(menu, MORE)
        menu.popup(QCursor.pos())

    def take_focus(self) -> None:
        """Put the focus where work begins, unless it is somewhere on this page already."""
        focused = QApplication.focusWidget()
        inside = focused is not None and focused.isVisible() and self.isAncestorOf(focused)
        if inside and focused is not self.empty.first:
            return
        place = self.empty.first if self.pages.currentIndex() == EMPTY else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> list[QWidget]:
        """Where F6 goes in turn."""
        return [self.table, self.detail.tabs]

    def _hint(self) -> None:
        names = NARROW_HINTS if self._width is Width.ONE else HINTS
        self.hinted.emit(EMPTY_HINTS if self.pages.currentIndex() == EMPTY else names)

    # -- widths

    def set_width(self, width: Width) -> None:
        """Take the layout for a width of the window."""
        if width is self._width:
            return
        self._width = width
        one = width is Width.ONE
        self.detail.back_button.setVisible(one)
        self.detail.setMinimumWidth(0 if one else DETAIL_LEAST)
        self.detail.setMaximumWidth(UNBOUNDED if one else DETAIL_MOST)
        self.list.set_width(width)
        self._show_one(detail=False)
        if not one:
            self._split(width)

    def _show_one(self, *, detail: bool) -> None:
        one = self._width is Width.ONE
        self.list.setVisible(not one or not detail)
        self.detail.setVisible(not one or detail)
        if one and detail:
            self.detail.tabs.setFocus()

    def _split(self, width: Width) -> None:
        kept = self._settings.get(f"split/{self.facts.name}/{width.name}")
        detail = int(kept) if kept.isdecimal() else width.detail
        whole = max(self.width(), self.splitter.width())
        self.splitter.setSizes([max(whole - detail - 1, 1), detail])

    def _keep_split(self) -> None:
        if self._width is None:
            return
        detail = str(self.splitter.sizes()[1])
        self._settings.put(f"split/{self.facts.name}/{self._width.name}", detail)
