"""What the tests hold down they let go again, else a later click means another thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.keys import CONTROL, PLAIN, press


def test_what_was_held_is_let_go(qtbot: QtBot) -> None:
    field = QLineEdit("Thạch Thị Sa Rết")
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    press(Qt.Key.Key_A, CONTROL)
    assert field.selectedText() == "Thạch Thị Sa Rết"
    assert QApplication.keyboardModifiers() == PLAIN
