"""The last question of the first run: what the register begins with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ui.widgets.buttons import ENTER
from ui.widgets.text import label, surface

TITLE = "Bắt đầu với sổ nào?"
HINT = "Đổi ý được: lúc nào cũng nhập thêm từ Excel hoặc gõ thêm tay."
WAYS = (
    (
        "Nhập sổ cũ từ Excel",
        "Chọn tệp danh sách tổ, mô hình đang có. Xem trước từng dòng rồi mới nhập, hoàn tác được.",
    ),
    ("Bắt đầu với sổ trống", "Gõ từng tổ, từng người; hoặc nhập từ Excel sau."),
)
OLD, EMPTY = range(2)


class BeginPage(QWidget):
    """Two ways; `finished` on Enter."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ways = [QRadioButton(title) for title, _words in WAYS]
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for way, (_title, words) in zip(self.ways, WAYS, strict=True):
            group.addButton(way)
            way.setAccessibleDescription(words)
            card = surface("card")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(18, 14, 18, 14)
            inside.setSpacing(4)
            below = label(words, "small", "text2", wrap=True)
            below.setContentsMargins(26, 0, 0, 0)
            inside.addWidget(way)
            inside.addWidget(below)
            column.addWidget(card)
        column.addStretch(1)
        self.ways[OLD].setChecked(True)
        self.setFocusProxy(self.ways[OLD])

    def brings_old(self) -> bool:
        """Whether an old workbook comes first."""
        return self.ways[OLD].isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.finished.emit()
        else:
            super().keyPressEvent(event)
