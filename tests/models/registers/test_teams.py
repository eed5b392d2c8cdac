"""Rules about teams, their members, reviews and dissolving, at their edges."""

from __future__ import annotations

import pytest

from models.problem import Problem
from models.registers.members import MEMBERS, Membership
from models.registers.reviews import EXCELLENT, GOOD, PARTS, Review, excellent_are_few
from models.registers.schemes import DISSOLVED, SCHEMES, SITES, Scheme
from models.registers.teams import TEAMS, Team, declared_agrees, few_members
from models.store.change import change
from models.values.partial_date import PartialDate
from tests.models.samples import fresh, person, stored

pytestmark = pytest.mark.usefixtures("register")


def fields(problems: object) -> list[str]:
    assert isinstance(problems, list)
    return [problem.field for problem in problems if isinstance(problem, Problem)]


def test_a_team_made_just_now_is_not_called_small() -> None:
    assert list(few_members(Team(name="Tổ 1"))) == []
    assert list(few_members(stored(Team(name="Tổ 2", declared=3)))) == []
    assert len(list(few_members(stored(Team(name="Tổ 3", declared=2))))) == 1


def test_what_is_counted_goes_before_what_is_declared() -> None:
    team = stored(Team(name="Tổ 1", declared=9))
    stored(Membership(person=person("Lê A"), team=team))
    assert len(list(few_members(fresh(team)))) == 1
    assert "Kê khai 9, trong sổ có 1" in next(declared_agrees(fresh(team))).message


def test_dissolving_needs_day_and_reason() -> None:
    for register, record in ((TEAMS, Team(name="Tổ")), (SCHEMES, Scheme(name="Mô hình"))):
        record.state = DISSOLVED
        assert fields(register.problems(record)) == ["dissolved_on", "dissolved_why"]
        record.dissolved_on, record.dissolved_why = PartialDate(2026, 3), "Sáp nhập"
        assert register.problems(record) == []
        record.state = "Đang hoạt động" if register is TEAMS else "Ra mắt"
        assert fields(register.problems(record)) == ["state"]


def test_a_person_may_return_to_a_team_left() -> None:
    team, someone = stored(Team(name="Tổ 1")), person("Lê A")
    stored(Membership(person=someone, team=team, left=PartialDate(2020)))
    again = Membership(person=someone, team=team, role="Tổ viên")
    assert MEMBERS.problems(again) == []
    stored(again)
    assert fields(MEMBERS.problems(Membership(person=someone, team=team))) == ["person"]


def test_editing_a_membership_is_not_a_second_one() -> None:
    team = stored(Team(name="Tổ 1"))
    member = stored(Membership(person=person("Lê A"), team=team, role="Tổ trưởng"))
    assert MEMBERS.problems(member) == []


def test_members_and_teams_are_rated_apart() -> None:
    team = stored(Team(name="Tổ 1"))
    members = [stored(Membership(person=person(f"Lê {one}"), team=team)) for one in "ABCDE"]
    with change("Xếp loại") as work:
        for member in members:
            work.save(Review(member=member, year=2026, rating=GOOD))
    assert list(excellent_are_few(Review(member=members[0], year=2026, rating=EXCELLENT))) == []
    assert len(list(excellent_are_few(Review(team=team, year=2026, rating=EXCELLENT)))) == 1
    assert len(list(excellent_are_few(Review(member=members[0], year=2025, rating=EXCELLENT)))) == 1
    assert list(excellent_are_few(Review(team=team, year=2026, rating=GOOD))) == []


def test_periods_are_ordered_and_worded() -> None:
    ranks = [Review(year=2026, part=part).rank for part in (*PARTS, "")]
    assert ranks == sorted(ranks)
    assert Review(year=2026, part="Quý I").period == "Quý I 2026"
    assert Review(year=2026).period == "Năm 2026"


def test_only_one_thing_is_reviewed() -> None:
    team, scheme = Team(name="Tổ 1"), Scheme(name="Camera")
    assert Review(team=team).subject is team
    assert Review(scheme=scheme).subject is scheme
    assert Review().subject is None
    assert SITES.rules
