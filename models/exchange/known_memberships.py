"""Who is in which team as far as the rows need to know, those of the plan included."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from models.exchange.known_records import SEEKING
from models.registers.members import Membership, leading_roles
from models.registers.teams import Team
from models.store.rows import among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.exchange.filling import Undoing
    from models.exchange.known_people import KnownPeople
    from models.exchange.known_records import Progress
    from models.exchange.linked import Linked
    from models.record import Record
    from models.registers.people import Person

CHUNK: Final = 5000


class KnownMemberships:
    """Memberships of the known people, and whoever leads a team."""

    def __init__(self, linked: Linked, people: KnownPeople, undoing: Undoing) -> None:
        self._linked = linked
        self._people = people
        self._undoing = undoing
        self._of_person: defaultdict[int, list[Membership]] = defaultdict(list)
        self._leading: defaultdict[int, list[Membership]] = defaultdict(list)
        self._roles = frozenset(leading_roles())
        self._read: dict[int, Membership] = {}

    def read(self, report: Progress) -> None:
        """Read the memberships of the known people, and the leaders of all teams."""
        teams = {team.id: team for team in self._linked.all(Team)}
        keys = list(self._people.with_keys(()))
        for start in range(0, len(keys), CHUNK):
            report(start, len(keys), SEEKING)
            self._take(among(Membership.person, keys[start : start + CHUNK]), teams)
        leading = Membership.role.in_(self._roles) & Membership.left.is_null()
        self._take(leading, teams)

    def _take(self, wanted: Any, teams: dict[int, Team]) -> None:  # noqa: ANN401
        live = wanted & Membership.trashed_at.is_null()
        found = [m for m in Membership.select().where(live) if m.id not in self._read]
        people = self._people.with_keys({member.person_id for member in found})
        for member in found:
            if member.person_id in people and member.team_id in teams:
                member.__rel__.update(person=people[member.person_id], team=teams[member.team_id])
                self._read[member.id] = member
                self._file(member)

    def met(self, member: Membership) -> Membership:
        """Return the one object in memory that stands for a stored membership."""
        return self._read.get(member.id, member)

    def add(self, member: Membership) -> None:
        """Count a new membership of the plan among the known."""
        for same in self._file(member):
            self._undoing.note(same.pop)

    def _file(self, member: Membership) -> list[list[Membership]]:
        places = [self._of_person[_key(member.person)]]
        if self.leads(member):
            places.append(self._leading[_key(member.team)])
        for same in places:
            same.append(member)
        return places

    def leads(self, member: Membership) -> bool:
        """Tell whether a membership is that of a leader in office."""
        return member.role in self._roles and member.left is None

    def of(self, person: Person, team: Team) -> list[Membership]:
        """Return a person's memberships in a team, ended ones too."""
        wanted = _key(team)
        return [m for m in self._of_person.get(_key(person), ()) if _key(m.team) == wanted]

    def elsewhere(self, person: Person, team: Team) -> Iterator[Membership]:
        """Yield a person's memberships in other teams that have not ended."""
        wanted = _key(team)
        for member in self._of_person.get(_key(person), ()):
            if member.left is None and _key(member.team) != wanted:
                yield member

    def service(self, person: Person) -> str:
        """Say where a person serves now."""
        serving = [member for member in self._of_person.get(_key(person), ()) if not member.left]
        return ", ".join(f"{member.role or 'Thành viên'} {member.team.name}" for member in serving)

    def leaders(self, team: Team) -> list[Membership]:
        """Return who leads a team."""
        return [member for member in self._leading.get(_key(team), ()) if self.leads(member)]

    def are_in(self, team: Team) -> Callable[[Person], bool]:
        """Return the question whether a known person is in a team."""
        return lambda person: bool(self.of(person, team))


def _key(record: Record) -> int:
    """Return a stored record's key; a planned one has its place in memory, as no key is below 0."""
    key: int | None = record.__data__.get("id")
    return key or -id(record)
