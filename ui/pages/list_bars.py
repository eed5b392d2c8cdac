"""The row above a list: its filters, or what can be done with the rows that are selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QWidget

from models.errors import UserError
from ui.actions import BY_ID
from ui.form.editors import Editor, editor_for
from ui.pages.filter_row import FilterRow
from ui.reading import Reading
from ui.source import FieldFacts, Words
from ui.tasks import Runner
from ui.type_ahead import TypeAhead
from ui.widgets.buttons import ENTER, button, menu_button
from ui.widgets.text import ElidedLabel, label, restyle

FILTERS, SELECTION, VALUE = 0, 1, 2


class SelectionRow(QWidget):
    """What can be done with the rows that are selected; `setting` names a field to be set."""

    setting = Signal(str)

    def __init__(
        self,
        acts: Mapping[str, Callable[[], object]],
        settable: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._words = label("", "medium", "accent")
        row.addWidget(self._words)
        row.addSpacing(6)
        first, *others = (
            button(BY_ID[name].hint or BY_ID[name].text, "chip", done=run)
            for name, run in acts.items()
        )
        row.addWidget(first)
        for name, word in settable[:1]:
            row.addWidget(button(f"Đổi {word}", "chip", done=partial(self.setting.emit, name)))
        if len(settable) > 1:
            row.addWidget(menu_button("Đổi khác", self._menu(settable[1:]), "chip"))
        for other in others:
            row.addWidget(other)
        row.addStretch(1)

    def _menu(self, fields: Sequence[tuple[str, str]]) -> QMenu:
        menu = QMenu(self)
        for name, word in fields:
            entry = menu.addAction(f"Đổi {word}…")
            entry.triggered.connect(partial(self.setting.emit, name))
        return menu

    def show_count(self, count: int) -> None:
        """How many rows are selected."""
        self._words.setText(f"Đã chọn {count:,}".replace(",", "."))


class ValueRow(QWidget):
    """One value for a field of all selected rows.

    Signals: `given` the field's name and the value, `left` when it is not to be set after all.
    """

    given = Signal(str, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._words = ElidedLabel("", "medium", "accent")
        self._row.addWidget(self._words, 3)
        self.editor: Editor | None = None
        self._reading: Reading | None = None
        self.give_button = button("Đổi", "dense", done=self._give)
        self._row.addWidget(self.give_button)
        self._row.addWidget(button("Thôi", "dense", done=self.left.emit))

    def read_with(self, runner: Runner, failed: Callable[[Exception], object]) -> None:
        """Say who looks records up for the field, and who hears of a failure."""
        self._reading = Reading(self, runner, failed, TypeAhead(self))

    def begin(self, facts: FieldFacts, count: str) -> None:
        """Ask for a value of a field; ``count`` says of how many records."""
        assert self._reading is not None
        if self.editor is not None:
            self._row.removeWidget(self.editor.widget)
            self.editor.widget.hide()
            self.editor.widget.deleteLater()
        editor = self.editor = editor_for(facts, self._reading.of(self))
        editor.widget.setAccessibleName(f"{facts.label} của {count}")
        editor.widget.installEventFilter(self)
        editor.edited.connect(lambda: self._say(facts, count))
        self._row.insertWidget(1, editor.widget, 4)
        self._say(facts, count)
        editor.widget.show()
        editor.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def told(self) -> str:
        """What stands before the field: of what it is, or what is wrong."""
        return self._words.whole()

    def _say(self, facts: FieldFacts, count: str) -> None:
        restyle(self._words, c="accent")
        self._words.set_text(f"{facts.label} của {count}:")

    def _give(self) -> None:
        editor, reading = self.editor, self._reading
        if editor is None or reading is None or reading.ahead.in_turn(self._give):
            return
        try:
            value = editor.value()
        except UserError as error:
            self._refuse(error.message)
            return
        word = f"{editor.facts.label[0].lower()}{editor.facts.label[1:]}"
        if value in (None, ""):
            self._refuse(f"Chưa chọn {word}.")
            return
        if isinstance(value, Words):
            self._refuse(f"Không có {word} nào là “{value.text}”. Chọn trong danh sách.")
            return
        self.given.emit(editor.facts.name, value)

    def _refuse(self, words: str) -> None:
        restyle(self._words, c="red")
        self._words.set_text(words)
        if self.editor is not None:
            self.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field, with its list closed, is the button beside it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            opened = getattr(watched, "is_open", bool)()
            if event.key() in ENTER and not event.modifiers() and not opened:
                self._give()
                return True
        return super().eventFilter(watched, event)


class FilterOrSelection(QStackedWidget):
    """Filters, or with two and more rows selected what can be done with them.

    `setting` names a field that is to be set.
    """

    setting = Signal(str)

    def __init__(self, filters: FilterRow, selection: SelectionRow) -> None:
        super().__init__()
        self._filters, self._selection = filters, selection
        self._beside = False
        self.value = ValueRow()
        self._count = 0
        for row in (filters, selection, self.value):
            self.addWidget(row)
        self.value.left.connect(self.stop_setting)
        selection.setting.connect(self.setting)
        self.currentChanged.connect(self.updateGeometry)

    def set_beside(self, *, beside: bool) -> None:
        """Whether this stands beside the search field, which takes the room that filters leave."""
        self._beside = beside
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._as_filters_need(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._as_filters_need(super().minimumSizeHint())

    def _as_filters_need(self, hint: QSize) -> QSize:
        """Rows that are not shown beside the search field take no room from it."""
        if self._beside and self.currentIndex() == FILTERS:
            hint.setWidth(self._filters.wanted())
        return hint

    def show_selected(self, count: int) -> None:
        """Switch at two rows."""
        self._count = count
        self._selection.show_count(count)
        focused = QApplication.focusWidget()
        typing = self.is_setting() and focused is not None and self.isAncestorOf(focused)
        if not typing:
            self.setCurrentIndex(SELECTION if count > 1 else FILTERS)

    def ask_value(self, facts: FieldFacts, many: str) -> None:
        """Ask for one value of a field for many records; the list may be read again meanwhile."""
        self.setCurrentIndex(VALUE)
        self.value.begin(facts, many)

    def is_setting(self) -> bool:
        """Whether a value is being asked for."""
        return self.currentIndex() == VALUE

    def stop_setting(self) -> None:
        """Ask for no value any more."""
        self.setCurrentIndex(FILTERS)
        self.show_selected(self._count)
