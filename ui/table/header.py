"""The heading of a list: quiet words, an arrow at the column it is sorted by."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from ui.icons import pixmap
from ui.looks import look
from ui.source import Align, CellKind, ColumnFacts, Order
from ui.table.delegate import ALIGNMENTS, ELIDE, FIRST_PADDING, MARK, MARK_GAP, PADDING
from ui.theme.sizes import CAPTION, MEDIUM, REGULAR, SEMIBOLD, SMALL, TABLE_HEADER
from ui.theme.theme import theme
from ui.widgets.chip import chip_width

ARROW = 18
LEAST_WIDTH = 44


def least_for(facts: ColumnFacts) -> int:
    """Logical pixels in which any value of a column can be read; 0 where it may be cut."""
    dated = facts.kind in {CellKind.DATE, CellKind.DUE}
    sample = "00/00/0000" if dated else facts.sample
    if not sample:
        return 0
    if facts.kind is CellKind.STATUS:
        return chip_width(sample, look(sample, facts.looks.get(sample, ""))) + 2 * PADDING
    fonts = (theme().font(SMALL, weight) for weight in (REGULAR, MEDIUM))
    words = max(QFontMetricsF(font).horizontalAdvance(sample) for font in fonts)
    mark = MARK + MARK_GAP if facts.kind is CellKind.DUE else 0
    return math.ceil(words) + 1 + 2 * PADDING + mark


class ListHeader(QHeaderView):
    """Painted by hand: a stylesheet can neither place the arrow nor indent the first column."""

    def __init__(self, columns: tuple[ColumnFacts, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.order = Order()
        self.first_column = 0
        self.use_short = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(LEAST_WIDTH)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(TABLE_HEADER))

    def title(self, column: int) -> str:
        """The words of a heading as they are shown now."""
        facts = self._columns[column]
        short = facts.short and (self.use_short or facts.kind is CellKind.NUMBER)
        return facts.short if short else facts.title

    def least(self, column: int) -> int:
        """Logical pixels the heading needs, with the arrow and the indent of the first column."""
        facts, first = self._columns[column], column == self.first_column
        metrics = QFontMetrics(theme().font(CAPTION, SEMIBOLD))
        arrow = ARROW if first and facts.sortable else 0
        words = metrics.horizontalAdvance(self.title(column)) + 2 * PADDING + 4 + arrow
        indent = FIRST_PADDING - PADDING if first else 0
        return max(
            LEAST_WIDTH, words + indent, least_for(facts) + (indent if least_for(facts) else 0)
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            column = self.logicalIndexAt(event.pos())
            if column >= 0:
                QToolTip.showText(event.globalPos(), self._columns[column].title, self)
            return True
        return super().event(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        style, facts = theme(), self._columns[logicalIndex]
        painter.fillRect(rect, style.colour("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.colour("line2"))
        left = FIRST_PADDING if logicalIndex == self.first_column else PADDING
        place = rect.adjusted(left, 0, -PADDING, -1)
        sorted_by = facts.sortable and facts.key == self.order.column
        if sorted_by:
            arrow = "chevron-down" if self.order.descending else "chevron-up"
            top = place.center().y() - ARROW // 2 + 1
            at = place.left() if facts.align is Align.RIGHT else place.right() - ARROW + 2
            painter.drawPixmap(QPointF(at, top), pixmap(arrow, "accent_text", ARROW))
            room = ARROW + 2
            place = place.adjusted(*((room, 0, 0, 0) if at == place.left() else (0, 0, -room, 0)))
        painter.setFont(style.font(CAPTION, SEMIBOLD))
        painter.setPen(style.colour("text2"))
        shown = painter.fontMetrics().elidedText(self.title(logicalIndex), ELIDE, place.width())
        painter.drawText(place, ALIGNMENTS[facts.align], shown)
