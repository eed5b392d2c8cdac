"""People of the register through the real window: added, changed, ended; locked out, let in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import isValid

from models.clock import stopped_at
from models.errors import UserError
from models.registers.people import Person
from models.roles import Role
from models.store import accounts, vault
from models.store.folder import RegisterFolder
from models.store.opening import opened
from models.store.session import has_given_password
from models.store.tables import HistoryChange
from tests.conftest import TODAY
from tests.faults.killing import make_register
from tests.models.samples import stored
from tests.models.store.first_keys import CHEAP, PASSWORD
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.workplaces import opened_workplace, read, shown
from ui.accounts.own_password import GIVEN, NO_OLD, OwnPassword
from ui.accounts.person import NO_NAME, PersonSheet
from ui.accounts.topic import LockTopic, PeopleTopic
from ui.entrance.rank_post import NO_RANK
from ui.idle import SETTING, IdleWatch, minutes_of
from ui.settings.page import SettingsPage
from ui.workplace import Workplace

Key = Qt.Key
NEW = "bà con xóm Bình 26"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(vault, "STANDARD_COST", CHEAP)
    monkeypatch.setattr(vault, "FAILURE_DELAY_SECONDS", 0)
    with stopped_at(TODAY):
        yield


@pytest.fixture
def folder(tmp_path: Path, empty_register: Path) -> RegisterFolder:
    made = make_register(tmp_path / "so", empty_register)
    with opened(made, "An", lambda: PASSWORD):
        stored(Person(full_name="Thạch Thị Hồng Nhung", phone="0913555214"))
    return made


@pytest.fixture
def place(qtbot: QtBot, folder: RegisterFolder) -> Iterator[Workplace]:
    with (
        opened(folder, "An", lambda: PASSWORD),
        opened_workplace(qtbot, folder.path, True, True) as place,
    ):
        yield place


def settings_of(qtbot: QtBot, place: Workplace) -> SettingsPage:
    press(Key.Key_9, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(shown(place), SettingsPage))
    page = shown(place)
    assert isinstance(page, SettingsPage)
    return page


def words_of(place: Workplace) -> str:
    notice = place.shell.notifier.toast.notice
    return notice.text if notice else ""


def people_of(qtbot: QtBot, place: Workplace) -> PeopleTopic:
    (found,) = settings_of(qtbot, place).findChildren(PeopleTopic)
    return found


def sheet_of(qtbot: QtBot, place: Workplace) -> PersonSheet:
    qtbot.waitUntil(lambda: isinstance(shown(place), PersonSheet))
    sheet = shown(place)
    assert isinstance(sheet, PersonSheet)
    return sheet


def names(topic: PeopleTopic) -> list[tuple[str, ...]]:
    return [row.cells for row in topic.source.rows()]


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def add(qtbot: QtBot, place: Workplace, name: str) -> None:
    people_of(qtbot, place).add_button.click()
    sheet = sheet_of(qtbot, place)
    type_in(name)
    press(Key.Key_Return)
    type_in("thuong uy")
    press(Key.Key_Return)
    type_in("Cán bộ xã")
    press(Key.Key_Return)
    type_in(NEW)
    press(Key.Key_Return)
    type_in(NEW)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: shown(place) is not sheet)


def test_a_person_is_added_by_keyboard(qtbot: QtBot, place: Workplace) -> None:
    add(qtbot, place, "Trần Bình")
    assert names(people_of(qtbot, place)) == [
        ("An", "", "Quản trị", "Đang mở sổ"),
        ("Trần Bình", "Thượng úy, Cán bộ xã", "Cán bộ", "Đang dùng"),
    ]
    assert "Thêm người dùng Trần Bình" in [row.title for row in HistoryChange.select()]


def test_what_is_not_right_is_said_at_its_field(qtbot: QtBot, place: Workplace) -> None:
    people_of(qtbot, place).add_button.click()
    sheet = sheet_of(qtbot, place)
    press(Key.Key_S, CONTROL)
    assert sheet.name_box.said() == NO_NAME
    assert sheet.name.hasFocus()
    type_text(sheet.name, "an")
    type_text(sheet.passwords.password, NEW)
    type_text(sheet.passwords.again, NEW)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "Đã có người dùng “an”" in sheet.trouble.said())
    assert shown(place) is sheet
    assert sheet.passwords.text() == NEW
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(place) is not sheet)


def test_what_fails_after_its_page_was_left_is_told_in_the_window(
    qtbot: QtBot, place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, left = threading.Event(), threading.Event()

    def add_late(*_account: object) -> str:
        begun.set()
        left.wait(60)
        raise UserError("Chưa thêm được người này.")

    monkeypatch.setattr(place.admitting.accounts, "add", add_late)
    people_of(qtbot, place).add_button.click()
    sheet = sheet_of(qtbot, place)
    type_text(sheet.name, "Trần Bình")
    type_text(sheet.passwords.password, NEW)
    type_text(sheet.passwords.again, NEW)
    press(Key.Key_S, CONTROL)
    assert begun.wait(60)
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(sheet))
    left.set()
    qtbot.waitUntil(lambda: words_of(place) == "Chưa thêm được người này.")
    assert isinstance(shown(place), SettingsPage)


def test_role_and_password_are_changed_and_a_person_ended_and_taken_back(
    qtbot: QtBot, place: Workplace, folder: RegisterFolder
) -> None:
    add(qtbot, place, "Trần Bình")
    topic = people_of(qtbot, place)
    identity = topic.source.rows()[1].id
    topic.edited.emit(identity)
    sheet = sheet_of(qtbot, place)
    sheet.role.choose(Role.VIEWER)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: shown(place) is not sheet)
    assert names(people_of(qtbot, place))[1][2] == "Chỉ xem"
    people_of(qtbot, place).ended.emit(identity)
    qtbot.waitUntil(lambda: names(people_of(qtbot, place))[1][3] == "Đã ngừng")
    assert vault.Vault.open(folder).users() == ["An"]
    people_of(qtbot, place).edited.emit(identity)
    sheet = sheet_of(qtbot, place)
    assert not sheet.may_keep_password
    type_text(sheet.passwords.password, NEW)
    type_text(sheet.passwords.again, NEW)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: shown(place) is not sheet)
    assert vault.Vault.open(folder).users() == ["An", "Trần Bình"]


def test_rank_and_post_are_changed(qtbot: QtBot, place: Workplace) -> None:
    topic = people_of(qtbot, place)
    topic.edited.emit(topic.source.rows()[0].id)
    sheet = sheet_of(qtbot, place)
    assert sheet.describes is None
    type_text(sheet.rank_post.rank, "không có cấp này")
    press(Key.Key_S, CONTROL)
    assert sheet.rank_post.rank_box.said() == NO_RANK
    sheet.rank_post.rank.setText("Đại úy")
    type_text(sheet.rank_post.post, "Phó Trưởng Công an xã")
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: shown(place) is not sheet)
    assert names(people_of(qtbot, place))[0][1] == "Đại úy, Phó Trưởng Công an xã"
    titles = [row.title for row in HistoryChange.select()]
    assert titles[-1] == "Sửa cấp bậc, chức vụ của An"


def test_ones_own_password_needs_the_old_one(
    qtbot: QtBot, place: Workplace, folder: RegisterFolder
) -> None:
    read(qtbot, place, 0)
    place.shell.run("own_password")
    sheet = shown(place)
    assert isinstance(sheet, OwnPassword)
    press(Key.Key_S, CONTROL)
    assert sheet.old_box.said() == NO_OLD
    type_text(sheet.old, "sai hẳn rồi")
    type_text(sheet.passwords.password, NEW)
    type_text(sheet.passwords.again, NEW)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "Mật khẩu chưa đúng" in sheet.old_box.said())
    sheet.old.setText(PASSWORD)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: shown(place) is not sheet)
    assert vault.Vault.open(folder).unlock("An", NEW)


@pytest.fixture(params=[Role.LEADER, Role.VIEWER], ids=["leader", "viewer"])
def onlooker(
    qtbot: QtBot, folder: RegisterFolder, request: pytest.FixtureRequest
) -> Iterator[tuple[Workplace, Role]]:
    with opened(folder, "An", lambda: PASSWORD):
        accounts.add(folder, "Dung", request.param, NEW)
    with opened(folder, "Dung", lambda: NEW), opened_workplace(qtbot, folder.path) as place:
        yield place, request.param


def test_who_got_a_password_chooses_their_own_first(
    qtbot: QtBot, onlooker: tuple[Workplace, Role], folder: RegisterFolder
) -> None:
    place, _role = onlooker
    qtbot.waitUntil(lambda: isinstance(shown(place), OwnPassword))
    sheet = shown(place)
    assert isinstance(sheet, OwnPassword)
    assert any(GIVEN in str(part.property("text")) for part in sheet.findChildren(QWidget))
    press(Key.Key_Escape)
    assert shown(place) is sheet
    type_text(sheet.old, NEW)
    type_text(sheet.passwords.password, "một câu của riêng tôi")
    type_text(sheet.passwords.again, "một câu của riêng tôi")
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: shown(place) is not sheet)
    assert not has_given_password()


def test_an_onlooker_types_nothing_and_sees_dots(
    qtbot: QtBot, onlooker: tuple[Workplace, Role]
) -> None:
    place, role = onlooker
    page = place.shell.open_register("people")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    allowed = {name for name, act in page.acts.actions.items() if act.isEnabled()}
    assert not {"add", "edit", "import", "delete"} & allowed
    assert place.shell.open_form("people", None) is None
    page.select(1)

    def cells() -> set[str]:
        return {page.model.index(0, at).data() for at in range(page.model.columnCount())}

    qtbot.waitUntil(lambda: "•••214" in cells())
    qtbot.waitUntil(lambda: bool(page.detail.title.whole()))
    assert not page.detail.edit_button.isVisible()
    assert ("unmask" in place.shell.acts.actions) is (role is Role.LEADER)
    if role is Role.LEADER:
        place.shell.run("unmask")
        qtbot.waitUntil(lambda: "0913 555 214" in cells())
        assert "Hiện dữ liệu nhạy cảm" in [row.title for row in HistoryChange.select()]
    settings = settings_of(qtbot, place)
    assert not settings.findChildren(PeopleTopic)
    assert settings.findChildren(LockTopic)


# -- locking


def test_it_locks_on_command_and_when_left_alone(qtbot: QtBot, place: Workplace) -> None:
    read(qtbot, place, 0)
    qtbot.waitUntil(lambda: not place._runner.busy)
    with qtbot.waitSignal(place.locking):
        press(Key.Key_L, CONTROL)
    with qtbot.waitSignal(place.locking):
        place.idle.timer.timeout.emit()


def test_it_waits_for_work_that_runs(qtbot: QtBot, place: Workplace) -> None:
    read(qtbot, place, 0)
    told: list[int] = []
    place.locking.connect(lambda: told.append(1))
    place._runner.run(lambda _progress: None, lambda _done: None, lambda _error: None)
    place.shell.run("lock")
    place.idle.timer.timeout.emit()
    assert not told
    assert "Chờ xong" in words_of(place)
    assert place.idle.timer.isActive()


def test_the_time_is_chosen_in_the_settings(qtbot: QtBot, place: Workplace) -> None:
    (topic,) = settings_of(qtbot, place).findChildren(LockTopic)
    topic.minutes.buttons[0].click()
    assert place.settings.get(SETTING) == "5"
    assert place.idle.timer.interval() == 5 * 60_000


def test_every_touch_begins_the_wait_anew(qtbot: QtBot) -> None:
    watch, field = IdleWatch(5), QWidget()
    qtbot.addWidget(field)
    watch.glance.timeout.emit()
    watch.timer.stop()
    point = QPointF(1, 1)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, point, point, none, none, Qt.KeyboardModifier(0))
    QApplication.sendEvent(field, move)
    assert watch.timer.isActive()
    watch.timer.stop()
    watch.glance.timeout.emit()
    assert watch.timer.isActive()
    watch.timer.stop()
    QTest.keyPress(field, Key.Key_A)
    assert watch.timer.isActive()
    watch.stop()
    assert not watch.glance.isActive()
    QApplication.sendEvent(field, move)
    assert not watch.timer.isActive()


@pytest.mark.parametrize(("text", "minutes"), [("", 15), ("5", 5), ("7", 15), ("x", 15)])
def test_another_time_than_the_choices_is_the_usual_one(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes
