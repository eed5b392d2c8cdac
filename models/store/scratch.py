"""Folders of registers that are only looked around in: gone when they are left.

One that a blackout left behind goes at the next start. Each is locked as long as it is in use, so
that no other window of the same person clears it away.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from models.errors import WorldError
from models.store.folder import RegisterFolder
from models.store.lock import RegisterLock
from models.store.world import world

PREFIX: Final = "so-phong-trao-xem-thu-"
DAY_SECONDS: Final = 86400
"""One without a lock is being made just now, unless it is as old as this."""


class Scratch:
    """One such folder, of its own for every window."""

    def __init__(self) -> None:
        with world("lập sổ xem thử"):
            self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = RegisterLock(RegisterFolder(self.path))
        self._lock.acquire()

    def remove(self) -> None:
        """Leave nothing of it behind; a second time there is nothing to do."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def sweep() -> None:
    """Remove the folders that nobody is in any more; what cannot be removed stays."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(WorldError, OSError):
            if _is_left(path):
                with RegisterLock(RegisterFolder(path)):
                    pass
                shutil.rmtree(path, ignore_errors=True)


def _is_left(path: Path) -> bool:
    """Tell whether a folder may be looked into: this person's own, and not being made just now."""
    facts = path.lstat()
    mine = not hasattr(os, "getuid") or facts.st_uid == os.getuid()
    locked_once = RegisterFolder(path).lock.exists()
    old = time.time() - facts.st_mtime > DAY_SECONDS
    return mine and path.is_dir() and not path.is_symlink() and (locked_once or old)
