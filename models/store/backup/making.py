"""Making a copy: written beside its name, brought to the device, read back, opened, then named.

Sequence and sentences of each failure: STORAGE.md was measured for them; nothing here trusts a
write that was not read again. Until the last step the copy is called ``….part`` and is no copy.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from models import clock
from models.errors import World, WorldError
from models.store.backup import pages
from models.store.backup.container import PAGE, SUFFIX, Manifest
from models.store.backup.proving import prove
from models.store.backup.snapshot import contents, open_key, snapshot
from models.store.connection import connect
from models.store.folder import sync_folder
from models.store.opening import the_office
from models.store.session import user
from models.store.vault import Vault
from models.store.world import world
from models.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.store.connection import Connection
    from models.store.folder import RegisterFolder

    Progress = Callable[[int, int, str], None]

GATHER: Final = "Gom dữ liệu"
WRITE: Final = "Mã hóa và ghi"
READ_BACK: Final = "Đọc lại và kiểm tra"
STEPS: Final = (GATHER, WRITE, READ_BACK)
PART: Final = ".part"
_PAGES_AT_ONCE: Final = 500
_ROOM: Final = 1.05
_SPARE_BYTES: Final = 1 << 20
_LARGEST_FAT: Final = (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was read back and found good.

    Attributes:
        path: where it stands.
        size: bytes of the file.
        manifest: what it holds.
    """

    path: Path
    size: int
    manifest: Manifest


def make_copy(
    folder: RegisterFolder, target: Path, *, fat: bool = False, progress: Progress | None = None
) -> Copy:
    """Copy the open register into a folder while work in it goes on.

    Args:
        folder: of the open register, for its key slots.
        target: an existing folder.
        fat: the file system there takes no file of 4 GiB.
        progress: called with done, total and the step in words; may raise Cancelled.

    Raises:
        WorldError: no room, drive gone, or what came back from it is not what was written. No
            copy is left then, and those made before stand as they were.
        Cancelled: stopped; likewise.
    """
    tell = progress or _silent
    with world("sao lưu"):
        _sweep(target)
        name = _free_name(target)
        part = target / f"{name}{PART}"
        try:
            manifest = _write(folder, part, fat=fat, tell=tell)
            prove(part, open_key(), lambda done, total: tell(done, total, READ_BACK))
            part.replace(target / name)
            sync_folder(target)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        size = (target / name).stat().st_size
    return Copy(target / name, size, manifest)


def _write(folder: RegisterFolder, part: Path, *, fat: bool, tell: Progress) -> Manifest:
    """Write pages and manifest, and bring them to the device."""
    tell(0, 1, GATHER)
    office, who, moment = the_office().name, user(), clock.now().isoformat()
    vault = Vault.open(folder, repair=False)
    with snapshot() as source:
        held = contents(source)
        size = int(source.execute("PRAGMA page_count").fetchone()[0]) * PAGE
        _refuse_small(part.parent, size, fat=fat)
        tell(1, 1, GATHER)
        _copy_pages(source, part, tell)
    if part.stat().st_size != size:
        raise WorldError("Bản sao lưu ghi ra chưa đủ. Cắm USB khác rồi làm lại.", World.GONE)
    manifest = Manifest(
        register=vault.register,
        office=office,
        made_at=moment,
        user=who,
        size=size,
        sha256=pages.sum_of(part),
        keys=vault.content().decode(),
        **asdict(held),
    ).sealed(open_key())
    _append(part, manifest.tail())
    return manifest


def _copy_pages(source: Connection, part: Path, tell: Progress) -> None:
    """Let the engine write the pages, encrypted with the same key."""
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(connect(str(part), open_key())) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(
            copy,
            pages=_PAGES_AT_ONCE,
            progress=lambda _state, left, total: tell(total - left, total, WRITE),
        )


def _append(part: Path, tail: bytes) -> None:
    descriptor = os.open(part, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        written = os.write(descriptor, tail)
        if written != len(tail):
            raise OSError(28, "short write")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_small(target: Path, size: int, *, fat: bool) -> None:
    needed, free = int(size * _ROOM) + _SPARE_BYTES, shutil.disk_usage(target).free
    if free < needed:
        raise WorldError(
            f"Nơi sao lưu chỉ còn {megabytes(free)} MB, cần {megabytes(needed)} MB. Cắm USB khác.",
            World.DISK_FULL,
        )
    if fat and needed > _LARGEST_FAT:
        raise WorldError(
            "USB định dạng FAT32 không nhận tệp từ 4 GB. Định dạng lại USB thành exFAT hoặc NTFS, "
            "hoặc cắm USB khác.",
            World.OTHER,
        )


def megabytes(size: int) -> str:
    """Write bytes as megabytes, a comma before the one decimal below 100."""
    value = size / 1e6
    return f"{value:.1f}".replace(".", ",") if value < 99.95 else f"{value:.0f}"


def _free_name(target: Path) -> str:
    """Return a name of today that nothing there has: ASCII, since some sticks take no other."""
    place = "".join(word.capitalize() for word in fold(the_office().place or "So").split())
    stem = f"{''.join(c for c in place if c.isascii() and c.isalnum())}-{clock.now():%Y-%m-%d-%H%M}"
    taken = {entry.name.lower() for entry in target.iterdir()}
    names = (f"{stem}{f'-{n}' if n > 1 else ''}{SUFFIX}" for n in range(1, 1000))
    return next(name for name in names if name.lower() not in taken)


def _sweep(target: Path) -> None:
    """Take away what a blackout left half written."""
    for left in target.glob(f"*{SUFFIX}{PART}"):
        left.unlink(missing_ok=True)


def _silent(_done: int, _total: int, _text: str) -> None:
    """Nobody wants to know."""
