"""Members of a team read from a workbook, asked for in the team's form, and back in the form."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from pytestqt.qtbot import QtBot

from models.registers.members import Membership
from models.registers.teams import Team
from tests.ui.grid.clerk import Key, members, rows, stored, type_here
from tests.ui.keys import CONTROL, press, settle
from tests.ui.workplaces import opened_workplace, shown
from ui.form.page import FormPage
from ui.wizards.import_page import ImportPage
from ui.workplace import Workplace

HEADS = ("STT", "Họ và tên", "Năm sinh", "Nam/Nữ")
PEOPLE = (("1", "Kim Thị Út", "1972", "Nữ"), ("2", "Lâm Sà Quên", "1988", "Nam"))


def list_of(path: Path) -> Path:
    book = Workbook()
    for line in (("DANH SÁCH",), HEADS, *PEOPLE):
        book.active.append(line)  # type: ignore[union-attr]
    book.save(path)
    return path


def form_of(qtbot: QtBot, place: Workplace) -> FormPage:
    qtbot.waitUntil(lambda: isinstance(shown(place), FormPage))
    page = shown(place)
    assert isinstance(page, FormPage)
    settle()
    return page


@pytest.mark.usefixtures("register")
def test_rows_that_name_no_team_go_to_the_team_of_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    team, other = Team(name="Tổ liên gia Sóc Đồn"), Team(name="Tổ liên gia Cái Giá")
    stored(other, team)
    path = list_of(tmp_path / "ds.xlsx")
    with opened_workplace(qtbot, tmp_path, path) as place:
        page = place.shell.open_form("teams", team.id)
        assert page is not None
        page.body.go_to("scope")
        type_here("Tuyến 9")
        members(page).line.import_button.click()
        qtbot.waitUntil(lambda: isinstance(shown(place), ImportPage))
        press(Key.Key_Return, CONTROL)
        form = form_of(qtbot, place)
        assert rows(form, 0, 1) == [("Kim Thị Út", "1972"), ("Lâm Sà Quên", "1988")]
        assert form.texts()["scope"] == "Tuyến 9"
        assert {one.team_id for one in Membership.select()} == {team.id}
