"""A clerk's hands on the keyboard: nothing here touches a widget but through keys."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import ALT, CONTROL, press, settle, type_text
from tests.ui.workplaces import read, shown
from ui.form.page import FormPage
from ui.pages.register_page import RegisterPage
from ui.workplace import Workplace

Key = Qt.Key
W = TypeVar("W", bound=QWidget)


class Hands:
    """Works in one window; every wait is for what the screen shows."""

    def __init__(self, qtbot: QtBot, place: Workplace) -> None:
        self.qtbot, self.place = qtbot, place

    def page(self, kind: type[W]) -> W:
        """Wait for a page of a kind to be the one that is shown."""
        self.qtbot.waitUntil(lambda: isinstance(shown(self.place), kind))
        page = shown(self.place)
        assert isinstance(page, kind)
        settle()
        return page

    def list(self, register: str, rows: int) -> RegisterPage:
        """Wait for a register's list to be shown, with so many rows and the detail beside it."""
        self.qtbot.waitUntil(lambda: self._lists(register))
        return read(self.qtbot, self.place, rows)

    def _lists(self, register: str) -> bool:
        page = shown(self.place)
        return isinstance(page, RegisterPage) and page.facts.name == register

    def write(self, text: str) -> None:
        """Type where the cursor is."""
        field = QApplication.focusWidget()
        assert field is not None
        type_text(field, text)

    def go_to(self, register: str, rows: int) -> RegisterPage:
        """Go round the left bar by Alt and a number until a register lists so many rows."""
        for number in range(1, 10):
            press(Key(Key.Key_0 + number), ALT)
            if self._lists(register):
                return self.list(register, rows)
        raise AssertionError(f"no number leads to {register}")

    def fill(self, form: FormPage, **texts: str) -> None:
        """Tab to each field and type over what is in it."""
        for name, text in texts.items():
            self.tab_to(form, name)
            press(Key.Key_A, CONTROL)
            self.write(text)

    def tab_to_rows(self, form: FormPage, grid: str) -> None:
        """Press Tab until the cursor is in a grid."""
        for _field in (*form.body.order, "save", "cancel", "back"):
            if form.body.here().startswith(f"{grid}/"):
                return
            press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {grid}")

    def tab_to(self, form: FormPage, name: str) -> None:
        """Press Tab until the cursor is in a field."""
        for _field in (*form.body.boxes, "save", "cancel", "back"):
            if form.body.here() == name:
                return
            press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}")

    def heard(self, words: str) -> None:
        """Wait until the window says something."""
        self.qtbot.waitUntil(lambda: words in self.place.shell.notifier.said, timeout=20_000)
