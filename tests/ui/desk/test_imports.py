"""A workbook read into a register for the window: columns, rows to look at, what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.exchange.session_headings import ATTENDANCE
from models.registers.areas import Area
from models.registers.people import Person
from models.registers.teams import Team
from models.values.partial_date import PartialDate
from tests.models.exchange import fire_class, workbooks
from tests.models.samples import stored
from tests.ui.workplaces import TEAM_HEADS, TEAMS, workbook
from ui.desk.imports import LEFT_OUT, RegisterImport
from ui.wizards.import_facts import Heading, Kind, Line, Planned
from ui.wizards.row_model import RowModel

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
    line = planned.lines.line(3)
    assert (line.kind, line.sheet, line.row) == (Kind.WRONG, "Danh sách", 6)
    (flaw,) = line.flaws
    assert (flaw.letter, flaw.message) == ("B", "Chưa có tên tổ.")
    assert planned.columns[flaw.column] == "Tên tổ"
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


PEOPLE_HEADS = ("Họ và tên", "Ngày sinh", "Điện thoại", "Ấp")
HOA = ("Nguyễn Văn Hòa", "14/03/1985", "", "Ấp Tây")
LATE = ("Phan Văn Đực", "31/02/1963", "0913555214", "Ấp Đông")


@pytest.fixture
def people(tmp_path: Path) -> tuple[RegisterImport, Planned]:
    """Two rows with one wrong date, two that may mean one known person, one that is right."""
    area = stored(Area(name="Ấp Đông", kind="Ấp"))
    born = PartialDate(1985, 3, 14)
    stored(Person(full_name="Nguyễn Văn Hòa", birth_date=born, area=area))
    rows = (LATE, HOA, ("Kim Thị Út", *LATE[1:2], "", "Ấp Đông"), ("Lý Thị Sa", "1969", "", ""),
            (*HOA[:2], "", "Ấp Nam"))  # fmt: skip
    source = RegisterImport("people")
    return source, source.plan(workbook(tmp_path / "người.xlsx", PEOPLE_HEADS, *rows), quiet)


def lines(planned: Planned) -> list[Line]:
    return [planned.lines.line(at) for at in range(planned.rows)]


def test_rows_stand_in_the_columns_of_their_meanings(
    people: tuple[RegisterImport, Planned],
) -> None:
    _source, planned = people
    assert planned.columns == ("Họ và tên", "Ngày sinh", "Điện thoại", "Địa bàn")
    assert lines(planned)[0].cells == LATE
    assert planned.lines.kinds == [
        Kind.WRONG, Kind.DOUBTFUL, Kind.WRONG, Kind.FINE, Kind.DOUBTFUL,
    ]  # fmt: skip
    (flaw,) = lines(planned)[0].flaws
    assert (flaw.column, flaw.value, flaw.year) == (1, "31/02/1963", "1963")


def test_what_reads_alike_is_put_right_together(
    people: tuple[RegisterImport, Planned],
) -> None:
    source, planned = people
    assert planned.lines.alike(0, 1) == [0, 2]
    assert planned.lines.alike(0, 2) == ()
    source.type_into([(planned.lines.line(at), 1, "1963") for at in (0, 2)])
    again = source.again(quiet)
    assert (again.wrong, again.doubtful, again.added) == (0, 2, 3)
    assert [line.kind for line in lines(again)[:3]] == [
        Kind.DECIDED, Kind.DOUBTFUL, Kind.DECIDED,
    ]  # fmt: skip
    assert lines(again)[2].cells[1] == "1963"
    assert lines(again)[2].flaws[0].message == "Đã sửa, trong tệp ghi: 31/02/1963."


def test_what_was_just_typed_or_left_out_is_seen_before_it_is_planned(
    people: tuple[RegisterImport, Planned],
) -> None:
    source, planned = people
    first, second, *_rest = lines(planned)
    source.type_into([(first, 1, "1963"), (first, 2, "0913555999")])
    source.drop([second])
    now = lines(planned)
    assert now[0].cells == ("Phan Văn Đực", "1963", "0913555999", "Ấp Đông")
    assert {flaw.kind for flaw in now[0].flaws} == {Kind.DECIDED}
    assert now[1].kind is Kind.DROPPED
    assert planned.lines.kinds[:2] == [Kind.WRONG, Kind.DOUBTFUL]
    assert source.undo()
    assert source.undo()
    assert lines(planned)[:2] == [first, second]


def test_lines_of_an_older_plan_stand_as_they_were_when_the_file_is_another(
    people: tuple[RegisterImport, Planned], tmp_path: Path
) -> None:
    source, planned = people
    before = lines(planned)
    again = source.plan(workbook(tmp_path / "người.xlsx", PEOPLE_HEADS, LATE), quiet)
    assert lines(planned) == before
    assert [again.lines.find(line) for line in before] == [0, -1, -1, -1, -1]


def test_a_doubt_shows_the_known_one_and_takes_each_answer(
    people: tuple[RegisterImport, Planned],
) -> None:
    source, planned = people
    first, second = lines(planned)[1], lines(planned)[4]
    (known,) = first.known
    assert (known.name, known.row) == ("Nguyễn Văn Hòa", 0)
    assert ("Địa bàn", "Ấp Tây", "Ấp Đông", True) in known.sides
    assert planned.lines.alike(1, 0) == [1, 4]
    source.same([first], 0)
    source.other([second])
    again = source.again(quiet)
    assert (again.updated, again.added, again.doubtful) == (1, 2, 0)
    assert [lines(again)[at].flaws[-1].message for at in (1, 4)] == [
        "Nhận là người đã có.", "Là người khác, thêm mới.",
    ]  # fmt: skip
    source.take_back(lines(again)[1])
    source.drop([lines(again)[4]])
    last = source.again(quiet)
    assert [lines(last)[at].kind for at in (1, 4)] == [Kind.DOUBTFUL, Kind.DROPPED]
    assert (last.left_out, last.added) == (3, 1)


def test_a_file_read_again_keeps_what_was_decided_and_another_one_begins_anew(
    people: tuple[RegisterImport, Planned], tmp_path: Path
) -> None:
    source, planned = people
    source.drop(lines(planned))
    assert set(source.plan(tmp_path / "người.xlsx", quiet).lines.kinds) == {Kind.DROPPED}
    other = workbook(tmp_path / "khác.xlsx", PEOPLE_HEADS, LATE)
    assert source.plan(other, quiet).lines.kinds == [Kind.WRONG]


def test_columns_that_a_table_lacks_are_no_cells_there(tmp_path: Path) -> None:
    path = tmp_path / "hai trang.xlsx"
    sheets: dict[str, list[tuple[str, ...]]] = {
        "Một": [PEOPLE_HEADS, LATE],
        "Hai": [PEOPLE_HEADS[:2], ("Lý Thị Sa", "1969")],
    }
    path.write_bytes(workbooks.xlsx(sheets))
    planned = RegisterImport("people").plan(path, quiet)
    assert lines(planned)[1].cells == ("Lý Thị Sa", "1969", None, None)


def test_columns_of_attendance_are_shown_as_such(tmp_path: Path) -> None:
    planned = RegisterImport("trainees").plan(fire_class.write(tmp_path), quiet)
    meant = {heading.path[-1]: heading.meaning for heading in planned.headings}
    assert [meant[day] for day in ("15/9", "16/9", "17/9")] == [ATTENDANCE] * 3
    assert (planned.rows, planned.added) == (64, 64)
    assert ATTENDANCE in [option.value for option in planned.choices]


def test_rows_of_tables_side_by_side_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "hai bảng.xlsx"
    heads = ("STT", *PEOPLE_HEADS[:2])
    both = (1, "Lý Thị Sa", "31/02/1963", "", 1, "Lê Văn An", "31/02/1970")
    more = (2, "Kim Thị Út", "1975", "", 2, "Phan Văn Đực", "1980")
    path.write_bytes(workbooks.xlsx({"Một": [(*heads, "", *heads), both, more]}))
    planned = RegisterImport("people").plan(path, quiet)
    model = RowModel()
    model.show_rows(planned, (Kind.WRONG,))
    shown = [model.line(at) for at in range(model.rowCount())]
    assert [(line.row, line.cells[0]) for line in shown] == [(2, "Lý Thị Sa"), (2, "Lê Văn An")]
    assert [model.find(line) for line in shown] == [0, 1]
