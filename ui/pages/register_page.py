"""A register: its list, and beside it the record that is selected.

The page knows neither how records are stored nor what happens with them: it says what is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.pages.detail_feed import DetailFeed
from ui.pages.detail_pane import DetailPane
from ui.pages.empty_register import EmptyRegister
from ui.pages.list_pane import ListPane
from ui.pages.two_panes import TwoPanes
from ui.pages.widths import Width
from ui.pages.wishes import Wishes
from ui.source import Bundle, Query, Settings
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Asker

HINTS = ("edit", "add", "search", "print", "find", "keys")
NARROW_HINTS = ("open", *HINTS)
EMPTY_HINTS = ("add", "import", "keys")
MORE = ("import", "print", "columns", "", "refresh", "", "delete")
FULL, EMPTY = 0, 1


class RegisterPage(QWidget):
    """List and detail of one register.

    Signals: `told` a line for the key bar, `hinted` the keys that work now; `wishes.wished` an
    act that the shell performs.
    """

    told = Signal(str)
    hinted = Signal(object)

    def __init__(
        self, bundle: Bundle, asker: Asker, settings: Settings, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self.facts = bundle.facts
        self.model = ListModel(bundle.rows, asker, today, self)
        self.table = ListTable(self.facts.name, self.model, settings)
        self.list = ListPane(self.facts, self.table)
        self.detail = DetailPane(self.facts.name, settings, today)
        self.panes = TwoPanes(self.facts.name, self.list, self.detail, settings)
        self.wishes = Wishes(self.list)
        self.feed = DetailFeed(self.detail, bundle.detail, self.model, self.table.chosen)
        self.empty = EmptyRegister(self.facts, self.wishes.plain)
        self.acts = ActionSet(self, Scope.REGISTER, self._handlers())
        self._looked = False
        self.pages = QStackedWidget()
        self.pages.addWidget(self.panes)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._listen()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        chosen = self.table.chosen
        return {
            "add": lambda: self.wishes.plain("add"),
            "edit": lambda: self.wishes.current("edit"),
            "search": self._go_search,
            "print": self.wishes.printed,
            "import": lambda: self.wishes.plain("import"),
            "delete": lambda: self.wishes.selected("delete"),
            "refresh": self.refresh,
            "next": lambda: chosen.move_by(1),
            "previous": lambda: chosen.move_by(-1),
            "next_tab": lambda: self.detail.turn_tab(1),
            "previous_tab": lambda: self.detail.turn_tab(-1),
            "back": self._back,
            "columns": self.list.choose_columns,
        }

    def _listen(self) -> None:
        self.model.began.connect(self._began)
        self.table.opened.connect(lambda _identity: self._open_record())
        self.list.said.connect(self.told)
        self.list.wanted.connect(self._wanted)
        self.detail.wanted.connect(self._wanted)
        self.detail.acted.connect(self.wishes.current)

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
        self.pages.setCurrentIndex(EMPTY if self.list.is_empty() else FULL)
        if self.isVisible():
            self._hint()
            self.take_focus()

    def _open_record(self) -> None:
        if self.panes.width_now is Width.ONE:
            self.panes.show_one(detail=True)
        else:
            self.wishes.current("open" if self.facts.has_page else "edit")

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
        else:
            self.wishes.plain(act)

    def _go_search(self) -> None:
        self.panes.show_one(detail=False)
        self.list.go_search()

    def _back(self) -> None:
        if self.panes.shows_detail_only():
            self.panes.show_one(detail=False)
            self.table.setFocus()
        else:
            self.list.clear()

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.acts.fill(menu, MORE)
        for name, word in self.facts.beside:
            if name != self.facts.name and self.list.views.isHidden():
                menu.addAction(word).triggered.connect(
                    lambda _on, to=name: self.list.turned.emit(to)
                )
        menu.popup(QCursor.pos())

    def take_focus(self, *, stay: bool = True) -> None:
        """Put the focus where work begins, unless it may stay and is on this page already."""
        focused = QApplication.focusWidget()
        inside = focused is not None and focused.isVisible() and self.isAncestorOf(focused)
        if stay and inside and focused is not self.empty.first:
            return
        place = self.empty.first if self.pages.currentIndex() == EMPTY else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> list[QWidget]:
        """Where F6 goes in turn."""
        return [self.table, self.detail.tabs]

    def _hint(self) -> None:
        opens = self.panes.width_now is Width.ONE or self.facts.has_page
        names = NARROW_HINTS if opens else HINTS
        self.hinted.emit(EMPTY_HINTS if self.pages.currentIndex() == EMPTY else names)

    def set_width(self, width: Width) -> None:
        """Take the layout for a width of the window."""
        self.panes.set_width(width, self.width())
