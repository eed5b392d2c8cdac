"""What a copy holds beside what the machine holds, and what would be lost by restoring it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.errors import WorldError
from models.store.backup.container import Manifest
from models.store.backup.snapshot import Contents, contents
from models.store.connection import connect, read_only_address
from models.store.database import check_file

if TYPE_CHECKING:
    from pathlib import Path

    from models.store.connection import Connection
    from models.store.folder import RegisterFolder

OWN_NOTES: Final = "backup_entry"
"""The history's word for what backups write of themselves; no record."""


@dataclass(frozen=True, slots=True)
class Here:
    """The register on this machine.

    Attributes:
        live: records of every register; empty where it could not be read.
        last_change: ISO moment of its last change; empty where unknown.
        size: bytes of its file.
        lost: how many records restoring would lose; of an unreadable one its size in kilobytes.
    """

    live: dict[str, int]
    last_change: str
    size: int
    lost: int

    @property
    def readable(self) -> bool:
        """Whether it could be read at all."""
        return bool(self.live)


def look(folder: RegisterFolder, copy: Path, manifest: Manifest, data_key: bytes) -> Here | None:
    """Compare the register in a folder with a copy; nothing is changed, None where there is none.

    A register whose file is damaged, or that has another key, is told by its size alone.

    Raises:
        WorldError: the copy cannot be read.
    """
    if not folder.database.exists():
        return None
    size = folder.database.stat().st_size
    try:
        check_file(folder.database, data_key)
    except WorldError:
        return Here({}, "", size, max(1, size // 1000))
    with closing(connect(read_only_address(folder.database), data_key)) as here:
        held = contents(here)
        row = here.execute("SELECT at FROM history_change ORDER BY id DESC LIMIT 1").fetchone()
        lost = _lost(here, held, copy, manifest, data_key)
    return Here(held.live, str(row[0]) if row else "", size, lost)


def _lost(here: Connection, held: Contents, copy: Path, manifest: Manifest, data_key: bytes) -> int:
    """Count the records touched since the copy; all of them where it is of another history."""
    if held.entries >= manifest.entries:
        if _link_at(here, manifest.entries) == manifest.link:
            return _touched_after(here, manifest.entries)
    else:
        address = f"{copy.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(connect(address, data_key)) as there:
            if _link_at(there, held.entries) == held.link:
                return 0
    return sum(held.live.values())


def _link_at(connection: Connection, entries: int) -> str:
    """Return the link of the history's chain after so many entries."""
    if not entries:
        return ""
    row = connection.execute(
        "SELECT link FROM history_entry ORDER BY id LIMIT 1 OFFSET ?", (entries - 1,)
    ).fetchone()
    return bytes(row[0]).hex() if row else "?"


def _touched_after(connection: Connection, entries: int) -> int:
    """Count records; openings, prints and backups that were told in the history are none."""
    row = connection.execute(
        'SELECT count(*) FROM (SELECT DISTINCT "table", record FROM'
        ' (SELECT "table", record, change_id FROM history_entry ORDER BY id LIMIT -1 OFFSET ?) AS e'
        " JOIN history_change AS c ON c.id = e.change_id WHERE c.kind != 'event')",
        (entries,),
    ).fetchone()
    return int(row[0])
