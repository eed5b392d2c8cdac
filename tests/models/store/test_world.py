"""Every failure of disk and drive has a sentence; a bug is never dressed up as one."""

from __future__ import annotations

import contextlib
import errno
import importlib
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import peewee
import pytest

from models.errors import UserError, World, WorldError
from models.store.database import database, open_database
from models.store.world import world, world_error
from tests.models.store.teams import KEY, Team, add_teams, run

sqlcipher = importlib.import_module("sqlcipher3.dbapi2")

TEXTS = {
    "database or disk is full": World.DISK_FULL,
    "disk I/O error": World.GONE,
    "database is locked": World.IN_USE,
    "file is not a database": World.DAMAGED,
    "database disk image is malformed": World.DAMAGED,
    "attempt to write a readonly database": World.READ_ONLY,
    "unable to open database file": World.MISSING,
}
CODES = {
    errno.ENOSPC: World.DISK_FULL,
    errno.EFBIG: World.DISK_FULL,
    errno.EIO: World.GONE,
    errno.ENODEV: World.GONE,
    errno.ECONNABORTED: World.GONE,
    errno.ENOTCONN: World.GONE,
    errno.EROFS: World.READ_ONLY,
    errno.EACCES: World.READ_ONLY,
    errno.EPERM: World.READ_ONLY,
    errno.ENOENT: World.MISSING,
    errno.EISDIR: World.OTHER,
}
WINDOWS = {
    21: World.GONE,
    32: World.IN_USE,
    33: World.IN_USE,
    55: World.GONE,
    112: World.DISK_FULL,
    1167: World.GONE,
}


def failure(error: Exception) -> WorldError:
    with pytest.raises(WorldError) as caught, world("lưu"):
        raise error
    assert caught.value.__cause__ is error
    assert caught.value.message.startswith("Chưa lưu được: ")
    assert caught.value.message.endswith(".")
    return caught.value


@pytest.mark.parametrize(("text", "kind"), TEXTS.items())
@pytest.mark.parametrize(
    "made", [sqlite3.OperationalError, sqlcipher.DatabaseError, peewee.OperationalError]
)
def test_what_sqlite_says(made: type[Exception], text: str, kind: World) -> None:
    assert failure(made(text)).kind is kind


@pytest.mark.parametrize(("code", "kind"), CODES.items())
def test_what_the_system_says(code: int, kind: World) -> None:
    assert failure(OSError(code, "x")).kind is kind


@pytest.mark.parametrize(("code", "kind"), WINDOWS.items())
def test_what_windows_says_counts_before_the_code_beside_it(code: int, kind: World) -> None:
    class DriveError(OSError):
        winerror = code

    assert failure(DriveError(errno.EACCES, "x")).kind is kind


def test_a_disk_io_error_names_both_causes() -> None:
    """A full disk under a size limit reports itself as an I/O error."""
    message = failure(peewee.OperationalError("disk I/O error")).message
    assert "đầy" in message
    assert "rút" in message


def test_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"gone\.xlsx") as caught, world("đọc"):
        (tmp_path / "gone.xlsx").read_bytes()
    assert caught.value.kind is World.MISSING
    assert isinstance(caught.value.__cause__, FileNotFoundError)


@pytest.mark.parametrize(
    "bug",
    [
        sqlite3.OperationalError("no such column: x"),
        sqlcipher.IntegrityError("UNIQUE constraint failed: person.uid"),
        peewee.IntegrityError("CHECK constraint failed"),
        sqlcipher.ProgrammingError("Cannot operate on a closed database."),
        OSError("without a code"),
        OSError(errno.EINVAL, "x"),
        ValueError("x"),
        KeyError("database is locked"),
        UserError("Chưa nhập tên tổ."),
        WorldError("Đã có câu.", World.NEWER),
    ],
)
def test_everything_else_passes_unchanged(bug: Exception) -> None:
    with pytest.raises(type(bug)) as caught, world("lưu"):
        raise bug
    assert caught.value is bug


@pytest.mark.parametrize("inside", [contextlib.nullcontext, database.atomic])
def test_a_disk_that_is_really_full(
    register_file: Path, inside: Callable[[], contextlib.AbstractContextManager[object]]
) -> None:
    """The engine ends the transaction itself; what peewee tries then must not hide the reason."""
    open_database(register_file, KEY)
    database.execute_sql("PRAGMA max_page_count = 20")
    with pytest.raises(WorldError) as caught, world("lưu"), inside():
        add_teams(1000)
    assert caught.value.kind is World.DISK_FULL
    assert not database.in_transaction()
    assert Team.select().count() == 100
    add_teams(1)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_a_limit_on_the_size_of_files(register_file: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from models.errors import WorldError; from models.store.world import world\n"
        "from models.store.database import close_database, database, open_database\n"
        "open_database(Path(sys.argv[1]), bytes(range(32)))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60000, 60000))\n"
        "try:\n"
        "    with world('lưu'), database.atomic():\n"
        "        for _ in range(9999):\n"
        "            database.execute_sql('INSERT INTO team (name) VALUES (?)', ['x' * 9999])\n"
        "except WorldError as error: print(error.kind)\n"
        "close_database()\n"
    )
    done = run(code, register_file)
    assert (done.stdout, done.stderr) in [("drive or file gone\n", ""), ("disk full\n", "")]
    open_database(register_file, KEY)
    assert Team.select().count() == 100


def test_a_bug_has_no_sentence() -> None:
    assert world_error(OSError(errno.EINVAL, "x"), "lưu") is None


def test_nothing_happens_when_all_is_well() -> None:
    with world("lưu"):
        pass
