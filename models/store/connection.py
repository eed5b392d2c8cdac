"""The driver of the encrypted file, kept behind one door: its settings, its traps, its key."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.errors import Cancelled
from models.store.world import world

if TYPE_CHECKING:  # the driver is untyped and mirrors this
    import sqlite3 as sqlcipher
else:
    from sqlcipher3 import dbapi2 as sqlcipher

BUSY_MILLISECONDS: Final = 5000
READING_KILOBYTES: Final = -46080  # lists of a million then cost 60 MB at most (ARCHITECTURE 5)

_COMMON: Final = (
    ("busy_timeout", BUSY_MILLISECONDS),  # first; the driver's own `timeout` is ignored
    ("foreign_keys", 1),
    ("cache_size", -65536),
    ("temp_store", "memory"),
)
WRITING: Final = (*_COMMON, ("journal_mode", "wal"), ("synchronous", "full"))
READING: Final = (*_COMMON, ("cache_size", READING_KILOBYTES), ("query_only", 1))


class Connection(sqlcipher.Connection):
    """The driver's connection, able to be held weakly, and closed for good when it is closed.

    Two things would leave the log behind: a cursor still held by somebody (a caught exception is
    enough), and an interrupt that came between statements, which would hit the last checkpoint.
    """

    _cursors: weakref.WeakSet[sqlcipher.Cursor]

    def cursor(self, factory: Any = sqlcipher.Cursor) -> Any:  # noqa: ANN401 - the driver's own
        """Return a cursor, remembered until it is gone."""
        cursor = super().cursor(factory)
        self.__dict__.setdefault("_cursors", weakref.WeakSet()).add(cursor)
        return cursor

    def close(self) -> None:
        """Give the file back; what is not committed is rolled back. Closing twice does nothing."""
        for cursor in list(self.__dict__.get("_cursors", ())):
            cursor.close()
        with suppress(sqlcipher.Error):  # closed already, or half written: why has been told
            super().execute("SELECT 1")  # takes up an interrupt still waiting
        super().close()


def connect(name: str, data_key: bytes) -> Connection:
    """Open a bare keyed connection.

    Args:
        name: a path, or a ``file:`` address.
        data_key: the 32 bytes of the register, used as they are: no derivation inside the driver.
    """
    connection: Connection = sqlcipher.connect(
        name, isolation_level=None, check_same_thread=False, uri=True, factory=Connection
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong key must not reach stderr
        connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    except BaseException:
        connection.close()
        raise
    return connection


class ReadConnection:
    """A connection of its own for a worker thread: it can be interrupted and cannot write."""

    def __init__(self, name: str, data_key: bytes) -> None:
        self._connection = connect(name, data_key)
        try:
            for pragma, value in READING:
                self._connection.execute(f"PRAGMA {pragma} = {value}")
        except BaseException:
            self._connection.close()
            raise

    def execute(self, sql: str, params: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all rows.

        Raises:
            Cancelled: `interrupt` was called while it ran.
            WorldError: disk or file failed.
        """
        with world("đọc sổ"):
            try:
                return self._connection.execute(sql, params).fetchall()
            except sqlcipher.OperationalError as error:
                if str(error) == "interrupted":
                    raise Cancelled from error
                raise

    def version(self) -> int:
        """Return a number that is another one after the register was changed elsewhere."""
        return int(self.execute("PRAGMA data_version")[0][0])

    def interrupt(self) -> None:
        """Stop the statement now running, from any thread; between statements it does nothing."""
        self._connection.interrupt()

    def close(self) -> None:
        """Give the connection back; call it when no statement runs."""
        self._connection.close()


def read_only_address(path: Path) -> str:
    """Name the file so that SQLite cannot write it, and makes no log beside it where none is."""
    immutable = "" if log_of(path).exists() else "&immutable=1"
    return f"{path.absolute().as_uri()}?mode=ro{immutable}"


def log_of(path: Path) -> Path:
    """Return where the engine keeps what is not in the file yet; there while it is open."""
    return path.with_name(path.name + "-wal")
