"""The file written anew after an erasing, so that nothing stays in its gaps and in its log.

That wants room on the disk and that nobody is reading. Where it cannot be, the file remembers that
it is owed, and closing the register tries again; what was erased is out of every table already.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from models.errors import WorldError
from models.store import settings
from models.store.database import database
from models.store.world import world

OWED: Final = "erase.unswept"
"""Setting: whether an erasing still waits for it."""


def owe() -> None:
    """Remember, in the transaction of an erasing, that the file is to be written anew."""
    settings.put(OWED, "1")


def sweep() -> bool:
    """Write the file anew; tell whether that could be done now."""
    with suppress(WorldError), world("dọn tệp sổ"):
        database.execute_sql("VACUUM")
        if _log_is_empty():
            settings.put(OWED, "")
            return _log_is_empty()
    return False


def sweep_owed() -> None:
    """Write the file anew where that is owed and the file is open for writing."""
    if database.deferred or database.read_only:
        return
    with suppress(WorldError), world("dọn tệp sổ"):
        if settings.get(OWED):
            sweep()


def _log_is_empty() -> bool:
    """Empty the log into the file; whoever reads an older state keeps it from that."""
    busy, _frames, _moved = database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
