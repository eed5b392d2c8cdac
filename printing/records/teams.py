"""Fills F03, F05 and F09: the members of a team, the decision on it, its yearly self-rating."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.registers.members import Membership
from models.registers.schemes import DISSOLVED
from models.registers.teams import Team
from models.rules.rating_year import is_of_force
from printing.documents.data import DecisionData, RatingData, TeamData, TeamRow
from printing.records.office import office_on
from printing.records.people import leaders, member_row, serving
from printing.records.words import areas_of, decision_words, in_sentence, named

if TYPE_CHECKING:
    from datetime import date

    from printing.records.wanted import Wanted

MANY = 20
"""Areas named one by one on a team's own papers; nobody covers more."""


def member_list_data(team: Team, wanted: Wanted) -> TeamData:
    """Return F03: who served in a team on the day wanted.

    Raises:
        UserError: the team was dissolved by then; the day is told.
    """
    if gone_by(team, wanted.day):
        when = f" ngày {team.dissolved_on.shown}" if team.dissolved_on else ""
        raise UserError(
            f"{team.name} đã giải thể{when}. In danh sách của một ngày trước đó.", "as_of"
        )
    return _of_team(team, wanted.day, dated=True)


def gone_by(team: Team, day: date) -> bool:
    """Tell whether a team is dissolved on a day; lists of several teams leave it out."""
    if team.dissolved_on is None:
        return team.state == DISSOLVED
    return team.dissolved_on.first <= day


def team_row(team: Team, members: list[Membership]) -> TeamRow:
    """Return a team as its papers name it, with the members it had."""
    founded = decision_words(team.decision_number, team.decision_date, team.decided_by)
    return TeamRow(
        name=team.name,
        area=named(areas_of(team), MANY),
        kind=team.kind,
        statutory=is_of_force(team),
        scheme=team.scheme.name if team.scheme is not None else "",
        decision=founded,
        leader=leaders(members),
        members=len(members),
    )


def _of_team(team: Team, day: date, *, dated: bool = False) -> TeamData:
    members = serving(team, day)
    return TeamData(
        office_on(day),
        team_row(team, members),
        as_of=day,
        day=day if dated else None,
        year=day.year,
        members=tuple(map(member_row, members)),
    )


def decision_data(team: Team, wanted: Wanted) -> DecisionData:
    """Return F05, a draft: number, date and signature are the People's Committee's.

    A team already decided on before the day is reorganised (kiện toàn), and its decision cited.
    """
    data = _of_team(team, wanted.day)
    places = ", ".join(map(in_sentence, areas_of(team)))
    where = ", ".join(filter(None, (places, data.office.commune)))
    decided = team.decision_date
    known = decided is not None and decided.first < wanted.day
    cited = known and bool(team.decision_number)
    basis = f"Căn cứ Quyết định {data.team.decision} về việc thành lập {team.name}"
    of = replace(data, team=replace(data.team, area=where))
    return DecisionData(of, reorganised=known, basis=(basis,) if cited else ())


def rating_data(subject: Team | Membership, wanted: Wanted) -> RatingData:
    """Return F09 of a team, or of one member of it; points and level are filled in by hand."""
    member = subject if isinstance(subject, Membership) else None
    team: Team = subject.team if isinstance(subject, Membership) else subject
    data = _of_team(team, wanted.day)
    only_leader = "" if "," in data.team.leader else data.team.leader
    of = replace(data, team=replace(data.team, leader=only_leader))
    return RatingData(of, member_row(member) if member else None)
