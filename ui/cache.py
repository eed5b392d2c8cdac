"""Where drawings that can be made again are kept, so that they are made once per machine.

The place is the one Qt names; asking Qt costs the start more than knowing it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = "so-phong-trao"


@cache
def cache_folder(part: str) -> Path:
    """A folder that exists and can be written; a temporary one where the user's cannot."""
    for place in (users_own, _anybodys):
        try:
            folder = place() / FOLDER / part
            folder.mkdir(parents=True, exist_ok=True)
        except (OSError, RuntimeError):  # the second: nobody's home
            continue
        return folder
    return Path(tempfile.mkdtemp(prefix=FOLDER))


def users_own(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """A person's own folder for what can be made again, where each system has it.

    Args:
        environment: variables to look in, replaced in tests.
        platform: a value of ``sys.platform``.

    Raises:
        RuntimeError: the person has no home.
    """
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"


def _anybodys() -> Path:
    return Path(tempfile.gettempdir())
