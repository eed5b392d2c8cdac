"""A password replaced by the recovery sheet: does what is wished, then opens the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.entrance.recover_page import RecoverPage
from ui.sentences import words_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.entrance.entrance import Entrance


class Recovering(QObject):
    """One new password, from the sheet to the open register."""

    def __init__(self, entrance: Entrance, users: Sequence[str], last: str) -> None:
        super().__init__()
        self._entrance = entrance
        self.page = RecoverPage(users, last)
        self.setParent(self.page)
        self.page.left.connect(entrance.uncover)
        self.page.wanted.connect(self._recover)

    def _recover(self, user: str, sheet: str, password: str) -> None:
        entrance = self._entrance

        def opened(_done: object) -> None:
            entrance.remember(user)
            entrance.opened.emit()

        entrance.run(
            lambda: entrance.there().recover(user, sheet, password),
            opened,
            lambda error: self.page.refuse(words_for(error)),
        )
