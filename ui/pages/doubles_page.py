"""The page of people who may stand twice: pairs at the left, both side by side at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.pages.compare_pane import ComparePane
from ui.source import Comparison, DoubleSource, Query, Settings
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Asker
from ui.widgets.buttons import button
from ui.widgets.page_head import PageHead
from ui.widgets.text import label, surface

HINTS = ("merge_pair", "not_one", "reread_pairs", "leave_pairs")
LOOKING = "Đang tìm người trùng…"
NOTHING = "Không thấy ai có thể đứng hai lần trong sổ."
LIST_WIDTH, NARROW = 420, 300


class DoublesPage(QWidget):
    """Shows pairs; what to do with one is wished for.

    Signals: `wanted` a pair to compare, `merged` a comparison with who stays and the choices,
    `declared` a pair that is not one, `left`, `told` a line for the key bar.
    """

    wanted = Signal(object)
    merged = Signal(object, int, object)
    declared = Signal(object)
    left = Signal()
    told = Signal(str)

    def __init__(
        self, source: DoubleSource, asker: Asker, settings: Settings, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source = source
        self.model = ListModel(source, asker, today, self)
        self.table = ListTable("doubles", self.model, settings)
        self.table.setAccessibleName("Các cặp có thể là một người")
        self.compare = ComparePane()
        self.acts = ActionSet(self, Scope.DOUBLES, self._handlers())
        self.merge_button = button("Gộp thành một người", "primary", "call-merge", self._merge)
        self.differ_button = button("Không phải một người", "", "call-split", self._differ)
        self.nothing = label(LOOKING, "small", "text2", wrap=True)
        self.right = QStackedWidget()
        self._build()
        self.table.chosen.picked.connect(self._picked)
        self.table.opened.connect(lambda _row: self.compare.begin())
        self.model.began.connect(self._began)
        self.model.counted.connect(self._counted)
        self.setFocusProxy(self.table)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "merge_pair": self._merge,
            "not_one": self._differ,
            "reread_pairs": self.reread,
            "leave_pairs": self.left.emit,
        }

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead("Người trùng", "Người", self.left.emit)
        head.add(button("Đọc lại", "", "refresh", self.reread))
        head.add(self.differ_button)
        head.add(self.merge_button)
        column.addWidget(head)
        across = QHBoxLayout()
        column.addLayout(across, 1)
        across.setSpacing(0)
        across.addWidget(self.table)
        across.addWidget(surface("upright"))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(20, 16, 20, 16)
        self.right.addWidget(self.nothing)
        self.right.addWidget(self.compare)
        across.addWidget(self.right, 1)
        self._allow(on=False)

    def reread(self) -> None:
        """Look for pairs anew."""
        self.told.emit(LOOKING)
        self.nothing.setText(LOOKING)
        self.table.ask(Query())

    def _began(self) -> None:
        self.nothing.setText(NOTHING)
        if not self.model.rowCount():
            self.show_comparison(None)

    def _counted(self, total: int) -> None:
        self.told.emit(f"{total} cặp có thể là một người" if total else NOTHING)

    def _picked(self, row: int) -> None:
        if row:
            self.wanted.emit(self._source.pair(row))

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show both of a pair, or that there is none; the focus never goes with the old ones."""
        if self.compare.isAncestorOf(QApplication.focusWidget() or self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.compare.show_comparison(comparison)
        self.right.setCurrentWidget(self.nothing if comparison is None else self.compare)
        self._allow(on=comparison is not None)

    def _allow(self, *, on: bool) -> None:
        self.merge_button.setEnabled(on)
        self.differ_button.setEnabled(on)

    def set_busy(self, *, busy: bool) -> None:
        """While a pair is being merged or declared."""
        self._allow(on=not busy and self.compare.comparison is not None)

    def _merge(self) -> None:
        comparison = self.compare.comparison
        if comparison is not None and self.merge_button.isEnabled():
            self.merged.emit(comparison, self.compare.kept(), self.compare.choices())

    def _differ(self) -> None:
        comparison = self.compare.comparison
        if comparison is not None and self.differ_button.isEnabled():
            self.declared.emit(comparison.identities)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= 960
        self.table.setFixedWidth(LIST_WIDTH if wide else NARROW)
