"""A clerk at the form of a team, with hands on the keyboard only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.registers.teams import TEAMS
from models.store.change import change
from tests.ui.keys import CONTROL, PLAIN, press, type_text
from ui.desk.forms import RegisterForm
from ui.form.page import FormPage
from ui.grid.box import GridBox
from ui.source import Drafts, MemoryDrafts
from ui.tasks import InlineRunner

Key = Qt.Key


def team_form(qtbot: QtBot, drafts: Drafts | None = None) -> FormPage:
    """The form of teams over the register that is open."""
    kept = drafts or MemoryDrafts()
    page = FormPage("teams", "Tổ tự quản", RegisterForm(TEAMS), InlineRunner(), kept)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def members(page: FormPage) -> GridBox:
    return page.body.grids["membership"]


def stored(*records: object) -> None:
    with change("Ghi") as work:
        for record in records:
            work.save(record)  # type: ignore[arg-type]


def type_here(text: str) -> None:
    """Type where the focus is, letter by letter."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, letter)


def type_row(*texts: str) -> None:
    """Type cells with Tab between them and Enter at the end."""
    for at, text in enumerate(texts):
        type_here(text)
        press(Key.Key_Return if at == len(texts) - 1 else Key.Key_Tab)


def paste(text: str, held: Qt.KeyboardModifier = CONTROL) -> None:
    """Paste a text as Excel leaves it on the clipboard."""
    QGuiApplication.clipboard().setText(text)
    press(Key.Key_V, held)


def rows(page: FormPage, *columns: int) -> list[tuple[str, ...]]:
    """What stands in some columns of every row."""
    model = members(page).model
    return [
        tuple(model.rows.text(at, column) for column in columns)
        for at in range(len(model.rows.rows))
    ]


def go_to_rows(page: FormPage) -> None:
    """From the first field to the grid, with Tab alone."""
    while not page.body.here().startswith("membership/"):
        press(Key.Key_Tab, PLAIN)
