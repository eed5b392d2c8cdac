"""A field that offers a list: found without accents, opened by typing, never completed inline.

Inline completion would fight the Vietnamese input method for the letters; a list below does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.text import fold
from ui.source import Option
from ui.theme.sizes import CAPTION, MEDIUM, SMALL
from ui.theme.theme import theme
from ui.widgets.fields import ButtonField

SHOWN_ROWS = 8
ONE_LINE, TWO_LINES = 30, 44
PLAIN_WIDTH, DETAILED_WIDTH = 200, 380
ASKING = object()
"""Stands in the list for what is not there yet."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def matching(options: Sequence[Option], words: str) -> list[Option]:
    """Options that hold every word; those that begin with the words come first."""
    wanted = fold(words)
    parts = wanted.split()
    found = [
        one for one in options if all(part in fold(f"{one.text} {one.detail}") for part in parts)
    ]
    return sorted(found, key=lambda one: not fold(one.text).startswith(wanted))


class _Offers(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.options: list[Option] = []

    def put(self, options: list[Option]) -> None:
        self.beginResetModel()
        self.options = options
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: Index, role: int = 0) -> str | None:
        return self.options[index.row()].text if role in (0, 11) else None


class _OfferDelegate(QStyledItemDelegate):
    def __init__(self, offers: _Offers) -> None:
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
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        place = box.adjusted(8, 0, -8, 0)
        painter.setPen(style.colour("text"))
        painter.setFont(style.font(SMALL, MEDIUM if offer.detail else 400))
        if offer.detail:
            upper = QRect(place.left(), place.top() + 3, place.width(), place.height() // 2 - 2)
            painter.drawText(upper, int(middle), offer.text)
            painter.setFont(style.font(CAPTION))
            painter.setPen(style.colour("text2"))
            lower = upper.translated(0, place.height() // 2 - 2)
            detail = painter.fontMetrics().elidedText(
                offer.detail, Qt.TextElideMode.ElideRight, lower.width()
            )
            painter.drawText(lower, int(middle), detail)
        else:
            words = painter.fontMetrics().elidedText(
                offer.text, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, int(middle), words)


class _List(QListView):
    """The list under the field: a child of the window, so that it never takes the focus."""

    def __init__(self, window: QWidget, offers: _Offers) -> None:
        super().__init__(window)
        self.setProperty("k", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(offers)
        self._delegate = _OfferDelegate(offers)
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


class PickField(ButtonField):
    """Text plus a list of options; `picked` when one was taken.

    In a ``free`` field the text itself may be meant: nothing of the list is marked before ↓.
    """

    picked = Signal(object)
    asked = Signal(str)

    def __init__(
        self,
        options: Sequence[Option] = (),
        find: Callable[[str], Sequence[Option]] | None = None,
        icon: str = "chevron-down",
        *,
        free: bool = False,
    ) -> None:
        super().__init__(icon, "Mở danh sách (Alt+↓)")
        self._free, self._new = free, ""
        self._options, self._find = tuple(options), find
        self._offers = _Offers()
        self._list: _List | None = None
        self._chosen: Option | None = None
        self.textEdited.connect(self._typed)
        self.button.clicked.connect(self._toggle)

    def offer_new(self, act: str) -> None:
        """End the list with an act that makes what was not found; `asked` tells the words typed."""
        self._new = act

    def put(self, option: Option | None) -> None:
        """Show an option as chosen."""
        self._chosen = option
        self.setText(option.text if option is not None else "")
        self.setCursorPosition(0)

    def chosen(self) -> Option | None:
        """What the text means: the option taken, or the one whose words were typed in full."""
        if (taken := self.taken()) is not None:
            return taken
        typed = self.text().strip()
        exact = [one for one in self._offered(typed) if fold(one.text) == fold(typed)]
        return exact[0] if typed and len(exact) == 1 else None

    def taken(self) -> Option | None:
        """The option taken from the list, as long as its words stand."""
        chosen = self._chosen
        return chosen if chosen is not None and chosen.text == self.text() else None

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def offered(self) -> list[str]:
        """Words in the list now."""
        return [option.text for option in self._offers.options]

    def _offered(self, words: str) -> list[Option]:
        if self._find is not None:
            return list(self._find(words))
        return matching(self._options, words)

    def _typed(self) -> None:
        self._chosen = None
        self.open_list(self.text())

    def _toggle(self) -> None:
        self.setFocus()
        if self.is_open():
            self.close_list()
        else:
            self.open_list("")

    def open_list(self, words: str) -> None:
        """Offer what matches; nothing that matches closes the list."""
        asking = [Option(ASKING, f"{self._new} “{words.strip()}”…")] if self._new else []
        self._offers.put(self._offered(words) + (asking if words.strip() else []))
        if not self._offers.options:
            self.close_list()
            return
        if self._list is None:
            self._list = _List(self.window(), self._offers)
            self._list.clicked.connect(lambda index: self._take(index.row()))
            self.destroyed.connect(self._list.deleteLater)
        self._list.stand_under(self)
        if self._free and words.strip():
            self._list.setCurrentIndex(NOWHERE)
        elif words.strip():
            self._list.setCurrentIndex(self._offers.index(0))
        else:
            self._mark_chosen()

    def _mark_chosen(self) -> None:
        texts = self.offered()
        row = texts.index(self.text()) if self.text() in texts else 0
        assert self._list is not None
        self._list.setCurrentIndex(self._offers.index(row))

    def close_list(self) -> None:
        """Put the list away."""
        if self._list is not None:
            self._list.hide()

    def take_marked(self, *, quietly: bool = False) -> bool:
        """Take what is marked in the list; tells whether something was."""
        row = self._list.currentIndex().row() if self._list is not None else -1
        if not 0 <= row < len(self._offers.options):
            self.close_list()
            return False
        if self._offers.options[row].value is ASKING:
            self.close_list()
            self.asked.emit(self.text().strip())
            return True
        self.put(self._offers.options[row])
        self.setModified(True)
        self.close_list()
        if not quietly:
            self.picked.emit(self._chosen)
        return True

    def _take(self, row: int) -> None:
        assert self._list is not None
        self._list.setCurrentIndex(self._offers.index(row))
        self.take_marked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not self.is_open():
            if key == Qt.Key.Key_Down:
                self.open_list("")
            else:
                super().keyPressEvent(event)
            return
        assert self._list is not None
        row = self._list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not held:
            step = 1 if key == Qt.Key.Key_Down else -1
            at = row + step if row >= 0 else min(step, 0)
            self._list.setCurrentIndex(self._offers.index(at % len(self.offered())))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_marked()
        elif key == Qt.Key.Key_Escape or (held and key == Qt.Key.Key_Up):
            self.close_list()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = {Qt.Key.Key_Escape} if self.is_open() else set()
            if event.key() in own or (event.key() == Qt.Key.Key_Down):
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.is_open() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            if event.reason() == Qt.FocusReason.TabFocusReason and self.text().strip():
                self.take_marked()
            self.close_list()
        super().focusOutEvent(event)
