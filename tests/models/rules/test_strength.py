"""Strength at any past day; a person in two teams is one person and two memberships."""

from __future__ import annotations

from datetime import date

import pytest

from models.registers.members import Membership
from models.registers.people import Person
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.rules.strength import Strength, strength
from models.values.partial_date import PartialDate
from tests.models.samples import person, stored, trash

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def teams() -> tuple[Team, Team]:
    """Two teams of one scheme: Đức serves in both, Bưởi came in 2021 and left in March 2024."""
    scheme = stored(Scheme(name="Camera an ninh"))
    first, second = (stored(Team(name=f"Tổ {number}", scheme=scheme)) for number in (1, 2))
    duc, buoi = person("Nguyễn Văn Đức", sex="Nam"), person("Lê Thị Bưởi", sex="Nữ")
    joined, left = PartialDate(2021, 6), PartialDate(2024, 3, 15)
    stored(Membership(person=duc, team=first, joined=PartialDate(2019)))
    stored(Membership(person=duc, team=second, joined=PartialDate(2022, 2, 1)))
    stored(Membership(person=buoi, team=first, joined=joined, left=left))
    stored(Membership(person=person("Thạch Na"), team=second))
    return first, second


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2018, 12, 31), Strength(1, 1, 0, 0)),
        (date(2019, 1, 1), Strength(2, 2, 1, 0)),
        (date(2021, 5, 31), Strength(2, 2, 1, 0)),
        (date(2021, 6, 1), Strength(3, 3, 1, 1)),
        (date(2022, 2, 1), Strength(4, 3, 1, 1)),
        (date(2024, 3, 14), Strength(4, 3, 1, 1)),
        (date(2024, 3, 15), Strength(3, 2, 1, 0)),
        (date(2026, 11, 22), Strength(3, 2, 1, 0)),
    ],
)
def test_strength_at_a_day(teams: tuple[Team, Team], day: date, counted: Strength) -> None:
    assert strength(day) == counted
    assert strength(day, scheme=teams[0].scheme_id) == counted


def test_strength_of_one_team(teams: tuple[Team, Team]) -> None:
    first, second = teams
    assert strength(date(2023, 1, 1), team=first.id) == Strength(2, 2, 1, 1)
    assert strength(date(2023, 1, 1), team=second.id) == Strength(2, 2, 1, 0)
    assert strength(date(2026, 1, 1), team=first.id) == Strength(1, 1, 1, 0)


def test_the_trash_serves_nowhere(teams: tuple[Team, Team]) -> None:
    trash(Person.get(Person.full_name == "Nguyễn Văn Đức"))
    assert strength(date(2026, 1, 1)) == Strength(1, 1, 0, 0)
    trash(teams[1])
    assert strength(date(2026, 1, 1)) == Strength(0, 0, 0, 0)


def test_another_scheme_has_nobody(teams: tuple[Team, Team]) -> None:
    other = stored(Scheme(name="Tiếng kẻng an ninh"))
    assert strength(date(2026, 1, 1), scheme=other.id) == Strength(0, 0, 0, 0)
