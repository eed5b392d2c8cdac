"""An erasing killed at any moment leaves a person whole in the trash, or nothing of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models import clock
from models.clock import stopped_at
from models.registers.areas import Area
from models.registers.members import EarlierService
from models.registers.people import Person
from models.store.change import change
from models.store.check import findings
from models.store.folder import RegisterFolder
from models.store.tables import HistoryEntry
from tests.faults.killing import killed, make_register, moments, open_register, twin
from tests.faults.numbers import times
from tests.faults.works import erase_one_by_one

KILLS, MANY = times(10, 200), 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> RegisterFolder:
    """People with a service each, deleted long ago."""
    made = make_register(tmp_path_factory.mktemp("erased"), empty_register)
    with open_register(made), stopped_at(clock.now() - timedelta(days=6 * 366)):
        people = [Person(full_name=f"Quách Thị {number}") for number in range(MANY)]
        with change("Nhập danh sách") as work:
            work.add_many([Area(name="Ấp 1")])
            work.add_many(people)
            work.add_many([EarlierService(person=one, force="Dân phòng") for one in people])
        with change("Xóa danh sách") as work:
            for one in people:
                work.trash(one)
    return made


@pytest.mark.parametrize("seed", range(KILLS))
def test_an_erasing_is_all_or_nothing(folder: RegisterFolder, tmp_path: Path, seed: int) -> None:
    """kill -9 while deleted people are erased for good"""
    twin(folder, tmp_path)
    after, delay = moments(seed, longest=0.06)
    told = killed(erase_one_by_one, after, delay, tmp_path)
    with open_register(RegisterFolder(tmp_path)):
        left = [one.full_name for one in Person.select()]
        assert EarlierService.select().count() == len(left)
        assert set(left).isdisjoint(told)
        assert len(told) >= after
        assert MANY - len(left) in (len(told), len(told) + 1)
        known = {one.subject for one in HistoryEntry.select()}
        assert {name for name in known if name.startswith("Quách")} == set(left)
        assert findings() == []
