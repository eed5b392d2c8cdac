"""The upper part of a class's page: title and acts, the line of facts, the tabs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ui.looks import look
from ui.source.classes import ClassSheet
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import StatusChip
from ui.widgets.page_head import PageHead
from ui.widgets.text import label, rule

FACTS, ROSTER, ATTENDANCE, RESULTS, PAPERS, HISTORY = range(6)
TABS = ("Thông tin", "Học viên", "Điểm danh", "Kết quả", "Giấy chứng nhận", "Lịch sử")


class ClassHead(QWidget):
    """Signals: `turned` the tab that is shown now."""

    turned = Signal(int)

    def __init__(self, back: Callable[[], object], run: Callable[[str], object]) -> None:
        super().__init__()
        self.head = PageHead("", "Lớp tập huấn", back)
        self.head.setProperty("k", "surface")
        self.head.add(
            button("In điểm danh", icon="printer-outline", done=lambda: run("print_sheet"))
        )
        self.head.add(button("Sửa", icon="pencil-outline", done=lambda: run("edit_class")))
        self.more_button = icon_button("dots-horizontal", "Việc khác", "", lambda: run("more"))
        self.head.add(self.more_button)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(58, 0, 20, 4)
        self._line.setSpacing(6)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Phần của lớp")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for word in TABS:
            self.tabs.addTab(word)
        self.tabs.setCurrentIndex(ATTENDANCE)
        self.tabs.currentChanged.connect(self.turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._line)
        across = QHBoxLayout()
        column.addLayout(across)
        across.setContentsMargins(50, 0, 0, 0)
        across.addWidget(self.tabs, 1)
        column.addWidget(rule())

    @property
    def tab(self) -> int:
        """The tab that is shown."""
        return self.tabs.currentIndex()

    def turn(self, step: int) -> None:
        """Next or previous tab, round and round."""
        self.tabs.setCurrentIndex((self.tab + step) % len(TABS))

    def show_sheet(self, sheet: ClassSheet) -> None:
        """Show what a class is called, when and where it is held, and its state."""
        self.head.set_title(sheet.title)
        self.tabs.setTabText(ROSTER, f"Học viên {len(sheet.seats)}".removesuffix(" 0"))
        while (item := self._line.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for icon, words in sheet.facts:
            self._line.addWidget(IconMark(icon, "text2", 16))
            self._line.addWidget(label(words, "small", "text2"))
            self._line.addSpacing(10)
        if sheet.state:
            self._line.addWidget(StatusChip(sheet.state, look(sheet.state)))
        self._line.addStretch(1)
