"""A register: its list, and beside it the record that is selected.

The page knows neither how records are stored nor what happens with them: it says what is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from ui.actions import BY_ID, ActionSet, Scope
from ui.pages.detail_feed import DetailFeed
from ui.pages.detail_pane import DetailPane
from ui.pages.empty_register import PanesOrEmpty
from ui.pages.list_pane import ListPane
from ui.pages.many_values import ManyValues
from ui.pages.two_panes import TwoPanes
from ui.pages.widths import Width
from ui.pages.wishes import Wishes
from ui.source import Bundle, Query, Settings
from ui.table.model import ListModel
from ui.table.order_menu import order_menu
from ui.table.view import ListTable
from ui.table.worker import Asker
from ui.widgets.buttons import open_below

HINTS = ("edit", "add", "search", "print", "find", "keys")
NARROW_HINTS = ("open", *HINTS)
EMPTY_HINTS = ("add", "import", "keys")
MORE = ("import", "print", "sort", "columns", "", "refresh", "", "delete")
OWN = ("", "review", "add_activity", "add_member", "print_members", "twins", "join", "erase")
ALWAYS = ("open", "find", "keys")


class RegisterPage(QWidget):
    """List and detail of one register.

    Signals: `told` a line for the key bar, `hinted` the keys that work now; `wishes.wished` an
    act that the shell performs.
    """

    told = Signal(str)
    hinted = Signal(object)

    def __init__(
        self,
        bundle: Bundle,
        asker: Asker,
        settings: Settings,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.facts = bundle.facts
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.pages = PanesOrEmpty(self)
        self.column.addWidget(self.pages)
        self.panes = TwoPanes(self.facts.name, settings, self.pages)
        self.pages.addWidget(self.panes)
        self.model = ListModel(bundle.rows, asker, today, self)
        self.table = ListTable(self.facts.name, self.model, settings)
        self.list = ListPane(self.facts, self.table, self.panes)
        self.detail = DetailPane(self.facts, settings, today, self.model.aside, self.panes)
        self.panes.hold(self.list, self.detail)
        self.wishes = Wishes(self.list)
        self.many = ManyValues(self.list, bundle.form, self.wishes)
        self.feed = DetailFeed(self.detail, bundle.detail, self.model, self.table.chosen)
        self.acts = ActionSet(self, Scope.REGISTER, self._handlers())
        own = self._own_handlers()
        scope = BY_ID[next(iter(own))].scope if own else Scope.KEPT
        self.own_acts = ActionSet(self, scope, own)
        for act in ("edit", "delete"):
            self.acts.enable(act, on=self.facts.can_edit)
        self._looked = False
        self._listen()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        chosen, facts = self.table.chosen, self.facts
        kept = facts.act == "edit"
        may: dict[str, tuple[bool, Callable[[], object]]] = {
            "add": (facts.can_add, lambda: self.wishes.plain("add")),
            "edit": (kept, lambda: self.wishes.current("edit")),
            "print": (kept or bool(facts.prints), self.wishes.printed),
            "import": (facts.can_import, lambda: self.wishes.plain("import")),
            "delete": (kept, lambda: self.wishes.selected("delete")),
        }
        return {name: act for name, (on, act) in may.items() if on} | {
            "search": self._go_search,
            "refresh": self.refresh,
            "next": lambda: chosen.move_by(1),
            "previous": lambda: chosen.move_by(-1),
            "next_tab": lambda: self.detail.turn_tab(1),
            "previous_tab": lambda: self.detail.turn_tab(-1),
            "back": self._back,
            "deselect": chosen.only_current,
            "columns": self.list.choose_columns,
            "sort": lambda: open_below(order_menu(self.table), self.table.head),
            "set_field": self.many.ask,
        }

    def _own_handlers(self) -> dict[str, Callable[[], object]]:
        wishes = self.wishes
        special: dict[str, Callable[[], object]] = {
            "join": lambda: wishes.selected("join"),
            "restore": lambda: wishes.selected("restore"),
            "erase": lambda: wishes.selected("erase"),
            "undo_change": self._undo_change,
        }
        first = (self.facts.act,) if self.facts.act in special else ()
        names = (*first, *self.facts.own_acts)
        own = {name: special.get(name, partial(wishes.current, name)) for name in names}
        return own | {name: partial(wishes.selected, name) for name in self.facts.many}

    def _undo_change(self) -> None:
        if self.detail.edit_button.isEnabled():
            self.wishes.current("undo_change")

    def _listen(self) -> None:
        self.model.began.connect(self._began)
        self.table.opened.connect(lambda _identity: self._open_record())
        self.list.said.connect(self.told)
        self.list.wanted.connect(self._wanted)
        self.detail.wanted.connect(self._wanted)
        own, current = self.own_acts, self.wishes.current
        self.detail.acted.connect(
            lambda name: own.run(name) if name in own.actions else current(name)
        )

    def open(self) -> None:
        """Read the list, the first time and whenever the page is shown again."""
        if not self._looked:
            self._looked = True
            self.list.ask()
        self._hint()
        self.list.tell()

    def refresh(self) -> None:
        """Read everything again after a change."""
        self.feed.forget()
        if self._looked:
            self.list.options.forget()
            self.model.refresh()

    def select(self, identity: int) -> None:
        """Go to a record, whatever was searched for before."""
        self._looked = True
        self.table.chosen.want(identity)
        if not self.list.clear():
            self.list.ask()

    def query(self) -> Query:
        """What the list shows."""
        return self.list.query()

    def _began(self) -> None:
        before = self.pages.is_empty
        self.pages.show_panes(self.facts, self.wishes.plain, empty=self.list.is_empty())
        if self.isVisible():
            self._hint()
            self.take_focus(stay=self.pages.is_empty == before)

    def _open_record(self) -> None:
        if self.panes.width_now is Width.ONE:
            self.panes.show_one(detail=True)
        else:
            self._open_current()

    def _open_current(self) -> None:
        if self.facts.has_page:
            self.wishes.current("open")
        else:
            self._wanted(self.facts.act)

    def _wanted(self, name: str) -> None:
        act, _colon, document = name.partition(":")
        if act == "more":
            self._more()
        elif act == "print_record":
            self.wishes.current("print")
        elif document:
            self.wishes.printed(document)
        elif act in self.acts.actions:
            self.acts.run(act)
        elif act in self.own_acts.actions:
            self.own_acts.run(act)
        else:
            self.wishes.plain(act)

    def _go_search(self) -> None:
        self.panes.show_one(detail=False)
        self.list.go_search()

    def _back(self) -> None:
        if self.many.stop():
            return
        if self.panes.shows_detail_only():
            self.panes.show_one(detail=False)
            self.table.setFocus()
        else:
            self.list.clear()

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.acts.fill(menu, MORE)
        self.own_acts.fill(menu, OWN)
        for name, word in self.facts.beside:
            if name != self.facts.name and self.list.views.isHidden():
                menu.addAction(word).triggered.connect(
                    lambda _on, to=name: self.list.turned.emit(to)
                )
        own, beside = self.list.more_button, self.detail.more_button
        above = own if own.hasFocus() or not beside.isVisible() else beside
        open_below(menu, above)

    def take_focus(self, *, stay: bool = True) -> None:
        """Put the focus where work begins, unless it may stay and is on this page already."""
        focused = QApplication.focusWidget()
        inside = focused is not None and focused.isVisible() and self.isAncestorOf(focused)
        if stay and inside and focused is not self:
            return
        place = self.pages.first() or self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> list[QWidget]:
        """Where F6 goes in turn."""
        return [self.table, self.detail.tabs]

    def _hint(self) -> None:
        opens = self.panes.width_now is Width.ONE or self.facts.has_page
        full: tuple[str, ...] = NARROW_HINTS if opens else HINTS
        names = EMPTY_HINTS if self.pages.is_empty else full
        own = self.facts.act  # without a key of its own it is what Enter does, unless that opens
        instead = own if BY_ID[own].keys or not opens else "open"
        here = list(dict.fromkeys(instead if name == "edit" else name for name in names))
        acts = self.acts.actions | self.own_acts.actions
        mine = {name for name, act in acts.items() if act.isEnabled()}
        self.hinted.emit([name for name in here if name in mine or name in ALWAYS])

    def set_width(self, width: Width) -> None:
        """Take the layout for a width of the window."""
        self.panes.set_width(width, self.width())
