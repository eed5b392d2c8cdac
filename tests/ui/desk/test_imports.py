"""A workbook read into a register for the window: columns, rows to look at, what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.exchange.session_headings import ATTENDANCE
from models.registers.people import Person
from models.registers.teams import Team
from tests.models.exchange import fire_class
from tests.ui.workplaces import TEAM_HEADS, TEAMS, workbook
from ui.desk.imports import LEFT_OUT, RegisterImport
from ui.wizards.import_facts import Heading, Kind, Planned

pytestmark = pytest.mark.usefixtures("register")


def quiet(_done: int, _total: int, _words: str) -> None:
    pass


@pytest.fixture
def source() -> RegisterImport:
    return RegisterImport("teams")


def by_letter(planned: Planned) -> dict[str, Heading]:
    return {one.letter: one for one in planned.headings}


def test_columns_are_told_with_their_first_text(tmp_path: Path, source: RegisterImport) -> None:
    planned = source.plan(workbook(tmp_path / "to.xlsx", TEAM_HEADS, *TEAMS), quiet)
    columns = by_letter(planned)
    assert list(columns) == ["B", "C", "D", "E", "F"]
    assert columns["B"] == Heading("B", ("Tên tổ",), "Tổ tự quản số 2", "Team.name", sure=True)
    assert columns["E"].sample == "Nguyễn Văn Đức"
    assert (planned.rows, planned.added, planned.goes_in, planned.left_out) == (3, 3, 3, 0)
    assert planned.choices[0] is LEFT_OUT
    assert {one.meaning for one in planned.headings} <= {one.value for one in planned.choices}


def test_wrong_rows_are_told_with_their_cell(tmp_path: Path, source: RegisterImport) -> None:
    wrong = ("4", "", "Tổ tự quản", "Ấp Sóc Đồn", "", "")
    planned = source.plan(workbook(tmp_path / "to.xlsx", TEAM_HEADS, *TEAMS, wrong), quiet)
    flaw = planned.flaws[-1]
    assert (flaw.kind, flaw.sheet, flaw.row) == (Kind.WRONG, "Danh sách", 6)
    assert flaw.message == "Chưa có tên tổ."
    assert source.write_left_out(planned, tmp_path / "out.xlsx") == 1
    assert (tmp_path / "out.xlsx").exists()


def test_a_column_can_be_left_out_and_taken_up_again(
    tmp_path: Path, source: RegisterImport
) -> None:
    path = workbook(tmp_path / "to.xlsx", TEAM_HEADS, *TEAMS)
    source.mean(("Tổ trưởng",), "")
    planned = source.plan(path, quiet)
    assert by_letter(planned)["E"].meaning == ""
    source.mean(("Tổ trưởng",), "leader.name")
    assert by_letter(source.plan(path, quiet))["E"].meaning == "leader.name"


def test_what_a_person_chose_is_taken_from_other_columns(
    tmp_path: Path, source: RegisterImport
) -> None:
    heads = (*TEAM_HEADS, "Tên đầy đủ của nhóm")
    path = workbook(tmp_path / "to.xlsx", heads, *((*row, f"{row[1]} mới") for row in TEAMS))
    assert by_letter(source.plan(path, quiet))["B"].meaning == "Team.name"
    source.mean(("Tên đầy đủ của nhóm",), "Team.name")
    planned = source.plan(path, quiet)
    assert by_letter(planned)["G"].meaning == "Team.name"
    assert by_letter(planned)["B"].meaning != "Team.name"
    source.carry_out(planned, quiet)
    assert Team.select().where(Team.name == "Tổ tự quản số 10 mới").exists()


def test_all_of_it_is_one_change(tmp_path: Path, source: RegisterImport) -> None:
    planned = source.plan(workbook(tmp_path / "to.xlsx", TEAM_HEADS, *TEAMS), quiet)
    source.carry_out(planned, quiet)
    assert Team.select().count() == 3
    assert Person.get(Person.full_name == "Thạch Thị Hồng Nhung").phone == "0907555861"
    again = source.plan(tmp_path / "to.xlsx", quiet)
    assert (again.goes_in, again.same) == (0, 3)


@pytest.mark.parametrize("name", ["teams", "members", "people", "areas", "schemes"])
def test_a_template_has_the_headings_and_reads_as_empty_rows(name: str, tmp_path: Path) -> None:
    source = RegisterImport(name)
    source.write_template(tmp_path / "mau.xlsx")
    sheet = load_workbook(tmp_path / "mau.xlsx").active
    assert sheet is not None
    titles = [cell.value for cell in sheet[1]]
    assert titles
    assert "Mã trong sổ" not in titles
    assert sheet.max_row == 1


def test_columns_of_attendance_are_shown_as_such(tmp_path: Path) -> None:
    planned = RegisterImport("trainees").plan(fire_class.write(tmp_path), quiet)
    meant = {heading.path[-1]: heading.meaning for heading in planned.headings}
    assert [meant[day] for day in ("15/9", "16/9", "17/9")] == [ATTENDANCE] * 3
    assert (planned.rows, planned.added) == (64, 64)
    assert ATTENDANCE in [option.value for option in planned.choices]
