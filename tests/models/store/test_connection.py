"""Reading runs beside writing, cannot write, and can be stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import peewee
import pytest

from models.errors import Cancelled, World, WorldError
from models.store.database import close_database, database, open_database, read_connection
from tests.models.store.teams import KEY, Team, add_teams, beside, digest, run

COUNT_TO_A_BILLION = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) "
    "SELECT count(*) FROM n"
)


def test_reading_only_cannot_write(register_file: Path) -> None:
    open_database(register_file, KEY, read_only=True)
    assert Team.select().count() == 100
    with pytest.raises(peewee.OperationalError, match="readonly"):
        Team.create(name="x")
    close_database()
    assert beside(register_file) == ["register.db"]


def test_reading_beside_an_open_window(register_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from models.store.database import *\n"
        "open_database(Path(sys.argv[1]), bytes(range(32)), read_only=True)\n"
        "print(database.execute_sql('SELECT count(*) FROM team').fetchone()[0])\n"
        "close_database()\n"
    )
    open_database(register_file, KEY)
    add_teams(1)
    with database.atomic("IMMEDIATE"):
        Team.create(name="not yet")
        assert run(code, register_file).stdout == "101\n"
    assert run(code, register_file).stdout == "102\n"


def test_a_folder_that_cannot_be_written_is_read(
    register_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(register_file)
    monkeypatch.setattr("models.store.database.os.access", lambda *_: False)
    open_database(register_file, KEY, read_only=True)
    assert Team.select().count() == 100
    reader = read_connection()
    assert reader.execute("SELECT count(*) FROM team") == [(100,)]
    reader.close()
    assert digest(register_file) == before
    close_database()
    assert digest(register_file) == before


def test_a_worker_reads_tuples_with_parameters(register_file: Path) -> None:
    open_database(register_file, KEY)
    reader = read_connection()
    rows = reader.execute("SELECT id, substr(name, 1, 3) FROM team WHERE id IN (?, ?)", (2, 1))
    assert rows == [(1, "Tổ "), (2, "Tổ ")]
    with pytest.raises(WorldError) as caught:
        reader.execute("DELETE FROM team")
    assert caught.value.kind is World.READ_ONLY
    reader.close()


def test_a_worker_sees_what_the_window_commits(register_file: Path) -> None:
    open_database(register_file, KEY)
    reader = read_connection()
    add_teams(2)
    assert reader.execute("SELECT count(*) FROM team") == [(102,)]
    reader.close()


def test_a_long_read_is_interrupted_and_the_connection_lives_on(register_file: Path) -> None:
    open_database(register_file, KEY)
    reader = read_connection()
    ended = threading.Event()

    def stop_it() -> None:
        while not ended.wait(0.005):
            reader.interrupt()

    stopper = threading.Thread(target=stop_it)
    stopper.start()
    with pytest.raises(Cancelled):
        reader.execute(COUNT_TO_A_BILLION)
    ended.set()
    stopper.join()
    assert reader.execute("SELECT count(*) FROM team") == [(100,)]
    reader.close()


def test_a_wrong_statement_is_a_bug_not_a_sentence(register_file: Path) -> None:
    open_database(register_file, KEY)
    reader = read_connection()
    with pytest.raises(Exception, match="no such table") as caught:
        reader.execute("SELECT * FROM missing")
    assert not isinstance(caught.value, WorldError)
    reader.close()
