"""The middle of the print page: which page, how large, and the page itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.paper.book import Book
from ui.paper.page_view import STEP, PageView
from ui.paper.pictures import Pictures
from ui.paper.thumbnails import Thumbnails
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.text import ElidedLabel, label, surface

BAR = 46
ROOM_FOR_TITLE, ROOM_FOR_SMALL = 520, 460


class Viewer(QWidget):
    """Shows a book.

    Signals: `turned` the page that is shown, from 0.
    """

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.pictures = Pictures()
        self.pages = PageView(self.pictures)
        self.small = Thumbnails(self.pictures)
        self._build()
        self.show_book(Book())
        self.pages.turned.connect(self.turn)
        self.pages.zoomed.connect(self._tell_zoom)
        self.small.chosen.connect(self._show)
        self.number.editingFinished.connect(self._go)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = surface("head")
        self.bar.setFixedHeight(theme().px(BAR) + 1)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(9, 0, 10, 0)
        row.setSpacing(6)
        self._fill_bar(row)
        column.addWidget(self.bar)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.small)
        across.addWidget(surface("upright"))
        across.addWidget(self.pages, 1)
        body = QWidget()
        body.setLayout(across)
        across.setContentsMargins(0, 0, 0, 0)
        self.message = label("", "small", "text2", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(48, 24, 48, 24)
        self.stack = QStackedWidget()
        self.stack.addWidget(body)
        self.stack.addWidget(self.message)
        column.addWidget(self.stack, 1)

    def _fill_bar(self, row: QHBoxLayout) -> None:
        row.addWidget(icon_button("chevron-left", "Trang trước", "PgUp", lambda: self.turn(-1)))
        self.number = QLineEdit("1")
        self.number.setFixedWidth(theme().px(48))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setAccessibleName("Trang đang xem")
        self.number.setValidator(QIntValidator(1, 99_999, self.number))
        row.addWidget(self.number)
        self.total = label("", "small", "text2")
        row.addWidget(self.total)
        row.addWidget(icon_button("chevron-right", "Trang sau", "PgDn", lambda: self.turn(1)))
        self.title = ElidedLabel("", "medium")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.title, 1)
        self.gap = QWidget()
        row.addWidget(self.gap, 1)
        row.addWidget(icon_button("magnify-minus-outline", "Thu nhỏ", "Ctrl+-",
                                  lambda: self.pages.zoom(1 / STEP)))  # fmt: skip
        self.fit_button = button("Vừa trang", "plain", done=self.pages.fit)
        row.addWidget(self.fit_button)
        row.addWidget(icon_button("magnify-plus-outline", "Phóng to", "Ctrl++",
                                  lambda: self.pages.zoom(STEP)))  # fmt: skip

    def show_book(self, book: Book, leaf: int = 0) -> None:
        """Show other pages, at one of them."""
        self.pictures.show(book)
        self.stack.setCurrentIndex(0 if book.leaves else 1)
        self.total.setText(f"/ {len(book.leaves)} trang")
        for part in (self.number, self.total, self.fit_button):
            part.setEnabled(bool(book.leaves))
        self.small.renew(min(leaf, max(len(book.leaves) - 1, 0)))
        if not book.leaves:
            self.number.setText("")
            self.title.set_text("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.title.setVisible(self.width() >= ROOM_FOR_TITLE)
        self.gap.setVisible(self.width() < ROOM_FOR_TITLE)
        self.small.setVisible(self.width() >= ROOM_FOR_SMALL)

    def say(self, words: str) -> None:
        """What stands in the place of pages."""
        self.message.setText(words)

    def leaf(self) -> int:
        """The page that is shown, from 0."""
        return self.small.current()

    def go_to(self, leaf: int) -> None:
        """Show a page, from 0."""
        self.small.go_to(leaf)

    def turn(self, pages: int) -> None:
        """Go on or back, to the first or last page at most."""
        last = len(self.pictures.book.leaves) - 1
        self.go_to(min(max(self.leaf() + pages, 0), last))

    def close_pages(self) -> None:
        """Let the pages go."""
        self.pictures.close()

    def _go(self) -> None:
        if self.number.text().isdecimal():
            self.go_to(int(self.number.text()) - 1)
        self.number.setText(str(self.leaf() + 1))

    def _show(self, leaf: int) -> None:
        self.number.setText(str(leaf + 1))
        self.title.set_text(self.pictures.book.leaves[leaf].paper.title)
        self.pages.show_leaf(leaf)
        self.turned.emit(leaf)

    def _tell_zoom(self, zoom: float) -> None:
        self.fit_button.setText("Vừa trang" if zoom == 1 else f"{round(zoom * 100)} %")
