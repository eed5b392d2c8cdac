"""Another data key for a register: what its old recovery sheet opens from then on is old copies.

The file is written anew under the new key, counted, and exchanged for the present one as a restored
copy is (`models.store.pending`); what was there goes. Of a person's password the register keeps
nothing that another key could be sealed with, so all but who does this get a new password.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Final

from models import clock
from models.errors import World, WorldError
from models.roles import Right
from models.store import accounts, journal, migrations, pending, recovering, settings
from models.store.backup.making import megabytes
from models.store.backup.snapshot import contents
from models.store.connection import connect
from models.store.database import close_database, database, open_database, refuse_mixed
from models.store.lock import RegisterLock
from models.store.recovery_key import KEY_BYTES, RecoveryKey
from models.store.session import require, set_user
from models.store.vault import Vault, put_under_other_key
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.store.folder import RegisterFolder

WRITE: Final = "Ghi sổ bằng mã mới"
LOOK: Final = "Đọc lại và đếm"
_PAGES_AT_ONCE: Final = 500


def new_sheet(folder: RegisterFolder, password: str) -> str:
    """Return a key for a new sheet of the open register, which is nobody's key yet.

    Args:
        folder: of the open register.
        password: of who asks, again: the window may stand open with nobody before it.

    Raises:
        AccessError: wrong password, or who works now does not run the register.
        UserError: no password.
    """
    recovering.prove_oneself(folder, password)
    return RecoveryKey(os.urandom(KEY_BYTES)).text


def change_key(
    folder: RegisterFolder,
    name: str,
    password: str,
    sheet: str,
    progress: Callable[[int, int, str], None] | None = None,
) -> None:
    """Put a register under the key of a new sheet; the old sheet opens it no more.

    Copies made before keep their key: the old sheet and the passwords of then open them.

    Args:
        folder: closed; nobody works in it.
        name: of who runs the register; alone to have a password afterwards.
        password: theirs.
        sheet: the new one, printed and read back from paper.
        progress: called with done, total and the step in words; may raise Cancelled.

    Raises:
        AccessError: wrong password, or who gives it does not run the register.
        WorldError: no room, damaged, in use, or the disk failed. Nothing has changed.
        Cancelled: stopped; nothing has changed.
    """
    tell = progress or _silent
    key = RecoveryKey.parse(sheet)
    with RegisterLock(folder), world("đổi mã khôi phục"):
        pending.finish(folder)
        vault = Vault.open(folder)
        old = vault.unlock(name, password)
        refuse_mixed(folder.database, old)
        _refuse_small(folder)
        staged = pending.stage(folder, f"{clock.now():%Y%m%d-%H%M%S}{pending.OTHER_KEY}")
        try:
            _write(folder, staged, (old, key.data_key), (vault, name), tell)
            put_under_other_key(vault, staged, key.data_key, name, password)
            _make_ready(staged, key.data_key, vault.name_of(name))
            pending.commit(folder, staged)
        except BaseException:
            pending.discard(staged)
            raise


def _write(
    folder: RegisterFolder,
    staged: RegisterFolder,
    keys: tuple[bytes, bytes],
    who: tuple[Vault, str],
    tell: Callable[[int, int, str], None],
) -> None:
    """Write the register under another key, and hold the two against each other."""
    open_database(folder.database, keys[0])
    try:
        accounts.admit(*who)
        require(Right.USERS)
        if migrations.pending():
            raise WorldError("Mở sổ một lần để nâng cấp, rồi đổi mã.", World.OTHER)
        os.close(os.open(staged.database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(connect(str(staged.database), keys[1])) as target:
            database.connection().backup(
                target,
                pages=_PAGES_AT_ONCE,
                progress=lambda _state, left, total: tell(total - left, total, WRITE),
            )
            tell(0, 0, LOOK)
            damaged = target.execute("PRAGMA cipher_integrity_check").fetchone()
            if damaged or contents(target) != contents(database.connection()):
                raise WorldError("Tệp ghi ra không giống sổ. Sổ vẫn như cũ.", World.DAMAGED)
    finally:
        set_user("")
        close_database()


def _make_ready(staged: RegisterFolder, key: bytes, name: str) -> None:
    """Write into the history that the key is another; bring all of it to the disk."""
    open_database(staged.database, key)
    try:
        set_user(name)
        settings.put(recovering.SHEET_MADE, clock.today().isoformat())
        journal.tell(journal.Act.SHEET, "Đổi mã khôi phục, phiếu mới đã đọc thử trên giấy")
    finally:
        set_user("")
        close_database()
    pending.settle(staged)


def _refuse_small(folder: RegisterFolder) -> None:
    needed = int(folder.database.stat().st_size * 1.05) + (1 << 20)
    free = shutil.disk_usage(folder.path).free
    if free < needed:
        raise WorldError(
            f"Ổ đĩa của máy chỉ còn {megabytes(free)} MB, cần {megabytes(needed)} MB. "
            "Xóa bớt tệp không dùng, rồi làm lại.",
            World.DISK_FULL,
        )


def _silent(_done: int, _total: int, _text: str) -> None:
    """Nobody wants to know."""
