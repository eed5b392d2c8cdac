"""Where a register lives: one folder with the encrypted file, the key slots twice and the lock."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

RESTORED: Final = "restored-"
"""Begins the name of a folder in which a restored register waits (`models.store.pending`)."""
_WINDOWS_NAME: Final = "So Phong Trao"
_UNIX_NAME: Final = "so-phong-trao"
# Without O_BINARY Windows would write every line end as two bytes.
_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class RegisterFolder(NamedTuple):
    """The paths of one register; nothing is read or made by constructing it."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted records."""
        return self.path / "register.db"

    @property
    def keys(self) -> Path:
        """The key slots."""
        return self.path / "keys.json"

    @property
    def keys_copy(self) -> Path:
        """The same key slots again, for the day the first file is damaged."""
        return self.path / "keys.copy.json"

    @property
    def lock(self) -> Path:
        """What the one writer holds; its presence alone means nothing."""
        return self.path / "lock"

    @property
    def attempts(self) -> Path:
        """Wrong passwords in a row; absent on most days."""
        return self.path / "attempts.json"

    def exists(self) -> bool:
        """Say whether any part of a register is here, so that nothing is ever made over it."""
        parts = (self.database, self.keys, self.keys_copy)
        return any(part.exists() for part in parts) or self.is_half_restored()

    def is_half_restored(self) -> bool:
        """Say whether a blackout came while a restored register took its place here."""
        return any(self.path.glob(f"{RESTORED}*"))

    def create(self) -> None:
        """Make the folder, readable by its owner only where the system knows owners.

        Raises:
            OSError: the place cannot be written.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)


def default_folder(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> RegisterFolder:
    """Return this person's own folder: local (never roaming) data on Windows, XDG elsewhere.

    Args:
        environment: variables to look in, replaced in tests.
        platform: a value of ``sys.platform``.
    """
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        base = Path(local) if local else Path.home() / "AppData" / "Local"
        return RegisterFolder(base / _WINDOWS_NAME)
    shared = Path(environment.get("XDG_DATA_HOME", ""))
    base = shared if shared.is_absolute() else Path.home() / ".local" / "share"
    return RegisterFolder(base / _UNIX_NAME)


def replace_file(path: Path, content: bytes) -> None:
    """Write a small file so that after any failure the old or the new content is there, whole.

    Raises:
        OSError: the disk failed; the old content stands and no part file is left where avoidable.
    """
    part = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(part, _NEW_FILE, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make names just made in a folder survive a power cut; Windows does so itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
