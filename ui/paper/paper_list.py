"""The papers there are: which are printed, how many pages each has, and the one looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.icons import pixmap
from ui.theme.sizes import CAPTION, MEDIUM, REGULAR, SMALL
from ui.theme.theme import theme

CHECK, ICON = 18, 18
CHECK_AT, ICON_AT, WORDS_AT, EDGE = 10, 42, 70, 10
PADDING: Final = 8
MOST_LINES: Final = 2

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper as the list shows it; ``wrong`` when it could not be made."""

    id: str
    title: str
    icon: str
    detail: str
    checked: bool = False
    wrong: bool = False


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[PaperLine] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {line.detail}{', đang chọn in' if line.checked else ''}"
        return None

    def replace(self, lines: list[PaperLine]) -> None:
        if [line.id for line in lines] != [line.id for line in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        self.lines = lines
        self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))


class PaperList(QListView):
    """Arrows walk, Space chooses for printing, a click on the box too.

    Signals: `marked` the paper looked at, `checked` a paper and whether it is printed now.
    """

    marked = Signal(str)
    checked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._lines = _Lines()
        self._lines.setParent(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Painted(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSpacing(0)
        self.setAccessibleName("Chọn giấy tờ")
        self.selectionModel().currentChanged.connect(self._moved)

    def show_lines(self, lines: list[PaperLine], marked: str) -> None:
        """Show papers and mark one; says nothing of it."""
        self.selectionModel().blockSignals(True)
        self._lines.replace(lines)
        at = next((at for at, line in enumerate(lines) if line.id == marked), 0)
        self.setCurrentIndex(self._lines.index(at, 0))
        self.selectionModel().blockSignals(False)
        self.updateGeometry()
        self.viewport().update()

    def lines(self) -> list[PaperLine]:
        """What is shown."""
        return list(self._lines.lines)

    def sizeHint(self) -> QSize:
        wide = max(self.viewport().width(), 100)
        return QSize(wide, sum(row_height(line, wide) for line in self._lines.lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < ICON_AT:
            self._toggle(index)
        else:
            super().mousePressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            line = self._lines.lines[index.row()]
            self.checked.emit(line.id, not line.checked)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.marked.emit(self._lines.lines[index.row()].id)


def words_of(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Cut a title into at most two lines; the last one ends in … where that is not enough."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < MOST_LINES - 1:
        count = len(rest)
        while count > 1 and metrics.horizontalAdvance(" ".join(rest[:count])) > width:
            count -= 1
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    if rest:
        shown = metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)
        lines.append(shown)
    return lines


def _metrics(size: int, weight: int) -> QFontMetrics:
    return QFontMetrics(theme().font(size, weight))


def row_height(line: PaperLine, width: int) -> int:
    """Logical pixels a paper needs in the list."""
    title = _metrics(SMALL, MEDIUM)
    count = len(words_of(line.title, title, width - WORDS_AT - EDGE))
    detail = _metrics(CAPTION, REGULAR).lineSpacing()
    return 2 * PADDING + count * title.lineSpacing() + 1 + detail


class _Painted(QStyledItemDelegate):
    def __init__(self, view: PaperList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._view.viewport().width()
        return QSize(wide, row_height(index.data(LINE), wide))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PaperLine = index.data(LINE)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row():
            self._back(painter, box)
        middle = box.center().y()
        paint_check(painter, QRectF(box.left() + CHECK_AT, middle - CHECK / 2, CHECK, CHECK),
                    on=line.checked)  # fmt: skip
        mark = pixmap(line.icon, "text2", ICON)
        painter.drawPixmap(QPointF(box.left() + ICON_AT, middle - ICON // 2), mark)
        self._words(painter, box, line)
        painter.restore()

    def _back(self, painter: QPainter, box: QRect) -> None:
        focused = self._view.hasFocus()
        inside = QRectF(box).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme().colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("sel"))
        painter.drawRoundedRect(inside, 6, 6)

    def _words(self, painter: QPainter, box: QRect, line: PaperLine) -> None:
        style, left = theme(), box.left() + WORDS_AT
        width = box.width() - WORDS_AT - EDGE
        title, detail = _metrics(SMALL, MEDIUM), _metrics(CAPTION, REGULAR)
        y = box.top() + PADDING + title.ascent()
        painter.setFont(style.font(SMALL, MEDIUM))
        painter.setPen(style.colour("text"))
        for words in words_of(line.title, title, width):
            painter.drawText(QPointF(left, y), words)
            y += title.lineSpacing()
        painter.setFont(style.font(CAPTION, REGULAR))
        painter.setPen(style.colour("red_text" if line.wrong else "text2"))
        y += detail.ascent() - title.ascent() + 1
        shown = detail.elidedText(line.detail, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(left, y), shown)


def paint_check(painter: QPainter, box: QRectF, *, on: bool) -> None:
    """Paint a box that is ticked or not, as the stylesheet's own."""
    style = theme()
    inside = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(style.colour("accent" if on else "edge"), 1))
    painter.setBrush(style.colour("accent" if on else "surface"))
    painter.drawRoundedRect(inside, 4, 4)
    if on:
        tick = pixmap("check-bold", "on_accent", 12)
        painter.drawPixmap(QPointF(box.center().x() - 6, box.center().y() - 6), tick)
