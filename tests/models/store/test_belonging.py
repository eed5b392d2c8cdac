"""Who cannot be without whom."""

from __future__ import annotations

import pytest

from models.record import Record
from models.registers import RECORDS
from models.registers.areas import Area
from models.registers.classes import Session, Subject, TrainingClass
from models.registers.issued import IssuedCopy, IssuedPaper, PrintRun
from models.registers.members import EarlierService, Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme, Site
from models.registers.teams import Team, TeamArea
from models.registers.trainees import Attendance, Trainee
from models.store.belonging import dependents, owners, owning
from tests.models.samples import stored, trash, whole

pytestmark = pytest.mark.usefixtures("register")

BELONGING: dict[type[Record], set[type[Record]]] = {
    Area: {TeamArea},
    Person: {Membership, EarlierService, Trainee},
    Scheme: {Site, Review},
    Team: {Membership, TeamArea, Review},
    Membership: {Review},
    PrintRun: {IssuedCopy},
    IssuedPaper: {IssuedCopy},
    TrainingClass: {Subject, Session, Trainee},
    Session: {Attendance},
    Trainee: {Attendance},
}


def test_only_these_belong_together() -> None:
    for model in RECORDS:
        stored(whole(model))
    stored(whole(Review, team=None, scheme=Scheme.get()))
    stored(whole(Review, team=None, member=Membership.get()))
    for model in RECORDS:
        found = {type(record) for record in dependents(model.get())}
        assert found == BELONGING.get(model, set()), model.__name__


def test_owners_are_the_other_way_round() -> None:
    member = stored(whole(Membership))
    assert list(owners(member)) == [member.person, member.team]
    assert list(owners(stored(whole(Review, team=None, member=member)))) == [member]
    assert list(owners(member.person)) == []


def test_owning_asks_for_many_at_once_and_not_the_trash() -> None:
    member = stored(whole(Membership))
    alone = stored(Person(full_name="Lê A"))
    keys = [member.person_id, alone.id]
    assert owning(Person, keys) == {member.person_id}
    trash(member)
    assert owning(Person, keys) == set()
    assert owning(Area, [1, 2, 3]) == set()
