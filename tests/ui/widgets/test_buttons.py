"""Buttons by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.keys import CONTROL
from ui.widgets.buttons import button, menu_button

Key = Qt.Key


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_presses_as_space_does(qtbot: QtBot, key: Qt.Key) -> None:
    done: list[str] = []
    part = button("Lưu", done=lambda: done.append("saved"))
    qtbot.addWidget(part)
    QTest.keyClick(part, key)
    assert done == ["saved"]
    QTest.keyClick(part, key, CONTROL)
    assert len(done) == (2 if key is Key.Key_Space else 1)


def test_enter_that_is_held_down_or_was_pressed_elsewhere_presses_nothing(qtbot: QtBot) -> None:
    done: list[str] = []
    part = button("Lưu", done=lambda: done.append("saved"))
    qtbot.addWidget(part)
    none = Qt.KeyboardModifier.NoModifier
    for kind, again in ((QEvent.Type.KeyPress, True), (QEvent.Type.KeyRelease, True),
                        (QEvent.Type.KeyRelease, False)):  # fmt: skip
        QApplication.sendEvent(part, QKeyEvent(kind, Key.Key_Return, none, "\r", again))
    assert done == []


def test_enter_opens_the_menu_of_a_button(qtbot: QtBot) -> None:
    menu = QMenu()
    menu.addAction("Danh sách tổ")
    part = menu_button("In", menu)
    qtbot.addWidget(part)
    qtbot.addWidget(menu)
    part.show()
    seen: list[bool] = []
    menu.aboutToShow.connect(lambda: seen.append(True))
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    QTest.keyClick(part, Key.Key_Return)
    assert seen == [True]
