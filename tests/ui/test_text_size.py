"""A window that is open takes another text size as one that is begun with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.windows import shell_over
from ui.shell import Shell
from ui.theme.sizes import TextSize
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT


@pytest.fixture(autouse=True)
def sizes_given_back() -> Iterator[None]:
    yield
    theme().use(LIGHT, TextSize.MEDIUM)


def settled(shell: Shell) -> QImage:
    for _round in range(3):
        QApplication.processEvents()
    page = shell.pages.currentWidget()
    assert page is not None
    return shell.window().grab().toImage()


SCREENS: dict[str, Callable[[Shell], object]] = {
    "list": lambda shell: shell.open_register("teams"),
    "form": lambda shell: shell.open_form("teams", 17),
    "keys": lambda shell: shell.show_keys(),
}


@pytest.mark.parametrize("name", SCREENS)
def test_an_open_window_follows(qtbot: QtBot, name: str) -> None:
    def picture(*, begun: bool) -> QImage:
        theme().use(LIGHT, TextSize.VERY_LARGE if begun else TextSize.MEDIUM)
        shells = shell_over(qtbot, FakeDesk())
        shell = next(shells)
        SCREENS[name](shell)
        settled(shell)
        theme().use(LIGHT, TextSize.VERY_LARGE)
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        image = settled(shell)
        next(shells, None)
        return image

    expected, found = picture(begun=True), picture(begun=False)
    assert found == expected


def test_what_is_worn_is_not_put_on_again(qtbot: QtBot) -> None:
    assert theme().use(LIGHT, TextSize.LARGE)
    with qtbot.assertNotEmitted(theme().changed):
        assert not theme().use(dict(LIGHT), TextSize.LARGE)
    with qtbot.waitSignal(theme().changed):
        assert theme().use(LIGHT, TextSize.MEDIUM)
