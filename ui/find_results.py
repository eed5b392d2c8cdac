"""The list under the find-anything field: headings, and two lines for each thing found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import pixmap
from ui.source import Found
from ui.theme.sizes import BODY, CAPTION, MEDIUM
from ui.theme.theme import theme
from ui.widgets.hits import paint_hits

ROW, HEADING = 44, 28
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Entry = Found | str


def entries(found: Sequence[Found]) -> list[Entry]:
    """What was found under a heading for each group, in the order it came."""
    result: list[Entry] = []
    group = ""
    for one in found:
        if one.group != group:
            group = one.group
            result.append(group)
        result.append(one)
    return result


class Results(QAbstractListModel):
    """Headings and what was found, or one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.words = ""

    def put(self, found: Sequence[Found], words: str) -> None:
        """Show what was found for some words."""
        self.beginResetModel()
        self.words = words
        self.entries = entries(found)
        self.endResetModel()

    def say(self, sentence: str) -> None:
        """Nothing but a line."""
        self.beginResetModel()
        self.entries = [sentence]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entries[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = 0) -> str | None:
        if role not in (0, 11):
            return None
        entry = self.entries[index.row()]
        return entry if isinstance(entry, str) else f"{entry.title}, {entry.detail}"


class ResultDelegate(QStyledItemDelegate):
    """Two lines for each, what was searched for in green."""

    def __init__(self, results: Results) -> None:
        super().__init__()
        self._results = results

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(self._results.entries[index.row()], str)
        return QSize(100, theme().px(HEADING if heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, style = self._results.entries[index.row()], theme()
        box: QRect = option.rect
        middle = MIDDLE
        if isinstance(entry, str):
            painter.setFont(style.font(CAPTION, MEDIUM))
            painter.setPen(style.colour("text2"))
            painter.drawText(box.adjusted(17, 4, 0, 0), middle, entry)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("sel"))
            painter.drawRoundedRect(box.adjusted(5, 0, -5, 0), 6, 6)
            painter.setBrush(style.colour("accent_text"))
            painter.drawRect(box.left() + 5, box.top() + 6, 3, box.height() - 12)
        mark = pixmap(entry.icon or "magnify", "accent_text" if chosen else "text2", 20)
        painter.drawPixmap(QPointF(box.left() + 19, box.center().y() - 9), mark)
        upper = QRect(box.left() + 51, box.top() + 4, box.width() - 190, box.height() // 2 - 3)
        painter.setFont(style.font(BODY, MEDIUM))
        title = _fit(painter, entry.title, upper.width())
        paint_hits(painter, upper, title, self._results.words, "accent_text")
        painter.setFont(style.font(CAPTION))
        painter.setPen(style.colour("text2"))
        lower = upper.translated(0, upper.height())
        painter.drawText(lower, middle, _fit(painter, entry.detail, upper.width()))
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(
            box.adjusted(0, 0, -19, 0), right, "Enter để mở" if chosen else entry.place
        )


def _fit(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
