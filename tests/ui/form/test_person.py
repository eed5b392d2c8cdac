"""A person who is not there yet is told of in a box under the field, and made with the rest."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.registers.members import MEMBERS, Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store import undo
from models.values.partial_date import PartialDate
from tests.ui.grid.clerk import Key, stored, type_here
from tests.ui.keys import CONTROL, press
from ui.desk.forms import RegisterForm
from ui.form.editors import PersonEditor
from ui.form.page import FormPage
from ui.source import MemoryDrafts
from ui.tasks import InlineRunner

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


@pytest.fixture
def page(qtbot: QtBot, drafts: MemoryDrafts) -> FormPage:
    stored(Team(name="Tổ tự quản số 12"), Person(full_name="Kim Thị Út"))
    return member_form(qtbot, drafts)


def member_form(qtbot: QtBot, drafts: MemoryDrafts) -> FormPage:
    form = FormPage("members", "Thành viên", RegisterForm(MEMBERS), InlineRunner(), drafts)
    qtbot.addWidget(form)
    form.resize(1100, 700)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.begin(None, "Thêm thành viên")
    return form


def person(page: FormPage) -> PersonEditor:
    editor = page.body.boxes["person"].editor
    assert isinstance(editor, PersonEditor)
    return editor


def ask_for(page: FormPage, name: str) -> None:
    page.body.go_to("person")
    type_here(name)
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert person(page).field.offered()[-1] == f"Thêm người mới “{name}”…"


def choose_team(page: FormPage) -> None:
    page.body.go_to("team")
    type_here("so 12")
    press(Key.Key_Return)


def test_a_new_person_is_made_with_the_member_in_one_change(page: FormPage) -> None:
    ask_for(page, "Danh Hoàng Phúc")
    for text in ("5/1/1995", "nam", "0366555918"):
        type_here(text)
        press(Key.Key_Return)
        if text == "nam":
            press(Key.Key_Return)
    choose_team(page)
    press(Key.Key_S, CONTROL)
    assert not page.dirty
    made = Membership.get().person
    assert (made.full_name, made.birth_date, made.sex, made.phone) == (
        "Danh Hoàng Phúc",
        PartialDate(1995, 1, 5),
        "Nam",
        "0366555918",
    )
    undo.undo_last()
    live = Person.select().where(Person.trashed_at.is_null())
    assert [one.full_name for one in live] == ["Kim Thị Út"]


def test_a_person_who_is_there_is_offered_first(page: FormPage) -> None:
    page.body.go_to("person")
    type_here("kim thi")
    assert person(page).field.offered() == ["Kim Thị Út", "Thêm người mới “kim thi”…"]
    press(Key.Key_Return)
    choose_team(page)
    press(Key.Key_S, CONTROL)
    assert Membership.get().person.full_name == "Kim Thị Út"
    assert Person.select().count() == 1


def test_what_is_wrong_in_the_box_stands_at_the_field(page: FormPage) -> None:
    ask_for(page, "Danh Hoàng Phúc")
    type_here("31/02/1995")
    press(Key.Key_Return)
    choose_team(page)
    press(Key.Key_S, CONTROL)
    problem = page.body.boxes["person"].problem
    assert problem is not None
    assert problem.message.startswith("Ngày sinh không hợp lệ: 31/02/1995.")
    assert Membership.select().count() == 0


def test_the_box_is_put_away_and_nobody_is_made(page: FormPage) -> None:
    ask_for(page, "Danh Hoàng Phúc")
    below = person(page).below
    assert below is not None
    assert below.isVisible()
    page.body.go_to("person")
    press(Key.Key_A, CONTROL)
    type_here("kim thi ut")
    assert not below.isVisible()
    press(Key.Key_Return)
    choose_team(page)
    press(Key.Key_S, CONTROL)
    assert Person.select().count() == 1


def test_a_draft_keeps_what_is_told_of_a_new_person(
    qtbot: QtBot, page: FormPage, drafts: MemoryDrafts
) -> None:
    ask_for(page, "Danh Hoàng Phúc")
    type_here("1995")
    page.leave()
    again = member_form(qtbot, drafts)
    again.drafting.offer.take_button.click()
    choose_team(again)
    press(Key.Key_S, CONTROL)
    assert Membership.get().person.birth_date == PartialDate(1995)
    assert QApplication.focusWidget() is not None
