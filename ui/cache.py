"""Where drawings that can be made again are kept, so that they are made once per machine."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QStandardPaths

FOLDER = "so-phong-trao"


@cache
def cache_folder(part: str) -> Path:
    """A folder that exists and can be written; a temporary one where the user's cannot."""
    for place in (_users_own, tempfile.gettempdir):
        folder = Path(place()) / FOLDER / part
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        return folder
    return Path(tempfile.mkdtemp(prefix=FOLDER))


def _users_own() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
