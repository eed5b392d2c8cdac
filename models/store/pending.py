"""A restored register takes the place of the present one as if at once, whatever happens between.

What was restored waits whole in a folder ``restored-…``; the renaming to that name is the moment it
counts. From then on every opening first finishes the exchange, and it may be finished any number of
times. The present files move to ``before-…``, a register folder of its own.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import World, WorldError
from models.store.connection import log_of
from models.store.folder import RESTORED, RegisterFolder, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE = "before-"
STAGED = "restoring-"
OTHER_KEY = "-key"
"""Ends the stamp of a register under another key: what it takes the place of is not kept."""
_LOGS = ("-wal", "-shm")


def stage(folder: RegisterFolder, stamp: str) -> RegisterFolder:
    """Make the folder in which a register is made ready; older unfinished ones are taken away."""
    for left in folder.path.glob(f"{STAGED}*"):
        discard(RegisterFolder(left))
    staged = RegisterFolder(folder.path / f"{STAGED}{stamp}")
    staged.create()
    return staged


def discard(staged: RegisterFolder) -> None:
    """Take away a register that was made ready and is not wanted; what refuses stays unused."""
    with suppress(OSError):
        for part in staged.path.iterdir():
            part.unlink()
        staged.path.rmdir()


def settle(staged: RegisterFolder) -> None:
    """Bring a register made ready, which is closed, to the disk.

    Raises:
        WorldError: the disk did not take the last of it into the file.
        OSError: the disk failed.
    """
    log = log_of(staged.database)
    if log.exists() and log.stat().st_size:
        raise WorldError("Ổ đĩa không ghi hết. Sổ vẫn như cũ.", World.GONE)
    sync_folder(staged.path)


def commit(folder: RegisterFolder, staged: RegisterFolder) -> Path:
    """Let the register made ready take the place of the present one; return where that is kept.

    One under another key takes the place for good: nothing is kept.

    Raises:
        OSError: before the exchange counts nothing has changed; after it, opening finishes it.
    """
    stamp = staged.path.name.removeprefix(STAGED)
    staged.path.rename(folder.path / f"{RESTORED}{stamp}")
    sync_folder(folder.path)
    finish(folder)
    return folder.path / f"{BEFORE}{stamp}"


def finish(folder: RegisterFolder) -> None:
    """Finish an exchange that counts already; nothing where there is none.

    Raises:
        OSError: the disk failed; the next opening goes on from there.
    """
    for waiting in sorted(folder.path.glob(f"{RESTORED}*")):
        fresh = RegisterFolder(waiting)
        kept = RegisterFolder(folder.path / f"{BEFORE}{waiting.name.removeprefix(RESTORED)}")
        kept.create()
        _exchange_keys(folder, fresh, kept)
        if fresh.database.exists():
            for present, old in _parts(folder, kept):
                if present.exists() and not old.exists():
                    present.replace(old)
            fresh.database.replace(folder.database)
        sync_folder(folder.path)
        sync_folder(kept.path)
        if waiting.name.endswith(OTHER_KEY):  # the old key must open nothing here
            for old in kept.path.iterdir():
                old.unlink()
            sync_folder(kept.path)
        with suppress(OSError):  # nothing was there before, or nothing of it is kept
            kept.path.rmdir()
        for empty in waiting.iterdir():  # logs emptied into the file, which the disk did not let go
            empty.unlink()
        waiting.rmdir()


def _exchange_keys(folder: RegisterFolder, fresh: RegisterFolder, kept: RegisterFolder) -> None:
    """Key files are copied, not moved, so that the folder is never without them."""
    pairs = (
        (folder.keys_copy, fresh.keys_copy, kept.keys_copy),
        (folder.keys, fresh.keys, kept.keys),
    )
    for present, new, old in pairs:
        if new.exists():
            if present.exists() and not old.exists():
                replace_file(old, present.read_bytes())
            new.replace(present)


def _parts(folder: RegisterFolder, kept: RegisterFolder) -> Iterator[tuple[Path, Path]]:
    for suffix in ("", *_LOGS):
        yield Path(f"{folder.database}{suffix}"), Path(f"{kept.database}{suffix}")
