"""The encrypted file every record lives in: made, opened, refused and closed in one place.

All models bind to `database`, which is pointed at a register by `open_database` or
`create_database`. To look into another file at the same time (a restore drill), use
`second_database` and peewee's own ``with second.bind_ctx(MODELS):``. Never read the file of an open
register with ``open()``, not even to hash it: closing it drops the engine's locks in this process.
"""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import peewee

from models.errors import UserError, World, WorldError
from models.store.connection import (
    READING,
    WRITING,
    Connection,
    ReadConnection,
    connect,
    log_of,
    read_only_address,
)
from models.store.folder import sync_folder
from models.store.world import world

if TYPE_CHECKING:  # the driver and its peewee class are untyped; both mirror these
    import sqlite3 as sqlcipher

    from peewee import SqliteDatabase as SqlCipherDatabase
else:
    from playhouse.sqlcipher_ext import SqlCipherDatabase
    from sqlcipher3 import dbapi2 as sqlcipher

__all__ = [
    "APPLICATION_ID",
    "SCHEMA_VERSION",
    "STEPS",
    "ReadConnection",
    "RegisterDatabase",
    "check_file",
    "close_database",
    "connect",
    "create_database",
    "database",
    "open_database",
    "read_connection",
    "refuse_mixed",
    "schema_version",
    "second_database",
    "set_schema_version",
]

APPLICATION_ID: Final = 0x53505452  # "SPTR": an empty or foreign file is never taken for ours
STEPS: Final = Path(__file__).parent / "migrations" / "steps"
SCHEMA_VERSION: Final = max(int(step.name[:4]) for step in STEPS.glob("[0-9]*.py"))
"""The newest `user_version` this program can read: the number of the last migration step."""
_CLOSING_MILLISECONDS: Final = 1000
_PAGE: Final = 4096
_PLAIN_HEADER: Final = b"SQLite format 3\0"


class _Savepoint(peewee._savepoint):
    """A savepoint whose undoing does not fail when the engine has undone everything already."""

    def rollback(self, begin: bool = True) -> None:
        if self.db.connection().in_transaction:
            super().rollback(begin)


class RegisterDatabase(SqlCipherDatabase):
    """One encrypted file; remembers the connection of every thread so that all can be closed.

    Attributes:
        read_only: no statement may change the file.
        is_frozen: nothing could, for want of leave from the system.
    """

    def __init__(self) -> None:
        self.read_only = self.is_frozen = False
        self._opened: weakref.WeakSet[Connection] = weakref.WeakSet()
        self._opened_guard = threading.Lock()
        super().__init__(None)

    if TYPE_CHECKING:  # left untyped by peewee's stubs

        def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> sqlcipher.Cursor:
            """Run one statement."""

    def point_at(self, path: Path, data_key: bytes, *, read_only: bool) -> None:
        """Set file and key for the connections to come; opens nothing yet."""
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        self.read_only, self.is_frozen = read_only, read_only and not writable
        self.init(
            read_only_address(path) if self.is_frozen else str(path.absolute()),
            pragmas=READING if read_only else WRITING,
            data_key=data_key,
        )

    def rollback(self) -> None:
        """Undo the transaction, unless the engine has: on a full disk it ends it by itself.

        A second ROLLBACK would fail and hide the reason.
        """
        if self.connection().in_transaction:
            super().rollback()

    def savepoint(self) -> _Savepoint:
        """Return a savepoint with the same forbearance."""
        return _Savepoint(self)

    def close_all(self) -> None:
        """Close the connections of all threads; work not committed is rolled back.

        Worker threads must have ended their statements; one still running is interrupted. A thread
        that asks again afterwards gets a new connection, or an error once the file is let go.
        """
        with self._opened_guard:
            opened = list(self._opened)
            self._opened.clear()
        for connection in opened:
            connection.interrupt()
            connection.close()
        self._state = peewee._ConnectionLocal()

    def forget(self) -> None:
        """Let go of file and key; the next use without opening again is an error."""
        self.close_all()
        self.connect_params.clear()
        self.init(None)

    def _connect(self) -> Connection:
        connection = connect(self.database, self.connect_params["data_key"])
        try:
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]
        except BaseException:
            connection.close()
            raise
        with self._opened_guard:
            self._opened.add(connection)
        return connection


database = RegisterDatabase()


def create_database(path: Path, data_key: bytes) -> None:
    """Make an empty register file and leave it open as `database`.

    Raises:
        UserError: there is a file already.
        WorldError: the disk failed; nothing is left behind.
    """
    close_database()
    with world("tạo sổ"):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError as error:
            raise UserError(f"Đã có một sổ ở đây: {path}. Chọn thư mục khác.") from error
    try:
        with world("tạo sổ"):
            database.point_at(path, data_key, read_only=False)
            database.pragma("application_id", APPLICATION_ID)
            sync_folder(path.parent)
    except BaseException:
        database.forget()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        raise


