"""One place that turns what disk, drive and database report into a sentence a clerk can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import peewee

from models.errors import World, WorldError

if TYPE_CHECKING:
    import sqlite3 as sqlcipher
else:
    from sqlcipher3 import dbapi2 as sqlcipher

_FULL: Final = (
    World.DISK_FULL,
    "ổ đĩa đã đầy. Xóa bớt tệp không dùng hoặc chọn ổ khác, rồi làm lại",
)
_TOO_BIG: Final = (
    World.DISK_FULL,
    "ổ đĩa đã đầy hoặc không nhận tệp lớn như vậy. Chọn ổ khác, rồi làm lại",
)
_GONE: Final = (
    World.GONE,
    "ổ đĩa hoặc USB không trả lời, có thể đã bị rút. Cắm lại, rồi làm lại",
)
_IO: Final = (
    World.GONE,
    "không ghi hoặc đọc được ổ đĩa: ổ đã đầy, bị rút hoặc hỏng. Kiểm tra chỗ trống và dây cắm, "
    "rồi làm lại",
)
_READ_ONLY: Final = (
    World.READ_ONLY,
    "ổ đĩa hoặc tệp chỉ cho đọc. Bỏ chế độ chống ghi hoặc chọn nơi khác",
)
_DENIED: Final = (
    World.READ_ONLY,
    "tài khoản máy tính này không có quyền với thư mục hoặc tệp. Chọn nơi khác",
)
_OPEN_ELSEWHERE: Final = (
    World.IN_USE,
    "tệp đang mở ở chương trình khác. Đóng chương trình đó, rồi làm lại",
)
_BUSY: Final = (World.IN_USE, "sổ đang bận ghi ở cửa sổ khác. Chờ một lát, rồi làm lại")
_MISSING: Final = (World.MISSING, "không thấy tệp hoặc thư mục. Kiểm tra đường dẫn và ổ đĩa")
_A_FOLDER: Final = (World.OTHER, "đây là thư mục, cần tên một tệp")
_A_FILE: Final = (World.OTHER, "ở đây đã có một tệp trùng tên, cần một thư mục. Chọn chỗ khác")
_NO_FILE: Final = (
    World.MISSING,
    "không mở được tệp sổ. Kiểm tra ổ đĩa còn cắm và thư mục sổ còn đó",
)
_DAMAGED: Final = (World.DAMAGED, "tệp sổ bị hỏng. Phục hồi từ bản sao lưu gần nhất")
_NOT_OURS: Final = (
    World.DAMAGED,
    "tệp hỏng phần đầu, hoặc không phải sổ của khóa này. Phục hồi từ bản sao lưu gần nhất",
)

_Cause = tuple[World, str]

_BY_TEXT: Final[dict[str, _Cause]] = {
    "database or disk is full": _FULL,
    "disk i/o error": _IO,
    "database is locked": _BUSY,
    "file is not a database": _NOT_OURS,
    "database disk image is malformed": _DAMAGED,
    "attempt to write a readonly database": _READ_ONLY,
    "unable to open database file": _NO_FILE,
}
_BY_WINDOWS_CODE: Final[dict[int, _Cause]] = {
    21: _GONE,
    32: _OPEN_ELSEWHERE,
    33: _OPEN_ELSEWHERE,
    55: _GONE,
    112: _FULL,
    1167: _GONE,
}
_BY_ERRNO: Final[dict[int, _Cause]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _TOO_BIG,
    errno.EIO: _IO,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.ECONNABORTED: _GONE,
    errno.ENOTCONN: _GONE,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EBUSY: _OPEN_ELSEWHERE,
    errno.ETXTBSY: _OPEN_ELSEWHERE,
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.EISDIR: _A_FOLDER,
    errno.EEXIST: _A_FILE,
}


@contextmanager
def world(action: str) -> Iterator[None]:
    """Turn failures of disk, drive and database inside the block into WorldError.

    Args:
        action: what was being done, a Vietnamese verb phrase: "lưu", "mở sổ", "sao lưu".

    Raises:
        WorldError: the cause is outside the program. Anything else is a bug and passes unchanged.
    """
    try:
        yield
    except (OSError, peewee.DatabaseError, sqlite3.DatabaseError, sqlcipher.DatabaseError) as error:
        failure = world_error(error, action)
        if failure is None:
            raise
        raise failure from error


def world_error(error: Exception, action: str) -> WorldError | None:
    """Return what to tell the person about a failure, or None when it is a bug of the program."""
    cause = _os_cause(error) if isinstance(error, OSError) else _database_cause(error)
    if cause is None:
        return None
    kind, reason = cause
    name = getattr(error, "filename", None)
    where = f" ({name})" if isinstance(name, str) else ""
    return WorldError(f"Chưa {action} được: {reason}{where}.", kind)


def _os_cause(error: OSError) -> _Cause | None:
    on_windows = _BY_WINDOWS_CODE.get(getattr(error, "winerror", None) or 0)
    return on_windows or _BY_ERRNO.get(error.errno or 0)


def _database_cause(error: Exception) -> _Cause | None:
    """SQLite's codes are missing or 1 on several paths, so the text decides."""
    text = str(error).lower()
    return next((cause for known, cause in _BY_TEXT.items() if known in text), None)
