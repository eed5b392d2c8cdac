"""A save over a newer revision shows both values and keeps the typing, of fields and of rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store.change import change
from models.store.session import set_user
from tests.ui.grid.clerk import Key, members, rows, stored, team_form, type_here, type_row
from tests.ui.keys import CONTROL, press
from ui.form.page import FormPage


@pytest.fixture
def team(register: Path) -> Team:
    made = Team(name="Tổ tự quản số 12", scope="Tuyến 2", state="Đang hoạt động")
    person = Person(full_name="Lâm Sà Quên", phone="0388555072")
    stored(made, person, Membership(person=person, team=made, role="Thành viên"))
    return made


@pytest.fixture
def page(qtbot: QtBot, team: Team) -> FormPage:
    form = team_form(qtbot)
    form.begin(team.id)
    return form


def elsewhere(record: Team | Person | Membership, **values: object) -> None:
    """Let Bình store a record while the form is open."""
    newest = type(record).get_by_id(record.id)
    for name, value in values.items():
        setattr(newest, name, value)
    set_user("Bình")
    with change("Sửa nơi khác") as work:
        work.save(newest)
    set_user("An")


def type_over(page: FormPage, name: str, text: str) -> None:
    page.body.go_to(name)
    press(Key.Key_A, CONTROL)
    type_here(text)


def lines(page: FormPage) -> list[str]:
    return list(page.comparing.panel.choice())


def test_both_values_are_shown_with_who_and_when_and_mine_is_stored(
    page: FormPage, team: Team
) -> None:
    elsewhere(team, scope="Tuyến 3", households=86)
    type_over(page, "scope", "Tuyến 9")
    press(Key.Key_S, CONTROL)
    assert page.comparing.panel.words().startswith(
        "Bình đã lưu Tổ tự quản số 12 lúc 09:30 hôm nay, sau khi biểu mẫu này mở ra."
    )
    assert page.comparing.panel.choice() == {"scope": True, "households": False}
    assert page.texts()["scope"] == "Tuyến 9"
    press(Key.Key_S, CONTROL)
    newest = Team.get_by_id(team.id)
    assert (newest.scope, newest.households, newest.revision) == ("Tuyến 9", 86, 3)
    assert not page.dirty


def test_theirs_is_chosen_by_keyboard(page: FormPage, team: Team) -> None:
    elsewhere(team, scope="Tuyến 3")
    type_over(page, "note", "Gõ ở đây")
    type_over(page, "scope", "Tuyến 9")
    press(Key.Key_S, CONTROL)
    press(Key.Key_Right)
    press(Key.Key_S, CONTROL)
    newest = Team.get_by_id(team.id)
    assert (newest.scope, newest.note) == ("Tuyến 3", "Gõ ở đây")


def test_tab_goes_from_the_last_difference_to_the_buttons_below(page: FormPage, team: Team) -> None:
    elsewhere(team, scope="Tuyến 3", households=86)
    type_over(page, "scope", "Tuyến 9")
    press(Key.Key_S, CONTROL)
    seen = []
    for _turn in range(3):
        press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QAbstractButton)
        seen.append(focused.text().strip())
    assert seen == ["86", "Quay lại biểu mẫu", "Lưu theo lựa chọn"]
    press(Key.Key_Return)
    assert Team.get_by_id(team.id).scope == "Tuyến 9"


def test_putting_the_choice_off_keeps_the_typing(page: FormPage, team: Team) -> None:
    elsewhere(team, scope="Tuyến 3")
    type_over(page, "scope", "Tuyến 9")
    press(Key.Key_S, CONTROL)
    press(Key.Key_Escape)
    assert not page.comparing.is_on()
    assert page.texts()["scope"] == "Tuyến 9"
    assert page.dirty
    press(Key.Key_S, CONTROL)
    assert lines(page) == ["scope"]


def test_a_change_that_touches_nothing_typed_needs_no_choice(page: FormPage, team: Team) -> None:
    elsewhere(team, scope="Tuyến 9")
    type_over(page, "scope", "Tuyến 9")
    type_over(page, "note", "Gõ ở đây")
    press(Key.Key_S, CONTROL)
    assert not page.comparing.is_on()
    assert Team.get_by_id(team.id).note == "Gõ ở đây"


def test_a_cell_changed_elsewhere_is_chosen_too(page: FormPage, team: Team) -> None:
    member = Membership.get()
    elsewhere(member.person, phone="0913555214", full_name="Lâm Sà Quyên")
    members(page).go_to(0, "Person.phone")
    type_row("0907555861")
    press(Key.Key_S, CONTROL)
    assert page.comparing.is_on()
    assert page.comparing.panel.choice() == {
        f"membership/{member.id}/Person.full_name": False,
        f"membership/{member.id}/Person.phone": True,
    }
    press(Key.Key_S, CONTROL)
    person = Person.get_by_id(member.person_id)
    assert (person.full_name, person.phone) == ("Lâm Sà Quyên", "0907555861")


def test_rows_added_on_both_sides_stay(page: FormPage, team: Team) -> None:
    other = Person(full_name="Danh Hoàng Phúc")
    stored(other, Membership(person=other, team=team, role="Tổ phó"))
    elsewhere(team, scope="Tuyến 3")
    members(page).go_to(1)
    type_row("Kim Thị Út", "1972")
    press(Key.Key_S, CONTROL)
    press(Key.Key_S, CONTROL)
    names = [one.person.full_name for one in Membership.select().order_by(Membership.id)]
    assert names == ["Lâm Sà Quên", "Danh Hoàng Phúc", "Kim Thị Út"]


def test_a_row_taken_out_elsewhere_is_put_back_or_left(page: FormPage, team: Team) -> None:
    member = Membership.get()
    with change("Bỏ ở nơi khác") as work:
        work.trash(member)
    elsewhere(team, scope="Tuyến 3")
    members(page).go_to(0, "Membership.role")
    type_row("Tổ trưởng")
    press(Key.Key_S, CONTROL)
    assert page.checking.wrong() == ["membership/0/Person.full_name"]
    assert "đã bị bỏ ở nơi khác" in members(page).line.sentence()
    press(Key.Key_Minus, CONTROL)
    press(Key.Key_S, CONTROL)
    press(Key.Key_S, CONTROL)
    assert rows(page, 0) == []
    assert Team.get_by_id(team.id).strength == 0
