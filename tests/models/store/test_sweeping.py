"""After an erasing the file is written anew at once, or at the latest when it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from models.roles import Role
from models.store import settings, sweeping
from models.store.connection import connect, log_of
from models.store.database import close_database, database
from models.store.folder import RegisterFolder
from models.store.lock import RegisterLock
from models.store.opening import OpenRegister
from models.store.session import set_user
from tests.conftest import KEY
from tests.models.store.decrypted import decrypted
from tests.models.store.deleted import NAME, gone, later_erased, quach


@pytest.fixture(autouse=True)
def at_work(register: object) -> None:
    """The clerk who runs the register."""
    set_user("An", Role.ADMIN)


@contextmanager
def somebody_reads(path: Path) -> Iterator[None]:
    """Hold the state of now, as a long list print beside an open window does."""
    with closing(connect(str(path), KEY)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchone()
        yield


def test_the_log_holds_nothing_after_an_erasing(register: Path) -> None:
    found = quach()
    gone(found)
    assert later_erased(found).swept
    assert log_of(register).stat().st_size == 0
    assert settings.get(sweeping.OWED) == ""


def test_what_a_reader_kept_from_being_swept_is_swept_at_closing(register: Path) -> None:
    found = quach()
    gone(found)
    database.pragma("busy_timeout", 10)
    with somebody_reads(register):
        assert not later_erased(found).swept
        assert log_of(register).stat().st_size > 0
    assert settings.get(sweeping.OWED) == "1"
    OpenRegister(RegisterLock(RegisterFolder(register.parent))).close()
    assert not log_of(register).exists()
    assert NAME.encode() not in decrypted(register, KEY)


def test_nothing_is_swept_where_nothing_is_owed_or_the_file_is_not_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swept: list[bool] = []
    monkeypatch.setattr(sweeping, "sweep", lambda: swept.append(True))
    sweeping.sweep_owed()
    sweeping.owe()
    sweeping.sweep_owed()
    assert swept == [True]
    close_database()
    sweeping.sweep_owed()
    assert swept == [True]
