"""Leads from a wish of the window to the print page and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.kept_settings import KeptSettings
from ui.pages.wishes import Wish
from ui.paper.page import HINTS, PaperPage
from ui.paper.printer_topic import PrinterTopic
from ui.paper.selection import Ground, Selection
from ui.paper.tools import PrintRoom, Tools
from ui.shell import Shell
from ui.source import PaperSource

PRINTERS = ("Máy in", "Giấy lệch bao nhiêu nhớ riêng cho từng máy in, khay và cỡ giấy.")


class Printing(QObject):
    """Opens the print page over the page that is shown, with the right paper marked."""

    def __init__(self, shell: Shell, source: PaperSource, room: PrintRoom) -> None:
        super().__init__(shell)
        self._shell, self._source, self._room = shell, source, room
        self._offsets = KeptSettings(source.offsets, shell.means.runner)
        self._uncover: Callable[[], object] = lambda: None
        self.page: PaperPage | None = None
        shell.printing.connect(self.open)

    def open(self, name: str, wish: Wish) -> None:
        """Show the papers of a register; one record alone marks the first paper made of one."""
        papers = self._source.papers(name)
        if not papers or self.page is not None:
            return
        alone = len(wish.identities) == 1
        of_one = next((paper.id for paper in papers if paper.each), "")
        ground = Ground(
            name,
            wish.query,
            wish.identities[0] if alone else wish.current,
            () if alone else wish.identities,
            wish.total,
        )
        selection = Selection(papers, ground, wish.detail or (of_one if alone else ""))
        self.show(PaperPage(selection, self.tools(), self._shell.bundles[name].facts.title))

    def tools(self, source: PaperSource | None = None) -> Tools:
        """What a print page works with; papers of another source where one is given."""
        shell, means = self._shell, self._shell.means
        return Tools(
            source or self._source,
            means.runner,
            self._room,
            means.asker,
            shell.notifier,
            shell.progress.follow,
            means.settings,
            self._offsets,
            means.today,
        )

    def topics(self) -> list[tuple[str, str, QWidget]]:
        """The settings about printers."""
        topic, notifier = PrinterTopic(self.tools()), self._shell.notifier
        topic.changed.connect(lambda words, back: notifier.offer(words, "Hoàn tác", back))
        return [(*PRINTERS, topic)]

    def show(self, page: PaperPage) -> None:
        """Put a print page over the page that is shown."""
        self.page = page
        page.left.connect(self._leave)
        page.told.connect(self._shell.keys.say)
        self._shell.bar.hide()
        self._uncover = self._shell.uncovering(page)
        self._shell.keys.show_keys(page.acts.hints(HINTS))
        self._shell.keys.say("")
        page.begin()

    def _leave(self) -> None:
        self.page = None
        self._shell.bar.show()
        self._uncover()

    def close(self) -> None:
        """Let the pages go, and stop what is being printed."""
        if self.page is not None:
            self.page.close_pages()
        self._room.runner.close()
