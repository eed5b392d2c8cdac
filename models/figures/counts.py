"""How many sites, teams and members there were on a day, by model, by site and by team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from models.registers.members import Membership
from models.registers.schemes import Site
from models.registers.teams import Team
from models.rules.standing import site_stands_on, team_stands_on
from models.rules.strength import serving_on

if TYPE_CHECKING:
    from datetime import date

Counts = dict[int, int]
"""Key of a model, site or team → how many; keys without any are left out."""


def sites_by_scheme(day: date) -> Counts:
    """Count the sites that applied each model."""
    query = Site.select(Site.scheme, fn.count(Site.id)).where(site_stands_on(day))
    return _counts(query.group_by(Site.scheme))


def teams_by_scheme(day: date) -> Counts:
    """Count the teams that stood under each model."""
    return _teams_by(Team.scheme, day)


def teams_by_site(day: date) -> Counts:
    """Count the teams that stood at each site."""
    return _teams_by(Team.site, day)


def members_by_team(day: date) -> Counts:
    """Count who served in each team that stood; a person in two teams counts in both."""
    return _members_by(Team.id, day)


def members_by_scheme(day: date) -> Counts:
    """Count the places held in the teams of each model; a person in two teams counts twice."""
    return _members_by(Team.scheme, day)


def members_by_site(day: date) -> Counts:
    """Count the places held in the teams of each site."""
    return _members_by(Team.site, day)


def _teams_by(group: Any, day: date) -> Counts:  # noqa: ANN401 - a field
    query = Team.select(group, fn.count(Team.id)).where(team_stands_on(day), group.is_null(False))
    return _counts(query.group_by(group))


def _members_by(group: Any, day: date) -> Counts:  # noqa: ANN401 - a field
    query = Membership.select(group, fn.count(Membership.id)).join(Team)
    counted = query.where(serving_on(day), team_stands_on(day), group.is_null(False))
    return _counts(counted.group_by(group))


def _counts(query: Any) -> Counts:  # noqa: ANN401 - any select of a key and a count
    return dict(query.tuples())
