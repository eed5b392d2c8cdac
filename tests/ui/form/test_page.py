"""The form by keyboard: nothing is stored while typing, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from models.errors import UserError, WorldError
from tests.ui.fake_form import TeamForm
from tests.ui.keys import ALT, CONTROL, SHIFT, press, type_text
from ui.form.page import FormPage
from ui.source import MemoryDrafts
from ui.tasks import InlineRunner
from ui.widgets.date_field import DateField


@pytest.fixture
def source() -> TeamForm:
    return TeamForm()


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


@pytest.fixture
def page(qtbot: QtBot, source: TeamForm, drafts: MemoryDrafts) -> Iterator[FormPage]:
    form = FormPage("teams", "Tổ tự quản", source, InlineRunner(), drafts)
    qtbot.addWidget(form)
    form.resize(1100, 700)
    form.show()
    form.activateWindow()
    form.begin(17)
    yield form


def at(page: FormPage, name: str) -> QWidget:
    return page.body.boxes[name].editor.widget


def type_over(page: FormPage, name: str, text: str) -> None:
    page.body.go_to(name)
    QTest.keyClick(at(page, name), Qt.Key.Key_A, CONTROL)
    type_text(at(page, name), text)


def test_a_stored_record_is_shown_and_not_dirty(page: FormPage) -> None:
    assert page.texts()["name"] == "Tổ tự quản ANTT số 3"
    assert page.head.title() == "Sửa Tổ tự quản ANTT số 3"
    assert not page.dirty


def test_enter_and_tab_go_through_every_field_in_reading_order(page: FormPage) -> None:
    names = list(page.body.boxes)
    for name in names:
        assert page.body.here() == name
        press(Qt.Key.Key_Tab if name == "note" else Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.save_button


def test_sections_are_gone_through_and_round(page: FormPage) -> None:
    starts = page.body.starts
    assert [starts[0], len(starts)] == ["name", 3]
    seen = []
    for _turn in starts:
        press(Qt.Key.Key_PageDown, CONTROL)
        seen.append(page.body.here())
    assert seen == [*starts[1:], starts[0]]
    page.body.go_on()
    press(Qt.Key.Key_PageUp, CONTROL)
    assert page.body.here() == starts[0]
    press(Qt.Key.Key_PageUp, CONTROL)
    assert page.body.here() == starts[-1]


def test_tab_follows_the_same_order_as_enter(page: FormPage) -> None:
    seen = []
    for _field in page.body.boxes:
        seen.append(page.body.here())
        press(Qt.Key.Key_Tab)
    assert seen == list(page.body.boxes)


def test_enter_in_a_long_text_is_a_new_line(page: FormPage) -> None:
    page.body.go_to("note")
    press(Qt.Key.Key_Return)
    assert page.texts()["note"].startswith("\n")
    assert page.body.here() == "note"


def test_a_field_is_checked_when_left_then_on_each_key(page: FormPage, source: TeamForm) -> None:
    type_over(page, "phone", "0913 555 21")
    assert page.body.boxes["phone"].problem is None
    press(Qt.Key.Key_Return)
    problem = page.body.boxes["phone"].problem
    assert problem is not None
    assert problem.message == "Thiếu 1 số: cần 10 số."
    assert at(page, "phone").property("e") == "1"
    assert problem.message in at(page, "phone").accessibleDescription()
    page.body.go_to("phone")
    QTest.keyClick(at(page, "phone"), Qt.Key.Key_End)
    type_text(at(page, "phone"), "4")
    assert page.body.boxes["phone"].problem is None
    assert source.saved == []


def test_a_date_is_shown_as_it_will_be_printed(page: FormPage) -> None:
    for typed, shown in (("14032019", "14/03/2019"), ("3/2019", "03/2019"), ("2019", "2019")):
        type_over(page, "since", typed)
        press(Qt.Key.Key_Return)
        assert page.texts()["since"] == shown


def test_saving_stores_values_and_revision(page: FormPage, source: TeamForm, qtbot: QtBot) -> None:
    type_over(page, "households", "90")
    with qtbot.waitSignal(page.saved) as saved:
        QTest.keyClick(at(page, "households"), Qt.Key.Key_S, CONTROL)
    ((identity, values, revision),) = source.saved
    assert (identity, revision, values["households"]) == (17, 7, 90)
    assert saved.args == [17, False]
    assert not page.dirty


def test_save_and_add_says_so(page: FormPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.saved) as saved:
        QTest.keyClick(at(page, "name"), Qt.Key.Key_Return, CONTROL)
    assert saved.args == [17, True]


def test_errors_are_named_walked_and_block_saving(page: FormPage, source: TeamForm) -> None:
    type_over(page, "since", "31/02/2019")
    type_over(page, "phone", "12")
    type_over(page, "name", "")
    QTest.keyClick(at(page, "name"), Qt.Key.Key_Backspace)
    QTest.keyClick(at(page, "name"), Qt.Key.Key_S, CONTROL)
    assert source.saved == []
    assert page.strip.words() == "Còn 3 chỗ chưa đúng, chưa lưu được:"
    walked = []
    for _step in range(4):
        walked.append(page.body.here())
        press(Qt.Key.Key_F8)
    assert walked == ["name", "since", "phone", "name"]
    press(Qt.Key.Key_F8, SHIFT)
    assert page.body.here() == "name"


def test_a_warning_never_blocks(page: FormPage, source: TeamForm) -> None:
    QTest.keyClick(at(page, "name"), Qt.Key.Key_S, CONTROL)
    problem = page.body.boxes["leader"].problem
    assert problem is not None
    assert "Vẫn lưu được" in problem.message
    assert len(source.saved) == 1


def test_what_the_store_refuses_stands_at_its_field(page: FormPage, source: TeamForm) -> None:
    source.refuse = UserError("Số 27/QĐ-UBND đã có.", "number", "27/QĐ-UBND")
    page.save()
    problem = page.body.boxes["number"].problem
    assert problem is not None
    assert page.body.here() == "number"
    assert page.texts()["name"] == "Tổ tự quản ANTT số 3"


def test_a_failed_disk_keeps_the_typing(page: FormPage, source: TeamForm, qtbot: QtBot) -> None:
    source.refuse = WorldError("Đĩa đầy.")
    type_over(page, "scope", "Tuyến 9")
    with qtbot.waitSignal(page.failed):
        page.save()
    assert page.texts()["scope"] == "Tuyến 9"
    assert page.dirty
    assert page.save_button.isEnabled()


def test_escape_leaves_with_a_draft_that_comes_back(
    page: FormPage, drafts: MemoryDrafts, qtbot: QtBot
) -> None:
    type_over(page, "scope", "Tuyến 9")
    with qtbot.waitSignal(page.left) as left:
        QTest.keyClick(at(page, "scope"), Qt.Key.Key_Escape)
    assert left.args == [True]
    page.begin(18)
    assert page.texts()["scope"] == "Tuyến 2 và 3"
    page.begin(17)
    assert page.texts()["scope"] == "Tuyến 9"
    assert page.dirty
    page.save()
    assert drafts.kept("teams", 17) is None


def test_escape_closes_the_calendar_and_leaves_the_form_open(page: FormPage) -> None:
    left: list[bool] = []
    page.left.connect(left.append)
    page.body.go_to("since")
    press(Qt.Key.Key_Down, ALT)
    day = at(page, "since")
    assert isinstance(day, DateField)
    month = day.calendar()
    assert month is not None
    days = month.findChild(QTableView)
    assert days is not None
    QTest.keyClick(days, Qt.Key.Key_Escape)
    assert day.calendar() is None
    assert left == []
    assert day.hasFocus()


def test_leaving_untouched_keeps_no_draft(
    page: FormPage, drafts: MemoryDrafts, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.left) as left:
        press(Qt.Key.Key_Escape)
    assert left.args == [False]
    assert drafts.kept("teams", 17) is None


def test_discarding_shows_the_record_as_stored(page: FormPage, drafts: MemoryDrafts) -> None:
    type_over(page, "scope", "Tuyến 9")
    page.drafting.keep()
    page.discard()
    assert page.texts()["scope"] == "Tuyến 2 và 3"
    assert drafts.kept("teams", 17) is None


def test_every_editor_has_a_name_for_screen_readers(page: FormPage) -> None:
    for name, box in page.body.boxes.items():
        assert at(page, name).accessibleName() == box.facts.label


def test_headings_stand_above_where_it_is_narrow(page: FormPage) -> None:
    direction = page.body._sections[0].direction()
    page.resize(800, 600)
    assert page.body._sections[0].direction() != direction
