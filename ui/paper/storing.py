"""Papers written to files: every paper its own PDF, running text as a Word file too.

A file can be printed anywhere, so what is noted of a page that a printer took is noted of it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.store.folder import replace_file
from models.store.world import world
from ui.ask import PDF
from ui.paper.book import Book
from ui.paper.tools import Tools
from ui.source import PaperFacts, PaperWish
from ui.tasks import Progress

WORD = "Tệp Word (*.docx)"
BAD_IN_NAMES = '\\/:*?"<>|'


class Storing(QObject):
    """Asks where, writes off the window's thread, and says what was written.

    Signals: `stored` how many pages of a paper a file holds by now.
    """

    stored = Signal(int)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools

    def store(self, book: Book) -> None:
        """Write each paper as a PDF; giving one up gives up the rest."""
        for (paper, pdf), wish in zip(book.parts, book.wishes, strict=True):
            path = self._ask("Lưu thành PDF", paper, ".pdf", PDF)
            if path is None:
                return
            self._write(path, pdf.content, wish, range(len(pdf.sizes)))

    def store_word(self, paper: PaperFacts, wish: PaperWish) -> None:
        """Write a paper of running text for Word."""
        path = self._ask("Lưu Word", paper, ".docx", WORD)
        if path is None:
            return
        self._tools.runner.run(
            lambda _tell: self._tools.source.word(wish),
            lambda content: self._write(path, content, wish),
            self._tools.notifier.failed,
        )

    def _ask(self, title: str, paper: PaperFacts, ending: str, kinds: str) -> Path | None:
        path = self._tools.asker.save_file(title, file_name(paper.title, ending), kinds)
        return path.with_name(path.name + ending) if path and not path.suffix else path

    def _write(
        self, path: Path, content: bytes, wish: PaperWish, pages: Sequence[int] = ()
    ) -> None:
        source = self._tools.source

        def work(_progress: Progress) -> str:
            source.leaving(wish, f"ra {path.name}")
            with world("lưu tệp"):
                replace_file(path, content)
            return source.sent(wish, pages) if pages else ""

        def written(words: str) -> None:
            self._tools.notifier.say(f"Đã lưu {path.name}. {words}".rstrip())
            self.stored.emit(len(pages))

        self._tools.runner.run(work, written, self._tools.notifier.failed)


def file_name(title: str, ending: str) -> str:
    """Return a title as a file's name on any system."""
    return "".join("-" if letter in BAD_IN_NAMES else letter for letter in title) + ending
