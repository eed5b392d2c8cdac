"""Strength of teams at any day, past or present: memberships, and the people behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.rules.standing import team_stands_on

if TYPE_CHECKING:
    from datetime import date

    from peewee import Expression


@dataclass(frozen=True, slots=True)
class Strength:
    """Counts at one day.

    Attributes:
        memberships: places held; a person in two teams counts twice.
        people: persons; a person in two teams counts once.
        men: of the persons.
        women: of the persons; men and women may be fewer than people where the sex is unknown.
    """

    memberships: int
    people: int
    men: int
    women: int


def serving_on(day: date) -> Expression:
    """Return the condition that a membership counts on a day.

    Dates stand in the file as ISO text as precise as known, so a plain comparison reads 2019 as
    the first day of 2019. A member who left on day D is not counted on D (BM1, DOMAIN f9).
    """
    text = day.isoformat()
    joined = Membership.joined.is_null() | (Membership.joined <= text)
    left = Membership.left.is_null() | (Membership.left > text)
    return joined & left & Membership.trashed_at.is_null()


def strength(day: date, *, team: int | None = None, scheme: int | None = None) -> Strength:
    """Count who served on a day in one team, in a scheme's teams, or in all.

    Teams count from their decision until they are dissolved.

    Args:
        day: counted at the end of this day.
        team: key of a team.
        scheme: key of a scheme.
    """
    query = Membership.select(Person.id, Person.sex).join(Person).switch(Membership).join(Team)
    serving = query.where(serving_on(day), team_stands_on(day))
    if team is not None:
        serving = serving.where(Team.id == team)
    if scheme is not None:
        serving = serving.where(Team.scheme == scheme)
    sex_of: dict[int, str] = {}
    memberships = 0
    for person, sex in serving.tuples().iterator():
        memberships += 1
        sex_of[person] = sex
    sexes = list(sex_of.values())
    return Strength(memberships, len(sexes), sexes.count("Nam"), sexes.count("Nữ"))