def open_database(path: Path, data_key: bytes, *, read_only: bool = False) -> None:
    """Point `database` at a register file; any file open before is closed.

    Args:
        path: the encrypted file.
        data_key: its 32 bytes, from a key slot or the recovery sheet.
        read_only: for commands that only read: no statement can change the file, and a folder that
            cannot be written is enough.

    Raises:
        WorldError: see `check_file`.
    """
    close_database()
    check_file(path, data_key)
    with world("mở sổ"):
        database.point_at(path, data_key, read_only=read_only)
        database.connect()


def close_database() -> None:
    """Close every thread's connection; the log goes into the file, so the folder can be copied.

    Where the log cannot be emptied now (another window reads, disk full) it stays beside the file
    and loses nothing. Closing what is closed does nothing.
    """
    if database.deferred:
        return
    name, key = database.database, database.connect_params["data_key"]
    database.forget()
    if database.read_only:
        return
    with suppress(sqlcipher.DatabaseError), closing(connect(name, key)) as last:
        last.execute(f"PRAGMA busy_timeout = {_CLOSING_MILLISECONDS}")
        last.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def second_database(
    path: Path, data_key: bytes, *, read_only: bool = True
) -> Iterator[RegisterDatabase]:
    """Open another register beside the one in use; closed at the end of the block.

    Raises:
        WorldError: see `check_file`.
    """
    check_file(path, data_key)
    second = RegisterDatabase()
    try:
        with world("mở sổ"):
            second.point_at(path, data_key, read_only=read_only)
            second.connect()
        yield second
    finally:
        second.forget()


def check_file(path: Path, data_key: bytes) -> int:
    """Refuse what is not a whole register this program can read, without writing a byte to it.

    Returns:
        The schema version of the file.

    Raises:
        WorldError: missing, empty, cut short, foreign, damaged, or made by a newer program.
    """
    with world("mở sổ"):
        _check_shape(path)
        application, schema = _identity(path, data_key)
    if application != APPLICATION_ID:
        raise WorldError(f"Tệp này không phải sổ của phần mềm: {path}.", World.FOREIGN)
    if schema > SCHEMA_VERSION:
        raise WorldError(
            f"Sổ này do bản phần mềm mới hơn tạo ra (cấu trúc {schema}, bản này đọc đến "
            f"{SCHEMA_VERSION}). Cài bản mới rồi mở lại; sổ vẫn nguyên, chưa ghi gì vào.",
            World.NEWER,
        )
    return schema


def refuse_mixed(path: Path, data_key: bytes) -> None:
    """Refuse a file beside the log of another, before a byte of that log is written into it.

    Looks only where a log is left, as after a blackout; takes a second for each fifty megabytes.

    Raises:
        WorldError: file and log do not belong together, as where an old file was copied back.
    """
    log = log_of(path)
    if not path.exists() or not log.exists() or not log.stat().st_size:
        return
    check_file(path, data_key)
    with world("mở sổ"), closing(connect(read_only_address(path), data_key)) as probe:
        if probe.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
            return
    raise WorldError(
        f"Tệp {path.name} và tệp {log.name} không cùng một lúc: một trong hai là bản chép khác. "
        "Chưa ghi gì vào. Chép lại đúng cả thư mục sổ, hoặc phục hồi từ bản sao lưu gần nhất.",
        World.DAMAGED,
    )


def schema_version() -> int:
    """Return the schema version of the open register; 0 when no step has run yet."""
    return int(database.pragma("user_version"))


def set_schema_version(version: int) -> None:
    """Write the schema version; inside a transaction it commits and rolls back with it."""
    database.pragma("user_version", version)


def read_connection() -> ReadConnection:
    """Open a further reading connection to the register in use.

    Raises:
        WorldError: the file cannot be opened any more.
    """
    with world("đọc sổ"):
        return ReadConnection(database.database, database.connect_params["data_key"])


def _check_shape(path: Path) -> None:
    """Tell the cheap cases apart by size and first bytes.

    The file is opened here only while no connection can have it open: closing any descriptor drops
    the locks this process holds on a file, and the engine's are such locks.
    """
    size = path.stat().st_size
    if size == 0:
        raise WorldError(
            f"Tệp sổ rỗng (0 byte): {path}. Phục hồi từ bản sao lưu gần nhất.", World.DAMAGED
        )
    if log_of(path).exists():
        return
    with path.open("rb") as stream:
        if stream.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise WorldError(f"Tệp này không phải sổ của phần mềm: {path}.", World.FOREIGN)
    if size % _PAGE:
        raise WorldError(
            f"Tệp sổ bị cụt ({size} byte): {path}. Phục hồi từ bản sao lưu gần nhất.",
            World.DAMAGED,
        )


def _identity(path: Path, data_key: bytes) -> tuple[int, int]:
    """Read application id and schema version; SQLite itself refuses a file short of pages here."""
    with closing(connect(read_only_address(path), data_key)) as probe:
        application = probe.execute("PRAGMA application_id").fetchone()[0]
        schema = probe.execute("PRAGMA user_version").fetchone()[0]
        probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(application), int(schema)
