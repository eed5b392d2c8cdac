"""A merge killed at any moment leaves two people with their own, or one with everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store.change import change
from models.store.check import findings
from models.store.folder import RegisterFolder
from tests.faults.killing import killed, make_register, moments, open_register, twin
from tests.faults.numbers import times
from tests.faults.works import merge_and_part

KILLS, EACH = times(12, 200), 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> RegisterFolder:
    """Two people with as many memberships each."""
    made = make_register(tmp_path_factory.mktemp("merged"), empty_register)
    with open_register(made), change("Bắt đầu") as work:
        people = [Person(full_name="Nguyễn Văn Đức"), Person(full_name="Nguyen Van Duc")]
        people[1].phone = "0913555214"
        teams = [Team(name=f"Tổ {number}") for number in range(2 * EACH)]
        work.add_many(people)
        work.add_many(teams)
        places = enumerate(teams)
        work.add_many([Membership(person=people[at % 2], team=team) for at, team in places])
    return made


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_merge_is_all_or_nothing(folder: RegisterFolder, tmp_path: Path, seed: int) -> None:
    """kill -9 while doubles are merged and parted"""
    twin(folder, tmp_path)
    after, delay = moments(seed, longest=0.06)
    told = killed(merge_and_part, after, delay, tmp_path)
    with open_register(RegisterFolder(tmp_path)):
        kept, other = Person.select().order_by(Person.id)
        of_kept = Membership.select().where(Membership.person == kept.id).count()
        merged = other.trashed_at is not None
        assert of_kept == (2 * EACH if merged else EACH)
        assert kept.phone == ("0913555214" if merged else "")
        assert len(told) >= after
        assert findings() == []
