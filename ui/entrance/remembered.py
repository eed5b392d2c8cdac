"""What the first window remembers on this machine: who worked last, and how the window looked.

Nothing of the register can be read before it is unlocked, so this stands outside it, in the user's
cache: losing it costs nobody anything.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from zlib import crc32

from ui.cache import cache_folder

USER, OFFICE = "entrance/user", "entrance/office"
PLACE = "window/place"  # the main window's own key, so that both stand in the same place


class Remembered:
    """Small texts of one register's folder on this machine; a damaged file is an empty one.

    Not Qt's settings, which take 3 ms to be there, of a start that is all before the first paint.
    """

    def __init__(self, folder: Path) -> None:
        mark = crc32(str(folder.absolute()).encode())
        self._file = cache_folder("entrance") / f"{mark:08x}.txt"
        self._kept: dict[str, str] = {}
        with suppress(OSError, UnicodeDecodeError):
            for line in self._file.read_text(encoding="utf-8").splitlines():
                key, _, value = line.partition("=")
                self._kept[key] = value

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        return self._kept.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Remember a text of one line; where it cannot be written it is known to this window."""
        if self._kept.get(key, "") == value:
            return
        self._kept[key] = value
        draft = self._file.with_suffix(".part")
        with suppress(OSError):
            draft.write_text("".join(f"{k}={v}\n" for k, v in self._kept.items()), encoding="utf-8")
            draft.replace(self._file)
