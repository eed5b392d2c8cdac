"""A closed register on disk and its first keys, the ground for every test of the two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store.database import close_database, create_database, database
from models.store.folder import RegisterFolder
from models.store.recovery_key import RecoveryKey
from models.store.vault import Vault
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
