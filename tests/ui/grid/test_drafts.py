"""Rows typed and not stored come back after a kill, and beside rows stored meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store.change import change
from models.store.database import close_database, open_database
from tests.conftest import KEY
from tests.ui.grid.clerk import Key, members, rows, stored, team_form, type_row
from tests.ui.keys import CONTROL, press
from ui.desk.drafts import RegisterDrafts
from ui.form.page import FormPage
from ui.source import MemoryDrafts

TYPED = """
import os, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from models.registers.teams import TEAMS
from models.store.database import open_database
from models.store.session import set_user
from tests.ui.grid.clerk import members, type_row
from ui.desk.drafts import RegisterDrafts
from ui.desk.forms import RegisterForm
from ui.form.page import FormPage
from ui.tasks import InlineRunner

application = QApplication([])
open_database(Path(sys.argv[1]), bytes(range(32)))
set_user("An")
page = FormPage("teams", "Tổ", RegisterForm(TEAMS), InlineRunner(), RegisterDrafts())
page.show()
page.activateWindow()
QTest.qWaitForWindowActive(page)
page.begin(int(sys.argv[2]))
page.told.connect(lambda words: os.kill(os.getpid(), 9) if "nháp" in words else None)
page.drafting.rest.setInterval(10 ** 6)
members(page).go_to(0, "Person.phone")
type_row("0388555072")
members(page).go_to(9)
type_row("Kim Thị Út", "1972", "Nữ")
page.drafting.rest.setInterval(0)
page.drafting.rest.start()
application.exec()
"""


@pytest.fixture
def team(register: Path) -> Team:
    made = Team(name="Tổ tự quản số 12", state="Đang hoạt động")
    stored(made)
    for name in ("Lâm Sà Quên", "Danh Hoàng Phúc"):
        person = Person(full_name=name)
        stored(person, Membership(person=person, team=made, role="Thành viên"))
    return made


def edit_elsewhere(person: Person, **values: str) -> None:
    person = Person.get_by_id(person.id)
    for name, value in values.items():
        setattr(person, name, value)
    with change("Sửa nơi khác") as work:
        work.save(person)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_rows_typed_before_a_kill_are_offered_and_taken(
    qtbot: QtBot, register: Path, team: Team
) -> None:
    close_database()
    run = subprocess.run(
        [sys.executable, "-c", TYPED, str(register), str(team.id)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert run.returncode == -9
    open_database(register, KEY)
    kept = RegisterDrafts()
    page = team_form(qtbot, kept)
    page.begin(team.id)
    assert page.drafting.offer.words().endswith("đã gõ: Thành viên.")
    assert len(rows(page, 0)) == 2
    press(Key.Key_Space)
    assert rows(page, 0, 4) == [
        ("Lâm Sà Quên", "0388 555 072"),
        ("Danh Hoàng Phúc", ""),
        ("Kim Thị Út", ""),
    ]
    press(Key.Key_S, CONTROL)
    names = [one.person.full_name for one in Membership.select().order_by(Membership.id)]
    assert names == ["Lâm Sà Quên", "Danh Hoàng Phúc", "Kim Thị Út"]
    assert Person.get(Person.full_name == "Lâm Sà Quên").phone == "0388555072"
    kept.close()


def leave_rows(page: FormPage, team: Team) -> None:
    """Type into the grid, and leave as a crash would: with a draft nobody decided upon."""
    page.begin(team.id)
    members(page).go_to(0, "Person.phone")
    type_row("0388555072")
    members(page).go_to(2)
    type_row("Kim Thị Út", "1972")
    members(page).go_to(1)
    press(Key.Key_Minus, CONTROL)
    page.leave()


def test_a_draft_of_rows_is_compared_before_it_is_taken(qtbot: QtBot, team: Team) -> None:
    drafts = MemoryDrafts()
    leave_rows(team_form(qtbot, drafts), team)
    page = team_form(qtbot, drafts)
    page.begin(team.id)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert page.comparing.is_on()
    assert page.comparing.panel.words().endswith("đã gõ: Thành viên.")
    choice = page.comparing.panel.choice()
    assert list(choice.values()) == [True, True, True]
    press(Key.Key_Tab)
    press(Key.Key_Right)
    press(Key.Key_S, CONTROL)
    assert not page.comparing.is_on()
    assert page.dirty
    assert rows(page, 0, 4) == [("Lâm Sà Quên", "0388 555 072")]
    assert [row.text("Person.full_name") for row in members(page).typed().removed] == [
        "Danh Hoàng Phúc"
    ]


def test_looking_at_a_draft_decides_nothing(qtbot: QtBot, team: Team) -> None:
    drafts = MemoryDrafts()
    leave_rows(team_form(qtbot, drafts), team)
    page = team_form(qtbot, drafts)
    page.begin(team.id)
    page.drafting.offer.compare_button.click()
    press(Key.Key_Escape)
    assert not page.comparing.is_on()
    assert page.drafting.offer.isVisible()
    assert drafts.kept("teams", team.id) is not None
    assert not page.dirty


def test_a_draft_stands_upon_rows_stored_since(qtbot: QtBot, team: Team) -> None:
    drafts = MemoryDrafts()
    leave_rows(team_form(qtbot, drafts), team)
    edit_elsewhere(Membership.get().person, full_name="Lâm Sà Quyên")
    page = team_form(qtbot, drafts)
    page.begin(team.id)
    page.drafting.offer.take_button.click()
    assert rows(page, 0, 4) == [("Lâm Sà Quyên", "0388 555 072"), ("Kim Thị Út", "")]
    press(Key.Key_S, CONTROL)
    assert not page.dirty
    assert Person.get(Person.full_name == "Lâm Sà Quyên").phone == "0388555072"
