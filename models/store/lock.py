"""One writer a register: a lock the system itself drops when the program dies, however it dies.

The lock is on the open file, not in the file's being there, so a file left by a blackout blocks
nobody and is never deleted. What stands in the file only tells the next one who is inside.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from models.clock import now
from models.errors import World, WorldError
from models.store.folder import RegisterFolder
from models.store.world import world

if sys.platform == "win32":
    import msvcrt

    _FAR: Final = (
        1 << 30
    )  # Windows keeps others from reading locked bytes: lock one beyond the text

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


class RegisterLock:
    """The right to write in one register; commands that only read do without.

    Once acquired it is kept until released or until the program ends, however that happens. A
    context manager. Acquiring twice in one program is refused like any other second one.
    """

    def __init__(self, folder: RegisterFolder) -> None:
        self._path = folder.lock
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock without waiting.

        Raises:
            WorldError: another window has it (IN_USE), or the folder cannot be written.
        """
        with world("mở sổ"):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                locked = _try_lock(descriptor)
                if locked:
                    _write_holder(descriptor)
            except BaseException:
                os.close(descriptor)
                raise
        if not locked:
            os.close(descriptor)
            raise WorldError(_sentence(_holder(self._path)), World.IN_USE)
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back; giving back what is not held does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)  # the system drops the lock with the last descriptor
            self._descriptor = None

    def __enter__(self) -> RegisterLock:
        """Acquire."""
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Release, whatever happened."""
        self.release()


def _write_holder(descriptor: int) -> None:
    holder = {
        "user": _own_name(),
        "pid": os.getpid(),
        "machine": platform.node(),
        "since": now().isoformat(),
    }
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(holder).encode())


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "không rõ"


def _holder(path: Path) -> dict[str, str]:
    """Return who is inside, empty when the file does not tell."""
    try:
        holder = json.loads(path.read_bytes())
        return {
            "user": str(holder["user"]),
            "pid": str(holder["pid"]),
            "machine": str(holder["machine"]),
            "since": datetime.fromisoformat(holder["since"]).strftime("%H:%M ngày %d/%m/%Y"),
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _sentence(holder: dict[str, str]) -> str:
    if not holder:
        return "Sổ đang mở ở cửa sổ khác trên máy này. Đóng cửa sổ đó, rồi mở lại."
    here = holder["machine"] == platform.node()
    where = "cửa sổ khác trên máy này" if here else f"máy {holder['machine']}"
    who = f"người dùng {holder['user']}, từ {holder['since']}, tiến trình {holder['pid']}"
    return f"Sổ đang mở ở {where} ({who}). Đóng cửa sổ đó, rồi mở lại."
