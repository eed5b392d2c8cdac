"""Gives Python's own ``import`` back after PySide has put itself in its place.

PySide reads the source of every module that is imported after it, to see whether it asks for
snake_case names (``from __feature__ import …``). Nothing here does, and the reading takes as long
as the loading: 20 ms before the first window, 100 ms behind it.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - with it PySide's import is in place


def import_plainly() -> None:
    """Import from now on as Python does; without PySide's import in place nothing changes."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
