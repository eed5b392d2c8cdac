"""The register at one moment, seen by a connection of its own while others go on writing."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.registers import REGISTERS
from models.store.connection import connect
from models.store.database import database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, by number.

    Attributes:
        schema: its schema version.
        counts: rows of every table by name.
        live: records of every register that are not in the trash.
        entries: number of history entries.
        link: last link of the history's chain, hexadecimal.
    """

    schema: int
    counts: dict[str, int]
    live: dict[str, int]
    entries: int
    link: str


@contextmanager
def snapshot() -> Iterator[Connection]:
    """Hold the open register as it is now, for reading; a change made meanwhile is not in it.

    Raises:
        sqlcipher3's DatabaseError, OSError: disk or file failed.
    """
    source = connect(database.database, open_key())
    try:
        source.execute("PRAGMA busy_timeout = 5000")
        source.execute("BEGIN")
        yield source
    finally:
        source.close()


def open_key() -> bytes:
    """Return the data key of the open register."""
    key: bytes = database.connect_params["data_key"]
    return key


def contents(connection: Connection) -> Contents:
    """Count what a database holds."""
    counts = {
        name: _number(connection, f'SELECT count(*) FROM "{name}"') for name in _tables(connection)
    }
    live = {
        known.name: _number(connection, f'SELECT count(*) FROM "{table}" WHERE trashed_at IS NULL')
        for known in REGISTERS
        if (table := known.model._meta.table_name) in counts
    }
    head: Any = connection.execute("SELECT entries, link FROM chain_head").fetchone()
    entries, link = head or (0, b"")
    schema = _number(connection, "PRAGMA user_version")
    return Contents(schema, counts, live, int(entries), bytes(link).hex())


def _tables(connection: Connection) -> list[str]:
    """Name the tables that hold something of their own: not the search index, not the engine's."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND instr(name, '_trigram') = 0 ORDER BY name"
    )
    return [str(name) for (name,) in rows.fetchall()]


def _number(connection: Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])
