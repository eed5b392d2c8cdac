"""Paints the attendance sheet: marks, the cross-hair of the current cell, its two headings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.classes.sheet_model import ENOUGH, SheetModel
from ui.icons import pixmap
from ui.source.classes import ABSENT, EXCUSED, LATE, PRESENT
from ui.theme.sizes import CAPTION, MEDIUM, REGULAR, SEMIBOLD, SMALL, TICK
from ui.theme.theme import theme

COLOURS = {EXCUSED: "blue", ABSENT: "red", LATE: "orange"}
TICK_ICON, STATE_ICON = 16, 14
NUMBER, NAME, TWO_LINES = 34, 178, 42
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
Index = QModelIndex | QPersistentModelIndex


class SheetDelegate(QStyledItemDelegate):
    """One cell: a tick, a letter on its tint, a sum; the current row and column are tinted."""

    def __init__(self, view: QTableView, model: SheetModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style, box = theme(), option.rect
        current = self._view.currentIndex()
        here = index.row() == current.row() and index.column() == current.column()
        crossed = index.row() == current.row() or index.column() == current.column()
        letter = self._model.mark(index.row(), index.column()) if self._takes(index) else ""
        painter.fillRect(box, style.colour(_ground(letter, crossed=crossed and not here)))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), style.colour("line"))
        painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), style.colour("line"))
        if not self._takes(index):
            self._paint_sum(painter, box, index)
        elif letter == PRESENT:
            _icon(painter, box, "check-bold", "green_text", TICK_ICON)
        elif letter:
            painter.setFont(style.font(SMALL, SEMIBOLD))
            painter.setPen(style.colour(f"{COLOURS[letter]}_text"))
            painter.drawText(box, CENTRE, letter)
        if here:
            alive = self._view.hasFocus()
            painter.setPen(QPen(style.colour("focus" if alive else "edge"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _takes(self, index: Index) -> bool:
        return index.column() < self._model.sittings

    def _paint_sum(self, painter: QPainter, box: QRect, index: Index) -> None:
        style, text = theme(), str(index.data() or "")
        if index.column() == self._model.sittings or not text:
            painter.setFont(style.font(SMALL, SEMIBOLD))
            painter.setPen(style.colour("text"))
            painter.drawText(box, CENTRE, text)
            return
        name, token = ("check-circle", "green_text")
        if text != ENOUGH:
            name, token = ("close-circle-outline", "orange_text")
        place = box.adjusted(10, 0, -6, 0)
        top = place.center().y() - STATE_ICON // 2 + 1
        painter.drawPixmap(QPointF(place.left(), top), pixmap(name, token, STATE_ICON))
        painter.setFont(style.font(SMALL, REGULAR))
        painter.setPen(style.colour(token))
        painter.drawText(place.adjusted(STATE_ICON + 5, 0, 0, 0), LEFT, text)


def _ground(letter: str, *, crossed: bool) -> str:
    if letter in COLOURS:
        return f"{COLOURS[letter]}_tint"
    return "tint" if crossed else "surface"


def _icon(painter: QPainter, box: QRect, name: str, token: str, size: int) -> None:
    at = QPointF(box.center().x() - size // 2 + 1, box.center().y() - size // 2 + 1)
    painter.drawPixmap(at, pixmap(name, token, size))


class SheetHeading(QHeaderView):
    """Two lines over each sitting: which one, and when."""

    def __init__(self, view: QTableView, model: SheetModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view, self._model = view, model
        self.setSectionsClickable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(TWO_LINES))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        style = theme()
        is_current = logicalIndex == self._view.currentIndex().column()
        painter.fillRect(rect, style.colour("tint" if is_current else "sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.colour("line2"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), style.colour("line"))
        top, under = self._model.heading(logicalIndex)
        half = rect.height() // 2
        upper = QRect(rect.left(), rect.top() + 4, rect.width(), half - 2)
        painter.setFont(style.font(CAPTION, SEMIBOLD))
        painter.setPen(style.colour("text2"))
        painter.drawText(upper if under else rect, CENTRE, top)
        painter.setFont(style.font(TICK, REGULAR))
        lower = QRect(rect.left() + 2, rect.top() + half - 1, rect.width() - 4, half - 3)
        shown = painter.fontMetrics().elidedText(under, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, CENTRE, shown)


def paint_number(painter: QPainter, rect: QRect, row: int, *, token: str) -> None:
    """Paint the number of a row as on the printed sheet."""
    style = theme()
    painter.fillRect(rect, style.colour(token))
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), style.colour("line"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.colour("line"))
    painter.setFont(style.font(CAPTION, REGULAR))
    painter.setPen(style.colour("text2"))
    painter.drawText(rect, CENTRE, str(row + 1))


class SheetNames(QHeaderView):
    """Number and name of each trainee; they stay in view however many sittings there are."""

    def __init__(self, view: QTableView, model: SheetModel) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view, self._model = view, model
        self.setSectionsClickable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(NUMBER + NAME), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        style = theme()
        is_current = logicalIndex == self._view.currentIndex().row()
        painter.fillRect(rect, style.colour("tint" if is_current else "surface"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), style.colour("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.colour("line"))
        number = QRect(rect.left(), rect.top(), style.px(NUMBER), rect.height())
        paint_number(painter, number, logicalIndex, token="tint" if is_current else "sunken")
        place = rect.adjusted(style.px(NUMBER) + 9, 0, -6, 0)
        painter.setFont(style.font(SMALL, MEDIUM))
        painter.setPen(style.colour("text"))
        name = self._model.sheet.seats[logicalIndex].name
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, LEFT, shown)


class SheetCorner(QWidget):
    """The heading over the names."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, box = theme(), QPainter(self), self.rect()
        painter.fillRect(box, style.colour("sunken"))
        painter.fillRect(QRect(0, box.bottom(), box.width(), 1), style.colour("line2"))
        edge = style.px(NUMBER)
        for x in (edge - 1, box.right()):
            painter.fillRect(QRect(x, 0, 1, box.height()), style.colour("line"))
        painter.setFont(style.font(CAPTION, SEMIBOLD))
        painter.setPen(style.colour("text2"))
        painter.drawText(box.adjusted(edge + 9, 0, 0, 0), LEFT, "Học viên")


class SheetTotals(QWidget):
    """The row of totals under the sheet; it stands still while the sheet moves."""

    def __init__(self, view: QTableView, model: SheetModel) -> None:
        super().__init__()
        self._view, self._model = view, model
        view.horizontalScrollBar().valueChanged.connect(self._moved)
        view.horizontalHeader().sectionResized.connect(self._moved)
        model.dataChanged.connect(self._moved)
        model.modelReset.connect(self._moved)

    def _moved(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, theme().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter, box = theme(), QPainter(self), self.rect()
        painter.fillRect(box, style.colour("surface"))
        painter.fillRect(QRect(0, 0, box.width(), 1), style.colour("line2"))
        names = self._view.verticalHeader().width()
        head = self._view.horizontalHeader()
        painter.setFont(style.font(SMALL, MEDIUM))
        painter.setPen(style.colour("text"))
        painter.setClipRect(QRect(names, 0, self._view.viewport().width(), box.height()))
        for column in range(self._model.columnCount()):
            left = names + head.sectionViewportPosition(column)
            place = QRect(left, 0, head.sectionSize(column), box.height())
            painter.drawText(place, CENTRE, self._model.total(column))
        painter.setClipping(False)
        room = QRect(style.px(NUMBER) + 9, 0, names - style.px(NUMBER) - 12, box.height())
        painter.drawText(room, LEFT, "Có mặt mỗi buổi")
