"""Killed a hundred times at any moment: nothing acknowledged is lost, nothing half is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.registers.areas import Area
from models.registers.people import PEOPLE, Person
from models.store.change import change
from models.store.check import findings
from models.store.folder import RegisterFolder
from models.store.query import Listing, Reader
from models.store.tables import HistoryChange
from models.store.undo import undo_last
from tests.faults.killing import killed, make_register, moments, open_register, twin
from tests.faults.numbers import times
from tests.faults.works import COUNTER, MANY, add_crowd, save_people

SAVES, BULKS = times(60, 200), times(40, 200)


@pytest.fixture(scope="module")
def register_folder(
    tmp_path_factory: pytest.TempPathFactory, empty_register: Path
) -> RegisterFolder:
    folder = make_register(tmp_path_factory.mktemp("killed"), empty_register)
    with open_register(folder), change("Bắt đầu") as work:
        work.save(Area(name=COUNTER, households=0))
    return folder


@pytest.fixture(scope="module")
def bulk_seconds(
    register_folder: RegisterFolder, tmp_path_factory: pytest.TempPathFactory
) -> float:
    """How long the bulk takes from its beginning to its commit when nothing kills it."""
    timed = twin(register_folder, tmp_path_factory.mktemp("timed"))
    begun, safe = killed(add_crowd, 2, 0, timed.path)
    return float(safe - begun)


def counter() -> int:
    return Area.get(Area.name == COUNTER).households or 0


@pytest.mark.parametrize("seed", range(SAVES))
def test_no_acknowledged_save_is_lost(register_folder: RegisterFolder, seed: int) -> None:
    """kill -9 while forms are saved"""
    after, delay = moments(seed, longest=0.012)
    told = killed(save_people, after, delay, register_folder.path, seed)
    with open_register(register_folder):
        counted = counter()
        assert counted >= max(told, default=0)
        assert Person.select().count() == counted
        assert Reader(Listing(PEOPLE, "nguoi thu")).count() == counted
        assert HistoryChange.select().where(HistoryChange.kind == "edit").count() == counted + 1
        assert findings() == []
    assert not Path(f"{register_folder.database}-wal").exists()


@pytest.mark.parametrize("seed", range(BULKS))
def test_a_bulk_change_is_all_or_nothing(
    register_folder: RegisterFolder, bulk_seconds: float, tmp_path: Path, seed: int
) -> None:
    """kill -9 while many are changed at once"""
    folder = twin(register_folder, tmp_path)
    _, delay = moments(seed, longest=1.2 * bulk_seconds)
    told = killed(add_crowd, 1, delay, folder.path)
    with open_register(folder):
        found = Reader(Listing(PEOPLE, "nguoi thu")).count()
        before = counter()
        assert found in (before, before + MANY)
        assert len(told) == 1 or found == before + MANY
        assert findings() == []
        if found > before:
            assert undo_last().records == MANY
            assert Person.select().where(Person.trashed_at.is_null()).count() == before
