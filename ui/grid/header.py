"""The headings of a grid above its columns, and the numbers before its rows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.grid.model import ACROSS
from ui.source import Align
from ui.table.delegate import ALIGNMENTS, ELIDE
from ui.theme.sizes import CAPTION, GRID_ROW, REGULAR, SEMIBOLD, SMALL
from ui.theme.theme import theme

NUMBERS, PADDING = 36, 9


class GridHeader(QHeaderView):
    """Painted by hand, as the lists' heading is: a stylesheet draws lines on one side only."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._resize()
        theme().changed.connect(self._resize)

    def _resize(self) -> None:
        if self.orientation() is ACROSS:
            self.setFixedHeight(theme().px(GRID_ROW) + 2)
        else:
            self.setMinimumSectionSize(theme().px(GRID_ROW))
            self.setDefaultSectionSize(theme().px(GRID_ROW))
            self.setFixedWidth(theme().px(NUMBERS))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(NUMBERS), theme().px(GRID_ROW) + 2)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        style, across = theme(), self.orientation() is ACROSS
        painter.fillRect(rect, style.colour("sunken"))
        edge = style.colour("line2" if across else "line")
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), edge)
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), style.colour("line"))
        painter.setFont(style.font(CAPTION, SEMIBOLD) if across else style.font(SMALL, REGULAR))
        painter.setPen(style.colour("text2" if across else "text3"))
        place = rect.adjusted(PADDING, 0, -4, -1) if across else rect
        words = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        shown = painter.fontMetrics().elidedText(words, ELIDE, place.width())
        painter.drawText(place, ALIGNMENTS[Align.LEFT if across else Align.CENTRE], shown)

    def least(self, column: int) -> int:
        """Logical pixels a heading needs to be read whole."""
        words = str(self.model().headerData(column, ACROSS) or "")
        metrics = QFontMetrics(theme().font(CAPTION, SEMIBOLD))
        return metrics.horizontalAdvance(words) + PADDING + 8
