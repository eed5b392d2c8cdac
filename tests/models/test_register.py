"""How a description answers: paths, values, problems, what workbooks carry."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.facts import Link
from models.problem import Problem, Severity, warning
from models.register import field_id, lending_links, path_between
from models.registers import REGISTERS, register, register_of
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.members import MEMBERS, EarlierService, Membership
from models.registers.people import PEOPLE, Person
from models.registers.reviews import Review
from models.registers.teams import TEAMS, Team
from models.values.partial_date import PartialDate


class TwoAreas(Team):
    """A kind of record that links to another kind twice."""

    further = Link(Area, "Địa bàn khác")

    class Meta:
        """Never made."""

        table_name = "two_areas"


def test_a_register_is_known_by_its_name() -> None:
    assert register("people") is PEOPLE
    assert register_of(Team) is TEAMS
    assert register_of(EarlierService) is None
    with pytest.raises(UserError, match="Không có sổ “ngươi”") as caught:
        register("ngươi")
    assert all(known.name in caught.value.message for known in REGISTERS)


def test_paths_follow_exactly_one_link() -> None:
    assert path_between(Team, Team) == ()
    assert [link.name for link in path_between(Membership, Person)] == ["person"]
    with pytest.raises(LookupError, match="Area has 0 links to Team"):
        path_between(Area, Team)
    with pytest.raises(LookupError, match="TwoAreas has 2 links to Area"):
        path_between(TwoAreas, Area)


def test_values_follow_links_and_stop_at_empty_ones() -> None:
    someone = Person(full_name="Lê A", area=Area(name="Ấp 1"))
    member = Membership(person=someone)
    assert MEMBERS.value(member, Person.full_name) == "Lê A"
    assert MEMBERS.value(Membership(), Person.full_name) == ""
    assert MEMBERS.value(Membership(), Person.birth_date) is None
    assert PEOPLE.value(someone, Person.area) is someone.area


def test_search_fields_come_through_links() -> None:
    assert [link.name for link in lending_links(Membership, Person.phone)] == ["person"]
    assert [link.name for link in lending_links(Team, Team.area)] == ["area"]
    assert lending_links(Team, Team.name) == ()
    assert [link.name for link in lending_links(Review, Review.member)] == ["member"]


def test_errors_come_before_warnings(register: object) -> None:
    young = Person(birth_date=PartialDate(2020), sex="Khác")
    problems = PEOPLE.problems(young)
    assert [problem.field for problem in problems] == ["full_name", "sex", "birth_date"]
    assert [problem.severity for problem in problems] == [
        Severity.ERROR,
        Severity.ERROR,
        Severity.WARNING,
    ]
    assert problems[0] == Problem("full_name", "Chưa nhập họ và tên.")


def test_a_warning_does_not_block() -> None:
    assert warning("sex", "Lạ.") == Problem("sex", "Lạ.", Severity.WARNING)


def test_fields_are_named_over_all_registers() -> None:
    assert field_id(Activity.kind) == "Activity.kind"
    assert field_id(Area.kind) == "Area.kind"


def test_workbooks_carry_columns_first_and_nothing_derived() -> None:
    names = [field.name for field in TEAMS.exchange_fields()]
    assert names[:2] == ["name", "area"]
    assert {"leader", "strength", "rating", "review_due"}.isdisjoint(names)
    assert len(set(names)) == len(names)
