"""The row above a list: its filters, or what can be done with the rows that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.pages.filter_row import FilterRow
from ui.widgets.buttons import button
from ui.widgets.text import label


class SelectionRow(QWidget):
    """What can be done with the rows that are selected."""

    def __init__(self, acts: Sequence[tuple[str, Callable[[], object]]]) -> None:
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
