"""The rows above a list: search, filters with counts, and what can be done with many rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QWidget

from ui.source import FilterFacts, Option, RegisterFacts
from ui.widgets.buttons import button, menu_button
from ui.widgets.chips import FilterChips
from ui.widgets.text import label, restyle

ALL = "all"
MOST_OPTIONS = 400


class FilterRow(QWidget):
    """Chips that are on or off, chips with a list, and the count at the right."""

    changed = Signal()

    def __init__(self, facts: RegisterFacts) -> None:
        super().__init__()
        self._facts = facts
        self._values: dict[str, Option] = {}
        self._pickers: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.chips = FilterChips()
        self.chips.put(ALL, "Tất cả")
        for one in facts.filters:
            if not one.choosable:
                self.chips.put(one.key, one.title)
        for one in facts.filters:
            if one.choosable:
                self.chips.add(self._picker(one))
        self.chips.changed.connect(self._chips_changed)
        row.addWidget(self.chips)
        self.clear_button = button("Bỏ lọc", "link", done=self.clear)
        self.clear_button.hide()
        row.addWidget(self.clear_button)
        row.addStretch(1)
        self._count = label("", "small", "text2")
        row.addWidget(self._count)

    def _picker(self, facts: FilterFacts) -> QPushButton:
        menu = QMenu(self)
        menu.aboutToShow.connect(partial(self._fill, menu, facts))
        self._fill(menu, facts)
        chip = menu_button(facts.title, menu, "chip")
        self._pickers[facts.key] = chip
        return chip

    def _fill(self, menu: QMenu, facts: FilterFacts) -> None:
        menu.clear()
        menu.addAction("Tất cả").triggered.connect(lambda: self._pick(facts, None))
        menu.addSeparator()
        options = facts.fresh() if facts.fresh is not None else facts.options
        for option in options[:MOST_OPTIONS]:
            menu.addAction(option.text).triggered.connect(partial(self._pick, facts, option))

    def _pick(self, facts: FilterFacts, option: Option | None, *_checked: bool) -> None:
        self._values.pop(facts.key, None)
        if option is not None:
            self._values[facts.key] = option
        chip = self._pickers[facts.key]
        chip.setText(f"{facts.title}: {option.text} " if option else f"{facts.title} ")
        restyle(chip, k="chip on" if option else "chip")
        self._tell()

    def _chips_changed(self) -> None:
        if not self.chips.chosen():
            self._forget_values()
        self._tell()

    def _tell(self) -> None:
        self.clear_button.setVisible(bool(self.filters()))
        self.changed.emit()

    def _forget_values(self) -> None:
        for facts in self._facts.filters:
            if facts.key in self._values:
                self._values.pop(facts.key)
                self._pickers[facts.key].setText(f"{facts.title} ")
                restyle(self._pickers[facts.key], k="chip")

    def clear(self) -> None:
        """Turn every filter off."""
        self._forget_values()
        self.chips.clear()
        self._tell()

    def filters(self) -> tuple[tuple[str, str], ...]:
        """What the query needs to know."""
        on = [(key, "1") for key in self.chips.chosen()]
        picked = [(key, str(option.value)) for key, option in self._values.items()]
        return tuple(on + picked)

    def set_room(self, *, little: bool) -> None:
        """Keep the two most needed chips where there is little room."""
        for at, chip in enumerate(self.chips.buttons):
            chip.setVisible(not little or at < 2 or chip.isChecked())

    def show_count(self, text: str) -> None:
        """How many rows the list has."""
        self._count.setText(text)

    def show_chip_count(self, key: str, count: int) -> None:
        """Write a count on a chip."""
        title = "Tất cả" if key == ALL else _title(self._facts, key)
        self.chips.put(key, title, count)
        for holder in (self.chips, self):  # at once: else chips stand squeezed for a moment
            layout = holder.layout()
            if layout is not None:
                layout.activate()


def _title(facts: RegisterFacts, key: str) -> str:
    return next(one.title for one in facts.filters if one.key == key)


class SelectionRow(QWidget):
    """What can be done with the rows that are selected."""

    def __init__(self, acts: tuple[tuple[str, Callable[[], object]], ...]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._words = label("", "medium", "accent")
        row.addWidget(self._words)
        row.addSpacing(6)
        for text, run in acts:
            row.addWidget(button(text, "chip", done=run))
        row.addStretch(1)

    def show_count(self, count: int) -> None:
        """How many rows are selected."""
        self._words.setText(f"Đã chọn {count:,}".replace(",", "."))


class FilterOrSelection(QStackedWidget):
    """Filters, or with two and more rows selected what can be done with them."""

    def __init__(self, filters: FilterRow, selection: SelectionRow) -> None:
        super().__init__()
        self._selection = selection
        self.addWidget(filters)
        self.addWidget(selection)

    def show_selected(self, count: int) -> None:
        """Switch at two rows."""
        self._selection.show_count(count)
        self.setCurrentIndex(1 if count > 1 else 0)
