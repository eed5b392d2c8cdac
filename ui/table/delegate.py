"""Paints the cells of lists: text, numbers, chips, due dates, the selection bar and row lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.icons import pixmap
from ui.looks import Look, due_look, look
from ui.source import Align, CellKind, ColumnFacts
from ui.theme.sizes import MEDIUM, REGULAR, SMALL, TABLE_ROW
from ui.theme.theme import theme
from ui.widgets.chip import chip_width, paint_chip
from ui.widgets.date_field import read_day

PADDING, FIRST_PADDING, BAR = 8, 16, 3
MARK, MARK_GAP = 16, 3
ELIDE = Qt.TextElideMode.ElideRight
ALIGNMENTS = {
    Align.LEFT: int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
    Align.RIGHT: int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
    Align.CENTRE: int(Qt.AlignmentFlag.AlignCenter),
}
SPARE = {Align.LEFT: 0, Align.CENTRE: 1, Align.RIGHT: 2}
SELECTED: int = QStyle.StateFlag.State_Selected.value
MOST_FITTED = 8192
Index = QModelIndex | QPersistentModelIndex


class ListDelegate(QStyledItemDelegate):
    """One delegate for all columns; what differs comes from the column's facts."""

    def __init__(
        self, view: QAbstractItemView, columns: tuple[ColumnFacts, ...], today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._view, self._columns, self._today = view, columns, today
        self.first_column = 0
        self.hovered_row = -1
        self._restyle()
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        style = theme()
        self._plain, self._strong = style.font(SMALL, REGULAR), style.font(SMALL, MEDIUM)
        self._plain_metrics = QFontMetrics(self._plain)
        self._strong_metrics = QFontMetrics(self._strong)
        self._fitted: dict[tuple[str, int, bool], tuple[str, int]] = {}
        self._text, self._soft = style.colour("text"), style.colour("text2")
        self._line, self._bar = style.colour("line"), style.colour("accent_text")
        self._grounds = {name: style.colour(name) for name in ("sel", "sunken", "hover")}
        self._height = style.px(TABLE_ROW)
        metrics = self._plain_metrics
        self._baseline = metrics.ascent() - metrics.height() // 2

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        selected = bool(option.state.value & SELECTED)
        column = index.column()
        self._paint_ground(painter, box, column, index.row(), selected=selected)
        text = index.data()
        if not text:
            return
        left = FIRST_PADDING if column == self.first_column else PADDING
        place = box.adjusted(left, 0, -PADDING, -1)
        facts = self._columns[column]
        if facts.kind is CellKind.STATUS:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_chip(painter, QRectF(place.adjusted(-2, 0, 4, 0)), text, self._look(facts, text))
        elif facts.kind is CellKind.DUE and self._paint_due(painter, place, text):
            return
        else:
            self._paint_text(painter, place, text, facts)

    def _paint_text(self, painter: QPainter, place: QRect, text: str, facts: ColumnFacts) -> None:
        """At a point, not in a rectangle: that lays the text out once instead of twice."""
        strong = facts is self._columns[self.first_column]
        dark = strong or facts.kind is CellKind.NUMBER
        painter.setFont(self._strong if strong else self._plain)
        painter.setPen(self._text if dark else self._soft)
        shown, spare = self._fit(text, place.width(), strong=strong)
        left = place.left() + SPARE[facts.align] * spare // 2
        painter.drawText(left, place.center().y() + self._baseline, shown)

    def _fit(self, text: str, width: int, *, strong: bool) -> tuple[str, int]:
        """A text cut to a width, and the pixels left over; remembered while the letters stay."""
        key = (text, width, strong)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) > MOST_FITTED:
                self._fitted.clear()
            metrics = self._strong_metrics if strong else self._plain_metrics
            shown = metrics.elidedText(text, ELIDE, width)
            found = self._fitted[key] = (shown, max(0, width - metrics.horizontalAdvance(shown)))
        return found

    def _paint_ground(
        self, painter: QPainter, box: QRect, column: int, row: int, *, selected: bool
    ) -> None:
        if selected:
            alive = self._view.hasFocus() or self._view.property("leads") == "1"
            painter.fillRect(box, self._grounds["sel" if alive else "sunken"])
        elif row == self.hovered_row:
            painter.fillRect(box, self._grounds["hover"])
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self._line)
        if selected and column == self.first_column:
            painter.fillRect(QRect(box.left(), box.top(), BAR, box.height() - 1), self._bar)

    def _paint_due(self, painter: QPainter, place: QRect, text: str) -> bool:
        day = read_day(text)
        found = due_look(day, self._today()) if day is not None else None
        if found is None:
            return False
        token = f"{found.colour}_text"
        middle = place.center().y() + 1
        mark = pixmap(found.icon, token, MARK)
        painter.drawPixmap(QPointF(place.left(), middle - MARK // 2), mark)
        painter.setFont(self._strong)
        painter.setPen(QColor(theme().colour(token)))
        words = place.adjusted(MARK + MARK_GAP, 0, PADDING, 0)
        painter.drawText(words, ALIGNMENTS[Align.LEFT], text)
        return True

    @staticmethod
    def _look(facts: ColumnFacts, text: str) -> Look:
        return look(text, facts.looks.get(text, ""))

    def _needed(self, column: int, text: str) -> int:
        facts = self._columns[column]
        left = FIRST_PADDING if column == self.first_column else PADDING
        if facts.kind is CellKind.STATUS:
            return chip_width(text, self._look(facts, text)) + left + PADDING - 6
        font: QFont = self._strong if column == self.first_column else self._plain
        return QFontMetrics(font).horizontalAdvance(text) + left + PADDING

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = str(index.data() or "")
        box: QRect = option.rect
        if text and self._needed(index.column(), text) > box.width():
            QToolTip.showText(event.globalPos(), text, view)
        else:
            QToolTip.hideText()
        return True
