"""Who serves where in the demo register: leaders, members, some in two teams, some who left."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

from models.demo.people import CATHOLIC, CLAN, KHMER, KINH, YOUNG, Crowd, Wanted, born
from models.demo.places import groups_of
from models.demo.words import chance, happens, rows
from models.registers.members import Membership
from models.registers.schemes import DISSOLVED
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from models.registers.areas import Area
    from models.registers.people import Person
    from models.registers.teams import Team

ROLES = {
    "Câu lạc bộ": ("Chủ nhiệm", "Phó Chủ nhiệm", "Thành viên"),
    "Ban chủ nhiệm mô hình": ("Trưởng ban", "Phó Trưởng ban", "Ủy viên"),
    "Nhóm nòng cốt": ("Trưởng nhóm", "Phó nhóm", "Thành viên"),
    "Tổ hòa giải": ("Tổ trưởng", "Tổ phó", "Hòa giải viên"),
    "Tổ bảo vệ an ninh, trật tự": ("Tổ trưởng", "Tổ phó", "Tổ viên"),
    "Tổ bảo vệ dân phố": ("Tổ trưởng", "Tổ phó", "Tổ viên"),
}
OF_SQUADS = ("Đội trưởng", "Đội phó", "Đội viên")
OF_TEAMS = ("Tổ trưởng", "Tổ phó", "Thành viên")
REASONS = (
    "Xin thôi",
    "Hết tuổi",
    "Chuyển nơi ở",
    "Sức khỏe không bảo đảm",
    "Chết",
    "Chuyển công tác",
    "Không hoàn thành nhiệm vụ",
    "Lý do khác",
    "Vi phạm pháp luật, kỷ luật",
)
QUIET = timedelta(days=60)
"""Nobody joins or leaves within so many days of today but by the changes that tell of it."""


@dataclass(slots=True, eq=False)
class Place:
    """A membership to be, before its person is stored."""

    person: Person
    team: Team
    role: str
    joined: PartialDate | None = None
    left: PartialDate | None = None
    left_why: str = ""
    note: str = ""

    def membership(self) -> Membership:
        """Return the membership, once person and team are stored."""
        appointed = self.team.quota is not None or self.role in OF_TEAMS[:1]
        source = chance("papers", self.person.full_name, self.team.name)
        armed = self.team.quota is not None and happens(source, 45)
        return Membership(
            person=self.person,
            team=self.team,
            role=self.role,
            joined=self.joined,
            left=self.left,
            left_why=self.left_why,
            note=self.note,
            decision_number=self.team.decision_number if appointed else "",
            decision_date=self.team.decision_date if appointed else None,
            badge=f"{source.randint(1, 120):03d}" if self.team.quota is not None else "",
            tool_licence=f"{source.randint(10, 98)}/GCN-CCHT" if armed else "",
        )


@dataclass(slots=True)
class Roll:
    """The places of all teams.

    Attributes:
        crowd: where the people come from.
        areas: by name.
        places: in the order of the teams, those lent and those who left behind them.
    """

    crowd: Crowd
    areas: dict[str, Area]
    places: list[Place] = field(default_factory=list)

    def call(self, teams: list[Team]) -> list[Place]:
        """Fill every team and return all places."""
        filed = list(zip(rows("teams"), teams, strict=True))
        known = self._known(teams)
        for row, team in filed:
            self._staff(row, team, [place for place in known if place.team is team])
        for row, team in reversed(filed):
            self._lend(row, team)
        reasons = cycle(REASONS)
        for row, team in filed[::2]:
            if team.state != DISSOLVED and team.quota is None and int(row["members"]) > 6:
                self._depart(row, team, next(reasons))
        self._move(teams)
        return self.places

    @property
    def people(self) -> list[Person]:
        """Everybody once, in the order of their first place."""
        return list({id(place.person): place.person for place in self.places}.values())

    def _known(self, teams: list[Team]) -> list[Place]:
        """Return the places of the people named in people.tsv."""
        named = {team.name: team for team in teams}
        places = []
        for row in rows("people"):
            team = named[row["team"]]
            person = self.crowd.given(row, self.areas[_area_of(team)])
            place = Place(person, team, row["role"], note=row["member_note"])
            place.joined = _joining(chance("joined", person.full_name), place, self.crowd.today)
            places.append(place)
            other, _, role = row["also"].partition(":")
            if other:
                places.append(Place(person, named[other], role, named[other].decision_date))
        return places

    def _staff(self, row: dict[str, str], team: Team, known: list[Place]) -> None:
        """Fill a team with the people known and with new ones, leader and deputies first."""
        leader, deputy, member = roles_of(team.kind)
        self.places.extend(known)
        open_roles = [role for role in (leader, deputy) if role not in _roles(known)]
        count = int(row["members"]) - int(row["borrow"] or 0) - len(known)
        if int(row["members"]) >= 18 and not known:
            open_roles += [deputy, "Thư ký"]
        for order in range(count):
            role = open_roles[order] if order < len(open_roles) else member
            name = row["leader"] if role == leader else ""
            person = self.crowd.person(f"{team.name} {order}", self._wanted(row, name))
            self._add(Place(person, team, role))

    def _add(self, place: Place) -> None:
        source = chance("joined", place.team.name, len(self.places))
        place.joined = _joining(source, place, self.crowd.today)
        if place.team.state == DISSOLVED:
            place.left, place.left_why = place.team.dissolved_on, "Tổ giải thể"
        self.places.append(place)

    def _lend(self, row: dict[str, str], team: Team) -> None:
        """Give a team members who serve elsewhere in the area, first those whose team ended."""
        source = chance("lent", team.name)
        able = [place for place in self._single() if _suits(place, self._wanted(row, ""), team)]
        source.shuffle(able)
        able.sort(key=lambda place: place.left is None)
        for lent in able[: int(row["borrow"] or 0)]:
            self._add(Place(lent.person, team, roles_of(team.kind)[2]))

    def _single(self) -> Iterator[Place]:
        """Yield the places of plain members who have only that one."""
        seen: dict[int, int] = {}
        for place in self.places:
            seen[id(place.person)] = seen.get(id(place.person), 0) + 1
        for place in self.places:
            plain = place.role == roles_of(place.team.kind)[2]
            if plain and seen[id(place.person)] == 1:
                yield place

    def _depart(self, row: dict[str, str], team: Team, why: str) -> None:
        """Add somebody who served and left."""
        person = self.crowd.person(f"{team.name} left", self._wanted(row, ""))
        place = Place(person, team, roles_of(team.kind)[2], left_why=why)
        place.joined = _joining(chance("came", team.name), place, self.crowd.today)
        begun = place.joined.first if place.joined else date(2014, 1, 1)
        latest = self.crowd.today - QUIET
        days = chance("left", team.name).randint(200, 3400)
        left = min(begun + timedelta(days=days), latest - timedelta(days=days % 400))
        place.left = PartialDate.from_date(max(left, begun))
        self.places.append(place)

    def _wanted(self, row: dict[str, str], name: str) -> Wanted:
        trait = row["mix"] if row["mix"] in (CATHOLIC, CLAN, YOUNG) else ""
        groups = {CATHOLIC: KINH, CLAN: KHMER}.get(trait, groups_of(row["area"]))
        if row["mix"] and not trait:
            groups = row["mix"]
        return Wanted(self.areas[row["area"]], groups, int(row["women"]), trait, name)

    def _move(self, teams: list[Team]) -> None:
        """Let one member have come from another team of the area."""
        before = next(team for team in teams if team.name == "Tổ tự quản ANTT số 2")
        to = next(
            place
            for place in self._single()
            if place.team.name == "Tổ tự quản ANTT số 4" and born(place.person) < 2000
        )
        moved = Place(to.person, before, to.role, before.decision_date)
        moved.left, moved.left_why = to.joined, "Chuyển sang tổ khác"
        self.places.append(moved)


def roles_of(kind: str) -> tuple[str, str, str]:
    """Return what leader, deputy and member are called in a kind of team."""
    return ROLES.get(kind, OF_SQUADS if kind.startswith("Đội") else OF_TEAMS)


def _roles(places: list[Place]) -> set[str]:
    return {place.role for place in places}


def _area_of(team: Team) -> str:
    return team.area.name if team.area else ""


def _suits(place: Place, wanted: Wanted, team: Team) -> bool:
    """Tell whether the holder of a place may serve in another team too."""
    person = place.person
    if place.team is team or place.team.area is not wanted.area:
        return False
    if place.left is not None and place.left_why != "Tổ giải thể":
        return False
    if wanted.women in (0, 100) and (person.sex == "Nữ") != (wanted.women == 100):
        return False
    return person.ethnicity in wanted.groups and born(person) < 2005


def _joining(source: Random, place: Place, today: date) -> PartialDate | None:
    """Return when somebody came: with the team mostly, never before coming of age."""
    founded, birth = place.team.decision_date, place.person.birth_date
    if founded is None or birth is None:
        return None
    last = (today - QUIET).year
    if place.team.state == DISSOLVED and place.team.dissolved_on:
        last = place.team.dissolved_on.year - 1
    adult = birth.year + 19
    leads = place.role == roles_of(place.team.kind)[0]
    later, chosen, month = happens(source, 38), source.random(), source.randint(1, 8)
    if adult <= founded.year and (leads or not later):
        return founded
    first = max(founded.year + 1, adult)
    if first > last:
        return founded if adult <= founded.year else PartialDate(min(first, last))
    year = first + int(chosen * (last - first + 1))
    if year == today.year:
        return PartialDate(year)
    return PartialDate(year, month, source.randint(1, 28)) if chosen < 0.7 else PartialDate(year)
