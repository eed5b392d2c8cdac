"""The window's inside: left bar, pages, key bar, and what happens when a page wishes something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.ask import Asker
from ui.changes import Changes
from ui.find import Palette
from ui.finder import ADD, ADD_MEMBER, PAPER, Finder, Here
from ui.form.page import FormPage
from ui.form_room import PLAIN, Errand, FormRoom
from ui.notify import Notifier
from ui.pages.drafts_sheet import DraftsSheet
from ui.pages.keys_sheet import HINTS as KEY_HINTS
from ui.pages.keys_sheet import KeysSheet
from ui.pages.notices_sheet import HINTS as NOTICE_HINTS
from ui.pages.notices_sheet import NoticesSheet
from ui.pages.page_stack import PageStack
from ui.pages.register_page import RegisterPage
from ui.pages.widths import Width
from ui.pages.wishes import Wish
from ui.places import Places, go_round
from ui.source import Bundle, Desk, Found, ListSource, Settings
from ui.table.askers import Askers
from ui.table.worker import Asker as ListAsker
from ui.tasks import Runner
from ui.theme.sizes import NAV_WIDE, NAV_WIDTH
from ui.theme.theme import theme
from ui.user_menu import show_menu
from ui.widgets.key_bar import KeyBar
from ui.widgets.left_bar import LeftBar
from ui.widgets.progress import ProgressPanel

PLACE_HINTS = ("find", "undo", "keys")
FORM_HINTS = ("tab", "enter", "next_error", "save", "save_add", "leave")
Sheet = DraftsSheet | KeysSheet | NoticesSheet
MakeAsker = Callable[[ListSource, Callable[[BaseException], None]], ListAsker]


@dataclass(frozen=True, slots=True)
class Means:
    """How the shell gets things done: who runs work, who asks a person, what day it is."""

    runner: Runner
    asker: Asker
    list_asker: MakeAsker
    today: Callable[[], date]
    settings: Settings


class Shell(QWidget):
    """One page at a time beside the left bar.

    Signals: `importing` and `templated` a register's name, `importing_rows` also the record the
    rows belong to and the way back to it, `printing` one with a wish for paper, `acted` an act of a
    record, `acted_many` of several, `doubles` people to compare, `renewed` when records changed.
    """

    importing = Signal(str)
    importing_rows = Signal(str, int, object)
    templated = Signal(str)
    printing = Signal(str, object)
    renewed = Signal()
    acted = Signal(str, str, int)
    acted_many = Signal(str, str, object)
    doubles, locking = Signal(object), Signal()

    def __init__(self, desk: Desk, means: Means) -> None:
        super().__init__()
        self.desk, self.means = desk, means
        bundles = (*desk.registers, *desk.keeping)
        self.bundles: dict[str, Bundle] = {one.facts.name: one for one in bundles}
        self.registers: dict[str, RegisterPage] = {}
        self._stale: set[str] = set()
        self.bar = LeftBar(desk.office, desk.user)
        self.pages = PageStack()
        self.keys = KeyBar()
        self._build()
        self.notifier = Notifier(self)
        self.progress = ProgressPanel(self)
        self.form_room = FormRoom(
            self.bundles, means.runner, desk.drafts, self.notifier, self.pages
        )
        self.forms = self.form_room.forms
        self.form_room.opened.connect(self._form_opened)
        self.form_room.stored.connect(self._stored)
        self.form_room.left.connect(self.open_register)
        self.form_room.told.connect(self._told)
        self.form_room.importing.connect(self.importing_rows)
        self.changes = Changes(desk, means.runner, self.notifier)
        self.changes.changed.connect(self.changed)
        self.askers = Askers(lambda source: means.list_asker(source, self.notifier.failed))
        self.finder = Finder(desk, self.askers.give, lambda: here_in(self))
        self.palette_box = Palette(self, self.finder.find, self.finder.find_in_texts)
        self.palette_box.chosen.connect(partial(take_found, self))
        self.palette_box.edited.connect(partial(take_found, self, to_edit=True))
        self.acts = ActionSet(self, Scope.WINDOW, self._handlers())
        theme().changed.connect(self._lay_out)
        for number in range(1, 10):
            self.acts.add_key(f"Alt+{number}", partial(self.places.go_to_number, number))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        today = self.means.today
        return {
            "find": self.search_anywhere,
            "undo": lambda: self.pages.do("undo", self.changes.undo),
            "redo": lambda: self.pages.do("redo", self.changes.redo),
            "changes": lambda: self.open_register("changes"),
            "notices": lambda: read_sheet(self, NoticesSheet(self.notifier, today), NOTICE_HINTS),
            "trash": lambda: self.open_register("trash"),
            "doubles": lambda: self.doubles.emit(()),
            "area": lambda: go_round(self.bar, self.pages.currentWidget()),
            "keys": self.show_keys,
            "check_paper": lambda: self.acted.emit("", "check_paper", 0),
            "templates": lambda: self.acted.emit("", "templates", 0),
            "lock": self.locking.emit,
        }

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.bar)
        right = QVBoxLayout()
        across.addLayout(right, 1)
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(self.keys)
        self.places = Places(self.desk, self.bar, self.open_register, self._show_place)
        self.bar.searched.connect(self.search_anywhere)
        self.bar.user.clicked.connect(
            lambda: self.changes.tell_turns(partial(show_menu, self.bar.user, self.acts))
        )
        self.keys.pressed.connect(self.run)

    # -- pages

    def open_register(self, name: str) -> RegisterPage:
        """Go to a register."""
        page = self.register_page(name)
        self.places.arrived(name)
        self.keys.say("")
        was_here = self.pages.currentWidget() is page
        self.pages.show_page(page)
        page.set_width(self.layout_width())
        if name in self._stale:
            self._stale.discard(name)
            page.refresh()
        page.open()
        page.take_focus(stay=was_here)
        return page

    def register_page(self, name: str) -> RegisterPage:
        """The page of a register, made when it is asked for first; it reads nothing yet."""
        if name in self.registers:
            return self.registers[name]
        means, asker = self.means, self.askers.give(self.bundles[name].rows)
        page = RegisterPage(self.bundles[name], asker, means.settings, means.today, self.pages)
        self.registers[name] = page
        page.list.bars.value.read_with(means.runner, self.notifier.failed)
        page.detail.went.connect(lambda to, identity: self.open_register(to).select(identity))
        page.wishes.wished.connect(partial(self._wished, name))
        page.told.connect(partial(self._told, page))
        page.list.turned.connect(self.open_register)
        page.list.waiting.connect(partial(self.bar.show_waiting, self.places.home(name)))
        page.hinted.connect(lambda names: self.keys.show_keys(page.acts.hints(names)))
        return page

    def _show_place(self, page: QWidget) -> None:
        self.keys.say("")
        self.keys.show_keys(self.acts.hints(PLACE_HINTS))
        self.pages.show_page(page)

    def open_form(self, name: str, identity: int | None, errand: Errand = PLAIN) -> FormPage | None:
        """Go to the form of a record, or of a new one; nothing where a register has no form."""
        return self.form_room.open(name, identity, errand)

    def _form_opened(self, form: FormPage, home: str) -> None:
        self.places.arrived(home)
        self.keys.say("")
        self.pages.show_page(form)
        self.keys.show_keys(form.acts.hints(FORM_HINTS))

    def show_keys(self) -> None:
        """The sheet of all keys; Esc goes back."""
        read_sheet(self, KeysSheet(), KEY_HINTS)

    def uncovering(self, page: QWidget) -> Callable[[], None]:
        """Show a page over the one that is shown; the answer takes it away again."""
        keys, words = self.keys.shown(), self.keys.said()
        uncover = self.pages.cover(page)
        self.keys.say("")

        def back() -> None:
            before = uncover()
            if isinstance(before, RegisterPage):
                self.open_register(before.facts.name)
            elif before is not None:
                self.keys.show_keys(keys)
                self.keys.say(words)

        return back

    def _told(self, page: QWidget, words: str) -> None:
        if self.pages.currentWidget() is page:
            self.keys.say(words)

    # -- acts

    def run(self, name: str) -> None:
        """Do an act of the page that is shown, or of the window."""
        own = acts_of(self.pages.currentWidget())
        next((one for one in own if name in one.actions), self.acts).run(name)

    def _wished(self, name: str, wish: Wish) -> None:
        wishes: dict[str, Callable[[], object]] = {
            "add": lambda: begin_record(self, name),
            "edit": lambda: self.open_form(name, wish.identities[0]),
            "delete": lambda: self.changes.remove(name, wish.identities),
            "print": lambda: self.printing.emit(name, wish),
            "import": lambda: self.importing.emit(name),
            "template": lambda: self.templated.emit(name),
            "find": lambda: self.palette_box.open(wish.query.search),
            "restore": lambda: self.changes.restore(wish.identities),
            "undo_change": lambda: self.changes.undo_one(wish.identities[0]),
            "join": lambda: self.doubles.emit(wish.identities),
            "set_field": lambda: self.progress.follow(
                self.changes.set_field(name, wish.identities, wish.detail, wish.value),
                f"Đang đổi {len(wish.identities)} mục…",
            ),
        }
        if wish.act in wishes:
            wishes[wish.act]()
        elif len(wish.identities) > 1:
            self.acted_many.emit(name, wish.act, wish.identities)
        else:
            self.acted.emit(name, wish.act, wish.identities[0] if wish.identities else 0)

    def search_anywhere(self) -> None:
        """Open the find-anything box."""
        self.palette_box.open()
        self.notifier.toast.raise_()

    # -- changes

    def changed(self) -> None:
        """Records were changed: what is shown is read again now, the rest when it is shown."""
        current = self.pages.currentWidget()
        for name, page in self.registers.items():
            if page is current:
                page.refresh()
            else:
                self._stale.add(name)
        self.renewed.emit()

    def _stored(self, name: str, identity: int, home: str) -> None:
        self._stale.update(self.registers)
        if home:
            if name in self.registers:
                self.registers[name].table.chosen.want(identity)
            self.open_register(home)

    # -- moving about

    def layout_width(self) -> Width:
        """The layout for the width there is now, at the text size in force."""
        return Width.of(self.width() * 100 // theme().text_size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Take the layout for the width and the text size there are now."""
        width = self.layout_width()
        nav = NAV_WIDE if width is Width.WIDE else NAV_WIDTH
        self.bar.set_narrow(narrow=width < Width.USUAL, width=theme().px(nav))
        for page in self.registers.values():
            page.set_width(width)

    def close_down(self) -> None:
        """Keep drafts and stop the lists' threads; whoever made the runner closes it."""
        self.form_room.keep_drafts()
        self.askers.stop()
        self.desk.close()


