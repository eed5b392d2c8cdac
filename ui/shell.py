"""The window's inside: left bar, pages, key bar, and what happens when a page wishes something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.ask import PDF, Asker
from ui.find import Palette
from ui.form.page import FormPage
from ui.notify import Notifier
from ui.pages.keys_sheet import KeysSheet
from ui.pages.register_page import RegisterPage, Wish
from ui.pages.widths import Width
from ui.preview import HINTS as PREVIEW_HINTS
from ui.preview import Preview
from ui.source import Bundle, Desk, Found, ListSource
from ui.table.worker import Asker as ListAsker
from ui.tasks import Runner
from ui.theme.sizes import NAV_WIDE, NAV_WIDTH
from ui.theme.theme import theme
from ui.widgets.key_bar import KeyBar
from ui.widgets.left_bar import LeftBar
from ui.widgets.progress import ProgressPanel

FORM_HINTS = ("tab", "enter", "next_error", "save", "save_add", "leave")
MakeAsker = Callable[[ListSource, Callable[[BaseException], None]], ListAsker]


@dataclass(frozen=True, slots=True)
class Means:
    """How the shell gets things done: who runs work, who asks a person, what day it is."""

    runner: Runner
    asker: Asker
    list_asker: MakeAsker
    today: Callable[[], date]


class Shell(QWidget):
    """One page at a time beside the left bar.

    Signals: `importing` a register's name, `printing` the bytes to print, `acted` an act of a
    record that has a page of its own.
    """

    importing = Signal(str)
    printing = Signal(bytes)
    acted = Signal(str, str, int)

    def __init__(self, desk: Desk, means: Means) -> None:
        super().__init__()
        self.desk, self.means = desk, means
        self.bundles: dict[str, Bundle] = {one.facts.name: one for one in desk.registers}
        self.registers: dict[str, RegisterPage] = {}
        self.forms: dict[str, FormPage] = {}
        self._askers: list[ListAsker] = []
        self._stale: set[str] = set()
        self.bar = LeftBar(desk.office, desk.user)
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self.keys = KeyBar()
        self._build()
        self.notifier = Notifier(self)
        self.progress = ProgressPanel(self)
        self.palette_box = Palette(self, desk.find)
        self.palette_box.chosen.connect(self._found)
        self.acts = ActionSet(self, Scope.WINDOW, self._handlers())
        self._number_keys()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "find": self._search_anywhere,
            "undo": self.undo,
            "redo": self.redo,
            "area": self.next_area,
            "keys": self.show_keys,
        }

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(self.keys)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.bar)
        across.addLayout(right, 1)
        group = ""
        for bundle in self.desk.registers:
            facts = bundle.facts
            if facts.group != group:
                group = facts.group
                self.bar.add_caption(group)
            self.bar.add(facts.name, facts.icon, facts.short or facts.title)
        self.bar.opened.connect(self.open_register)
        self.bar.searched.connect(self._search_anywhere)
        self.keys.pressed.connect(self._key_pressed)

    def _number_keys(self) -> None:
        for at, name in enumerate(list(self.bundles)[:9], start=1):
            action = QAction(self.bundles[name].facts.title, self)
            action.setShortcut(QKeySequence(f"Alt+{at}"))
            action.triggered.connect(lambda _on, target=name: self.open_register(target))
            self.addAction(action)

    # -- pages

    def open_register(self, name: str) -> RegisterPage:
        """Go to a register."""
        page = self.registers.get(name)
        if page is None:
            page = self.registers[name] = self._register(name)
        self.bar.choose(name)
        self._show(page)
        if name in self._stale:
            self._stale.discard(name)
            page.refresh()
        page.open()
        page.take_focus()
        return page

    def _register(self, name: str) -> RegisterPage:
        bundle = self.bundles[name]
        asker = self.means.list_asker(bundle.rows, self.notify_failure)
        self._askers.append(asker)
        page = RegisterPage(bundle, asker, self.desk.settings, self.means.today)
        page.wished.connect(partial(self._wished, name))
        page.told.connect(partial(self._told, page))
        page.hinted.connect(partial(self._hinted, page))
        self.pages.addWidget(page)
        page.set_width(self._width())
        return page

    def open_form(self, name: str, identity: int | None) -> FormPage | None:
        """Go to the form of a record, or of a new one; nothing where a register has no form."""
        bundle = self.bundles[name]
        if bundle.form is None:
            return None
        form = self.forms.get(name)
        if form is None:
            runner, drafts = self.means.runner, self.desk.drafts
            form = FormPage(name, bundle.facts.title, bundle.form, runner, drafts)
            form.saved.connect(partial(self._saved, name))
            form.left.connect(partial(self._form_left, name))
            form.failed.connect(self.notify_failure)
            form.told.connect(partial(self._told, form))
            self.forms[name] = form
            self.pages.addWidget(form)
        self._show(form)
        noun = bundle.facts.noun
        form.begin(identity, f"Thêm {noun}" if identity is None else "")
        self.keys.show_keys(form.acts.hints(FORM_HINTS))
        return form

    def show_keys(self) -> None:
        """The sheet of all keys; Esc goes back."""
        self._over(KeysSheet())
        self.keys.show_keys([("", "Esc", "Đóng")])

    def show_preview(self, pdf: bytes, title: str, context: str) -> Preview:
        """Pages to be printed, over the page that is shown."""
        preview = Preview(title, context)
        preview.sent.connect(self.printing)
        preview.stored.connect(self._store_pdf)
        preview.told.connect(partial(self._told, preview))
        self._over(preview)
        self.keys.show_keys(preview.acts.hints(PREVIEW_HINTS))
        preview.show_pages(pdf)
        preview.view.setFocus()
        return preview

    def _over(self, page: KeysSheet | Preview) -> None:
        before = self.pages.currentWidget()
        page.left.connect(lambda: self._uncover(page, before))
        self.pages.addWidget(page)
        self._show(page)
        page.setFocus()

    def _uncover(self, page: QWidget, before: QWidget | None) -> None:
        self.pages.removeWidget(page)
        page.deleteLater()
        if isinstance(before, RegisterPage):
            self.open_register(before.facts.name)
        elif before is not None:
            self._show(before)

    def _show(self, page: QWidget) -> None:
        self.keys.say("")
        self.pages.setCurrentWidget(page)

    def _told(self, page: QWidget, words: str) -> None:
        if self.pages.currentWidget() is page:
            self.keys.say(words)

    def _hinted(self, page: RegisterPage, names: tuple[str, ...]) -> None:
        self.keys.show_keys(page.acts.hints(names))

    def _key_pressed(self, name: str) -> None:
        page = self.pages.currentWidget()
        owner = getattr(page, "acts", None)
        if isinstance(owner, ActionSet) and name in owner.actions:
            owner.run(name)
        else:
            self.acts.run(name)

    # -- wishes

    def _wished(self, name: str, wish: Wish) -> None:
        if wish.act == "add":
            self.open_form(name, None)
        elif wish.act == "edit":
            self.open_form(name, wish.identities[0])
        elif wish.act == "delete":
            self._remove(name, wish)
        elif wish.act == "print":
            self._print(name, wish)
        elif wish.act == "import":
            self.importing.emit(name)
        elif wish.act == "find":
            self.palette_box.open(wish.query.search)
        else:
            self.acted.emit(name, wish.act, wish.identities[0] if wish.identities else 0)

    def _remove(self, name: str, wish: Wish) -> None:
        self.means.runner.run(
            lambda _progress: self.desk.remove(name, wish.identities),
            self._removed,
            self.notify_failure,
        )

    def _removed(self, words: str) -> None:
        self.changed()
        self.notifier.undoable(words, self.undo)

    def _print(self, name: str, wish: Wish) -> None:
        facts = self.bundles[name].facts
        prints = dict(facts.prints)
        document = wish.detail or next(iter(prints), "")
        if not document:
            return
        task = self.means.runner.run(
            lambda tell: self.desk.paper(name, document, wish.query, wish.identities, tell),
            lambda pdf: self.show_preview(pdf, prints.get(document, document), facts.title),
            self.notify_failure,
        )
        self.progress.follow(task, "Đang lập trang in…")

    def _store_pdf(self, pdf: bytes, name: str) -> None:
        path = self.means.asker.save_file("Lưu thành PDF", name, PDF)
        if path is None:
            return
        self.means.runner.run(
            lambda _progress: path.write_bytes(pdf),
            lambda _size: self.notifier.say(f"Đã lưu {path.name}."),
            self.notify_failure,
        )

    def _found(self, found: Found) -> None:
        if found.command:
            self._key_pressed(found.command)
        elif found.register in self.bundles:
            self.open_register(found.register).select(found.identity)

    def _search_anywhere(self) -> None:
        self.palette_box.open()
        self.notifier.toast.raise_()

    # -- changes

    def changed(self, shown: str = "") -> None:
        """Records were changed: what is shown is read again now, the rest when it is shown."""
        current = self.pages.currentWidget()
        for name, page in self.registers.items():
            if page is current or name == shown:
                page.refresh()
            else:
                self._stale.add(name)

    def _saved(self, name: str, identity: int, then_add: bool) -> None:
        title = self.forms[name].record_title()
        self.notifier.say(f"Đã lưu {title}.")
        if then_add:
            self._stale.add(name)
            self.open_form(name, None)
            return
        self._stale.update(self.registers)
        page = self.open_register(name)
        page.table.select_id(identity)
        page.table.current_id = identity

    def _form_left(self, name: str, kept: bool) -> None:
        form = self.forms[name]
        self.open_register(name)
        if kept:
            self.notifier.offer(
                "Chưa lưu. Bản nháp còn giữ.", "Sửa tiếp", lambda: self._resume(name, form.identity)
            )

    def _resume(self, name: str, identity: int | None) -> None:
        self.open_form(name, identity)

    def undo(self) -> None:
        """Undo the last change."""
        self._change(self.desk.undo, "Không còn gì để hoàn tác.")

    def redo(self) -> None:
        """Do the last undone change again."""
        self._change(self.desk.redo, "Không còn gì để làm lại.")

    def _change(self, act: Callable[[], str], nothing: str) -> None:
        def told(words: str) -> None:
            if words:
                self.changed()
            self.notifier.say(words or nothing)

        self.means.runner.run(lambda _progress: act(), told, self.notify_failure)

    def notify_failure(self, error: BaseException) -> None:
        """Tell of something that was not done."""
        self.notifier.failed(error)

    # -- moving about

    def next_area(self) -> None:
        """Left bar, list, detail, and round again."""
        page = self.pages.currentWidget()
        areas: list[QWidget] = [
            next((item for item in self.bar.items.values() if item.isChecked()), self.bar.user)
        ]
        areas += page.areas() if isinstance(page, RegisterPage) else []
        shown = [area for area in areas if area.isVisible()]
        here = next((at for at, area in enumerate(shown) if _within(area)), -1)
        if shown:
            shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _width(self) -> Width:
        return Width.of(self.width() * 100 // theme().text_size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Take the layout for the width there is now."""
        width = self._width()
        nav = NAV_WIDE if width is Width.WIDE else NAV_WIDTH
        self.bar.set_narrow(narrow=width < Width.USUAL, width=theme().px(nav))
        for page in self.registers.values():
            page.set_width(width)

    def close_down(self) -> None:
        """Keep drafts and stop every thread."""
        for form in self.forms.values():
            if form.dirty:
                form.keep_draft()
        for asker in self._askers:
            asker.stop()
        self.means.runner.close()


def _within(area: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (area is focused or area.isAncestorOf(focused))
