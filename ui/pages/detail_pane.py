"""The record beside the list: its head, its state in words, and its tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from models.values.numbers import show_number
from ui.actions import BY_ID
from ui.pages.blocks import blocks_widget, chip_widget
from ui.pages.fixed_rows import FixedRows
from ui.pages.past_view import Aside, PastView
from ui.source import Detail, Query, RegisterFacts, Settings, Tab
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.widgets.buttons import button, icon_button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import ElidedLabel, label, rule

MOST_CHIPS = 3


class DetailPane(QFrame):
    """Shows a `Detail`; the tab stays the same from record to record.

    Signals: `wanted` names an act of the page (edit, print, next…), `acted` an act of a warning,
    `went` a register with a record that a row of a tab opens.
    """

    wanted = Signal(str)
    acted = Signal(str)
    went = Signal(str, int)

    def __init__(
        self,
        facts: RegisterFacts,
        settings: Settings,
        today: Callable[[], date],
        aside: Aside,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name, self._settings, self._today = facts.name, settings, today
        self._facts, self._aside = facts, aside
        self._detail: Detail | None = None
        self._tab = "facts"
        self._pages: dict[str, QWidget] = {}
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_bar(column)
        head = QVBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(20, 8, 16, 7)
        head.setSpacing(3)
        self.title = ElidedLabel("", "title", lines=2)
        self.context = ElidedLabel("", "small", "text2")
        head.addWidget(self.title)
        head.addWidget(self.context)
        self._chips = QHBoxLayout()
        head.addLayout(self._chips)
        self._chips.setSpacing(7)
        self._chips.setContentsMargins(0, 5, 0, 0)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._tab_chosen)
        across = QHBoxLayout()
        column.addLayout(across)
        across.setContentsMargins(13, 0, 0, 0)
        across.addWidget(self.tabs)
        self._edge = rule()
        column.addWidget(self._edge)
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        self.foot = ElidedLabel("", "caption", "text2")
        low = QHBoxLayout()
        column.addLayout(low)
        low.setContentsMargins(20, 4, 16, 10)
        low.addWidget(self.foot)

    def _add_bar(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        column.addLayout(row)
        row.setContentsMargins(12, 11, 16, 0)
        row.setSpacing(4)

        def want(name: str) -> Callable[[], object]:
            return lambda: self.wanted.emit(name)

        self.back_button = icon_button("arrow-left", "Về danh sách", "Esc", want("back"), 18)
        self.back_button.hide()
        row.addWidget(self.back_button)
        self._turns = (
            icon_button("chevron-up", "Mục trước", "Alt+↑", want("previous")),
            icon_button("chevron-down", "Mục kế tiếp", "Alt+↓", want("next")),
        )
        for part in self._turns:
            row.addWidget(part)
        self.place = label("", "caption", "text2")
        row.addSpacing(4)  # the focus ring of the button beside it
        row.addWidget(self.place)
        row.addStretch(1)
        act = BY_ID[self._facts.act]
        self.edit_button = button(act.text, icon=act.icon, done=want(act.id))
        self.print_button = button("In", icon="printer-outline", done=want("print_record"))
        self.more_button = icon_button("dots-horizontal", "Việc khác", "", want("more"))
        for part in (self.edit_button, self.print_button, self.more_button):
            row.addWidget(part)

    def show_place(self, at: int, total: int) -> None:
        """Say which of how many is shown."""
        self.place.setText(f"{show_number(at + 1)} / {show_number(total)}" if at >= 0 else "")

    def show_detail(self, detail: Detail | None) -> None:
        """Show a record, or nothing."""
        self._detail = detail
        shown = detail or Detail("")
        if detail is None:
            self.show_place(-1, 0)
        for part in (*self._turns, self.edit_button, self.more_button, self.tabs, self._edge):
            part.setVisible(detail is not None)
        of_records = bool(self._facts.prints) and self._facts.act == "edit"
        self.print_button.setVisible(detail is not None and of_records)
        self.edit_button.setEnabled(shown.allowed)
        if not self._facts.can_edit:
            self.edit_button.hide()
        self.title.set_text(shown.title)
        self.context.set_text(shown.context)
        self.context.setVisible(bool(shown.context))
        self.foot.set_text(shown.foot)
        _clear(self._chips)
        for chip in shown.chips[:MOST_CHIPS]:
            self._chips.addWidget(chip_widget(chip))
        self._chips.addStretch(1)
        self._show_tabs(shown.tabs)

    def _show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        self._pages.clear()
        while (old := self.stack.currentWidget()) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(tabs):
            self.tabs.removeTab(self.tabs.count() - 1)
        for at, tab in enumerate(tabs):
            if at < self.tabs.count():
                self.tabs.setTabText(at, tab.title)
            else:
                self.tabs.addTab(tab.title)
        keys = [tab.key for tab in tabs]
        chosen = keys.index(self._tab) if self._tab in keys else 0
        self.tabs.setCurrentIndex(chosen)
        self.tabs.blockSignals(False)
        if tabs:
            self._show_page(tabs[chosen])

    def _tab_chosen(self, at: int) -> None:
        if self._detail is not None and 0 <= at < len(self._detail.tabs):
            self._tab = self._detail.tabs[at].key
            self._show_page(self._detail.tabs[at])

    def open_tab(self, key: str) -> None:
        """Go to a tab by its key."""
        keys = [tab.key for tab in self._detail.tabs] if self._detail is not None else []
        if key in keys:
            self.tabs.setCurrentIndex(keys.index(key))

    def _open(self, name: str) -> None:
        """What a heading's link leads to: a tab, else an act."""
        if any(tab.key == name for tab in (self._detail or Detail("")).tabs):
            self.open_tab(name)
        else:
            self.acted.emit(name)

    def turn_tab(self, step: int) -> None:
        """Next or previous tab, round and round."""
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _show_page(self, tab: Tab) -> None:
        page = self._pages.get(tab.key)
        if page is None:
            page = self._pages[tab.key] = self._page(tab)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def _page(self, tab: Tab) -> QWidget:
        content = self._content(tab)
        if not tab.acts:
            return content
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for name in tab.acts:
            act = BY_ID[name]
            words = act.hint or act.text
            row.addWidget(button(words, "dense", act.icon, partial(self.acted.emit, name)))
        row.addStretch(1)
        column.addWidget(content, 1)
        return page

    def _content(self, tab: Tab) -> QWidget:
        if tab.past is not None:
            return PastView(tab.title, tab.past, self._aside)
        if tab.columns and tab.rows:
            return self._list(tab)
        if not tab.blocks:
            nothing = label(tab.nothing or "Chưa có gì ở đây.", "small", "text2", wrap=True)
            nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
            nothing.setContentsMargins(20, 16, 20, 16)
            return nothing
        warnings = self._detail.warnings if self._detail is not None and tab.key == "facts" else ()
        area = UprightArea(tab.title)
        area.setWidget(blocks_widget(warnings, tab.blocks, self._open, self.acted.emit))
        return area

    def _list(self, tab: Tab) -> QWidget:
        source = FixedRows(tab.columns, tab.rows)
        model = ListModel(source, Inline(source), self._today)
        view = ListTable(f"{self._name}/{tab.key}", model, self._settings)
        model.setParent(view)
        view.setAccessibleName(tab.title)
        view.ask(Query())
        view.clearSelection()
        view.opened.connect(partial(self._go, tab))
        return view

    def _go(self, tab: Tab, row: int) -> None:
        if row in tab.targets:
            self.went.emit(*tab.targets[row])


def _clear(layout: QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
