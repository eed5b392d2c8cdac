"""Members typed straight in the form of their team: new people and known ones, in one change."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store import undo
from models.store.tables import HistoryChange
from models.values.partial_date import PartialDate
from tests.ui.grid.clerk import (
    go_to_rows,
    members,
    paste,
    rows,
    stored,
    team_form,
    type_here,
    type_row,
)
from tests.ui.keys import CONTROL, SHIFT, press
from ui.desk.forms import RegisterForm
from ui.form.page import FormPage

Key = Qt.Key
FIVE = (
    ("Thạch Thị Hồng Nhung", "1979", "nữ", "", "0913555214", "Tổ trưởng"),
    ("Nguyễn Văn Hòa", "12041966", "nam", "095066001873", "0907 555 861", "Tổ phó"),
    ("Lâm Sà Quên", "30/9/1988", "Nam", "", "", "Thành viên"),
    ("Kim Thị Út", "1972", "Nữ", "", "", "Thành viên"),
    ("Danh Hoàng Phúc", "5/1/1995", "Nam", "", "", "Thành viên"),
)
TWELVE = "\r\n".join(
    f"Nguyễn Văn {name}\t{year}\tNam\t{number}\t\tThành viên\t"
    for name, year, number in (
        ("An", "1960", ""), ("Bình", "1961", ""), ("Cảnh", "31/02/1962", ""), ("Dũng", "1963", ""),
        ("Em", "1964", ""), ("Giang", "1965", ""), ("Hải", "1966", ""), ("Kiệt", "1967", ""),
        ("Long", "1968", "09506800652"), ("Minh", "1969", ""), ("Nam", "1970", ""),
        ("Oanh", "1971", ""),
    )
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def area() -> Area:
    place = Area(name="Ấp Sóc Đồn", kind="ấp")
    stored(place)
    return place


@pytest.fixture
def page(qtbot: QtBot) -> FormPage:
    return team_form(qtbot)


def live(model: type[Membership | Person | Team]) -> int:
    return int(model.select().where(model.trashed_at.is_null()).count())


def new_team(page: FormPage, area: Area | None = None) -> None:
    page.begin(None, "Thêm tổ")
    type_here("Tổ tự quản số 12")
    if area is not None:
        page.body.go_to("area")
        type_here("soc don")
        press(Key.Key_Return)
    page.body.go_to("name")
    go_to_rows(page)


def test_a_team_and_five_members_are_made_by_keyboard_and_undone_at_once(
    page: FormPage, area: Area
) -> None:
    before = HistoryChange.select().count()
    new_team(page, area)
    for row in FIVE:
        type_row(*row)
    assert members(page).line.sums() == "5 người · 2 nữ"
    assert rows(page, 0, 1, 2, 4)[:2] == [
        ("Thạch Thị Hồng Nhung", "1979", "Nữ", "0913 555 214"),
        ("Nguyễn Văn Hòa", "12/04/1966", "Nam", "0907 555 861"),
    ]
    press(Key.Key_S, CONTROL)
    assert not page.dirty
    assert HistoryChange.select().count() == before + 1
    team = Team.get(Team.name == "Tổ tự quản số 12")
    places = [
        (one.person.full_name, one.role) for one in Membership.select().order_by(Membership.id)
    ]
    assert places == [(row[0], row[5]) for row in FIVE]
    assert (team.strength, team.leader) == (5, "Thạch Thị Hồng Nhung")
    assert {person.area_id for person in Person.select()} == {area.id}
    undo.undo_last()
    assert (live(Team), live(Membership), live(Person)) == (0, 0, 0)
    undo.redo_last()
    assert (live(Team), live(Membership), live(Person)) == (1, 5, 5)


def test_a_pasted_range_is_mended_by_f8_and_stored(page: FormPage) -> None:
    new_team(page)
    paste(TWELVE)
    assert members(page).line.sums() == "12 người"
    press(Key.Key_S, CONTROL)
    assert live(Team) == 0
    assert page.strip.words() == "Còn 2 chỗ chưa đúng, chưa lưu được:"
    assert page.checking.wrong() == [
        "membership/2/Person.birth_date",
        "membership/8/Person.citizen_id",
    ]
    assert page.body.here() == "membership/2/Person.birth_date"
    assert members(page).line.sentence().startswith("Dòng 3: ")
    press(Key.Key_F8)
    assert page.body.here() == "membership/8/Person.citizen_id"
    assert members(page).line.sentence() == "Dòng 9: Số CCCD cần 12 số, đang có 11."
    type_here("095068006521")
    press(Key.Key_Return)
    press(Key.Key_F8, SHIFT)
    assert page.body.here() == "membership/2/Person.birth_date"
    type_here("28/02/1962")
    press(Key.Key_Return)
    assert not page.strip.isVisible()
    press(Key.Key_S, CONTROL)
    assert (live(Team), live(Membership), live(Person)) == (1, 12, 12)
    undo.undo_last()
    assert (live(Team), live(Membership), live(Person)) == (0, 0, 0)


def test_a_known_person_is_offered_and_never_taken_by_name_alone(
    page: FormPage, area: Area
) -> None:
    known = Person(full_name="Kim Thị Út", birth_date=PartialDate(1972), sex="Nữ", area=area)
    stored(known)
    new_team(page, area)
    type_row("Kim Thị Út", "1972", "Nữ")
    warning = members(page).line.sentence()
    assert warning == "Dòng 1: Có thể là người đã có: Kim Thị Út, 1972. Vẫn lưu được."
    type_here("kim thi ut")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert rows(page, 0, 1, 2)[1] == ("Kim Thị Út", "1972", "Nữ")
    press(Key.Key_S, CONTROL)
    people = [one.person_id for one in Membership.select().order_by(Membership.id)]
    assert len(set(people)) == 2
    assert people[1] == known.id


def test_cells_of_a_stored_member_change_the_person_in_the_same_change(
    page: FormPage, area: Area
) -> None:
    new_team(page, area)
    type_row(*FIVE[2])
    press(Key.Key_S, CONTROL)
    team = Team.get()
    page.begin(team.id)
    members(page).go_to(0, "Person.phone")
    type_here("0388555072")
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    type_here("Công an viên ấp")
    press(Key.Key_Return)
    press(Key.Key_S, CONTROL)
    member = Membership.get()
    assert (member.person.phone, member.note) == ("0388555072", "Công an viên ấp")
    assert undo.last_change() is not None
    undo.undo_last()
    member = Membership.get()
    assert (member.person.phone, member.note) == ("", "")


def test_a_name_typed_over_a_stored_one_warns_that_the_person_is_renamed(page: FormPage) -> None:
    new_team(page)
    type_row(*FIVE[3])
    press(Key.Key_S, CONTROL)
    page.begin(Team.get().id)
    members(page).go_to(0)
    type_here("Kim Thị Uyên")
    press(Key.Key_Return)
    sentence = members(page).line.sentence()
    assert sentence.startswith("Dòng 1: Tên Kim Thị Út sẽ đổi thành Kim Thị Uyên ở mọi sổ.")


def test_a_member_taken_out_goes_to_the_trash_and_the_person_stays(page: FormPage) -> None:
    new_team(page)
    for row in FIVE[:3]:
        type_row(*row)
    press(Key.Key_S, CONTROL)
    page.begin(Team.get().id)
    members(page).go_to(1)
    press(Key.Key_Space, SHIFT)
    press(Key.Key_Delete)
    assert members(page).line.sentence() == "Đã bỏ Nguyễn Văn Hòa. Ctrl+Z lấy lại."
    press(Key.Key_S, CONTROL)
    assert (live(Membership), live(Person)) == (2, 3)
    assert Team.get().strength == 2


def test_the_same_person_twice_is_refused_at_the_second_row(page: FormPage, area: Area) -> None:
    known = Person(full_name="Kim Thị Út", birth_date=PartialDate(1972), area=area)
    stored(known)
    new_team(page)
    for _time in range(2):
        type_here("kim thi")
        press(Key.Key_Down)
        press(Key.Key_Return)
    press(Key.Key_S, CONTROL)
    assert page.checking.wrong() == ["membership/1/Person.full_name"]
    assert members(page).line.sentence() == "Dòng 2: Kim Thị Út đã có ở dòng 1."


def test_who_was_taken_out_and_is_typed_again_keeps_the_place(page: FormPage) -> None:
    new_team(page)
    type_row(*FIVE[0])
    press(Key.Key_S, CONTROL)
    member = Membership.get()
    page.begin(member.team_id)
    members(page).go_to(0)
    press(Key.Key_Minus, CONTROL)
    assert rows(page, 0) == []
    type_here("hong nhung")
    press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_S, CONTROL)
    assert [one.id for one in Membership.select()] == [member.id]
    assert live(Membership) == 1


def test_many_rows_pasted_are_checked_a_part_at_a_time(
    page: FormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    check = RegisterForm.check_rows

    def counting(form: RegisterForm, grid: str, places: Any, *rest: Any) -> Any:
        asked.append(len(places))
        return check(form, grid, places, *rest)

    new_team(page)
    monkeypatch.setattr(RegisterForm, "check_rows", counting)
    paste("\n".join(f"Nguyễn Văn {chr(65 + at)}\t{1960 + at}\tNữa" for at in range(25)))
    grid = members(page)
    assert len(grid.model.rows.rows) == 25
    assert len(grid.wrong()) == 25
    assert len(asked) == 3
    press(Key.Key_Right)
    assert grid.line.sentence() == "Dòng 1: Giới tính không có “Nữa”. Chọn: Nam, Nữ."


def test_the_leader_is_the_one_of_the_rows_as_they_are_typed(page: FormPage) -> None:
    new_team(page)
    for row in FIVE[:2]:
        type_row(*row)
    press(Key.Key_S, CONTROL)
    page.begin(Team.get().id)
    grid = members(page)
    grid.go_to(0, "Membership.role")
    type_row("Thành viên")
    grid.go_to(1, "Membership.role")
    type_row("Tổ trưởng")
    assert grid.line.sentence() == ""
    grid.go_to(2)
    type_row("Lâm Sà Quên", "1988", "Nam", "", "", "Tổ trưởng")
    words = "Tổ tự quản số 12 đã có tổ trưởng Nguyễn Văn Hòa. Vẫn lưu được."
    assert grid.line.sentence() == f"Dòng 3: {words}"
