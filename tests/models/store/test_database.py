"""What is written is there again, one register at a time, with a second one beside it."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path

import peewee
import pytest

from models.errors import UserError, World, WorldError
from models.store import database as store
from models.store.database import (
    check_file,
    close_database,
    create_database,
    database,
    open_database,
    schema_version,
    second_database,
    set_schema_version,
)
from tests.models.store.teams import KEY, Member, Team, add_teams, beside, digest


def test_what_was_written_is_there_again(register_file: Path) -> None:
    open_database(register_file, KEY)
    assert Team.select().count() == 100
    assert Team.get_by_id(8).name.startswith("Tổ tự quản số 7 ")


def test_nothing_can_be_read_without_the_key(register_file: Path) -> None:
    content = register_file.read_bytes()
    assert b"SQLite" not in content
    assert "Tổ tự quản".encode() not in content
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(register_file).execute("SELECT * FROM team")


def test_the_log_is_encrypted_too(register_file: Path) -> None:
    open_database(register_file, KEY)
    add_teams(3)
    log = Path(f"{register_file}-wal").read_bytes()
    assert len(log) > 4096
    assert "Tổ tự quản".encode() not in log


def test_create_never_touches_a_file_that_is_there(register_file: Path) -> None:
    before = digest(register_file)
    with pytest.raises(UserError, match="Đã có một sổ ở đây"):
        create_database(register_file, KEY)
    assert digest(register_file) == before


def test_create_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(store, "sync_folder", full)
    with pytest.raises(WorldError) as caught:
        create_database(tmp_path / "register.db", KEY)
    assert caught.value.kind is World.DISK_FULL
    assert beside(tmp_path / "x") == []
    with pytest.raises(peewee.InterfaceError):
        database.connect()


def test_create_in_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as caught:
        create_database(tmp_path / "gone" / "register.db", KEY)
    assert caught.value.kind is World.MISSING


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_only_the_owner_reads_file_and_log(register_file: Path) -> None:
    open_database(register_file, KEY)
    add_teams(1)
    for name in beside(register_file):
        assert (register_file.parent / name).stat().st_mode & 0o077 == 0


def test_schema_version(register_file: Path) -> None:
    open_database(register_file, KEY)
    assert schema_version() == 0
    with pytest.raises(ZeroDivisionError), database.atomic():
        set_schema_version(1)
        assert schema_version() == 1
        raise ZeroDivisionError
    assert schema_version() == 0
    set_schema_version(1)
    close_database()
    open_database(register_file, KEY)
    assert schema_version() == check_file(register_file, KEY) == 1


def test_any_folder_name_will_do(tmp_path: Path) -> None:
    path = tmp_path / "Sổ phong trào 100% #1 của ấp Bà Tám?" / "register.db"
    path.parent.mkdir()
    create_database(path, KEY)
    database.create_tables([Team])
    add_teams(1)
    close_database()
    open_database(path, KEY)
    assert Team.select().count() == 1
    close_database()
    assert beside(path) == ["register.db"]


def test_another_register_can_be_opened_after(register_file: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    create_database(tmp_path / "b" / "register.db", bytes(32))
    database.create_tables([Team])
    assert Team.select().count() == 0
    open_database(register_file, KEY)
    assert Team.select().count() == 100
    assert beside(tmp_path / "b" / "register.db") == ["register.db"]


def test_a_second_register_beside_the_one_in_use(register_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "register.db"
    copy.parent.mkdir()
    shutil.copyfile(register_file, copy)
    open_database(register_file, KEY)
    add_teams(5)
    with second_database(copy, KEY) as second, second.bind_ctx([Team, Member]):
        assert Team.select().count() == 100
        with pytest.raises(peewee.OperationalError, match="readonly"):
            Team.create(name="x")
    assert Team.select().count() == 105
    with second_database(copy, KEY, read_only=False) as second, second.bind_ctx([Team]):
        Team.create(name="x")
    assert beside(copy) == ["register.db"]
