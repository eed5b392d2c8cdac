"""Letting a stick go, so that it can be pulled out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from models.store.drives import windows
from models.store.drives.sticks import drives

_SECONDS: Final = 30


def eject(root: Path) -> bool:
    """Bring all to a stick and let it go; False where the system does not do it for a program.

    Raises:
        WorldError: the system does not tell its drives.
    """
    if sys.platform == "win32":
        return windows.SystemCalls().eject(str(root)[0])
    drive = next((one for one in drives() if one.root == root), None)
    if drive is None:
        return True
    gone = _told("unmount", drive.device)
    if gone:
        _told("power-off", drive.device)  # a reader that stays on loses nothing
    return gone


def _told(act: str, device: str) -> bool:
    """Ask the desktop's own service, which lets an ordinary person do this."""
    command = ["udisksctl", act, "--no-user-interaction", "-b", device]
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
