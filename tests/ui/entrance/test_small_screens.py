"""At 200 % no page before the register is wider than its room, which does not scroll sideways."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.entrance_screens import BEFORE
from ui.entrance.side import LEAST
from ui.entrance.window import EntranceWindow


@pytest.mark.parametrize("name", BEFORE)
def test_everything_fits_the_smallest_window(qtbot: QtBot, name: str) -> None:
    window = BEFORE[name]()
    qtbot.addWidget(window)
    window.resize(960, 540)
    window.show()
    assert isinstance(window, EntranceWindow)
    qtbot.waitUntil(lambda: window.side.width() == LEAST and window.shown.width() == 960 - LEAST)
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    for area in areas:
        inside = area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= area.viewport().width()
