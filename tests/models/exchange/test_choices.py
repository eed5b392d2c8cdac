"""What a person decides about rows: it is planned at once, and stays with this import alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.exchange.choices import RowChoice, told
from models.exchange.importing import carry_out, plan_import, reading_of
from models.exchange.left_out import write_left_out
from models.exchange.plan import Plan, PlannedRow, State
from models.exchange.reading import Reading
from models.registers import register as described
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import NotOnePerson, Person
from models.registers.teams import Team
from models.store.history import last_change_link
from models.store.tables import HistoryChange
from models.values.partial_date import PartialDate
from tests.models.exchange import fire_class, workbooks
from tests.models.exchange.imports import outcome, people, warned
from tests.models.samples import stored, trash

pytestmark = pytest.mark.usefixtures("register")

HEAD = ("Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Ấp")
HOA = ("Nguyễn Văn Hòa", "14/3/1985", "Nam", "", "", "Ấp Tây")
"""Born on the day of the known one, in another area: who is it?"""
WRONG = ("Phan Văn Đực", "31/02/1963", "Nam", "", "", "Ấp Đông")
RIGHT = ("Lý Thị Sa", "1969", "Nữ", "", "", "Ấp Đông")
ROWS = (HOA, WRONG, RIGHT)


def quiet(_done: int, _total: int, _words: str) -> None:
    pass


@pytest.fixture(autouse=True)
def known(register: Path) -> Person:
    area = stored(Area(name="Ấp Đông", kind="Ấp"))
    born = PartialDate(1985, 3, 14)
    return stored(Person(full_name="Nguyễn Văn Hòa", birth_date=born, sex="Nam", area=area))


def read(
    folder: Path, *rows: Sequence[object], head: Sequence[object] = HEAD, register: str = "people"
) -> Reading:
    path = folder / "tệp.xlsx"
    path.write_bytes(workbooks.xlsx({"Trang 1": [head, *rows]}))
    reading = reading_of(path, described(register))
    reading.read(quiet)
    return reading


def states(plan: Plan) -> list[State]:
    return [row.state for row in plan.rows]


def first(plan: Plan, state: State = State.DOUBTFUL) -> PlannedRow:
    return next(row for row in plan.rows if row.state is state)


def test_a_cell_typed_anew_is_read_by_the_same_rules_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    reading, before = read(tmp_path, *ROWS), last_change_link()
    plan = reading.plan(quiet)
    assert states(plan) == [State.DOUBTFUL, State.ERROR, State.NEW]
    wrong = first(plan, State.ERROR)
    reading.type_into([(wrong, "B", "31/04/1963")])
    plan = reading.plan(quiet)
    (problem,) = first(plan, State.ERROR).problems
    assert problem.value == "31/04/1963"
    assert "31/04/1963" in problem.message
    reading.type_into([(wrong, "B", "30/04/1963")])
    plan = reading.plan(quiet)
    assert states(plan) == [State.DOUBTFUL, State.NEW, State.NEW]
    assert last_change_link() == before
    carry_out(plan)
    assert Person.get(Person.full_name == WRONG[0]).birth_date == PartialDate(1963, 4, 30)


def test_a_cell_can_be_emptied_and_put_back(tmp_path: Path) -> None:
    reading = read(tmp_path, *ROWS)
    wrong = first(reading.plan(quiet), State.ERROR)
    reading.type_into([(wrong, "B", " ")])
    plan = reading.plan(quiet)
    assert plan.rows[1].state is State.NEW
    assert plan.title == "Nhập tệp.xlsx (sửa 1 ô)"
    reading.type_into([(wrong, "B", "31/02/1963")])
    plan = reading.plan(quiet)
    assert plan.rows[1].state is State.ERROR
    assert plan.rows[1].choice is None
    assert plan.title == "Nhập tệp.xlsx"


def test_a_row_left_out_leaves_no_trace_and_can_be_taken_back(tmp_path: Path) -> None:
    reading = read(tmp_path, *ROWS)
    rows = reading.plan(quiet).rows
    reading.drop(rows)
    plan = reading.plan(quiet)
    assert states(plan) == [State.DROPPED] * 3
    assert (plan.problems(), plan.left_out(), carry_out(plan)) == ([], [], None)
    assert write_left_out(plan, tmp_path / "out.xlsx") == 0
    reading.take_back(rows[2])
    plan = reading.plan(quiet)
    assert states(plan) == [State.DROPPED, State.DROPPED, State.NEW]
    carry_out(plan)
    assert people() == ["Nguyễn Văn Hòa", "Lý Thị Sa"]


def test_what_was_typed_stays_when_a_row_is_left_out_and_taken_back(tmp_path: Path) -> None:
    reading = read(tmp_path, *ROWS)
    wrong = first(reading.plan(quiet), State.ERROR)
    reading.type_into([(wrong, "B", "1963")])
    reading.drop([wrong])
    assert reading.plan(quiet).rows[1].state is State.DROPPED
    reading.take_back(wrong)
    assert reading.plan(quiet).rows[1].state is State.NEW
    reading.take_back(wrong)
    assert reading.plan(quiet).rows[1].state is State.ERROR


def test_decisions_are_undone_one_by_one_and_done_again(tmp_path: Path) -> None:
    reading = read(tmp_path, *ROWS)
    rows = reading.plan(quiet).rows
    reading.drop([rows[2]])
    reading.type_into([(rows[1], "B", "1963")])
    after = states(reading.plan(quiet))
    assert after == [State.DOUBTFUL, State.NEW, State.DROPPED]
    assert reading.undo()
    assert states(reading.plan(quiet)) == [State.DOUBTFUL, State.ERROR, State.DROPPED]
    assert reading.undo()
    assert states(reading.plan(quiet)) == [State.DOUBTFUL, State.ERROR, State.NEW]
    assert not reading.undo()
    assert [reading.redo(), reading.redo(), reading.redo()] == [True, True, False]
    assert states(reading.plan(quiet)) == after
    assert reading.undo()
    reading.drop([rows[0]])
    assert not reading.redo()


def test_those_a_row_may_mean_stand_beside_it_with_what_differs(
    tmp_path: Path, known: Person
) -> None:
    doubt = first(read(tmp_path, *ROWS).plan(quiet)).doubt
    assert doubt is not None
    (likely,) = doubt.people
    assert (likely.identity, likely.name, likely.row) == (known.uid, "Nguyễn Văn Hòa", 0)
    sides = {side.label: (side.told, side.known, side.differs) for side in likely.sides}
    assert sides == {
        "Họ và tên": ("Nguyễn Văn Hòa", "Nguyễn Văn Hòa", False),
        "Ngày sinh": ("14/03/1985", "14/03/1985", False),
        "Giới tính": ("Nam", "Nam", False),
        "Địa bàn": ("Ấp Tây", "Ấp Đông", True),
    }


def test_a_row_taken_for_the_known_one_changes_them(tmp_path: Path, known: Person) -> None:
    reading = read(tmp_path, HOA)
    reading.same([(first(reading.plan(quiet)), known.uid)])
    plan = reading.plan(quiet)
    assert states(plan) == [State.UPDATED]
    carry_out(plan)
    (person,) = Person.select()
    assert person.area is not None
    assert person.area.name == "Ấp Tây"
    title = HistoryChange.select().order_by(HistoryChange.id.desc()).get().title
    assert title == "Nhập tệp.xlsx (1 dòng nhận là người đã có)"


def test_a_row_taken_for_somebody_else_is_new_and_nobody_asks_again(
    tmp_path: Path, known: Person
) -> None:
    reading = read(tmp_path, HOA)
    reading.other([first(reading.plan(quiet))])
    plan = reading.plan(quiet)
    assert states(plan) == [State.NEW]
    assert plan.title == "Nhập tệp.xlsx (1 dòng là người khác)"
    carry_out(plan)
    (pair,) = NotOnePerson.select()
    new = Person.get(Person.id != known.id)
    assert (pair.first_id, pair.second_id) == (known.id, new.id)
    assert outcome(plan_import(tmp_path / "tệp.xlsx", described("people"))) == {"same": 1}


def test_a_second_import_of_the_file_begins_without_the_choices(tmp_path: Path) -> None:
    reading = read(tmp_path, *ROWS)
    plan = reading.plan(quiet)
    reading.drop([plan.rows[0]])
    reading.type_into([(plan.rows[1], "B", "1963")])
    carry_out(reading.plan(quiet))
    again = plan_import(tmp_path / "tệp.xlsx", described("people"))
    assert outcome(again) == {"same": 1, "doubtful": 1, "errors": 1}
    assert all(row.choice is None for row in again.rows)


def test_a_row_that_reads_otherwise_by_now_is_asked_about_again(tmp_path: Path) -> None:
    reading = read(tmp_path, *ROWS)
    reading.drop(reading.plan(quiet).rows)
    content = workbooks.xlsx({"Trang 1": [HEAD, HOA, RIGHT, RIGHT]})
    (tmp_path / "tệp.xlsx").write_bytes(content)
    reading.read(quiet)
    assert states(reading.plan(quiet)) == [State.DROPPED, State.NEW, State.DROPPED]


def test_typing_into_a_row_asks_anew_who_it_means(tmp_path: Path) -> None:
    reading = read(tmp_path, HOA)
    row = first(reading.plan(quiet))
    reading.other([row])
    reading.type_into([(row, "F", "Ấp Nam")])
    assert states(reading.plan(quiet)) == [State.DOUBTFUL]


def test_a_number_of_somebody_else_can_be_let_stand(tmp_path: Path, known: Person) -> None:
    number = "095085000001"
    stored(Person(full_name="Trần Thị Bình", sex="Nữ", citizen_id="095185000001"))
    stored(Person(full_name="Kim Văn Tư", sex="Nam", citizen_id=number))
    reading = read(tmp_path, ("Kim Văn Tú", "", "Nam", number, "", ""))
    row = first(reading.plan(quiet))
    assert row.doubt is not None
    assert (row.doubt.by, [who.name for who in row.doubt.people]) == ("citizen_id", ["Kim Văn Tư"])
    reading.other([row])
    plan = reading.plan(quiet)
    assert states(plan) == [State.NEW]
    assert warned(plan) == [f"Số {number} đã có ở Kim Văn Tư. Vẫn nhập."]


def test_a_row_may_mean_somebody_an_earlier_row_tells_of(tmp_path: Path, known: Person) -> None:
    new = ("Kim Văn Tư", "1/1/1970", "Nam", "", "", "Ấp Tây")
    again = ("Kim Văn Tư", "1/1/1970", "Nam", "", "", "Ấp Nam")
    reading = read(tmp_path, new, again)
    plan = reading.plan(quiet)
    assert states(plan) == [State.NEW, State.DOUBTFUL]
    doubt = plan.rows[1].doubt
    assert doubt is not None
    assert [who.row for who in doubt.people] == [2]
    reading.other([plan.rows[1]])
    plan = reading.plan(quiet)
    assert states(plan) == [State.NEW, State.NEW]
    carry_out(plan)
    assert people().count("Kim Văn Tư") == 2
    assert NotOnePerson.select().count() == 1


def test_whoever_was_chosen_and_is_gone_is_asked_about_again(tmp_path: Path, known: Person) -> None:
    reading = read(tmp_path, HOA)
    reading.same([(first(reading.plan(quiet)), known.uid)])
    trash(known)
    assert states(reading.plan(quiet)) == [State.NEW]


def test_a_leader_and_a_member_are_told_apart_too(tmp_path: Path, known: Person) -> None:
    team = stored(Team(name="Tổ tự quản số 1", area=known.area))
    stored(Membership(person=known, team=team, role="Tổ phó"))
    members = ("Họ và tên", "Ngày sinh", "Tổ", "Ấp")
    row = ("Nguyễn Văn Hòa", "14/3/1985", "Tổ tự quản số 2", "Ấp Tây")
    reading = read(tmp_path, row, head=members, register="members")
    found = first(reading.plan(quiet))
    assert found.doubt is not None
    assert found.doubt.people[0].service == "Tổ phó Tổ tự quản số 1"
    reading.same([(found, known.uid)])
    assert states(reading.plan(quiet)) == [State.NEW]
    stored(Person(full_name="Nguyễn Văn Hòa", area=known.area, phone="0913555214"))
    leaders = ("Tên tổ", "Địa bàn", "Tổ trưởng")
    line = ("Tổ tự quản số 3", "Ấp Đông", "Nguyễn Văn Hòa")
    teams = read(tmp_path, line, head=leaders, register="teams")
    row_of_team = first(teams.plan(quiet))
    assert row_of_team.doubt is not None
    assert len(row_of_team.doubt.people) == 2
    teams.other([row_of_team])
    carry_out(teams.plan(quiet))
    assert people().count("Nguyễn Văn Hòa") == 3
    assert NotOnePerson.select().count() == 2


def test_trainees_of_sample_04_are_told_apart_from_those_known(tmp_path: Path) -> None:
    path = fire_class.write(tmp_path)
    reading = reading_of(path, described("trainees"))
    reading.read(quiet)
    told_of = reading.plan(quiet).new[Person][0]
    born = told_of.birth_date
    stored(Person(full_name=told_of.full_name, birth_date=born, area=Area.get()))
    plan = reading.plan(quiet)
    row = first(plan)
    reading.drop([row])
    assert outcome(reading.plan(quiet)) == {"new": 63}
    reading.take_back(row)
    reading.other([row])
    assert outcome(reading.plan(quiet)) == {"new": 64}


WORDS = some.sampled_from(["typed", "dropped", "same", "other", "back"])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=some.lists(some.tuples(WORDS, some.integers(0, 2)), max_size=6))
def test_the_plan_of_any_choices_is_that_of_the_file_put_right(
    tmp_path: Path, known: Person, acts: list[tuple[str, int]]
) -> None:
    """Whatever was decided in whatever order, rows left out are out and the rest is planned."""
    reading = read(tmp_path, *ROWS)
    rows = reading.plan(quiet).rows
    last: dict[int, str] = {}
    for act, at in acts:
        if act == "typed":
            reading.type_into([(rows[at], "B", "1963")])
        elif act == "dropped":
            reading.drop([rows[at]])
        elif act == "same" and at == 0:
            reading.same([(rows[0], known.uid)])
        elif act == "other":
            reading.other([rows[at]])
        elif act == "back":
            reading.take_back(rows[at])
        last[at] = act
    plan = reading.plan(quiet)
    assert plan.counts()["rows"] == 3
    for row, act in ((plan.rows[at], act) for at, act in last.items()):
        dropped = row.choice is not None and row.choice.dropped
        assert (row.state is State.DROPPED) == dropped
        assert dropped or act != "dropped"
    written = sum(len(records) for model, records in plan.new.items() if model is Person)
    assert written == states(plan).count(State.NEW)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ([], ""),
        ([RowChoice(())], ""),
        ([RowChoice((), {"B": "1", "C": ""}), RowChoice((), dropped=True)], "sửa 2 ô, bỏ 1 dòng"),
        ([RowChoice((), {"B": "1"}, dropped=True)], "bỏ 1 dòng"),
        ([RowChoice((), others=("a", "b"))], "1 dòng là người khác"),
    ],
)
def test_what_was_decided_is_told_in_few_words(choices: list[RowChoice], words: str) -> None:
    assert told(choices) == words
