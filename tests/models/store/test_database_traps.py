"""The known traps of engine and library stay shut in every thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import peewee
import pytest

from models.store.connection import BUSY_MILLISECONDS, READING, READING_KILOBYTES, WRITING
from models.store.database import database, open_database, read_connection
from tests.models.store.teams import KEY, Member, Team, in_thread, run


def expected_settings(pragma: Callable[[str], object], cache: int = -65536) -> None:
    assert pragma("journal_mode") == "wal"
    assert pragma("foreign_keys") == 1
    assert pragma("cache_size") == cache
    assert pragma("busy_timeout") == BUSY_MILLISECONDS == 5000
    assert pragma("temp_store") == 2
    assert pragma("cipher_log_level") == "NONE"


def test_settings_hold_in_every_thread(register_file: Path) -> None:
    open_database(register_file, KEY)

    def look() -> None:
        expected_settings(database.pragma)
        assert database.pragma("synchronous") == 2
        assert database.pragma("query_only") == 0

    look()
    in_thread(look)


def test_settings_of_a_reading_connection(register_file: Path) -> None:
    open_database(register_file, KEY)
    reader = read_connection()
    expected_settings(lambda name: reader.execute(f"PRAGMA {name}")[0][0], READING_KILOBYTES)
    assert reader.execute("PRAGMA query_only") == [(1,)]
    reader.close()


def test_foreign_keys_bite_in_every_thread(register_file: Path) -> None:
    open_database(register_file, KEY)

    def orphan() -> None:
        with pytest.raises(peewee.IntegrityError):
            Member.create(team=999)

    orphan()
    in_thread(orphan)


def test_page_size_is_text_and_must_be_converted(register_file: Path) -> None:
    open_database(register_file, KEY)
    assert database.pragma("page_size") == "4096"


def test_busy_timeout_is_the_one_asked_for(
    register_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The driver's own timeout would wait five seconds."""
    shorter = [
        ("busy_timeout", 50) if name == "busy_timeout" else (name, value) for name, value in WRITING
    ]
    monkeypatch.setattr("models.store.database.WRITING", shorter)
    open_database(register_file, KEY)
    with database.atomic("IMMEDIATE"):

        def second_writer() -> None:
            started = time.perf_counter()
            with pytest.raises(peewee.OperationalError, match="locked"):
                Team.create(name="x")
            assert 0.04 < time.perf_counter() - started < 2

        in_thread(second_writer)


@pytest.mark.parametrize("settings", [READING, WRITING])
def test_a_connection_waits_for_others_from_its_first_setting_on(
    settings: tuple[tuple[str, object], ...],
) -> None:
    """What asks the file for its journal would fail at once where another has it."""
    assert settings[0] == ("busy_timeout", BUSY_MILLISECONDS)


def test_no_server_driver_is_imported() -> None:
    code = (
        "import sys, models.store.database, models.store.world\n"
        "print(sorted(n for n in sys.modules if n.startswith(('psycopg', 'pymysql', 'MySQLdb'))"
        " and sys.modules[n]))\n"
        "import peewee; print(peewee.psycopg, peewee.psycopg2)\n"
    )
    done = run(code)
    assert (done.stdout, done.stderr) == ("[]\nNone None\n", "")


def test_a_server_driver_is_kept_out_even_when_installed(tmp_path: Path) -> None:
    for name in ("psycopg", "psycopg2"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported')")
    done = run(
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nimport models.store.database\nprint(1)"
    )
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_driver_already_in_use_is_left_alone() -> None:
    code = (
        "import sys, types; driver = sys.modules['psycopg'] = types.ModuleType('psycopg')\n"
        "import models; print(sys.modules['psycopg'] is driver)"
    )
    assert run(code).stdout == "True\n"


def test_nothing_slow_is_imported_before_a_password_is_typed() -> None:
    code = (
        "import sys, models.store.database, models.store.vault, models.store.lock\n"
        "print([n for n in ('argon2', 'cryptography', 'reportlab', 'PySide6') if n in sys.modules])"
    )
    assert run(code).stdout == "[]\n"


def test_a_wrong_key_is_silent_on_stderr(register_file: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from models.errors import WorldError\n"
        "from models.store.database import open_database, connect\n"
        "try: open_database(Path(sys.argv[1]), bytes(32))\n"
        "except WorldError as error: print(error.kind)\n"
        "try: connect(sys.argv[1], bytes(32)).execute('SELECT * FROM team')\n"
        "except Exception as error: print(error)\n"
    )
    done = run(code, register_file)
    assert (done.stdout, done.stderr) == ("damaged\nfile is not a database\n", "")
