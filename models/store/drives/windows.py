"""Drives on Windows, asked of the system through a handful of calls that tests replace.

Calls and constants: Microsoft's documentation of fileapi.h and winioctl.h.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from models.store.drives.drive import Drive

REMOVABLE, FIXED = 2, 3
READ_ONLY_VOLUME: Final = 0x00080000
USB_BUS: Final = 7


class Volume(NamedTuple):
    """What GetVolumeInformationW and GetDiskFreeSpaceExW say of a letter."""

    label: str
    file_system: str
    flags: int
    size: int
    free: int


class WindowsCalls(Protocol):
    """What is asked of Windows."""

    def letters(self) -> list[str]:
        """The drive letters in use, as "E"."""

    def kind(self, letter: str) -> int:
        """GetDriveTypeW: 2 removable, 3 fixed."""

    def bus(self, letter: str) -> int:
        """STORAGE_DEVICE_DESCRIPTOR.BusType: 7 USB; 0 where it cannot be asked."""

    def volume(self, letter: str) -> Volume | None:
        """The volume, None where no medium is in the drive."""

    def system_letter(self) -> str:
        """The letter Windows runs from."""


def drives(calls: WindowsCalls) -> list[Drive]:
    """Return every drive with a medium in it: removable ones and fixed ones."""
    found = []
    for letter in calls.letters():
        kind = calls.kind(letter)
        if kind not in (REMOVABLE, FIXED):
            continue
        volume = calls.volume(letter)
        if volume is None:
            continue
        found.append(
            Drive(
                root=Path(f"{letter}:\\"),
                label=volume.label,
                file_system=volume.file_system.lower(),
                size=volume.size,
                free=volume.free,
                removable=kind == REMOVABLE or calls.bus(letter) == USB_BUS,
                system=letter.upper() == calls.system_letter().upper(),
                read_only=bool(volume.flags & READ_ONLY_VOLUME),
                device=f"{letter}:",
            )
        )
    return found


if sys.platform == "win32":
    import ctypes
    import os
    from collections.abc import Iterator
    from contextlib import contextmanager
    from ctypes import wintypes

    _NO_DIALOG = 0x0001  # SEM_FAILCRITICALERRORS: no "insert a disk" box for an empty reader
    _SHARE = 0x1 | 0x2
    _OPEN_EXISTING = 3
    _QUERY_PROPERTY = 0x002D1400
    _LOCK, _DISMOUNT, _EJECT = 0x00090018, 0x00090020, 0x002D4808
    _READ_WRITE = 0xC0000000
    _INVALID = ctypes.c_void_p(-1).value

    class SystemCalls:
        """The calls themselves."""

        def __init__(self) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateFileW.restype = ctypes.c_void_p
            self._kernel.SetErrorMode(_NO_DIALOG)

        def letters(self) -> list[str]:
            """The drive letters in use."""
            mask = self._kernel.GetLogicalDrives()
            return [chr(ord("A") + bit) for bit in range(26) if mask >> bit & 1]

        def kind(self, letter: str) -> int:
            """GetDriveTypeW."""
            return int(self._kernel.GetDriveTypeW(f"{letter}:\\"))

        def bus(self, letter: str) -> int:
            """IOCTL_STORAGE_QUERY_PROPERTY, StorageDeviceProperty, standard query."""
            query = (ctypes.c_byte * 12)()
            answer = (ctypes.c_uint32 * 256)()
            with self._opened(letter, 0) as handle:
                known = handle and self._control(handle, _QUERY_PROPERTY, query, answer)
            return int(answer[7]) if known else 0  # BusType stands at byte 28

        def volume(self, letter: str) -> Volume | None:
            """GetVolumeInformationW and GetDiskFreeSpaceExW."""
            root = f"{letter}:\\"
            label, kind = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261)
            flags = wintypes.DWORD()
            known = self._kernel.GetVolumeInformationW(
                root, label, 261, None, None, ctypes.byref(flags), kind, 261
            )
            free, size = ctypes.c_ulonglong(), ctypes.c_ulonglong()
            sized = self._kernel.GetDiskFreeSpaceExW(
                root, ctypes.byref(free), ctypes.byref(size), None
            )
            if not known or not sized:
                return None
            return Volume(label.value, kind.value, flags.value, size.value, free.value)

        def system_letter(self) -> str:
            """The letter Windows runs from."""
            return os.environ.get("SYSTEMDRIVE", "C:")[:1]

        def eject(self, letter: str) -> bool:
            """Lock, dismount and eject; False where something on it is still open.

            All on one handle: closing it would give the lock back.
            """
            with self._opened(letter, _READ_WRITE) as handle:
                codes = (_LOCK, _DISMOUNT, _EJECT)
                return bool(handle) and all(self._control(handle, code) for code in codes)

        @contextmanager
        def _opened(self, letter: str, access: int) -> Iterator[int]:
            """Open the volume of a letter; 0 where that is not allowed."""
            handle = self._kernel.CreateFileW(
                f"\\\\.\\{letter}:", access, _SHARE, None, _OPEN_EXISTING, 0, None
            )
            if handle in (None, _INVALID):
                yield 0
                return
            try:
                yield handle
            finally:
                self._kernel.CloseHandle(ctypes.c_void_p(handle))

        def _control(
            self,
            handle: int,
            code: int,
            given: ctypes.Array[Any] | None = None,
            answer: ctypes.Array[Any] | None = None,
        ) -> bool:
            size = wintypes.DWORD()
            done = self._kernel.DeviceIoControl(
                ctypes.c_void_p(handle),
                code,
                given,
                ctypes.sizeof(given) if given is not None else 0,
                answer,
                ctypes.sizeof(answer) if answer is not None else 0,
                ctypes.byref(size),
                None,
            )
            return bool(done)
