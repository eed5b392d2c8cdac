"""A copy read from the device itself, every page's own seal checked on the way, once through.

The engine has the same check (`PRAGMA cipher_integrity_check`), but it cannot be stopped, tells no
progress, and takes what follows the pages for a damaged one. SQLCipher 4 seals a page with
HMAC-SHA512 over its content, its IV and its number; the key comes from the data key and the salt
(the first 16 bytes), by two rounds of PBKDF2-SHA512 over the salt XOR 0x3a.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import io
import mmap
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.store.backup.container import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CHUNK: Final = 1 << 20
SALT_BYTES: Final = 16
SEAL_BYTES: Final = hashlib.sha512().digest_size
LOCK_PAGE: Final = (1 << 30) // PAGE + 1
"""The page at 1 GiB that SQLite never writes."""
_DIRECT: Final = getattr(os, "O_DIRECT", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        sha256: of the pages, hexadecimal.
        size: of the whole file, bytes.
        tail: what follows the pages.
        damaged: numbers (from 1) of pages whose seal does not fit.
    """

    sha256: str
    size: int
    tail: bytes
    damaged: tuple[int, ...]


def sync(path: Path) -> None:
    """Bring a file's content to the device.

    Raises:
        OSError: the device failed.
    """
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_device(
    path: Path,
    pages: int,
    data_key: bytes | None,
    progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read a file past the system's cache.

    Args:
        path: of the copy; what was written to it must have been brought to the device.
        pages: bytes of the database in it.
        data_key: checks every page's seal; None leaves that out.
        progress: called with bytes read and all bytes; may raise Cancelled.

    Raises:
        OSError: the device failed.
    """
    size = path.stat().st_size
    total, tail = hashlib.sha256(), bytearray()
    bad: list[int] = []
    seals: _Seals | None = None
    done = 0
    for chunk in _from_device(path):
        own = chunk[: max(0, min(len(chunk), pages - done))]
        if own and data_key is not None:
            seals = seals or _Seals(data_key, bytes(own[:SALT_BYTES]))
            bad.extend(seals.broken(own, done // PAGE + 1))
        total.update(own)
        tail += chunk[len(own) :]
        done += len(chunk)
        if progress:
            progress(done, size)
    return Reading(total.hexdigest(), done, bytes(tail), tuple(bad))


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file as the system has it now, written through or not."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


class _Seals:
    """Checks pages of one database."""

    def __init__(self, data_key: bytes, salt: bytes) -> None:
        mixed = bytes(byte ^ 0x3A for byte in salt)
        self._key = hashlib.pbkdf2_hmac("sha512", data_key, mixed, 2, len(data_key))

    def broken(self, chunk: memoryview, number: int) -> Iterator[int]:
        """Yield the pages of a chunk that do not fit; the chunk begins with page `number`."""
        for start in range(0, len(chunk), PAGE):
            end = start + PAGE - SEAL_BYTES
            body = chunk[start + (SALT_BYTES if number == 1 else 0) : end]
            sealed = hmac.digest(self._key, bytes(body) + number.to_bytes(4, "little"), "sha512")
            if sealed != chunk[end : start + PAGE] and number != LOCK_PAGE:
                yield number
            number += 1


def _from_device(path: Path) -> Iterator[memoryview]:
    """Yield a file in pieces of a whole number of pages; the last may be shorter."""
    view = memoryview(mmap.mmap(-1, CHUNK))  # direct reads want memory that begins on a page
    with _uncached(path) as stream:
        while count := _read_into(stream, view):
            yield view[:count]


def _read_into(stream: io.FileIO, view: memoryview) -> int:
    """Fill the room as far as the file goes: direct reads may give less at a time."""
    done = 0
    while done < len(view):
        count = stream.readinto(view[done:])
        if not count:
            break
        done += count
        if done % PAGE:  # the end of the file: a direct read cannot begin between pages
            break
    return done


if sys.platform == "win32":
    import ctypes
    import msvcrt

    def _uncached(path: Path) -> io.FileIO:
        """Open past the cache (FILE_FLAG_NO_BUFFERING, shared for reading)."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = ctypes.c_void_p
        handle = kernel.CreateFileW(str(path), 0x80000000, 1, None, 3, 0x20000000, None)
        if handle in (None, ctypes.c_void_p(-1).value):
            raise ctypes.WinError(ctypes.get_last_error())
        return io.FileIO(msvcrt.open_osfhandle(handle, os.O_RDONLY | _BINARY), "rb")

else:

    def _uncached(path: Path) -> io.FileIO:
        """Open past the cache where the file system can, else drop what it keeps of the file."""
        try:
            return _dropped(os.open(path, os.O_RDONLY | _DIRECT))
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
        return _dropped(os.open(path, os.O_RDONLY))

    def _dropped(descriptor: int) -> io.FileIO:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        return io.FileIO(descriptor, "rb")
