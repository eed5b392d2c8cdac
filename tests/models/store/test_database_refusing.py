"""A file that is not a whole register of ours is refused with a sentence, not one byte changed."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import peewee
import pytest

from models.errors import World, WorldError
from models.store.database import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    close_database,
    database,
    open_database,
    set_schema_version,
)
from tests.models.store.teams import KEY, Team, add_teams, beside, digest, run


def refused(path: Path, kind: World, key: bytes = KEY) -> str:
    """Open, be refused, and find not one byte changed and no file added."""
    before = digest(path)
    for read_only in (False, True):
        with pytest.raises(WorldError) as caught:
            open_database(path, key, read_only=read_only)
        assert caught.value.kind is kind
        assert database.deferred
    assert digest(path) == before
    return caught.value.message


def test_a_missing_file(tmp_path: Path) -> None:
    message = refused(tmp_path / "register.db", World.MISSING)
    assert "register.db" in message


def test_a_zero_length_file(register_file: Path) -> None:
    register_file.write_bytes(b"")
    assert refused(register_file, World.DAMAGED).startswith("Tệp sổ rỗng (0 byte)")


def test_a_plain_sqlite_file(register_file: Path) -> None:
    register_file.unlink()
    plain = sqlite3.connect(register_file)
    plain.execute("CREATE TABLE team (id)")
    plain.commit()
    plain.close()
    assert "không phải sổ của phần mềm" in refused(register_file, World.FOREIGN)


@pytest.mark.parametrize("size", [1, 100, 4096, 40960, 40961])
def test_a_file_of_something_else(register_file: Path, size: int) -> None:
    register_file.write_bytes(b"PK\x03\x04" + os.urandom(size))
    refused(register_file, World.DAMAGED)


@pytest.mark.parametrize("application", [0, APPLICATION_ID + 1])
def test_an_encrypted_file_of_another_program(register_file: Path, application: int) -> None:
    open_database(register_file, KEY)
    database.pragma("application_id", application)
    close_database()
    assert "không phải sổ của phần mềm" in refused(register_file, World.FOREIGN)


@pytest.mark.parametrize("cut", [1, 100, 4096, 4097, 20480])
def test_a_file_cut_short(register_file: Path, cut: int) -> None:
    content = register_file.read_bytes()
    register_file.write_bytes(content[:-cut])
    assert "Phục hồi từ bản sao lưu" in refused(register_file, World.DAMAGED)


@pytest.mark.parametrize("left", [1, 15, 16, 4095, 4096])
def test_only_the_beginning_of_a_file(register_file: Path, left: int) -> None:
    register_file.write_bytes(register_file.read_bytes()[:left])
    refused(register_file, World.DAMAGED)


@pytest.mark.parametrize("at", [0, 16, 100, 4000, 4095])
def test_a_flipped_byte_in_the_first_page(register_file: Path, at: int) -> None:
    content = bytearray(register_file.read_bytes())
    content[at] ^= 1
    register_file.write_bytes(content)
    refused(register_file, World.DAMAGED)


def test_a_flipped_byte_further_on_is_never_read_as_data(register_file: Path) -> None:
    content = bytearray(register_file.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page + 50] ^= 1
    register_file.write_bytes(content)
    with pytest.raises((WorldError, peewee.DatabaseError)):
        open_database(register_file, KEY)
        list(Team.select())


def test_another_key(register_file: Path) -> None:
    assert "không phải sổ của khóa này" in refused(register_file, World.DAMAGED, key=bytes(32))


def test_a_newer_schema(register_file: Path) -> None:
    open_database(register_file, KEY)
    set_schema_version(SCHEMA_VERSION + 1)
    close_database()
    message = refused(register_file, World.NEWER)
    assert f"cấu trúc {SCHEMA_VERSION + 1}, bản này đọc đến {SCHEMA_VERSION}" in message


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_newer_schema_still_in_the_log(register_file: Path) -> None:
    """A newer program was killed: the log is neither replayed nor dropped by this one."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "from models.store.database import open_database, set_schema_version\n"
        "open_database(Path(sys.argv[1]), bytes(range(32)))\n"
        f"set_schema_version({SCHEMA_VERSION + 1})\n"
        "os.kill(os.getpid(), 9)\n"
    )
    run(code, register_file)
    kept = {name: digest(register_file)[name] for name in ("register.db", "register.db-wal")}
    with pytest.raises(WorldError) as caught:
        open_database(register_file, KEY)
    assert caught.value.kind is World.NEWER
    assert {name: digest(register_file)[name] for name in kept} == kept


def test_a_refusal_leaves_the_open_file_whole(register_file: Path, tmp_path: Path) -> None:
    """Opening another register ends the first; a refusal leaves none open, whole on disk."""
    open_database(register_file, KEY)
    add_teams(1)
    with pytest.raises(WorldError):
        open_database(tmp_path / "gone.db", KEY)
    assert database.deferred
    assert beside(register_file) == ["register.db"]
