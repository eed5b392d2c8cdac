"""Once closed, the one file holds everything and can be copied by hand."""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path

import peewee
import pytest

from models.store.database import (
    check_file,
    close_database,
    database,
    open_database,
    read_connection,
    second_database,
)
from tests.models.store.teams import KEY, Team, add_teams, beside, count_teams, in_thread, run


def test_closing_leaves_one_whole_file(register_file: Path, tmp_path: Path) -> None:
    open_database(register_file, KEY)
    add_teams(50)
    in_thread(lambda: add_teams(1))
    reader = read_connection()
    reader.execute("SELECT count(*) FROM team")
    assert beside(register_file) == ["register.db", "register.db-shm", "register.db-wal"]
    reader.close()
    close_database()
    assert beside(register_file) == ["register.db"]
    by_hand = tmp_path / "by hand"
    shutil.copytree(register_file.parent, by_hand, ignore=lambda *_: ["by hand"])
    open_database(by_hand / "register.db", KEY)
    assert Team.select().count() == 151


def test_closing_with_a_reader_elsewhere_still_fills_the_file(register_file: Path) -> None:
    open_database(register_file, KEY)
    reader = read_connection()
    reader.execute("SELECT 1 FROM team")
    add_teams(50)
    close_database()
    assert Path(f"{register_file}-wal").stat().st_size == 0
    with second_database(register_file, KEY) as second, second.bind_ctx([Team]):
        assert Team.select().count() == 150
    reader.close()


def test_closing_reaches_threads_that_forgot(register_file: Path) -> None:
    open_database(register_file, KEY)
    ready, closed = threading.Event(), threading.Event()
    said: list[object] = []

    def forgetful() -> None:
        said.append(Team.select().count())
        ready.set()
        closed.wait(10)
        try:
            Team.select().count()
        except peewee.InterfaceError:
            said.append("closed")

    thread = threading.Thread(target=forgetful)
    thread.start()
    ready.wait(10)
    close_database()
    left = beside(register_file)
    closed.set()
    thread.join()
    assert left == ["register.db"]
    assert said == [100, "closed"]


def test_a_finished_thread_leaves_no_connection_behind(register_file: Path) -> None:
    open_database(register_file, KEY)
    for _ in range(5):
        in_thread(count_teams)
    assert len(database._opened) == 1


def test_closing_is_whole_though_a_cursor_is_still_held(register_file: Path) -> None:
    open_database(register_file, KEY)
    held = database.execute_sql("SELECT * FROM team")
    held.fetchone()
    add_teams(1)
    close_database()
    assert beside(register_file) == ["register.db"]


def test_closing_is_whole_after_an_interrupt_that_came_too_late(register_file: Path) -> None:
    open_database(register_file, KEY)
    add_teams(1)
    reader = read_connection()
    reader.execute("SELECT count(*) FROM team")
    database.close()
    reader.interrupt()
    reader.close()
    assert beside(register_file) == ["register.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks belong to the handle")
def test_looking_at_a_file_in_use_keeps_its_locks(register_file: Path) -> None:
    """Closing any descriptor drops a process's locks, and another program would take the log."""
    code = (
        "import fcntl, sys\n"
        "with open(sys.argv[1], 'r+b') as file:\n"
        "    try: fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)\n"
        "    except OSError: print('held')\n"
    )
    open_database(register_file, KEY)
    add_teams(1)
    assert run(code, register_file).stdout == "held\n"
    check_file(register_file, KEY)
    with second_database(register_file, KEY) as second:
        assert second.execute_sql("SELECT count(*) FROM team").fetchone() == (101,)
    assert run(code, register_file).stdout == "held\n"


def test_closing_rolls_back_what_was_not_committed(register_file: Path) -> None:
    open_database(register_file, KEY)
    database.execute_sql("BEGIN")
    Team.create(name="half")
    close_database()
    open_database(register_file, KEY)
    assert Team.select().count() == 100


def test_closing_twice_or_nothing_is_fine(register_file: Path) -> None:
    close_database()
    open_database(register_file, KEY)
    close_database()
    close_database()
    assert database.deferred
    assert "data_key" not in database.connect_params


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_what_a_killed_program_committed_is_there(register_file: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from models.store.database import database, open_database\n"
        "open_database(Path(sys.argv[1]), bytes(range(32)))\n"
        "database.execute_sql(\"INSERT INTO team (name) VALUES ('kept')\")\n"
        "database.execute_sql('BEGIN'); database.execute_sql(\"DELETE FROM team\")\n"
        "os.kill(os.getpid(), 9)\n"
    )
    assert run(code, register_file).returncode == -9
    assert len(beside(register_file)) == 3
    open_database(register_file, KEY, read_only=True)
    assert Team.select().count() == 101
    close_database()
    open_database(register_file, KEY)
    assert Team.select().count() == 101
    close_database()
    assert beside(register_file) == ["register.db"]
