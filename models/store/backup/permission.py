"""Who may put a copy in the place of a register: that is decided by the register that is replaced.

On a new machine, or where the register there is past opening, who can open the copy may.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import AccessError, WorldError
from models.roles import RIGHTS, Right, Role
from models.store.backup.container import read_manifest
from models.store.backup.unlocking import only_one, unlock_with_recovery, vault_of
from models.store.connection import connect, read_only_address
from models.store.database import check_file
from models.store.vault import Vault, same_name

if TYPE_CHECKING:
    from pathlib import Path

    from models.store.connection import Connection
    from models.store.folder import RegisterFolder


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who restores, and how they open the register afterwards.

    Attributes:
        user: their name.
        data_key: of the copy.
        new_password: given by who came with the recovery sheet; empty keeps their password.
        present_key: of the register that is replaced, where that is another one than the copy's.
    """

    user: str
    data_key: bytes
    new_password: str = ""
    present_key: bytes = b""


def by_password(copy: Path, user: str, password: str, here: RegisterFolder) -> Entrant:
    """Let somebody in with their password: the one of this machine where it has the register.

    Args:
        copy: the file of the copy.
        user: one of its people; empty where it knows only one.
        password: theirs now; theirs when the copy was made where the machine has no such register.
        here: where the copy is to be put.

    Raises:
        AccessError: wrong password.
        UserError: several people and none named.
        WorldError: the copy cannot be read.
    """
    manifest = read_manifest(copy)
    vault, present = vault_of(copy, manifest), _present(here)
    name = user or only_one(vault.users())
    if present is None:
        return Entrant(name, vault.unlock(name, password))
    if present.register == manifest.register:
        own = present.unlock(name, password)
        if manifest.proves(own):
            return Entrant(name, own)
    else:
        known = any(same_name(one) == same_name(name) for one in present.users())
        own = present.unlock(name, password) if known else b""
    return Entrant(name, vault.unlock(name, password), present_key=own)


def by_sheet(copy: Path, user: str, text: str, new_password: str) -> Entrant:
    """Let somebody in with the recovery sheet of the copy, who chooses a new password.

    Raises:
        UserError: mistyped; the message names the group.
        AccessError: a sheet of another register.
        WorldError: the copy cannot be read.
    """
    return Entrant(user, unlock_with_recovery(copy, text), new_password)


def refuse_onlooker(folder: RegisterFolder, entrant: Entrant) -> None:
    """Refuse whoever the register in a folder does not let restore; nothing where there is none.

    The sheet of a register is the office's own word. One whose file is damaged asks nobody.

    Raises:
        AccessError: naming who, or that there is a register of somebody else's.
    """
    vault = _present(folder)
    if vault is None:
        return
    is_same = vault.proves(entrant.data_key)
    if is_same and entrant.new_password:
        return
    key = entrant.data_key if is_same else entrant.present_key
    if not vault.proves(key):
        raise AccessError(
            f"Trên máy đang có sổ khác ở {folder.path}. Chỉ người quản trị của sổ ấy thay được; "
            "hoặc phục hồi vào thư mục khác."
        )
    try:
        check_file(folder.database, key)
    except WorldError:
        return
    with closing(connect(read_only_address(folder.database), key)) as here:
        role = _role(here, vault, entrant.user)
    if role is None or Right.RESTORE not in RIGHTS[role]:
        raise AccessError(
            f"“{entrant.user}” không được {Right.RESTORE}. Nhờ người quản trị của sổ."
        )


def _present(folder: RegisterFolder) -> Vault | None:
    """Return the key slots of a register that is there whole."""
    if not folder.database.exists():
        return None
    try:
        return Vault.open(folder, repair=False)
    except WorldError:
        return None


def _role(here: Connection, vault: Vault, user: str) -> Role | None:
    """Return what a person is to a register; nothing for a stranger or who was ended.

    Of a register from before there were roles the first person runs it.
    """
    tables = "SELECT count(*) FROM sqlite_master WHERE name = 'user_account'"
    rows = []
    if here.execute(tables).fetchone()[0]:
        rows = here.execute("SELECT name, role, disabled FROM user_account").fetchall()
    if not rows:
        first = same_name(vault.users()[0]) == same_name(user)
        return Role.ADMIN if first else Role.OFFICER
    for name, role, disabled in rows:
        if same_name(str(name)) == same_name(user) and not disabled:
            return Role(str(role))
    return None
