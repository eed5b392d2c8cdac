"""Small pages beside the large one; arrows walk through them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.paper.pictures import Pictures
from ui.theme.sizes import MEDIUM, REGULAR, SMALL
from ui.theme.theme import theme

COLUMN: Final = 132
PAGE: Final = 100
FRAME: Final = 9
NUMBER: Final = 28
ABOVE: Final = 8

Index = QModelIndex | QPersistentModelIndex


class Leaves(QAbstractListModel):
    """The pages of the book."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._pictures.book.leaves)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            leaf = self._pictures.book.leaves[index.row()]
            return f"Trang {index.row() + 1}, {leaf.paper.title}"
        return None

    def renew(self) -> None:
        """The book is another one."""
        self.beginResetModel()
        self.endResetModel()


class Thumbnails(QListView):
    """A column of small pages with their numbers.

    Signals: `chosen` a page.
    """

    chosen = Signal(int)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.leaves = Leaves(pictures)
        self.leaves.setParent(self)
        self.setModel(self.leaves)
        self.setItemDelegate(_Drawn(self, pictures))
        self.setFixedWidth(theme().px(COLUMN))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Các trang")
        self.verticalScrollBar().setSingleStep(40)
        self.setViewportMargins(0, ABOVE, 0, 0)
        pictures.drawn.connect(self._drawn)
        self.selectionModel().currentChanged.connect(self._moved)

    def renew(self, leaf: int) -> None:
        """Show the pages of another book, at one of them."""
        self.leaves.renew()
        self.go_to(leaf)

    def go_to(self, leaf: int) -> None:
        """Make a page the current one."""
        index = self.leaves.index(leaf, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def current(self) -> int:
        """The current page, from 0."""
        return max(self.currentIndex().row(), 0)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())

    def _drawn(self, leaf: int) -> None:
        self.update(self.leaves.index(leaf, 0))


class _Drawn(QStyledItemDelegate):
    """Paints a page and its number."""

    def __init__(self, view: QListView, pictures: Pictures) -> None:
        super().__init__(view)
        self._view, self._pictures = view, pictures

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(PAGE, self._page(index.row()).height() + 2 * FRAME + theme().px(NUMBER))

    def _page(self, row: int) -> QSize:
        size = self._pictures.book.leaves[row].size
        across = PAGE if size.landscape else round(PAGE * size.width / size.height)
        across = max(across, 72)
        return QSize(across, round(across * size.height / size.width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        page = self._page(index.row())
        left = box.left() + (box.width() - page.width()) // 2
        place = QRect(left, box.top() + FRAME, page.width(), page.height())
        current = index.row() == self._view.currentIndex().row()
        if current:
            self._frame(painter, place)
        ratio = painter.device().devicePixelRatioF()
        picture = self._pictures.picture(index.row(), page.width(), ratio)
        painter.fillRect(place, Qt.GlobalColor.white)
        if picture is not None:
            painter.drawPixmap(place, picture)
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setFont(theme().font(SMALL, MEDIUM if current else REGULAR))
        painter.setPen(theme().colour("accent_text" if current else "text2"))
        under = QRect(box.left(), place.bottom() + FRAME + 1, box.width(), theme().px(NUMBER) - 6)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), str(index.row() + 1))

    def _frame(self, painter: QPainter, place: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._view.hasFocus()
        painter.setPen(QPen(theme().colour("focus" if focused else "edge"), 2))
        painter.setBrush(theme().colour("sel" if focused else "sunken"))
        painter.drawRoundedRect(QRectF(place).adjusted(-7, -7, 7, 7), 6, 6)
        painter.restore()
