"""The way into a copy: by the password of somebody it knows, or by the recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import AccessError, UserError, WorldError
from models.store.backup.container import Manifest, read_manifest
from models.store.folder import RegisterFolder
from models.store.recovery_key import RecoveryKey
from models.store.vault import Vault

if TYPE_CHECKING:
    from pathlib import Path


def vault_of(path: Path, manifest: Manifest) -> Vault:
    """Return the key slots inside a copy, for unlocking only.

    Raises:
        WorldError: they are damaged.
    """
    return Vault(RegisterFolder(path.parent), manifest.key_file(path))


def unlock(path: Path, user: str, password: str, here: RegisterFolder | None = None) -> bytes:
    """Return the data key of a copy.

    Args:
        path: the copy.
        user: one of its people; empty where it knows only one.
        password: theirs when the copy was made; or theirs now, in the register on this machine.
        here: that register.

    Raises:
        AccessError: wrong password.
        UserError: several people and none named.
        WorldError: the copy cannot be read.
    """
    manifest = read_manifest(path)
    vault = vault_of(path, manifest)
    name = user or only_one(vault.users())
    own = _own_vault(here, manifest)
    if own is None:
        return vault.unlock(name, password)
    try:
        key = own.unlock(name, password)
    except AccessError:
        return vault.unlock(name, password)
    return key if manifest.proves(key) else vault.unlock(name, password)


def unlock_with_recovery(path: Path, text: str) -> bytes:
    """Return the data key typed from the recovery sheet; works where every slot is damaged.

    Raises:
        UserError: mistyped; the message names the group.
        AccessError: a sheet of another register.
        WorldError: the copy cannot be read.
    """
    manifest = read_manifest(path)
    key = RecoveryKey.parse(text).data_key
    if not manifest.proves(key):
        raise AccessError(
            "Mã này viết đúng nhưng không phải của bản sao lưu này. Tìm phiếu khôi phục in cho sổ "
            f"của {manifest.office}."
        )
    return key


def only_one(users: list[str]) -> str:
    """Return the one name there is.

    Raises:
        UserError: there are several.
    """
    if len(users) == 1:
        return users[0]
    raise UserError(f"Bản sao lưu có nhiều người dùng: {', '.join(users)}. Chọn một.", "user")


def _own_vault(here: RegisterFolder | None, manifest: Manifest) -> Vault | None:
    """Return the slots of this machine's register where it is the one the copy is of."""
    if here is None or not here.exists():
        return None
    try:
        own = Vault.open(here, repair=False)
    except WorldError:
        return None
    return own if own.register == manifest.register else None
