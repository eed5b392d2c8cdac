"""A page of the first window: a title, what is asked, and the acts at the foot.

What the pages for making, restoring and recovering a register have in common.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, restyle, surface


class AskingPage(QWidget):
    """One of several questions at a time; going back and on is for who asks."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = QStackedWidget()
        self._trouble: QWidget | None = None
        self.back_button = button("Quay lại", done=self.back)
        self.next_button = button("Tiếp tục", "primary", done=self.go_on)
        for part in (self.back_button, self.next_button):
            restyle(part, h="big")
            part.setAutoDefault(True)  # so that Enter presses it, too
        self._place_words = label("", "small", "text2")
        self._title, self._hint = label("", "title", wrap=True), label("", "small", "text2")
        self._hint.setWordWrap(True)
        inside = QWidget()
        inside.setObjectName("body")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(40, 32, 40, 16)
        self._column.setSpacing(4)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addSpacing(16)
        self._column.addWidget(self.pages, 1)
        area = UprightArea()
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = surface("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(40, 16, 40, 16)
        row.setSpacing(10)
        row.addWidget(self._place_words)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return foot

    @property
    def step(self) -> int:
        """Which question is shown, from 0."""
        return self.pages.currentIndex()

    def ask(self, step: int, words: tuple[str, str], place: str = "") -> None:
        """Show a question with its title and hint; ``place`` says how far one has come."""
        self.say_trouble("")
        self.pages.setCurrentIndex(step)
        self._title.setText(words[0])
        self._hint.setText(words[1])
        self._place_words.setText(place)
        page = self.pages.widget(step)
        if page is not None:
            self.setFocusProxy(page)
            page.setFocus()

    def back(self) -> None:
        """To the question before."""
        raise NotImplementedError

    def go_on(self) -> None:
        """To the next question, if this one is answered."""
        raise NotImplementedError

    def refuse(self, words: str) -> None:
        """It could not be done; everything typed stays."""
        raise NotImplementedError

    def say_trouble(
        self, words: str, act: str = "", done: Callable[[], object] | None = None
    ) -> None:
        """A sentence above the question; no words take it away."""
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
        if words:
            self._trouble = banner(("red", "alert-circle"), words, action=act, done=done)
            self._column.insertWidget(3, self._trouble)

    def trouble(self) -> str:
        """The sentence above the question, empty without one."""
        return self._trouble.accessibleName() if self._trouble is not None else ""
