"""Leads from the list of classes to the page of one, and back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ui.classes.page import ClassPage
from ui.issuing.class_papers import ClassPapers
from ui.pages.wishes import Wish
from ui.shell import Shell
from ui.source.classes import ClassSource

CLASSES, TRAINEES, PAPERS = "classes", "trainees", "issued"
OPEN = "open"


class ClassRoom(QObject):
    """Shows the page of a class when the window asks for it; one page serves all classes."""

    def __init__(
        self, shell: Shell, source: ClassSource, papers: ClassPapers | None = None
    ) -> None:
        super().__init__(shell)
        self._shell, self._source, self._papers = shell, source, papers
        self.page: ClassPage | None = None
        shell.acted.connect(self._acted)

    def _acted(self, name: str, act: str, identity: int) -> None:
        if name == CLASSES and act == OPEN:
            self.open(identity)

    def open(self, identity: int) -> None:
        """Go to the page of a class."""
        page = self.page = self.page or self._make()
        self._shell.places.arrived(CLASSES)
        self._shell.pages.show_page(page)
        page.begin(identity)
        page.take_focus()

    def _make(self) -> ClassPage:
        shell, papers = self._shell, self._papers
        panel = papers.panel if papers is not None else None
        page = ClassPage(self._source, shell.means, panel)
        if papers is not None:
            page.shown.connect(papers.read)
            page.stood.connect(papers.panel.stand_on)
        page.papers.opened.connect(lambda paper: shell.acted.emit(PAPERS, OPEN, paper))
        page.left.connect(self._leave)
        page.wished.connect(self._wished)
        page.told.connect(self._told)
        page.hinted.connect(lambda names: shell.keys.show_keys(page.acts.hints(names)))
        page.work.done.connect(lambda words: shell.notifier.undoable(words, shell.changes.undo))
        page.work.failed.connect(shell.notifier.failed)
        return page

    def _told(self, words: str) -> None:
        if self._shell.pages.currentWidget() is self.page:
            self._shell.keys.say(words)

    def _leave(self) -> None:
        if self._shell.pages.currentWidget() is self.page:
            self._shell.open_register(CLASSES)

    def _wished(self, act: str, document: str) -> None:
        assert self.page is not None
        identity = self.page.work.identity
        if act == "edit":
            self._shell.open_form(CLASSES, identity)
        elif act == "import":
            self.page.work.finish()
            self._shell.importing_rows.emit(TRAINEES, identity, partial(self.open, identity))
        elif act == "certify":
            self._shell.acted.emit(CLASSES, act, identity)
        else:
            self._shell.printing.emit(
                CLASSES, Wish("print", (identity,), detail=document, current=identity, total=1)
            )

    def changed(self) -> None:
        """Records were changed: the page shows them as they are now."""
        if self.page is not None:
            self.page.work.reload()

    def close(self) -> None:
        """Have everything typed written before the register is closed."""
        if self.page is not None:
            self.page.work.stop()
        if self._papers is not None:
            self._papers.close()
