"""The filters above a list: chips that are on or off, chips with a list, and the count."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui import icons
from ui.source import FilterFacts, Option, RegisterFacts
from ui.widgets.buttons import button, menu_button
from ui.widgets.chips import FilterChips
from ui.widgets.text import label, restyle

ALL = "all"
MOST_OPTIONS = 400
GAP = 6


class FilterRow(QWidget):
    """Chips that are on or off, chips with a list, and the count at the right."""

    changed = Signal()

    def __init__(self, facts: RegisterFacts) -> None:
        super().__init__()
        self._facts = facts
        self._values: dict[str, Option] = {}
        self._pickers: dict[str, QPushButton] = {}
        self._options = {one.key: one.options for one in facts.filters}
        self._most = len(facts.filters) + 1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
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
        self.more = menu_button("Lọc", QMenu(self), "chip")
        icons.dress(self.more, "filter-variant")
        self.more.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.more.menu().aboutToShow.connect(self._fill_more)
        self.more.hide()
        self.chips.add(self.more)
        self.clear_button = button("Bỏ lọc", "chip link", done=self.clear)
        self.clear_button.hide()
        row.addWidget(self.clear_button)
        row.addStretch(1)
        self._count = label("", "small", "text2")
        row.addWidget(self._count)

    def _picker(self, facts: FilterFacts) -> QPushButton:
        menu = QMenu(self)
        menu.aboutToShow.connect(partial(self._fill, menu, facts))
        chip = menu_button(facts.title, menu, "chip")
        self._pickers[facts.key] = chip
        return chip

    def _fill(self, menu: QMenu, facts: FilterFacts) -> None:
        menu.clear()
        menu.addAction("Tất cả").triggered.connect(lambda: self._pick(facts, None))
        menu.addSeparator()
        for option in self._options[facts.key][:MOST_OPTIONS]:
            menu.addAction(option.text).triggered.connect(partial(self._pick, facts, option))

    def put_options(self, key: str, options: Sequence[Option]) -> None:
        """Offer the records that a chip chooses among now."""
        self._options[key] = tuple(options)

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
        self.fit()
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
        """Keep the two most needed chips where there is little room; the others fold into one."""
        self._most = 2 if little else len(self._facts.filters) + 1
        self.fit()

    def set_count_shown(self, *, shown: bool) -> None:
        """Whether the count stands at the right; the key bar tells it, too."""
        self._count.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fold chips that have no room into the last one; those in use stay as long as they can."""
        chips = self._ranked()
        room = self.width() - _wide(self._others()) - GAP
        kept: list[QPushButton] = []
        for chip in chips:
            room -= _wide([chip])
            if room >= 0 and len(kept) < self._most:
                kept.append(chip)
        for chip in chips:
            chip.setVisible(chip in kept)
        self.more.setVisible(len(kept) < len(chips))

    def wanted(self) -> int:
        """The width in pixels that the chips there may be take, whichever are folded now."""
        return _wide([*self._ranked()[: self._most], *self._others()]) + GAP

    def _ranked(self) -> list[QPushButton]:
        """The chips: that for all first, then those in use."""
        chips = [chip for chip in self.chips.buttons if chip is not self.more]
        return sorted(chips, key=lambda chip: (chip is not chips[0], not _in_use(chip)))

    def _others(self) -> list[QWidget]:
        """What stands beside the chips."""
        counts = [] if self._count.isHidden() else [self._count]
        return [self.more, *counts, *([self.clear_button] if self.filters() else [])]

    def _fill_more(self) -> None:
        """Put the filters whose chips are folded away into the menu."""
        menu = self.more.menu()
        menu.clear()
        for facts in self._facts.filters:
            chip = self._pickers.get(facts.key) or self.chips.chip(facts.key)
            if chip is None or chip.isVisibleTo(self):
                continue
            if facts.choosable:
                self._fill(menu.addMenu(facts.title), facts)
            else:
                menu.addAction(chip.text()).triggered.connect(chip.click)

    def show_count(self, text: str) -> None:
        """How many rows the list has."""
        self._count.setText(text)
        self.fit()

    def show_chip_count(self, key: str, count: int) -> None:
        """Write a count on a chip."""
        title = "Tất cả" if key == ALL else _title(self._facts, key)
        self.chips.put(key, title, count)
        self.fit()


def _wide(parts: Sequence[QWidget]) -> int:
    return sum(part.sizeHint().width() + GAP for part in parts)


def _in_use(chip: QPushButton) -> bool:
    return chip.isChecked() or chip.property("k") == "chip on"


def _title(facts: RegisterFacts, key: str) -> str:
    return next(one.title for one in facts.filters if one.key == key)
