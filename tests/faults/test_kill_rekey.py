"""Killed while the recovery key is changed: one of two sheets opens the register, never both."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.clock import stopped_at
from models.registers.people import Person
from models.store.backup.snapshot import open_key
from models.store.check import findings
from models.store.recovery_key import RecoveryKey
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import killed, make_register, moments, open_register, twin
from tests.faults.numbers import times
from tests.faults.works import change_key_of
from tests.models.store.backup.conftest import add_people

KILLS, PEOPLE = times(16, 200), 3000
FRESH = RecoveryKey(bytes(range(32, 64)))


class Made:
    """A register of many people, its key, and the time that changing it takes."""

    def __init__(self, path: Path, empty: Path) -> None:
        self.folder = make_register(path / "so", empty)
        with stopped_at(TODAY), open_register(self.folder):
            add_people(1, PEOPLE)
            self.key = open_key()
        timed = twin(self.folder, path / "timed")
        begun, done = killed(change_key_of, 2, 0, timed.path, FRESH.text)
        self.seconds = float(done - begun)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> Made:
    return Made(tmp_path_factory.mktemp("rekeyed"), empty_register)


@pytest.mark.parametrize("seed", range(KILLS))
def test_one_of_two_keys_opens_it(made: Made, tmp_path: Path, seed: int) -> None:
    """kill -9 while the recovery key is changed"""
    folder = twin(made.folder, tmp_path / "so")
    _, delay = moments(seed, longest=1.2 * made.seconds)
    told = killed(change_key_of, 1, delay, folder.path, FRESH.text)
    with stopped_at(TODAY), open_register(folder):
        assert Person.select().count() == PEOPLE
        assert findings() == []
        key = open_key()
    assert key in ((FRESH.data_key,) if len(told) == 2 else (FRESH.data_key, made.key))
    assert [Vault.open(folder).proves(one) for one in (made.key, FRESH.data_key)] == [
        key == made.key,
        key == FRESH.data_key,
    ]
    if key != made.key:
        assert {part.name for part in folder.path.glob("*.db")} == {"register.db"}
        assert not list(folder.path.glob("before-*"))
