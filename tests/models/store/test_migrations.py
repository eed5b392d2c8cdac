"""A register is copied before its schema changes; a step that fails or dies leaves the old file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import peewee
import pytest

from models.clock import stopped_at
from models.errors import World, WorldError
from models.registers.members import Membership
from models.registers.teams import Team
from models.store import database as files
from models.store import migrations
from models.store.check import findings
from models.store.database import STEPS, close_database, database, schema_version, second_database
from models.store.folder import RegisterFolder
from models.store.tables import HistoryEntry
from tests.conftest import TODAY
from tests.faults.killing import killed, make_register, moments, open_register
from tests.faults.numbers import times
from tests.faults.works import upgrade, use_steps
from tests.models.samples import stored, whole
from tests.models.store.teams import beside, digest

COPY = "register.before-20261122-093000.db"
ADD_COLUMN = (
    "    db.execute_sql(\"ALTER TABLE team ADD COLUMN motto TEXT NOT NULL DEFAULT 'Vì dân'\")\n"
)
REBUILD = "    migrator.migrate(migrator.add_not_null('team', 'households'))\n"
FAIL = "    raise ValueError('bug')\n"
LOSE = "    db.execute_sql('DELETE FROM membership')\n"
FULL = "    raise peewee.OperationalError('database or disk is full')\n"
DIE = "    os.kill(os.getpid(), 9)\n"

KILLS = times(8, 200)
OPENING = ("session", "user_account")
"""What every opening tells of itself, beside the history of the records."""
WriteStep = Callable[[str], Path]


@pytest.fixture
def old(tmp_path: Path, empty_register: Path) -> RegisterFolder:
    """A register of the present schema with a team and its leader, closed."""
    folder = make_register(tmp_path / "so", empty_register)
    with stopped_at(TODAY), open_register(folder):
        stored(whole(Membership))
        stored(whole(Membership, team=stored(Team(name="Tổ 2", households=3))))
    return folder


@pytest.fixture
def new_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteStep:
    """Write the body of a second step and let the program have it."""
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps)

    def write(body: str) -> Path:
        use_steps(steps, schema_steps() + 1, monkeypatch.setattr)
        head = "import os\n\nimport peewee\n\n\ndef up(migrator, db):\n"
        (steps / f"{schema_steps() + 1:04d}_next.py").write_text(head + body, encoding="utf-8")
        return steps

    return write


def schema_steps() -> int:
    return len(list(STEPS.glob("[0-9]*.py")))


def contents(folder: RegisterFolder) -> tuple[int, int, int, list[str]]:
    with open_register(folder):
        columns = [column.name for column in database.get_columns("team")]
        told = HistoryEntry.select().where(HistoryEntry.table.not_in(OPENING)).count()
        counts = Team.select().count(), Membership.select().count(), told
        return *counts, columns


def opened_now(folder: RegisterFolder) -> None:
    with stopped_at(TODAY), open_register(folder):
        pass


def test_nothing_pending_copies_nothing(old: RegisterFolder) -> None:
    opened_now(old)
    assert COPY not in beside(old.database)


def test_a_step_is_applied_and_the_copy_is_the_file_from_before(
    old: RegisterFolder, new_step: WriteStep
) -> None:
    before = contents(old)
    new_step(ADD_COLUMN)
    with stopped_at(TODAY), open_register(old):
        assert schema_version() == schema_steps() + 1
        key = database.connect_params["data_key"]
        motto = database.execute_sql("SELECT DISTINCT motto FROM team").fetchall()
        assert motto == [("Vì dân",)]
        assert migrations.pending() == []
    assert contents(old)[:3] == before[:3]
    with second_database(old.path / COPY, key) as copy:
        assert [column.name for column in copy.get_columns("team")] == before[3]
        assert copy.pragma("user_version") == schema_steps()
        assert copy.execute_sql("SELECT count(*) FROM membership").fetchone()[0] == before[1]
        assert copy.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.parametrize("rest", [FAIL, LOSE, FULL], ids=["bug", "loss", "disk full"])
def test_a_failing_step_leaves_the_old_file(
    old: RegisterFolder, new_step: WriteStep, monkeypatch: pytest.MonkeyPatch, rest: str
) -> None:
    before = contents(old)
    steps = new_step(ADD_COLUMN + rest)
    with pytest.raises((ValueError, WorldError)) as caught:
        opened_now(old)
    if isinstance(caught.value, WorldError):
        assert caught.value.kind is (World.DAMAGED if rest == LOSE else World.DISK_FULL)
        assert caught.value.message.startswith(("Nâng cấp sổ chưa được (membership)", "Chưa nâng"))
    use_steps(STEPS, schema_steps(), monkeypatch.setattr)
    assert contents(old) == before
    with open_register(old):
        assert schema_version() == schema_steps()
        assert findings() == []
    assert steps.exists()


def test_a_register_is_upgraded_after_the_step_is_put_right(
    old: RegisterFolder, new_step: WriteStep
) -> None:
    new_step(ADD_COLUMN + FAIL)
    with pytest.raises(ValueError, match="bug"):
        opened_now(old)
    new_step(ADD_COLUMN)
    opened_now(old)
    assert contents(old)[3][-1] == "motto"


def test_child_rows_survive_a_rebuilt_table(old: RegisterFolder, new_step: WriteStep) -> None:
    before = contents(old)
    new_step(REBUILD)
    opened_now(old)
    assert contents(old) == before
    with open_register(old):
        households = next(one for one in database.get_columns("team") if one.name == "households")
        assert not households.null
        assert database.pragma("foreign_keys") == 1
        with pytest.raises(peewee.IntegrityError):
            database.execute_sql("DELETE FROM team")


@pytest.mark.parametrize("place", ["first", "last"])
def test_killed_in_mid_step_the_old_file_is_there(
    old: RegisterFolder, new_step: WriteStep, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    before = contents(old)
    many = "    db.execute_sql(\"UPDATE team SET note = 'nửa'\")\n"
    steps = new_step(DIE + ADD_COLUMN if place == "first" else ADD_COLUMN + many + DIE)
    assert len(killed(upgrade, 2, 0, old.path, steps, schema_steps() + 1)) == 1
    use_steps(STEPS, schema_steps(), monkeypatch.setattr)
    assert contents(old) == before
    new_step(ADD_COLUMN)
    opened_now(old)
    assert contents(old)[:3] == before[:3]
    assert contents(old)[3][-1] == "motto"


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment_the_upgrade_goes_on_next_time(
    old: RegisterFolder, new_step: WriteStep, tmp_path: Path, seed: int
) -> None:
    """kill -9 while a register is brought up to date"""
    steps = new_step(ADD_COLUMN + REBUILD)
    timed = RegisterFolder(shutil.copytree(old.path, tmp_path / "timed"))
    begun, open_at = killed(upgrade, 2, 0, timed.path, steps, schema_steps() + 1)
    _, delay = moments(seed, longest=1.2 * (open_at - begun))
    killed(upgrade, 1, delay, old.path, steps, schema_steps() + 1)
    opened_now(old)
    assert contents(old)[0:2] == (2, 2)
    assert contents(old)[3].count("motto") == 1
    with open_register(old):
        assert findings() == []


def has_a_newer_version() -> None:
    files.set_schema_version(schema_steps() + 1)


def has_had_an_unknown_step() -> None:
    step = "INSERT INTO schema_migration (name, applied) VALUES ('0099_next', '2030-01-01')"
    database.execute_sql(step)


@pytest.mark.parametrize("newer", [has_a_newer_version, has_had_an_unknown_step])
def test_a_newer_file_is_refused_without_a_byte_written(
    old: RegisterFolder, newer: Callable[[], None]
) -> None:
    with open_register(old):
        newer()
    before = digest(old.database)
    with pytest.raises(WorldError, match="do bản phần mềm mới hơn tạo ra") as caught:
        opened_now(old)
    assert caught.value.kind is World.NEWER
    after = digest(old.database)
    assert {name: seen for name, seen in after.items() if name != "lock"} == {
        name: seen for name, seen in before.items() if name != "lock"
    }


def test_a_copy_that_fails_leaves_nothing_and_changes_nothing(
    old: RegisterFolder, new_step: WriteStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(old)
    new_step(ADD_COLUMN)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("models.store.safety.sync_folder", full)
        with pytest.raises(WorldError, match="Chưa nâng cấp sổ được: ổ đĩa đã đầy"):
            opened_now(old)
    assert COPY not in beside(old.database)
    use_steps(STEPS, schema_steps(), monkeypatch.setattr)
    assert contents(old) == before
    close_database()
