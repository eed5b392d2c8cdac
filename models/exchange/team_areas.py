"""Tells teams of one name apart by the areas in the rows of their members.

A commune's lists number the teams of each area anew ('Tổ tự quản số 1' of Ấp Đông and of Ấp Tây),
while a member may also live outside the area of the team. Areas tell teams apart where each has a
leader of its own, or, in lists without leaders, enough people for a team.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from models.exchange.draft import ROLE
from models.register import field_id
from models.registers.members import Membership, leading_roles
from models.registers.people import Person
from models.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.exchange.draft import Draft

TEAM: Final = field_id(Membership.team)
AREA: Final = field_id(Person.area)
FEWEST: Final = 3
"""Rows of one area that make a team where no row names a leader."""

TeamInArea = tuple[str, str]


class TeamAreas(NamedTuple):
    """Words of rows for teams and areas that belong together, each with a leader or people enough.

    Attributes:
        apart: beside other areas that have a team of that name too.
        alone: no row of that team has another area.
        many: how many areas have a team of their own, where that are several, by words for teams.
    """

    apart: frozenset[TeamInArea] = frozenset()
    alone: frozenset[TeamInArea] = frozenset()
    many: Mapping[str, int] = MappingProxyType({})


def team_in_area(draft: Draft) -> TeamInArea:
    """Return the words a row has for its team and its area, ready to compare."""
    return fold(draft.values.get(TEAM, "")), fold(draft.values.get(AREA, ""))


def team_areas(drafts: Iterable[Draft]) -> TeamAreas:
    """Return which areas the rows of members tell of teams."""
    leading = frozenset(leading_roles())
    rows: Counter[TeamInArea] = Counter()
    leaders: Counter[TeamInArea] = Counter()
    areas: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        team, area = place = team_in_area(draft)
        if team and area:
            rows[place] += 1
            leaders[place] += draft.values.get(ROLE) in leading
            areas[team].add(area)
    apart: set[TeamInArea] = set()
    alone: set[TeamInArea] = set()
    for team, known in areas.items():
        places = {(team, area) for area in known}
        own = {place for place in places if leaders[place]}
        if not own and any(ch.isdigit() for ch in team):
            own = {place for place in places if rows[place] >= FEWEST}
        if len(own) > 1:
            apart |= own
        elif own == places:
            alone |= own
    return TeamAreas(frozenset(apart), frozenset(alone), Counter(team for team, _area in apart))
