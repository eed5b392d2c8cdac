"""Find anything: people, records and commands from one field, opened with Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.icons import pixmap
from ui.source import Found
from ui.theme.sizes import BODY, CAPTION, MEDIUM
from ui.theme.theme import theme
from ui.widgets.avatar import IconMark
from ui.widgets.hits import paint_hits
from ui.widgets.text import label, rule, surface

WIDTH, TOP, REST_MS = 640, 92, 80
ROW, HEADING = 44, 28
MOST_ROWS = 11
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Entry = Found | str
Told = Callable[[Sequence[Found]], None]


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


class _Results(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.words = ""

    def put(self, found: Sequence[Found], words: str) -> None:
        self.beginResetModel()
        self.words = words
        self.entries = entries(found)
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


class _ResultDelegate(QStyledItemDelegate):
    def __init__(self, results: _Results) -> None:
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


class Palette(QWidget):
    """Over the whole window, dimmed; a click beside it closes it."""

    chosen = Signal(object)
    edited = Signal(object)

    def __init__(self, window: QWidget, find: Callable[[str, Told], None]) -> None:
        super().__init__(window)
        self._find = find
        self._before: QWidget | None = None
        self._hurry = self._edit = False
        self._results = _Results()
        self.box = self._build()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        self.field.textChanged.connect(lambda _text: self._rest.start())
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        window.installEventFilter(self)
        self.hide()

    def _build(self) -> QFrame:
        box = surface("dialog")
        box.setParent(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        top = QHBoxLayout()
        column.addLayout(top)
        top.setContentsMargins(18, 0, 18, 0)
        top.setSpacing(12)
        top.addWidget(IconMark("magnify", "text2", 18))
        self.field = QLineEdit()
        self.field.setProperty("k", "find")
        self.field.setPlaceholderText("Tìm người, sổ, lệnh… không cần gõ dấu")
        self.field.setAccessibleName("Tìm nhanh mọi sổ")
        top.addWidget(self.field, 1)
        column.addWidget(rule())
        self.list = QListView()
        self.list.setProperty("k", "find")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self._results)
        self._delegate = _ResultDelegate(self._results)
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.list, 1)
        column.addWidget(rule())
        hint = label("↑ ↓ chọn    Enter mở    Ctrl+Enter mở để sửa    Esc đóng", "caption", "text2")
        hint.setContentsMargins(18, 9, 18, 9)
        column.addWidget(hint)
        return box

    def open(self, words: str = "") -> None:
        """Show it over the window."""
        window = self.parentWidget()
        assert window is not None
        self._before = window.window().focusWidget()
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.field.setText(words)
        self.field.selectAll()
        self.look()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Put it away and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def look(self) -> None:
        """Find what the field says."""
        self._rest.stop()
        self._find(self.field.text(), self._show)

    def _show(self, found: Sequence[Found]) -> None:
        self._results.put(found, self.field.text())
        self._step(0, 1)
        self.list.scrollToTop()
        self._place()
        if self._hurry:
            self._hurry = False
            self._take(self.list.currentIndex().row(), edit=self._edit)

    def titles(self) -> list[str]:
        """What is listed, without headings."""
        return [entry.title for entry in self._results.entries if isinstance(entry, Found)]

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 32)
        rows = sum(
            self.list.sizeHintForRow(at) for at in range(min(MOST_ROWS, self._results.rowCount()))
        )
        height = min(rows + theme().px(56) + theme().px(36), self.height() - 16)
        top = min(TOP, (self.height() - height) // 2)
        self.box.setGeometry((self.width() - width) // 2, top, width, height)

    def _step(self, start: int, step: int) -> None:
        count = self._results.rowCount()
        for away in range(count):
            at = (start + step * away) % count
            if isinstance(self._results.entries[at], Found):
                self.list.setCurrentIndex(self._results.index(at))
                return

    def _take(self, at: int, *, edit: bool = False) -> None:
        entry = self._results.entries[at] if 0 <= at < self._results.rowCount() else ""
        if isinstance(entry, Found):
            self.close_palette()
            editing = edit and entry.identity and not entry.command
            (self.edited if editing else self.chosen).emit(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return event.type() == QEvent.Type.KeyPress and self._key(event.key(), edit=control)
        if event.type() == QEvent.Type.Resize and self.isVisible():
            window = self.parentWidget()
            assert window is not None
            self.setGeometry(window.rect())
            self._place()
        return False

    def _key(self, key: int, *, edit: bool) -> bool:
        at = self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self._step(at + 1, 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self._step(at - 1, -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hurry, self._edit = True, edit
            self.look()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = theme().colour("nav" if theme().dark else "text")
        painter.setOpacity(0.4)
        painter.fillRect(self.rect(), veil)
