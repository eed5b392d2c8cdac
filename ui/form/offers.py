"""The list under a field that can be picked from, with what was looked for in green."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import pixmap
from ui.source import Option
from ui.theme.sizes import CAPTION, MEDIUM, SMALL
from ui.theme.theme import theme
from ui.widgets.hits import MIDDLE, paint_hits

SHOWN_ROWS = 8
ONE_LINE, TWO_LINES = 30, 44
PLAIN_WIDTH, DETAILED_WIDTH = 200, 380
HIT, ASKS, PLUS = "green_text", "accent_text", 16
ASKING = object()
"""Stands in the list for what is not there yet."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Offers(QAbstractListModel):
    """What is offered, and the words it was looked for by."""

    def __init__(self) -> None:
        super().__init__()
        self.options: list[Option] = []
        self.words = ""

    def put(self, options: list[Option], words: str) -> None:
        """Offer something else."""
        self.beginResetModel()
        self.options, self.words = options, words
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: Index, role: int = 0) -> str | None:
        return self.options[index.row()].text if role in (0, 11) else None


class OfferDelegate(QStyledItemDelegate):
    """Paints an offer on one line, or on two where a detail tells it from others."""

    def __init__(self, offers: Offers) -> None:
        super().__init__()
        self._offers = offers

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        detail = self._offers.options[index.row()].detail
        return QSize(80, theme().px(TWO_LINES if detail else ONE_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style, offer = theme(), self._offers.options[index.row()]
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("sel"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 4, 4)
        place = box.adjusted(8, 0, -8, 0)
        painter.setFont(style.font(SMALL, MEDIUM if offer.detail else 400))
        if offer.value is ASKING:
            painter.drawPixmap(place.left(), place.center().y() - PLUS // 2 + 1,
                               pixmap("account-plus-outline", ASKS, PLUS))  # fmt: skip
            painter.setPen(style.colour(ASKS))
            asked = place.adjusted(PLUS + 8, 0, 0, 0)
            painter.drawText(asked, MIDDLE, _fit(painter, offer.text, asked.width()))
            return
        if not offer.detail:
            self._paint_words(painter, place, offer)
            return
        upper = QRect(place.left(), place.top() + 3, place.width(), place.height() // 2 - 2)
        self._paint_words(painter, upper, offer)
        painter.setFont(style.font(CAPTION))
        painter.setPen(style.colour("text2"))
        lower = upper.translated(0, place.height() // 2 - 2)
        painter.drawText(lower, MIDDLE, _fit(painter, offer.detail, lower.width()))

    def _paint_words(self, painter: QPainter, place: QRect, offer: Option) -> None:
        fitted = _fit(painter, offer.text, place.width())
        paint_hits(painter, place, fitted, self._offers.words, HIT)


def _fit(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class OfferList(QListView):
    """The list under the field: a child of the window, so that it never takes the focus."""

    def __init__(self, window: QWidget, offers: Offers) -> None:
        super().__init__(window)
        self.setProperty("k", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(offers)
        self._delegate = OfferDelegate(offers)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
        super().mouseMoveEvent(event)

    def stand_under(self, field: QWidget) -> None:
        """As wide as the field, below it, or above where there is no room below."""
        window = self.parentWidget()
        assert window is not None
        rows = min(SHOWN_ROWS, self.model().rowCount())
        height = sum(self.sizeHintForRow(row) for row in range(rows)) + 10
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        if corner.y() + height > window.height():
            corner = field.mapTo(window, QPoint(0, -height - 4))
        detailed = self.sizeHintForRow(0) > theme().px(ONE_LINE)
        width = max(field.width(), DETAILED_WIDTH if detailed else PLAIN_WIDTH)
        left = max(0, min(corner.x(), window.width() - width))
        self.setGeometry(left, max(0, corner.y()), width, height)
        self.show()
        self.raise_()

    def mark(self, row: int) -> None:
        """Mark an offer, or none."""
        self.setCurrentIndex(self.model().index(row, 0))

    def step(self, step: int) -> None:
        """Mark the next offer or the one before, round and round."""
        row = self.currentIndex().row()
        self.mark((row + step if row >= 0 else min(step, 0)) % self.model().rowCount())