def acts_of(page: QWidget | None) -> list[ActionSet]:
    """The acts of a page, those of its records last."""
    found = (getattr(page, name, None) for name in ("acts", "own_acts"))
    return [one for one in found if isinstance(one, ActionSet)]


def here_in(shell: Shell) -> Here:
    """Say what the find-anything box may offer besides records."""
    page = shell.pages.currentWidget()
    sets = (*acts_of(page), shell.acts)
    names = {name for one in sets for name in one.actions if one.actions[name].isEnabled()}
    if not isinstance(page, RegisterPage):
        return Here(names)
    return Here(names, page.facts.name, page.table.chosen.identity(), page.detail.title.whole())


def take_found(shell: Shell, found: Found, *, to_edit: bool = False) -> None:
    """Go to what was chosen in the find-anything box, to its form if asked to, or do it."""
    act, _colon, detail = found.command.partition(":")
    if act == PAPER:
        shell.open_register(found.register).wishes.printed(detail)
    elif act == ADD:
        begin_record(shell, found.register, Errand({"full_name": detail} if detail else {}))
    elif act == ADD_MEMBER and detail:
        shell.acted.emit(found.register, found.command, found.identity)
    elif found.command:
        shell.run(found.command)
    elif found.register in shell.bundles:
        shell.open_register(found.register).select(found.identity)
        if to_edit:
            shell.open_form(found.register, found.identity)


def read_sheet(shell: Shell, sheet: Sheet, hints: Sequence[str]) -> None:
    """Show a page that is only read, once; Esc goes back."""
    if isinstance(shell.pages.currentWidget(), type(sheet)):
        sheet.deleteLater()
        return
    sheet.left.connect(shell.uncovering(sheet))
    shell.keys.show_keys(sheet.acts.hints(hints))
    sheet.setFocus()


def begin_record(shell: Shell, name: str, errand: Errand = PLAIN) -> None:
    """Begin a record; what is not typed into a form has a page of its own."""
    if shell.open_form(name, None, errand) is None:
        shell.acted.emit(name, "add", 0)
