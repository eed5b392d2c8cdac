"""Which register a command works on, as whom, with which password."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import UserError, World, WorldError
from models.store.folder import RegisterFolder, default_folder
from models.store.opening import opened
from models.store.vault import Vault
from models.store.world import world

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

VARIABLE = "SOPHONGTRAO_PASSWORD"


def folder_of(wanted: Namespace) -> RegisterFolder:
    """Return the register's folder, the user's own unless --data says another."""
    return RegisterFolder(wanted.data) if wanted.data else default_folder()


def password_of(wanted: Namespace) -> str:
    """Return the password: from --password-file, else the environment, else asked.

    Raises:
        UserError: nobody is there to ask.
        WorldError: the file cannot be read.
    """
    if wanted.password_file:
        return password_in(wanted.password_file)
    given = os.environ.get(VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError(f"Chưa có mật khẩu. Dùng --password-file TỆP hoặc biến {VARIABLE}.")
    return getpass.getpass("Mật khẩu: ")


def password_in(file: Path) -> str:
    """Return the password a file holds, the end of its line left out.

    Raises:
        WorldError: the file cannot be read.
    """
    with world("đọc tệp mật khẩu"):
        return file.read_text(encoding="utf-8").rstrip("\r\n")


@contextmanager
def register_of(wanted: Namespace, *, read_only: bool) -> Iterator[None]:
    """Open the register for the enclosed work.

    Raises:
        WorldError: there is none.
        AccessError: wrong password.
    """
    folder = folder_of(wanted)
    if not folder.exists():
        raise WorldError(f"Chưa có sổ ở {folder.path}. Tạo bằng lệnh init.", World.MISSING)
    with opened(folder, _user_of(wanted, folder), lambda: password_of(wanted), read_only=read_only):
        yield


def _user_of(wanted: Namespace, folder: RegisterFolder) -> str:
    """Return --user, or the only user there is."""
    if wanted.user:
        return str(wanted.user)
    users = Vault.open(folder, repair=False).users()
    if len(users) == 1:
        return users[0]
    raise UserError(f"Sổ có nhiều người dùng: {', '.join(users)}. Thêm --user TÊN.", "user")
