"""A toast waits for the person who is using it, and a failure waits for everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.notify import Notifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    yield window


def test_it_goes_after_its_time(window: QWidget) -> None:
    notifier = Notifier(window)
    notifier.say("Đã lưu.")
    assert notifier.toast.isVisible()
    assert window.rect().contains(notifier.toast.geometry())
    notifier.toast._rest.timeout.emit()
    assert not notifier.toast.isVisible()


def test_it_stays_while_it_has_the_focus(window: QWidget) -> None:
    notifier = Notifier(window)
    undone: list[int] = []
    notifier.undoable("Đã xóa 1 tổ.", lambda: undone.append(1))
    undo = notifier.toast.findChild(QPushButton)
    assert undo is not None
    undo.setFocus()
    notifier.toast._rest.timeout.emit()
    assert notifier.toast.isVisible()
    undo.click()
    assert undone == [1]
    assert not notifier.toast.isVisible()


def test_what_was_said_can_be_read_again(window: QWidget) -> None:
    notifier = Notifier(window)
    notifier.say("Một.")
    notifier.failed(OSError("x"))
    assert notifier.said[0] == "Một."
    assert notifier.toast.notice is not None
    assert notifier.toast.notice.failed


def test_reminders_wait_for_each_other_and_come_back(window: QWidget) -> None:
    notifier = Notifier(window)
    toast = notifier.toast
    for words in ("Bản nháp chưa lưu.", "Chưa sao lưu lần nào."):
        notifier.remind(words, "Mở", lambda: None)
    shown: list[str] = []

    def note() -> None:
        assert toast.notice is not None
        shown.append(toast.notice.text)

    note()
    notifier.say("Đã lưu.")
    note()
    for _turn in range(2):
        toast._rest.timeout.emit()
        note()
    toast._rest.timeout.emit()
    assert toast.notice is None
    assert shown == ["Bản nháp chưa lưu.", "Đã lưu.", "Bản nháp chưa lưu.", "Chưa sao lưu lần nào."]
