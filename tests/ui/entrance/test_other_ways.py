"""Into the register by its sheet or by a copy, where there is no password or no register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.roles import Role
from models.store import accounts
from models.store.backup.making import make_copy
from models.store.backup.snapshot import open_key
from models.store.change import change
from models.store.folder import RegisterFolder
from models.store.opening import opened, the_office
from models.store.recovery_key import RecoveryKey
from models.store.tables import HistoryChange
from tests.ui.entrance.test_entrance import Opening
from tests.ui.keys import press, type_text
from ui.ask import Answers as Replies
from ui.entrance.copy_keys import SHEET
from ui.entrance.entrance import Entrance
from ui.entrance.first_run import Answers, FirstRun
from ui.entrance.recover_page import RecoverPage
from ui.entrance.restore_run import CHOOSE, OPEN, RestoreRun
from ui.entrance.restoring import Restoring
from ui.entrance.session import Session

pytestmark = pytest.mark.usefixtures("quick")
Key = Qt.Key
PASSWORD, OWN = "mật khẩu", "mật khẩu mới tinh"


class Office:
    """A register that was closed, its sheet, and a copy of it on a stick."""

    def __init__(self, path: Path) -> None:
        self.folder, self.stick = RegisterFolder(path / "so"), path / "usb"
        answers = Answers("Cà Mau", "Hưng Hội", "An", PASSWORD, "Ấp", "Hưng Hội")
        self.sheet, _office = Session(self.folder).make(answers)
        self.stick.mkdir()
        with opened(self.folder, "An", lambda: PASSWORD):
            assert RecoveryKey(open_key()).text == self.sheet
            self.copy = make_copy(self.folder, self.stick).path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Opening]:
    """The first window on a machine without a register, with its side loaded."""
    opening = Opening(RegisterFolder(tmp_path / "moi"))
    yield opening
    opening.close()


def begin(qtbot: QtBot, opening: Opening) -> Entrance:
    opening.entrance.load()
    qtbot.waitUntil(lambda: opening.entrance.register is not None and not opening.runner.busy)
    window = opening.entrance.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return opening.entrance


def restoring(qtbot: QtBot, entrance: Entrance, stick: Path, *more: bool) -> RestoreRun:
    """The page that restores, with the copies of a folder shown."""
    made = Restoring(entrance, Replies(stick, *more))
    entrance.window.cover(made.page, made.page.steps)
    made.page.folder_button.click()
    qtbot.waitUntil(lambda: made.page.choice is not None)
    return made.page


def test_a_forgotten_password_is_replaced_by_keyboard(qtbot: QtBot, office: Office) -> None:
    opening = Opening(office.folder)
    entrance = begin(qtbot, opening)
    opening.unlock.forgot_button.click()
    qtbot.waitUntil(lambda: isinstance(entrance.window.shown, RecoverPage))
    page = entrance.window.shown
    assert isinstance(page, RecoverPage)
    assert page.user.currentText() == "An"
    type_text(page.sheet.line, office.sheet[:9])
    assert page.sheet.said() == "Đã gõ 2 trong 15 nhóm."
    type_text(page.sheet.line, office.sheet[9:].lower())
    assert page.sheet.said() == "Đủ 15 nhóm."
    press(Key.Key_Return)
    type_text(page.passwords.password, OWN)
    press(Key.Key_Return)
    type_text(page.passwords.again, OWN)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: opening.opened == 1)
    opening.close()
    with opened(office.folder, "An", lambda: OWN):
        titles = [row.title for row in HistoryChange.select()]
    assert "Đặt mật khẩu mới bằng phiếu khôi phục" in titles


def test_a_mistyped_group_is_named_and_nothing_changes(qtbot: QtBot, office: Office) -> None:
    opening = Opening(office.folder)
    entrance = begin(qtbot, opening)
    opening.unlock.forgot_button.click()
    qtbot.waitUntil(lambda: isinstance(entrance.window.shown, RecoverPage))
    page = entrance.window.shown
    assert isinstance(page, RecoverPage)
    groups = office.sheet.split("-")
    groups[4] = "ZZZZ" if groups[4] != "ZZZZ" else "YYYY"
    page.sheet.line.setText("-".join(groups))
    page.passwords.password.setText(OWN)
    page.passwords.again.setText(OWN)
    page.go_on()
    qtbot.waitUntil(lambda: page.trouble() != "")
    assert "Nhóm 5 chưa đúng" in page.trouble()
    assert page.next_button.isEnabled()
    page.back_button.click()
    assert entrance.window.shown is opening.unlock
    opening.close()
    with opened(office.folder, "An", lambda: PASSWORD):
        assert the_office().area_kind == "Ấp"


def test_on_a_new_machine_a_copy_becomes_the_open_register(
    qtbot: QtBot, office: Office, new: Opening
) -> None:
    entrance = begin(qtbot, new)
    page = restoring(qtbot, entrance, office.stick)
    assert page.chosen.path == office.copy
    assert "Công an xã Hưng Hội" in page.chosen.about
    page.go_on()
    assert page.step == OPEN
    type_text(page.keys.password, "sai")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Mật khẩu chưa đúng" in page.keys.password_box.said())
    page.keys.password.clear()
    type_text(page.keys.password, PASSWORD)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: new.opened == 1)
    assert the_office().name == "Công an xã Hưng Hội"


def test_the_recovery_sheet_opens_a_copy_too(qtbot: QtBot, office: Office, new: Opening) -> None:
    page = restoring(qtbot, begin(qtbot, new), office.stick)
    page.go_on()
    page.keys.way.buttons[1].click()
    assert page.keys.way.chosen() == SHEET
    page.keys.sheet.line.setFocus()
    type_text(page.keys.sheet.line, office.sheet)
    press(Key.Key_Return)
    type_text(page.keys.passwords.password, OWN)
    press(Key.Key_Return)
    type_text(page.keys.passwords.again, OWN)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: new.opened == 1)
    assert the_office().name == "Công an xã Hưng Hội"


def test_a_damaged_copy_is_told_and_cannot_be_taken(
    qtbot: QtBot, office: Office, new: Opening
) -> None:
    office.copy.write_bytes(office.copy.read_bytes()[:5000])
    page = restoring(qtbot, begin(qtbot, new), office.stick)
    assert page.chosen.problem
    assert not page.next_button.isEnabled()
    page.go_on()
    assert page.step == CHOOSE
    page.back_button.click()
    assert isinstance(new.entrance.window.shown, FirstRun)


def test_an_empty_folder_is_said(qtbot: QtBot, tmp_path: Path, new: Opening) -> None:
    entrance = begin(qtbot, new)
    made = Restoring(entrance, Replies(tmp_path))
    entrance.window.cover(made.page, made.page.steps)
    made.page.folder_button.click()
    qtbot.waitUntil(lambda: not new.runner.busy)
    assert made.page.choice is None
    assert not made.page.next_button.isEnabled()


@pytest.mark.parametrize("agrees", [True, False])
def test_over_a_register_what_is_lost_is_asked_first(
    qtbot: QtBot, office: Office, agrees: bool
) -> None:
    with opened(office.folder, "An", lambda: PASSWORD), change("Sửa đơn vị") as work:
        own = the_office()
        own.phone = "0913555214"
        work.save(own)
    opening = Opening(office.folder)
    page = restoring(qtbot, begin(qtbot, opening), office.stick, agrees)
    page.go_on()
    page.keys.password.setText(PASSWORD)
    page.go_on()
    if agrees:
        qtbot.waitUntil(lambda: opening.opened == 1)
        assert the_office().phone == ""
    else:
        qtbot.waitUntil(lambda: page.step == OPEN and page.next_button.isEnabled())
    opening.close()
    assert len(list(office.folder.path.glob("before-*"))) == int(agrees)


def test_an_onlooker_of_the_register_there_is_refused(qtbot: QtBot, office: Office) -> None:
    with opened(office.folder, "An", lambda: PASSWORD):
        accounts.add(office.folder, "Bình", Role.VIEWER, "mật khẩu của Bình")
        newer = make_copy(office.folder, office.stick).path
    opening = Opening(office.folder)
    page = restoring(qtbot, begin(qtbot, opening), office.stick)
    assert page.chosen.path == newer
    page.go_on()
    page.keys.user.setCurrentText("Bình")
    page.keys.password.setText("mật khẩu của Bình")
    page.go_on()
    qtbot.waitUntil(lambda: "“Bình” không được phục hồi" in page.trouble())
    opening.close()
    assert not list(office.folder.path.glob("before-*"))
