"""Putting a copy in the place of the register: proven first, made ready beside it, then exchanged.

The present register is kept in a folder beside; no copy is ever taken away by it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import TYPE_CHECKING, Final

from models import clock
from models.errors import World, WorldError
from models.record import new_uid
from models.store import migrations, pending
from models.store.backup.comparing import OWN_NOTES
from models.store.backup.container import damaged
from models.store.backup.making import megabytes
from models.store.backup.permission import refuse_onlooker
from models.store.backup.proving import prove
from models.store.backup.unlocking import vault_of
from models.store.change import change
from models.store.database import close_database, open_database
from models.store.history import Entry
from models.store.lock import RegisterLock
from models.store.session import set_user
from models.store.vault import Vault
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.store.backup.container import Manifest
    from models.store.backup.permission import Entrant
    from models.store.folder import RegisterFolder

CHECK: Final = "Đọc và kiểm tra bản sao lưu"
COPY: Final = "Chép vào máy"
_CHUNK: Final = 1 << 20


def restore(
    folder: RegisterFolder,
    copy: Path,
    entrant: Entrant,
    progress: Callable[[int, int, str], None] | None = None,
) -> Path:
    """Put a copy in the place of the register in a folder, which may hold none yet.

    Args:
        folder: closed; nobody works in it.
        copy: the file of the copy.
        entrant: who restores.
        progress: called with done, total and the step in words; may raise Cancelled.

    Returns:
        The folder in which what was there before is kept; it does not exist when nothing was.

    Raises:
        AccessError: the register that would be replaced does not let this person restore.
        WorldError: the copy is not whole, no room, or the register is in use. Nothing has changed.
        Cancelled: stopped; nothing has changed.
    """
    tell = progress or _silent
    with world("phục hồi"):
        folder.create()
    with RegisterLock(folder), world("phục hồi"):
        pending.finish(folder)
        refuse_onlooker(folder, entrant)
        manifest = prove(copy, entrant.data_key, lambda done, total: tell(done, total, CHECK))
        _refuse_small(folder, manifest)
        staged = pending.stage(folder, f"{clock.now():%Y%m%d-%H%M%S}")
        try:
            copy_pages(copy, staged.database, manifest, tell)
            _put_keys(folder, staged, copy, manifest, entrant)
            _make_ready(staged, copy, entrant)
            return pending.commit(folder, staged)
        except BaseException:
            pending.discard(staged)
            raise


def _refuse_small(folder: RegisterFolder, manifest: Manifest) -> None:
    needed, free = int(manifest.size * 1.05) + (1 << 20), shutil.disk_usage(folder.path).free
    if free < needed:
        raise WorldError(
            f"Ổ đĩa của máy chỉ còn {megabytes(free)} MB, cần {megabytes(needed)} MB. "
            "Xóa bớt tệp không dùng, rồi làm lại.",
            World.DISK_FULL,
        )


def copy_pages(
    copy: Path, target: Path, manifest: Manifest, tell: Callable[[int, int, str], None]
) -> None:
    """Write the database of a copy to a file of its own, brought to the disk.

    Raises:
        OSError, WorldError: the disk failed, or the copy is not what it was.
    """
    total, left = hashlib.sha256(), manifest.size
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(target, flags, 0o600)
    try:
        with copy.open("rb") as stream:
            while left:
                chunk = stream.read(min(_CHUNK, left))
                if not chunk:
                    raise damaged(copy, "tệp bị cụt")
                total.update(chunk)
                left -= os.write(descriptor, chunk)
                tell(manifest.size - left, manifest.size, COPY)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if total.hexdigest() != manifest.sha256:
        raise damaged(copy, "nội dung khác lúc sao lưu")


def _put_keys(
    folder: RegisterFolder,
    staged: RegisterFolder,
    copy: Path,
    manifest: Manifest,
    entrant: Entrant,
) -> None:
    """Keep the passwords of this machine where they open the copy; else take those of the copy.

    Who was shut out since the copy was made must not come in again by restoring it.
    """
    vault = _present_vault(folder, entrant.data_key) or vault_of(copy, manifest)
    vault = vault.put_into(staged)
    if entrant.new_password and entrant.user in vault.users():
        vault.set_password(entrant.user, entrant.new_password, entrant.data_key)
    elif entrant.new_password:
        vault.add_slot(entrant.user, entrant.new_password, entrant.data_key)


def _present_vault(folder: RegisterFolder, data_key: bytes) -> Vault | None:
    try:
        present = Vault.open(folder, repair=False)
    except WorldError:
        return None
    return present if present.proves(data_key) else None


def _make_ready(staged: RegisterFolder, copy: Path, entrant: Entrant) -> None:
    """Bring the schema up to date and write the restoring into the history.

    Raises:
        WorldError: the disk failed, or did not take the last of it into the file.
    """
    open_database(staged.database, entrant.data_key)
    try:
        migrations.upgrade()
        set_user(entrant.user)
        with change(f"Phục hồi từ bản sao lưu {copy.name}", kind="event") as work:
            work.entries.append(Entry(OWN_NOTES, 0, new_uid(), "restore", copy.name, {}))
    finally:
        set_user("")
        close_database()
    pending.settle(staged)


def _silent(_done: int, _total: int, _text: str) -> None:
    """Nobody wants to know."""
