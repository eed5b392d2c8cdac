"""What every test stands on: Qt without a screen, and made-up input that is the same every run."""

from __future__ import annotations

import os
import sys

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("same", derandomize=True, deadline=None, database=None, max_examples=60)
settings.register_profile("search", deadline=None, database=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_sessionfinish() -> None:
    """Empty Qt's clipboard: off the screen it outlives Python and takes the process with it.

    What a test copied is a Python object in a C++ static; freed after Python's end it is a
    segmentation fault (PySide 6.11.3, platforms offscreen and minimal; xcb is not affected).
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
