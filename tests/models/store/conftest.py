"""Registers on disk, closed or crowded, and first keys: the ground of the tests here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store.database import close_database, create_database, database, open_database
from models.store.folder import RegisterFolder
from models.store.recovery_key import RecoveryKey
from models.store.vault import Vault
from tests.conftest import KEY as OWN_KEY
from tests.models.store.crowd import fill_register
from tests.models.store.first_keys import CHEAP, PASSWORD
from tests.models.store.teams import KEY, Member, Team, add_teams


@pytest.fixture
def register_file(tmp_path: Path) -> Iterator[Path]:
    """A closed register file with one hundred teams; whatever a test leaves open is closed."""
    path = tmp_path / "register.db"
    create_database(path, KEY)
    database.create_tables([Team, Member])
    add_teams(100)
    close_database()
    yield path
    close_database()


@pytest.fixture
def folder(tmp_path: Path) -> RegisterFolder:
    return RegisterFolder(tmp_path)


@pytest.fixture
def recovery(folder: RegisterFolder) -> RecoveryKey:
    """The sheet of a register whose first person is An."""
    return Vault.create(folder, "An", PASSWORD, params=CHEAP)[1]


@pytest.fixture
def vault(folder: RegisterFolder, recovery: RecoveryKey) -> Vault:
    return Vault.open(folder)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The delays a vault asked for, noted instead of waited."""
    taken: list[float] = []
    monkeypatch.setattr("models.store.vault.time.sleep", taken.append)
    return taken


@pytest.fixture(scope="module")
def crowded(empty_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "register.db"
    shutil.copyfile(empty_register, path)
    open_database(path, OWN_KEY)
    fill_register()
    close_database()
    return path


@pytest.fixture
def crowd(crowded: Path) -> Iterator[None]:
    open_database(crowded, OWN_KEY, read_only=True)
    yield
    close_database()
