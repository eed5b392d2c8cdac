"""Lists of members stand, and are found, by what belongs to the person, whatever way is taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from models.registers.members import MEMBERS, Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store import sizes
from models.store.query import Condition, Listing, Reader
from models.text import fold
from tests.models.store.crowd import fill_register, plain_members

FIELDS = (Person.full_name, Person.birth_date, Person.area, Person.address)
SIZES: tuple[dict[str, int], ...] = (
    {},
    {"FEW": 0, "HELD": 0, "MANY": 0},
    {"FEW": 0, "HELD": 0, "MANY": 0, "SPREAD": 0, "SCARCE": 0},
    {"FEW": 0, "HELD": 0, "MANY": 0, "SPREAD": 0, "SCARCE": 0, "DEEP": -1},
)


@pytest.fixture
def ways(register: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Iterator[None]]:
    """A crowded register, and every way a list may take through it, one after the other."""
    fill_register()

    def each() -> Iterator[None]:
        for some in SIZES:
            with monkeypatch.context() as patch:
                for name, size in some.items():
                    patch.setattr(sizes, name, size)
                yield

    yield each()


def members(text: str = "", *where: Condition, **how: Any) -> Reader:
    return Reader(Listing(MEMBERS, text, where, **how))


def test_members_stand_by_what_belongs_to_their_person(ways: Iterator[None]) -> None:
    orders = [
        (field, down, plain_members(field, descending=down))
        for field in FIELDS
        for down in (False, True)
    ]
    for _ in ways:
        for field, down, expected in orders:
            reader = members(order=field, descending=down)
            assert reader.ids() == expected, field.name
            assert reader.ids(20, 30) == expected[20:50], field.name
            some = expected[::25]
            assert [reader.position(key) for key in some] == [*range(0, len(expected), 25)]


def test_members_are_filtered_by_person_and_team(ways: Iterator[None]) -> None:
    team = Team.get(Team.name == "Tổ tự quản số 10")
    live = list(Membership.select().where(Membership.trashed_at.is_null()))
    for _ in ways:
        for typed in ("", "ng", "số 10 ng", "thi"):
            reader = members(
                typed, Condition(Membership.team, (team.id,)), Condition(Person.sex, ("Nữ",))
            )
            expected = {
                one.id
                for one in live
                if one.team_id == team.id and one.person.sex == "Nữ" and _is_meant(one, typed)
            }
            assert set(reader.ids()) == expected, typed
            assert reader.count() == len(expected), typed


def _is_meant(member: Membership, typed: str) -> bool:
    words = fold(f"{member.person.full_name} {member.team.name}")
    return all(word in words for word in fold(typed).split())
