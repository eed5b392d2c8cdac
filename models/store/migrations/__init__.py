"""Bringing a register's file to the newest schema: frozen steps, copied before, checked after."""

from __future__ import annotations

from playhouse.migrations import Runner

from models.errors import World, WorldError
from models.store.database import (
    SCHEMA_VERSION,
    STEPS,
    database,
    schema_version,
    set_schema_version,
)
from models.store.world import world


def pending() -> list[str]:
    """Return the names of steps the open file has not had yet, in order.

    Raises:
        WorldError: it had a step that this program does not know, whatever version it says it is.
    """
    steps = Runner(database, str(STEPS)).status()
    unknown = [step.name for step in steps if step.path is None]
    if unknown:
        raise WorldError(
            f"Sổ này do bản phần mềm mới hơn tạo ra (có bước {unknown[-1]}). Cài bản mới rồi mở "
            "lại; sổ vẫn nguyên, chưa ghi gì vào.",
            World.NEWER,
        )
    return [step.name for step in steps if step.applied is None]


def upgrade() -> list[str]:
    """Apply what is pending; nothing is touched when nothing is.

    Each step and its record are one transaction of its own (the runner turns references off around
    it, which only works outside another), so a step that fails or is killed leaves the file as it
    was before that step. The caller keeps a copy of the file from before.

    Returns:
        The names of the steps applied.

    Raises:
        WorldError: a step failed on disk, or records or references are fewer than before.
    """
    with world("nâng cấp sổ"):
        waiting = pending()
        before = counts()
        if waiting:
            Runner(database, str(STEPS)).up()
            _refuse_loss(before)
        if schema_version() != SCHEMA_VERSION:
            set_schema_version(SCHEMA_VERSION)
    return waiting


def _refuse_loss(before: dict[str, int]) -> None:
    after = counts()
    lost = [table for table, count in before.items() if after.get(table, 0) < count]
    dangling = database.execute_sql("PRAGMA foreign_key_check").fetchall()
    if lost or dangling:
        raise WorldError(
            f"Nâng cấp sổ chưa được ({', '.join(lost) or 'liên kết hỏng'}). Sổ cũ vẫn còn nguyên.",
            World.DAMAGED,
        )


def counts() -> dict[str, int]:
    """Return the number of rows of every table; nothing for a new file."""
    tables = [
        name
        for name in database.get_tables()
        if "_trigram" not in name and name != "schema_migration"
    ]
    return {
        name: database.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in tables
    }
