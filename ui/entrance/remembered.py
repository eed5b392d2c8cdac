"""What the first window remembers on this machine: who worked last, and how the window looked.

Nothing of the register can be read before it is unlocked, so this stands outside it, in the user's
cache: losing it costs nobody anything.
"""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QSettings

from ui.cache import cache_folder

USER, OFFICE = "entrance/user", "entrance/office"
PLACE = "window/place"  # the main window's own key, so that both stand in the same place


class Remembered:
    """Small texts of one register's folder on this machine; a damaged file is an empty one."""

    def __init__(self, folder: Path) -> None:
        mark = crc32(str(folder.absolute()).encode())
        file = cache_folder("entrance") / f"{mark:08x}.ini"
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._kept.value(key, default)
        return value if isinstance(value, str) else default

    def put(self, key: str, value: str) -> None:
        """Remember a text; one that is known already is not written again: that takes a disk."""
        if self.get(key) == value:
            return
        self._kept.setValue(key, value)
        self._kept.sync()
