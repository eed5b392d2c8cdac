"""The recovery sheet at work: a new password for who forgot theirs, and the sheet made again.

The sheet is the register's own key (`recovery_key`), so it serves where every key slot is lost too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import clock
from models.errors import UserError, World, WorldError
from models.roles import Right
from models.store import journal, settings
from models.store.database import check_file
from models.store.lock import RegisterLock
from models.store.passwords import refuse_weak
from models.store.recovery_key import RecoveryKey
from models.store.session import require, user
from models.store.vault import Vault

if TYPE_CHECKING:
    from models.store.folder import RegisterFolder

SHEET_MADE = "recovery.sheet_made"
"""Setting: ISO day on which the last sheet was proven to be readable."""


def new_password(folder: RegisterFolder, name: str, sheet: str, password: str) -> None:
    """Give a person a new password by the sheet of a register that nobody has open.

    Args:
        folder: the register.
        name: of one of its people; where all key slots are lost, as the register knows them.
        sheet: what was typed from the sheet.
        password: the new one.

    Raises:
        UserError: mistyped, which names the group; no such person, or a weak password.
        AccessError: a sheet of another register.
        WorldError: missing, in use or damaged.
    """
    key = RecoveryKey.parse(sheet)
    refuse_weak(password, name)
    with RegisterLock(folder):
        try:
            vault = Vault.open(folder)
        except WorldError as error:
            if error.kind not in (World.DAMAGED, World.MISSING):
                raise
            _new_slots(folder, name, key, password)
            return
        vault.set_password(name, password, vault.unlock_with_recovery(sheet))
        vault.attempts.passed()


def _new_slots(folder: RegisterFolder, name: str, key: RecoveryKey, password: str) -> None:
    """Make key slots anew where both files are gone, once the sheet has opened the records."""
    check_file(folder.database, key.data_key)
    Vault.create(folder, name, password, recovery=key)


def tell_new_password() -> None:
    """Write into the history of the register, open now, that the sheet gave a new password."""
    journal.tell(journal.Act.SHEET, "Đặt mật khẩu mới bằng phiếu khôi phục")


def show_sheet(folder: RegisterFolder, password: str) -> str:
    """Return the key of the open register for a sheet made again, told in the history.

    Args:
        folder: of the open register.
        password: of who asks, again: the window may stand open with nobody before it.

    Raises:
        AccessError: wrong password, or who works now does not run the register.
        UserError: no password.
    """
    key = prove_oneself(folder, password)
    journal.tell(journal.Act.SHEET, "Xem mã để lập lại phiếu khôi phục")
    return RecoveryKey(key).text


def prove_oneself(folder: RegisterFolder, password: str) -> bytes:
    """Return the data key of the open register to who runs it and gives their password again.

    Raises:
        AccessError: wrong password, or who works now does not run the register.
        UserError: no password.
    """
    require(Right.USERS)
    if not password:
        raise UserError("Chưa nhập mật khẩu.", "password")
    vault = Vault.open(folder)
    key = vault.unlock(user(), password)
    vault.attempts.passed()
    return key


def sheet_proven() -> None:
    """Note that a sheet was made and read back from paper."""
    settings.put(SHEET_MADE, clock.today().isoformat())
    journal.tell(journal.Act.SHEET, "Lập lại phiếu khôi phục, đã đọc thử trên giấy")


def sheet_made() -> str:
    """Return the ISO day of the last sheet that was proven here; empty where none was."""
    return settings.get(SHEET_MADE)
