"""Killed while a copy is made or put back: no half copy has a name, and no mix takes the place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.registers.people import Person
from models.store.backup.making import PART, make_copy
from models.store.backup.proving import prove
from models.store.backup.shelf import copies_in
from models.store.backup.snapshot import open_key
from models.store.check import findings
from models.store.folder import RegisterFolder
from tests.conftest import TODAY
from tests.faults.killing import killed, make_register, moments, open_register, twin
from tests.faults.numbers import times
from tests.faults.works import back_up_often, restore_copy
from tests.models.store.backup.conftest import add_people

BACKUPS, RESTORES = times(16, 200), times(16, 200)
PEOPLE, SINCE = 3000, 7


class Made:
    """A register, a good copy of it, and people added since; the time a restore takes."""

    def __init__(self, path: Path, empty: Path) -> None:
        self.folder = make_register(path / "so", empty)
        shelf = path / "usb"
        shelf.mkdir()
        with stopped_at(TODAY), open_register(self.folder):
            add_people(1, PEOPLE)
            self.copy = make_copy(self.folder, shelf).path
            self.key = open_key()
            add_people(PEOPLE + 1, PEOPLE + SINCE)
        begun, done = killed(restore_copy, 2, 0, twin(self.folder, path / "timed").path, self.copy)
        self.seconds = float(done - begun)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> Made:
    return Made(tmp_path_factory.mktemp("made"), empty_register)


@pytest.mark.parametrize("seed", range(BACKUPS))
def test_killed_while_backing_up(made: Made, tmp_path: Path, seed: int) -> None:
    """kill -9 while copies are made, thinned and written down"""
    folder, shelf = twin(made.folder, tmp_path / "so"), tmp_path / "usb"
    shelf.mkdir()
    shutil.copyfile(made.copy, shelf / made.copy.name)
    after, delay = moments(seed, longest=made.seconds)
    told = killed(back_up_often, after, delay, folder.path, shelf)
    good = [name for name in told if name != "begin"]
    there = {one.path.name for one in copies_in(shelf)}
    assert set(good[-2:]) <= there, "a copy called good is not there"
    for name in there:
        prove(shelf / name, made.key)
    assert there, "the good copies are gone"
    with open_register(folder):
        assert Person.select().count() == PEOPLE + SINCE
        assert findings() == []
        make_copy(folder, shelf)
    assert not list(shelf.glob(f"*{PART}"))


@pytest.mark.parametrize("seed", range(RESTORES))
def test_killed_while_restoring(made: Made, tmp_path: Path, seed: int) -> None:
    """kill -9 while a copy takes the register's place"""
    folder = twin(made.folder, tmp_path / "so")
    _, delay = moments(seed, longest=1.2 * made.seconds)
    told = killed(restore_copy, 1, delay, folder.path, made.copy)
    assert folder.exists()
    with stopped_at(TODAY), open_register(folder):
        count = Person.select().count()
        assert count in (PEOPLE, PEOPLE + SINCE)
        assert len(told) == 1 or count == PEOPLE
        assert findings() == []
    prove(made.copy, made.key)
    kept = list(folder.path.glob("before-*"))
    if count == PEOPLE:
        with stopped_at(TODAY), open_register(RegisterFolder(kept[0])):
            assert Person.select().count() == PEOPLE + SINCE
