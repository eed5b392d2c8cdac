"""Every rule fires on a bad record and is silent on a good one; warnings never block."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from models.problem import Problem, Severity
from models.record import Record
from models.register import Register, Rule
from models.registers import (
    REGISTERS,
    activities,
    areas,
    blanks,
    members,
    people,
    reviews,
    schemes,
    teams,
)
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.blanks import BlankMove
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import EXCELLENT, GOOD, Review
from models.registers.schemes import DISSOLVED, Scheme, Site
from models.registers.teams import Team
from models.rules.rating_year import FORCE_KIND
from models.values.partial_date import PartialDate
from tests.contracts.cases import Case, made
from tests.contracts.class_cases import CLASS_CASES
from tests.contracts.every import every_register
from tests.models.samples import fresh, save, stored, whole

pytestmark = pytest.mark.usefixtures("register")
Y2019, Y2018 = PartialDate(2019), PartialDate(2018)


def _twin() -> Record:
    first = stored(whole(Person, citizen_id=""))
    return Person(full_name="Nguyễn Văn Đức", birth_date=PartialDate(1985), area=first.area)


def _namesake() -> Record:
    first = stored(whole(Person))
    born = PartialDate(1986)
    return Person(full_name="Nguyễn Văn Đức", birth_date=born, area=first.area)


def _same_id() -> Record:
    stored(whole(Person))
    return Person(full_name="Lê Thị Bưởi", citizen_id="095085123456")


def _again() -> Record:
    return whole(Membership, person=stored(whole(Membership)).person)


def _after_leaving() -> Record:
    first = stored(whole(Membership, joined=Y2018, left=Y2019, left_why="Chuyển nơi ở"))
    return whole(Membership, person=first.person)


def _second_leader() -> Record:
    stored(whole(Membership))
    return whole(Membership, person=stored(Person(full_name="Lê Thị Bưởi")))


def _deputy() -> Record:
    stored(whole(Membership))
    return whole(Membership, person=stored(Person(full_name="Lê Thị Bưởi")), role="Tổ phó")


def _elsewhere() -> Record:
    stored(whole(Membership))
    return whole(Membership, team=stored(Team(name="Tổ 9", state="Đang hoạt động")))


def _team_of(count: int, **values: Any) -> Record:
    team = stored(whole(Team, declared=None, **values))
    for number in range(count):
        name = f"Nguyễn Văn {'ABCDE'[number]}"
        stored(Membership(person=stored(Person(full_name=name)), team=team))
    return fresh(team)


def _site_elsewhere() -> Record:
    team = whole(Team)
    other = stored(Scheme(name="Mô hình khác"))
    team.site = stored(Site(name="Điểm khác", scheme=other))
    return team


def _own_heir() -> Record:
    area = stored(whole(Area))
    area.merged_into = area
    return area


def _rated(well: int) -> Record:
    for _ in range(well):
        stored(whole(Review, rating=GOOD))
    return whole(Review, rating=EXCELLENT)


def _leader_rated(rating: str, of_team: str) -> Record:
    leader = stored(whole(Membership))
    stored(Review(team=leader.team, year=2026, rating=of_team))
    return Review(member=fresh(leader), year=2026, rating=rating)


def _joined_force(joined: PartialDate) -> Record:
    team = stored(whole(Team, kind=FORCE_KIND))
    member = stored(whole(Membership, team=team, joined=joined))
    return Review(member=member, year=2026, rating=GOOD)


def _late(due: date) -> Record:
    team = whole(Team)
    team.review_due = due
    return team


CASES: dict[Rule, Case] = {
    blanks.some_sheets: Case(
        ("sheets", "Số tờ phải từ 1 trở lên."),
        made(BlankMove, sheets=0),
        made(BlankMove, sheets=1),
        blocks=True,
    ),
    areas.dates_in_order: Case(
        ("ended", "Ngày thôi 2018 trước ngày thành lập 2019."),
        made(Area, started=Y2019, ended=Y2018),
        made(Area, started=Y2019, ended=Y2019),
        blocks=True,
    ),
    people.age_is_usual: Case(
        ("birth_date", "Mới 16 tuổi, chưa đủ 18."),
        made(Person, birth_date=PartialDate(2010)),
        made(Person, birth_date=PartialDate(2008, 11, 22)),
    ),
    people.citizen_id_agrees: Case(
        ("citizen_id", "Số CCCD là của Nam, đang ghi Nữ."),
        made(Person, sex="Nữ"),
        made(Person),
    ),
    people.citizen_id_is_free: Case(
        ("citizen_id", "Số 095085123456 đã có ở Nguyễn Văn Đức."), _same_id, made(Person)
    ),
    people.may_be_known: Case(
        ("full_name", "Có thể là người đã có: Nguyễn Văn Đức, 14/03/1985."), _twin, _namesake
    ),
    schemes.dissolving_is_told: Case(
        ("dissolved_on", "Đã giải thể thì cần ngày giải thể."),
        made(Scheme, state=DISSOLVED, dissolved_on=None),
        made(Scheme, state=DISSOLVED),
        blocks=True,
    ),
    schemes.recognition_is_whole: Case(
        ("recognition_number", "thiếu số hoặc ngày"),
        made(Scheme, recognition_date=None),
        made(Scheme),
    ),
    schemes.site_ends_after_start: Case(
        ("ended", "Ngày thôi 2018 trước ngày nhân rộng 2019."),
        made(Site, started=Y2019, ended=Y2018),
        made(Site),
        blocks=True,
    ),
    teams.site_is_of_scheme: Case(
        ("site", "Điểm “Điểm khác” thuộc mô hình khác."), _site_elsewhere, made(Team), blocks=True
    ),
    teams.few_members: Case(
        ("name", "Tổ chỉ có 2 thành viên."), lambda: _team_of(2), lambda: _team_of(3)
    ),
    teams.declared_agrees: Case(
        ("declared", "Kê khai 12, trong sổ có 1."),
        lambda: _declaring(12),
        lambda: _declaring(1),
    ),
    teams.review_is_due: Case(
        ("review_due", "Hạn đánh giá quá 1 ngày."),
        lambda: _late(date(2026, 11, 21)),
        lambda: _late(date(2026, 11, 22)),
    ),
    members.dates_in_order: Case(
        ("left", "Ngày thôi 2018 trước ngày tham gia 2019."),
        made(Membership, joined=Y2019, left=Y2018),
        made(Membership, joined=Y2019, left=Y2019),
        blocks=True,
    ),
    members.not_twice_in_team: Case(
        ("person", "Nguyễn Văn Đức đã là tổ trưởng của Tên tổ 27/QĐ."),
        _again,
        _after_leaving,
        blocks=True,
    ),
    members.one_leader: Case(
        ("role", "Tên tổ 27/QĐ đã có tổ trưởng Nguyễn Văn Đức."), _second_leader, _deputy
    ),
    members.also_elsewhere: Case(
        ("person", "Đang là tổ trưởng Tên tổ 27/QĐ."), _elsewhere, made(Membership)
    ),
    reviews.one_subject: Case(
        ("team", "Chọn đúng một"), made(Review, team=None), made(Review), blocks=True
    ),
    reviews.year_is_sane: Case(
        ("year", "Năm đánh giá không hợp lệ: 2028."),
        made(Review, year=2028),
        made(Review, year=2027),
        blocks=True,
    ),
    reviews.excellent_are_few: Case(
        ("rating", "Năm 2026: 1 hoàn thành xuất sắc, 4 hoàn thành tốt, quá 20%."),
        lambda: _rated(4),
        lambda: _rated(5),
    ),
    reviews.leader_not_above_team: Case(
        ("rating", "Cao hơn mức của tổ (Trung bình)."),
        lambda: _leader_rated("Khá", of_team="Trung bình"),
        lambda: _leader_rated("Khá", of_team="Khá"),
    ),
    reviews.worked_long_enough: Case(
        ("member", "Tham gia 15/02/2026, chưa đủ 9 tháng của năm 2026."),
        lambda: _joined_force(PartialDate(2026, 2, 15)),
        lambda: _joined_force(PartialDate(2026, 2, 14)),
    ),
    reviews.decision_is_whole: Case(
        ("decision_number", "thiếu số hoặc ngày"),
        made(Review, decision_number=""),
        made(Review),
    ),
    activities.day_has_come: Case(
        ("day", "Ngày ở tương lai."),
        made(Activity, day=date(2026, 11, 23)),
        made(Activity, day=date(2026, 11, 22)),
    ),
    **CLASS_CASES,
}


def _declaring(count: int) -> Record:
    team = _team_of(1)
    team.declared = count  # type: ignore[attr-defined]
    return team


def _declared(register: Register) -> set[Rule]:
    return set(register.rules)


every_case = pytest.mark.parametrize(
    ("rule", "case"),
    CASES.items(),
    ids=[f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}" for rule in CASES],
)


def test_every_rule_of_every_register_is_tried() -> None:
    assert set(CASES) == set().union(*map(_declared, REGISTERS))


@every_register
def test_rules_take_a_record_that_is_still_empty(described: Register) -> None:
    blank = described.model()
    problems = described.problems(blank)
    required = {fact.name for fact in described.model.facts() if fact.required}
    errors = {problem.field for problem in problems if problem.severity is Severity.ERROR}
    assert required <= errors
    assert described.model.select().count() == 0


@every_case
def test_a_rule_fires_on_a_bad_record(rule: Rule, case: Case) -> None:
    field, words = case.says
    said = [problem for problem in rule(case.bad()) if problem.field == field]
    assert len(said) == 1
    assert words in said[0].message
    assert said[0].severity is (Severity.ERROR if case.blocks else Severity.WARNING)


@every_case
def test_a_rule_is_silent_on_a_good_record(rule: Rule, case: Case) -> None:
    assert list(rule(case.good())) == []


@every_case
def test_every_sentence_stands_beside_a_field(rule: Rule, case: Case) -> None:
    record = case.bad()
    names = {fact.name for fact in type(record).facts()}
    for problem in rule(record):
        assert problem.field in names
        assert problem.message.endswith(".")
        told = "Vẫn lưu được" in problem.message
        assert told is _is_warning(problem) or problem.field == "review_due"


def _is_warning(problem: Problem) -> bool:
    return problem.severity is Severity.WARNING


@pytest.mark.parametrize("case", [case for case in CASES.values() if not case.blocks])
def test_a_warning_never_blocks(case: Case) -> None:
    record = case.bad()
    save(record)
    assert fresh(record).id == record.id
