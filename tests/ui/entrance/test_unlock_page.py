"""The page that asks for the password: one field and Enter, every refusal in its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.keys import SHIFT, press, type_text
from ui.entrance.fields import CAPS_ON
from ui.entrance.unlock_page import NO_PASSWORD, UnlockPage

WRONG = "Mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt."
LOCKED = "Sổ đang mở ở cửa sổ khác trên máy này. Đóng cửa sổ đó, rồi mở lại."


@pytest.fixture
def page(qtbot: QtBot) -> UnlockPage:
    page = UnlockPage("Công an xã Hưng Hội")
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    return page


@pytest.fixture
def entered(page: UnlockPage) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    page.entered.connect(lambda user, password: heard.append((user, password)))
    return heard


def test_enter_opens_as_the_one_who_worked_last(
    page: UnlockPage, entered: list[tuple[str, str]]
) -> None:
    page.show_users(["An", "Bình"], "Bình")
    assert page.users.isEnabled()
    type_text(page.password, "mật khẩu")
    press(Qt.Key.Key_Return)
    assert entered == [("Bình", "mật khẩu")]
    assert page.open_button.text() == "Đang mở…"
    press(Qt.Key.Key_Return)
    assert len(entered) == 1


def test_the_only_user_need_not_be_chosen(page: UnlockPage) -> None:
    page.show_users(["An"])
    assert page.users.currentText() == "An"
    assert not page.users.isEnabled()


def test_enter_before_it_is_known_who_can_open_waits_for_that(
    page: UnlockPage, entered: list[tuple[str, str]]
) -> None:
    type_text(page.password, "mật khẩu")
    press(Qt.Key.Key_Return)
    assert page.open_button.text() == "Đang mở…"
    assert entered == []
    page.show_users(["An"])
    assert entered == [("An", "mật khẩu")]


def test_with_several_users_a_hasty_enter_leaves_the_choice(
    page: UnlockPage, entered: list[tuple[str, str]]
) -> None:
    type_text(page.password, "mật khẩu")
    press(Qt.Key.Key_Return)
    page.show_users(["An", "Bình"])
    assert entered == []
    assert page.users.hasFocus()
    assert page.open_button.text() == "Mở sổ"
    assert page.password.text() == "mật khẩu"


def test_users_that_come_later_keep_what_is_chosen(page: UnlockPage) -> None:
    page.show_users(["Bình"])
    page.show_users(["An", "Bình"], "An")
    assert page.users.currentText() == "Bình"


def test_nothing_typed_is_said_beside_the_field(
    page: UnlockPage, entered: list[tuple[str, str]]
) -> None:
    press(Qt.Key.Key_Return)
    assert page.password_box.said() == NO_PASSWORD
    assert not entered


def test_a_wrong_password_is_said_and_typed_again(page: UnlockPage) -> None:
    type_text(page.password, "sai")
    press(Qt.Key.Key_Return)
    page.refuse(WRONG)
    assert page.password_box.said() == WRONG
    assert page.password.property("e") == "1"
    assert page.password.accessibleDescription() == WRONG
    assert page.password.selectedText()
    assert page.open_button.isEnabled()
    type_text(page.password, "x")
    assert not page.password_box.said()
    assert page.password.property("e") == ""


def test_what_the_world_did_stands_apart_with_a_way_on(page: UnlockPage) -> None:
    tried: list[int] = []
    page.show_trouble(LOCKED, "Thử lại", lambda: tried.append(1))
    assert page.trouble() == LOCKED
    assert not page.password_box.said()
    page.show_trouble("")
    assert page.trouble() == ""


def test_caps_lock_is_told_by_its_letters(page: UnlockPage) -> None:
    press(Qt.Key.Key_A, SHIFT)
    type_text(page.password, "b")
    assert not page.password_box.said()
    type_text(page.password, "C")
    assert page.password_box.said() == CAPS_ON
    assert page.password.property("e") == ""
    type_text(page.password, "d")
    assert not page.password_box.said()


def test_a_password_can_be_shown(page: UnlockPage) -> None:
    page.password.button.click()
    assert page.password.echoMode() == QLineEdit.EchoMode.Normal
    assert page.password.button.accessibleName() == "Ẩn mật khẩu"
    page.password.button.click()
    assert page.password.echoMode() == QLineEdit.EchoMode.Password
