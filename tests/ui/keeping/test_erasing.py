"""Deleted records are erased for good from the trash, by who runs the register, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.clock import stopped_at
from models.registers.issued import ISSUED, IssuedPaper
from models.registers.members import Membership
from models.registers.people import Person
from models.roles import Role
from models.store import retention
from models.store.check import findings
from models.store.database import database
from models.store.session import set_user
from models.store.tables import HistoryChange
from tests.conftest import TODAY
from tests.models.samples import person, stored, trash, whole
from tests.ui.keys import press, type_text
from tests.ui.workplaces import opened_workplace, read, shown
from ui.ask import Answers
from ui.keeping.erase_sheet import HISTORY, NO_REASON, EraseSheet
from ui.keeping.erasing import RetentionTopic
from ui.pages.register_page import RegisterPage
from ui.settings.page import SettingsPage
from ui.workplace import Workplace

Key = Qt.Key
NAME = "Quách Xuân Phượng"
LATER = TODAY + timedelta(days=6 * 366)


@pytest.fixture
def someone(register: Path) -> Iterator[Person]:
    """Deleted six years ago, with a membership; a paper was given to them."""
    made = person(NAME)
    stored(whole(Membership, person=made))
    stored(whole(IssuedPaper, person=made, receiver=NAME, state=ISSUED, label="001/2026"))
    trash(made)
    set_user("An", Role.ADMIN)
    with stopped_at(LATER):
        yield made
    set_user("")


def opened(qtbot: QtBot, register: Path, *answers: bool) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent, *answers) as place:
        qtbot.waitUntil(lambda: isinstance(shown(place), RegisterPage))
        yield place


@pytest.fixture
def place(qtbot: QtBot, register: Path, someone: Person) -> Iterator[Workplace]:
    yield from opened(qtbot, register, False, True)


def trash_of(qtbot: QtBot, place: Workplace) -> RegisterPage:
    place.shell.acts.run("trash")
    page = read(qtbot, place, 2)
    at = next(at for at in range(2) if page.model.row(at).cells[1] == "Người")  # type: ignore[union-attr]
    page.table.chosen.go_to(at)
    qtbot.waitUntil(lambda: page.detail.title.whole() == NAME)
    return page


def more(qtbot: QtBot, page: RegisterPage) -> dict[str, QMenu]:
    """Open the menu of further acts and give its words."""
    page.detail.more_button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {entry.text(): menu for entry in menu.actions()}


def choose(window: QWidget, menu: QMenu, words: str) -> None:
    menu.setActiveAction(next(entry for entry in menu.actions() if entry.text() == words))
    QTest.keyClick(menu, Key.Key_Return)
    window.activateWindow()  # off the screen nobody else does once the menu is gone


def sheet_of(qtbot: QtBot, place: Workplace) -> EraseSheet:
    """Go through the trash to the sheet, with the focus in its field."""
    trash_of(qtbot, place).own_acts.run("erase")
    qtbot.waitUntil(lambda: place.erasing.sheet is not None and place.erasing.sheet.why.hasFocus())
    assert place.erasing.sheet is not None
    return place.erasing.sheet


def said(qtbot: QtBot, place: Workplace, words: str) -> None:
    qtbot.waitUntil(lambda: words in place.shell.notifier.said)


def test_who_was_deleted_long_ago_is_erased_with_a_reason_and_a_number(
    qtbot: QtBot, place: Workplace
) -> None:
    page = trash_of(qtbot, place)
    assert page.detail.foot.whole().startswith("Xóa hẳn được từ 2")
    entries = more(qtbot, page)
    choose(place.window, entries["Xóa hẳn…"], "Xóa hẳn…")
    qtbot.waitUntil(lambda: place.erasing.sheet is not None)
    sheet = place.erasing.sheet
    assert sheet is not None
    told = [part.text().replace("\u2060", "") for part in sheet.findChildren(QLabel)]
    assert f"Sẽ xóa: {NAME}." in told
    assert "Xóa theo 1 mục gắn với những mục trên, không đứng riêng được." in told
    assert HISTORY in told
    assert any("Sổ cấp giấy phải lưu nên vẫn giữ số 001/2026" in line for line in told)
    qtbot.waitUntil(sheet.why.hasFocus)
    press(Key.Key_Return)
    assert sheet.why_box.said() == NO_REASON
    type_text(sheet.why, "hết hạn lưu")
    press(Key.Key_Return)
    asker = place.shell.means.asker
    assert isinstance(asker, Answers)
    assert asker.asked == ["Xóa hẳn 2 mục khỏi sổ"]
    assert Person.select().where(Person.full_name == NAME).count() == 1
    press(Key.Key_Return)
    said(qtbot, place, "Đã xóa hẳn 2 mục.")
    qtbot.waitUntil(lambda: shown(place) is page)
    read(qtbot, place, 0)
    assert Person.select().where(Person.full_name == NAME).count() == 0
    assert IssuedPaper.get().receiver == NAME
    last = HistoryChange.select().order_by(HistoryChange.id.desc()).first()
    assert last.title == "Xóa hẳn 2 mục: hết hạn lưu"
    assert findings() == []


def test_the_sheet_is_left_and_nothing_is_erased(qtbot: QtBot, place: Workplace) -> None:
    sheet_of(qtbot, place)
    press(Key.Key_Escape)
    read(qtbot, place, 2)
    assert place.erasing.sheet is None


def test_what_must_stay_is_refused_in_a_sentence(qtbot: QtBot, place: Workplace) -> None:
    retention.set_years(20)
    page = trash_of(qtbot, place)
    page.own_acts.run("erase")
    qtbot.waitUntil(
        lambda: any("đã xóa chưa đủ 20 năm" in words for words in place.shell.notifier.said)
    )
    assert place.erasing.sheet is None


def test_a_failure_is_told_on_the_sheet_and_the_reason_stays(
    qtbot: QtBot, register: Path, someone: Person
) -> None:
    for place in opened(qtbot, register, True):
        sheet = sheet_of(qtbot, place)
        database.execute_sql(
            "CREATE TRIGGER kept BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        type_text(sheet.why, "hết hạn lưu")
        press(Key.Key_Return)
        qtbot.waitUntil(sheet.act_button.isEnabled)
        assert sheet.trouble.said()
        assert sheet.why.text() == "hết hạn lưu"
        database.execute_sql("DROP TRIGGER kept")


def test_who_may_not_erase_is_not_offered_it(qtbot: QtBot, register: Path, someone: Person) -> None:
    set_user("Bình", Role.OFFICER)
    for place in opened(qtbot, register):
        page = trash_of(qtbot, place)
        entries = more(qtbot, page)
        assert "Xóa hẳn…" not in entries
        next(iter(entries.values())).close()
        assert place.erasing.topics() == []


def test_how_long_it_is_kept_is_set_among_the_settings(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_9, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(shown(place), SettingsPage))
    page = shown(place)
    assert page is not None
    (topic,) = page.findChildren(RetentionTopic)
    qtbot.waitUntil(topic.years.isEnabled)

    def on() -> list[str]:
        return [part.text() for part in topic.years.buttons if part.isChecked()]

    assert on() == ["5 năm"]
    ten: QPushButton = next(part for part in topic.years.buttons if part.text() == "10 năm")
    ten.click()
    said(qtbot, place, "Mục đã xóa giữ ít nhất 10 năm rồi mới xóa hẳn được.")
    assert retention.years() == 10
