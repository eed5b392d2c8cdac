"""The print page: papers left, the very pages in the middle, the printer right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ActionSet, Scope
from ui.paper.book import Book
from ui.paper.choice_panel import ChoicePanel
from ui.paper.making import Maker
from ui.paper.page_view import STEP
from ui.paper.printer_panel import PrinterPanel
from ui.paper.selection import Selection
from ui.paper.sending import Sending
from ui.paper.storing import Storing
from ui.paper.tools import Tools
from ui.paper.viewer import Viewer
from ui.source import Option, PaperWish
from ui.tasks import Task
from ui.theme.theme import theme
from ui.widgets.avatar import IconTile
from ui.widgets.buttons import ENTER, icon_button
from ui.widgets.text import ElidedLabel, label, surface

LEFT, RIGHT, HEAD = 288, 268, 60
HINTS = ("page_up", "page_down", "larger", "send", "close")
MOST_COUNTED = 2000
"""Records of a list up to which papers nobody looks at are made to tell their pages."""
MAKING = "Đang lập trang in…"
NOTHING = "Chưa chọn giấy nào. Dùng phím cách để chọn giấy cần in."
NOBODY = "Chưa chọn {noun} cần in."


class PaperPage(QWidget):
    """Near the whole window; everything about one visit to the printer.

    Signals: `left`, `told` with a line for the key bar.
    """

    left = Signal()
    told = Signal(str)

    def __init__(self, selection: Selection, tools: Tools, context: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._tools, self.selection, self._closed = tools, selection, False
        self.maker = Maker(tools.source, tools.runner, self._follow)
        self.choice = ChoicePanel(selection, tools.today, self._find)
        self.viewer = Viewer()
        self.panel = PrinterPanel()
        self._build(context)
        self.sending = Sending(self.panel, tools)
        self.storing = Storing(tools)
        self._book = Book()
        self.acts = ActionSet(
            self,
            Scope.PREVIEW,
            {
                "page_up": lambda: self.viewer.turn(-1),
                "page_down": lambda: self.viewer.turn(1),
                "larger": lambda: self.viewer.pages.zoom(STEP),
                "smaller": lambda: self.viewer.pages.zoom(1 / STEP),
                "send": self.sending.send,
                "store": lambda: self.storing.store(self._book),
                "word": self._store_word,
                "printers": self.sending.read_printers,
                "close": self._leave,
            },
        )
        self._listen()

    def _build(self, context: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(context))
        across = QHBoxLayout()
        column.addLayout(across, 1)
        across.setSpacing(0)
        self.choice.setFixedWidth(theme().px(LEFT))
        self.panel.setFixedWidth(theme().px(RIGHT))
        across.addWidget(self.choice)
        across.addWidget(surface("upright"))
        across.addWidget(self.viewer, 1)
        across.addWidget(surface("upright"))
        across.addWidget(self.panel)

    def _head(self, context: str) -> QWidget:
        head = surface("head")
        head.setFixedHeight(theme().px(HEAD) + 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 14, 0)
        row.setSpacing(14)
        row.addWidget(IconTile("printer-outline", "green", 36))
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(label("In giấy tờ", "heading"))
        words.addWidget(ElidedLabel(context, "small", "text2"))
        words.addStretch(1)
        row.addWidget(icon_button("close", "Đóng", "Esc", self._leave, 18))
        return head

    def _listen(self) -> None:
        self.maker.changed.connect(self._show_made)
        self.choice.changed.connect(self.renew)
        self.choice.marked.connect(self._go_to_paper)
        self.viewer.turned.connect(self._turned)
        self.panel.wanted.connect(self._wanted)

    def begin(self) -> None:
        """Read the printers and make the papers; the focus stands on the papers."""
        self.sending.read_printers()
        self.renew()
        self.choice.list.setFocus()

    # -- what is shown

    def renew(self) -> None:
        """The choice is another one: make what is missing."""
        wishes = [wish for _paper, wish in self.selection.wanted()]
        self.maker.want([*wishes, *self._spare(wishes)])
        self._show_made()

    def _spare(self, wishes: Sequence[PaperWish]) -> list[PaperWish]:
        """Papers that are made only to tell how many pages they have."""
        total = self.selection.ground.total
        if total is None or total > MOST_COUNTED:
            return []
        others = (one.id for one in self.selection.papers)
        return [
            wish
            for name in others
            if not self.selection.lacks_records(name)
            and (wish := self.selection.wish(name)) not in wishes
        ]

    def _show_made(self) -> None:
        self.choice.show_made(self.maker)
        wanted = self.selection.wanted()
        if all(self.maker.known(wish) for _paper, wish in wanted):
            made = [(paper, pdf, wish) for paper, wish in wanted if (pdf := self.maker.pdf(wish))]
            parts = [(paper, pdf) for paper, pdf, _wish in made]
            self._show_book(Book(parts, [wish for _paper, _pdf, wish in made]))
        self.viewer.say(self._instead())

    def _show_book(self, book: Book) -> None:
        if book.same_as(self._book) and book.leaves:
            return
        leaf = self.viewer.leaf() if self._book.leaves else 0
        if [paper.id for paper, _ in book.parts] != [paper.id for paper, _ in self._book.parts]:
            leaf = max(book.first_of(self.selection.marked), 0)
        self._book = book
        self.sending.show_book(book, min(leaf, max(len(book.leaves) - 1, 0)))
        self.viewer.show_book(book, leaf)
        if not book.leaves:
            self.told.emit("")

    def _instead(self) -> str:
        """What stands where there are no pages."""
        wanted, paper = self.selection.wanted(), self.selection.paper()
        if not wanted and self.selection.lacks_records(paper.id):
            return NOBODY.format(noun=paper.each)
        if not wanted:
            return NOTHING
        return self.choice.failure(self.maker) or MAKING

    def _go_to_paper(self, name: str) -> None:
        first = self._book.first_of(name)
        if first >= 0:
            self.viewer.go_to(first)

    def _turned(self, leaf: int) -> None:
        self.sending.show_leaf(leaf)
        paper = self._book.leaves[leaf].paper
        self.told.emit(f"{paper.title} · trang {leaf + 1} / {len(self._book.leaves)}")

    # -- acts

    def _wanted(self, act: str) -> None:
        if act == "over":
            self.sending.begin_anew()
        else:
            self.acts.run(act)

    def _store_word(self) -> None:
        wanted = self.selection.wanted()
        if len(wanted) == 1 and wanted[0][0].running:
            self.storing.store_word(*wanted[0])

    def _find(self, words: str, told: Callable[[Sequence[Option]], object]) -> None:
        ground = self.selection.ground
        self._tools.runner.run(
            lambda _tell: self._tools.source.choices(ground.register, words, ground.query),
            lambda found: None if self._closed else told(found),
            self._tools.notifier.failed,
        )

    def _follow(self, task: Task, words: str) -> None:
        if not self.sending.is_busy():
            self._tools.follow(task, words)

    def _leave(self) -> None:
        if self.choice.is_picking():
            self.choice.stop_picking()
            return
        self.close_pages()
        self.left.emit()

    def close_pages(self) -> None:
        """Let the pages go; nothing may be shown afterwards."""
        self._closed = True
        self.sending.close()
        self.viewer.close_pages()
        self.maker.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints; a button that has the focus takes it for itself."""
        if event.key() in ENTER:
            self.sending.send()
        else:
            super().keyPressEvent(event)
