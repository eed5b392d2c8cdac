"""People on paper. What the law calls sensitive is read here and nowhere else in this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.catalogues import catalogue
from models.masking import hides, masked, seen
from models.registers.members import Membership
from models.registers.people import Person
from models.rules.strength import serving_on
from printing.documents.data import MemberRow
from printing.records.words import day_words, listed

if TYPE_CHECKING:
    from datetime import date

    from models.registers.teams import Team

RANKS = ("leader", "deputy", "member")
NO_RELIGION = "Không theo tôn giáo"


def serving(team: Team, day: date) -> list[Membership]:
    """Return who served in a team on a day: leaders, deputies, then the others by name."""
    query = Membership.select(Membership, Person).join(Person)
    found = query.where(Membership.team == team.id, serving_on(day))
    return sorted(found, key=lambda one: (RANKS.index(rank_of(one.role)), one.sort_key, one.id))


def rank_of(role: str) -> str:
    """Return leader, deputy or member, as the catalogue of roles has it."""
    entry = catalogue("member_roles").find(role) if role else None
    rank = entry.extra.get("rank", "") if entry else ""
    return rank if rank in RANKS else "member"


def leaders(members: list[Membership], *ranks: str) -> str:
    """Name those of some ranks, leaders unless told otherwise."""
    wanted = ranks or ("leader",)
    return ", ".join(one.person.full_name for one in members if rank_of(one.role) in wanted)


def member_row(member: Membership) -> MemberRow:
    """Return a member as printed, sensitive data as who prints may see (Luật 91/2025/QH15)."""
    person: Person = member.person
    return MemberRow(
        name=person.full_name,
        sex=person.sex,
        born=day_words(person.birth_date),
        citizen_id=id_number(person),
        ethnicity=seen(Person.ethnicity, person.ethnicity),
        religion=_religion(person),
        education=person.education,
        role=member.role,
        area=person.area.name if person.area is not None else person.address,
        phone=telephone(person),
        joined=day_words(member.joined),
        note=listed(("Đảng viên" if person.party_member else "", member.note)),
    )


def id_number(person: Person) -> str:
    """Return the number a person is known by, the old one where there is no other."""
    if person.citizen_id:
        return seen(Person.citizen_id, person.citizen_id)
    return seen(Person.old_id, person.old_id)


def telephone(person: Person) -> str:
    """Return a person's telephone without the gaps at which it would be broken."""
    return masked(person.phone) if hides(Person.phone) else person.phone


def _religion(person: Person) -> str:
    if hides(Person.religion):
        return seen(Person.religion, person.religion)
    return "Không" if person.religion == NO_RELIGION else person.religion
