"""The newest backups, one a line, those that failed too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.keeping.words import FEW
from ui.looks import Look
from ui.source.backups import BackupLine
from ui.theme.sizes import TABLE_HEADER, TABLE_ROW
from ui.theme.theme import theme
from ui.widgets.buttons import button
from ui.widgets.chip import StatusChip
from ui.widgets.text import ElidedLabel, label, rule

HEADS = ("Ngày giờ", "USB", "Người làm", "Cỡ", "Kết quả")
SHARES = (25, 16, 24, 12, 23)
SIZE = 3
NONE = "Chưa sao lưu lần nào."


class HistoryCard(QFrame):
    """`all_wanted` the whole history instead of its newest lines."""

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 1, 8)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        self._column.addLayout(head)
        head.setContentsMargins(16, 10, 12, 8)
        head.addWidget(label("Lịch sử", "strong"), 1)
        self._shown = label("", "caption", "text2")
        head.addWidget(self._shown)
        self.all_button = button("Xem hết", "link", done=self.all_wanted.emit)
        head.addWidget(self.all_button)
        self._rows: QWidget | None = None

    def show_lines(self, lines: Sequence[BackupLine], *, everything: bool) -> None:
        """Show lines in place of those before."""
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        more = len(lines) >= FEW and not everything
        self._shown.setText(f"{len(lines)} lần gần nhất" if more else "")
        self.all_button.setVisible(more)
        self._rows = self._table(lines)
        self._column.addWidget(self._rows)

    def _table(self, lines: Sequence[BackupLine]) -> QWidget:
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        if not lines:
            nothing = label(NONE, "small", "text2")
            nothing.setContentsMargins(16, 12, 16, 8)
            column.addWidget(nothing)
            return table
        column.addWidget(_row([label(words, "header") for words in HEADS], TABLE_HEADER, "sunken"))
        for line in lines:
            column.addWidget(rule())
            column.addWidget(_row(_cells(line), TABLE_ROW, "surface"))
        return table


def _cells(line: BackupLine) -> list[QWidget]:
    chip = StatusChip(line.result, Look(*line.look))
    chip.setToolTip(line.reason)
    return [
        label(line.when, "medium"),
        ElidedLabel(line.place, "small", "text2"),
        ElidedLabel(line.who, "small", "text2"),
        label(line.size, "small"),
        chip,
    ]


def _row(cells: Sequence[QWidget], tall: int, kind: str) -> QWidget:
    row = QWidget()
    row.setProperty("k", kind)
    row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row.setFixedHeight(theme().px(tall))
    grid = QGridLayout(row)
    grid.setContentsMargins(16, 0, 16, 0)
    grid.setHorizontalSpacing(18)
    for at, (cell, share) in enumerate(zip(cells, SHARES, strict=True)):
        grid.setColumnStretch(at, share)
        grid.addWidget(_as_wide_as_its_share(cell, right=at == SIZE), 0, at)
    return row


def _as_wide_as_its_share(cell: QWidget, *, right: bool) -> QWidget:
    """Hold a cell so that what is in it has no say in the width of its column."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    if right:
        line.addStretch(1)
    line.addWidget(cell, 1 if isinstance(cell, ElidedLabel) else 0)
    if not right and not isinstance(cell, ElidedLabel):
        line.addStretch(1)
    return holder
