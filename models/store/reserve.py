"""A file beside the register that holds a little room, given back when the disk is full.

So a clerk whose disk fills up can still save what is on the screen.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from models.errors import World, WorldError

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "reserve"
SIZE: Final = 2 << 20
_ENOUGH: Final = 32 << 20
_PIECE: Final = 1 << 18


def hold(folder: Path) -> None:
    """Hold room in a register's folder, where the disk has plenty; a disk that refuses is let be.

    The bytes are chance, so that a file system which presses files together holds them all.
    """
    path = folder / NAME
    with suppress(OSError):
        if path.exists() or shutil.disk_usage(folder).free < _ENOUGH:
            return
        with path.open("wb") as stream:
            for _ in range(SIZE // _PIECE):
                stream.write(os.urandom(_PIECE))


def give_back(folder: Path, error: BaseException) -> None:
    """Give the room back where a full disk was why something failed.

    Raises:
        WorldError: room was given back; the act can be done again at once.
    """
    if not isinstance(error, WorldError) or error.kind not in (World.DISK_FULL, World.GONE):
        return
    try:
        full = shutil.disk_usage(folder).free < SIZE
        if not full:
            return
        (folder / NAME).unlink()
    except OSError:
        return
    raise WorldError(
        "Ổ đĩa đã đầy. Phần mềm vừa nhả chỗ dự phòng: làm lại lần nữa sẽ được. Sau đó xóa bớt tệp "
        "không dùng trên ổ đĩa.",
        World.DISK_FULL,
    ) from error
