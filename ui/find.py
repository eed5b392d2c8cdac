"""Find anything: people, records and commands from one field, opened with Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QObject,
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
    QVBoxLayout,
    QWidget,
)
from shiboken6.Shiboken import isValid

from ui.find_results import ResultDelegate, Results
from ui.finder import IN_TEXTS
from ui.source import Found
from ui.theme.theme import theme
from ui.widgets.avatar import IconMark
from ui.widgets.text import label, rule, surface

WIDTH, TOP, REST_MS = 640, 92, 80
MOST_ROWS = 11
LOOKING = "Đang tìm trong nội dung…"
Told = Callable[[Sequence[Found]], None]


class Palette(QWidget):
    """Over the whole window, dimmed; a click beside it closes it."""

    chosen = Signal(object)
    edited = Signal(object)

    def __init__(
        self, window: QWidget, find: Callable[[str, Told], None], texts: Callable[[str, Told], None]
    ) -> None:
        super().__init__(window)
        self._find, self._texts = find, texts
        self._answered: str | None = None
        self._before: QWidget | None = None
        self._hurry = self._edit = False
        self._results = Results()
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
        self._delegate = ResultDelegate(self._results)
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
        self._answered = None
        self.field.setText(words)
        self.field.selectAll()
        self._place()
        self.look()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Put it away and give the focus back."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()

    def look(self) -> None:
        """Find what the field says."""
        self._rest.stop()
        words = self.field.text()
        self._find(words, partial(self._show, words))

    def look_in_texts(self) -> None:
        """Find what the field says in notes and other long texts; the field keeps the focus."""
        self._rest.stop()
        words = self.field.text()
        self._results.say(LOOKING)
        self._place()
        self._texts(words, partial(self._show_texts, words))

    def _show_texts(self, words: str, found: Sequence[Found]) -> None:
        self._show(words, found)
        if not found:
            self._results.say(f"Không có nội dung nào chứa “{words.strip()}”.")
            self._place()

    def _show(self, words: str, found: Sequence[Found]) -> None:
        self._answered = words
        self._results.put(found, words)
        self._step(0, 1)
        self.list.scrollToTop()
        self._place()
        if self._hurry:
            self._hurry = False
            self._take(self.list.currentIndex().row(), edit=self._edit)

    def titles(self) -> list[str]:
        """What is listed, without headings."""
        return [entry.title for entry in self._results.entries if isinstance(entry, Found)]

    def told(self) -> str:
        """The first heading, or the sentence that stands in place of results."""
        return next((entry for entry in self._results.entries if isinstance(entry, str)), "")

    def _around(self) -> int:
        """Pixels of the box that are not the list's."""
        frame = 2 * self.list.frameWidth()
        return self.box.sizeHint().height() - self.list.sizeHint().height() + frame

    def _place(self) -> None:
        width = min(WIDTH, self.width() - 32)
        rows = sum(
            self.list.sizeHintForRow(at) for at in range(min(MOST_ROWS, self._results.rowCount()))
        )
        height = min(rows + self._around(), self.height() - 16)
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
        if isinstance(entry, Found) and entry.command == IN_TEXTS:
            self.look_in_texts()
        elif isinstance(entry, Found):
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
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._answered == self.field.text():
            self._take(at, edit=edit)
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
