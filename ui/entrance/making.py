"""Makes a register from the answers of the first run, has its sheet printed, and opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.entrance.sheet_printing import SheetPrinting
from ui.paper.printers import Printers, SystemPrinters
from ui.sentences import words_for

if TYPE_CHECKING:
    from ui.entrance.entrance import Entrance
    from ui.entrance.first_run import Answers, FirstRun


class Making(QObject):
    """Does what the first run wishes."""

    def __init__(
        self, entrance: Entrance, page: FirstRun, printers: Printers | None = None
    ) -> None:
        super().__init__()
        self._entrance, self._page = entrance, page
        self._printers = printers or SystemPrinters()
        self._answers: Answers | None = None
        page.wanted.connect(self.make)
        page.done.connect(self.enter)

    def make(self, answers: Answers) -> None:
        """Make it, and show its recovery key."""
        self._answers = answers
        self._entrance.run(lambda: self._entrance.there().make(answers), self._made, self._failed)

    def _made(self, told: object) -> None:
        assert isinstance(told, tuple)
        assert self._answers is not None
        entrance, answers = self._entrance, self._answers
        key, office = told
        entrance.remember(answers.user, office)
        self._page.show_sheet(key, office)
        if self._page.sheet is not None:
            SheetPrinting(
                self._page.sheet,
                self._printers,
                entrance.runner,
                lambda: entrance.there().draw_sheet(key, answers),
            )

    def enter(self, brings_old: bool) -> None:
        """Open what was made."""
        assert self._answers is not None
        entrance, user, password = self._entrance, self._answers.user, self._answers.password
        entrance.brings_old = brings_old
        entrance.run(
            lambda: entrance.there().open(user, password),
            lambda _done: entrance.opened.emit(),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._page.refuse(words_for(error))
