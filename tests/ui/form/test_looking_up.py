"""Records are looked for while a clerk goes on typing: no key is lost, the newest words count."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_form import find_person
from tests.ui.keys import PLAIN
from tests.ui.readings import HandRunner, fail
from ui.form.pick_field import Lookup, PickField
from ui.reading import Reading
from ui.source import Option
from ui.type_ahead import TypeAhead

Key = Qt.Key


@pytest.fixture
def runner() -> HandRunner:
    return HandRunner()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(500, 400)
    QVBoxLayout(page)
    yield page
    page.hide()


def placed(qtbot: QtBot, page: QWidget, field: PickField) -> PickField:
    """Put a field on the page with another behind it, and the focus into it."""
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    page.show()
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


@pytest.fixture
def field(qtbot: QtBot, page: QWidget, runner: HandRunner) -> PickField:
    reading = Reading(page, runner, fail, TypeAhead(page))
    return placed(qtbot, page, PickField(lookup=Lookup(find_person, reading)))


def write(text: str) -> None:
    """Type where the focus is, answered or not."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, letter))


def press(key: Key) -> None:
    """Press a key where the focus is, answered or not."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def beside(page: QWidget) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if not isinstance(one, PickField))


def answer(runner: HandRunner) -> None:
    while runner.waiting:
        runner.step()


def test_only_the_newest_words_are_looked_for_and_offered(
    field: PickField, runner: HandRunner
) -> None:
    write("hoa")
    assert field.text() == "hoa"
    assert field.is_open()
    write(" nguyen thi")
    answer(runner)
    assert field.offered() == ["Nguyễn Thị Hoa"]


def test_enter_waits_for_the_list_and_what_follows_goes_on(
    page: QWidget, field: PickField, runner: HandRunner
) -> None:
    write("nhung")
    press(Key.Key_Return)
    press(Key.Key_Tab)
    write("ghi chú")
    assert (field.text(), beside(page).text()) == ("nhung", "")
    answer(runner)
    assert (field.text(), beside(page).text()) == ("Thạch Thị Hồng Nhung", "ghi chú")
    chosen = field.chosen()
    assert chosen is not None
    assert chosen.value == 1


def test_tab_waits_and_takes_what_is_marked(
    page: QWidget, field: PickField, runner: HandRunner
) -> None:
    write("nhung")
    press(Key.Key_Tab)
    write("x")
    answer(runner)
    assert (field.text(), beside(page).text()) == ("Thạch Thị Hồng Nhung", "x")


def test_arrows_wait_for_the_list(field: PickField, runner: HandRunner) -> None:
    write("nguyen van hoa")
    press(Key.Key_Down)
    press(Key.Key_Return)
    answer(runner)
    chosen = field.chosen()
    assert chosen is not None
    assert chosen.value == 3


def test_escape_wants_no_list_any_more(field: PickField, runner: HandRunner) -> None:
    write("nhung")
    press(Key.Key_Escape)
    assert not field.is_open()
    answer(runner)
    assert not field.is_open()
    write("x")
    assert field.text() == "nhungx"


def test_going_elsewhere_with_the_mouse_leaves_the_words(
    page: QWidget, field: PickField, runner: HandRunner
) -> None:
    write("nhung")
    QTest.mouseClick(beside(page), Qt.MouseButton.LeftButton)
    answer(runner)
    assert not field.is_open()
    assert (field.text(), field.chosen()) == ("nhung", None)


def test_a_list_that_cannot_be_read_keeps_the_keys(
    qtbot: QtBot, page: QWidget, runner: HandRunner
) -> None:
    failures: list[Exception] = []

    def broken(words: str) -> list[Option]:
        raise OSError(words)

    reading = Reading(page, runner, failures.append, TypeAhead(page))
    field = placed(qtbot, page, PickField(lookup=Lookup(broken, reading)))
    write("nhung")
    press(Key.Key_Tab)
    write("x")
    answer(runner)
    assert len(failures) == 1
    assert (field.text(), beside(page).text()) == ("nhung", "x")


def test_a_field_that_is_gone_is_told_nothing(
    qtbot: QtBot, page: QWidget, field: PickField, runner: HandRunner
) -> None:
    gone: list[bool] = []
    write("nhung")
    field.hide()
    field.destroyed.connect(lambda: gone.append(True))
    field.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    answer(runner)
    beside(page).setFocus()
    press(Key.Key_Down)
    write("x")
    assert beside(page).text() == "x"
