"""What must not be typed here stands at the foot of every page of the window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.key_bar import KeyBar
from ui.widgets.secrets import SECRETS


def test_it_stands_at_the_foot_where_there_is_room(qtbot: QtBot) -> None:
    bar = KeyBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.resize(1178, 30)
    qtbot.waitUntil(lambda: bar.width() == 1178 and bar.secrets.isVisible())
    assert bar.secrets.text() == SECRETS
    bar.resize(896, 30)
    qtbot.waitUntil(lambda: bar.width() == 896 and not bar.secrets.isVisible())
