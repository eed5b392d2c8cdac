"""Whether there is a screen to open a window on: asked before Qt, because Qt aborts without one."""

from __future__ import annotations

import os
import sys

NO_DISPLAY = (
    "Máy này không có màn hình để mở cửa sổ. "
    "Hãy chạy `make demo` để lập sổ mẫu và in các tài liệu ra tệp PDF."
)
WORLD_FAILED = 3  # the exit code for what the world, not the user, did wrong


def has_display() -> bool:
    """Tell whether Qt can be expected to find a screen, without loading Qt.

    True on Windows and macOS; elsewhere when X11 or Wayland is named in the environment, or when
    ``QT_QPA_PLATFORM`` chooses a platform by hand (``offscreen`` needs no screen).
    """
    if sys.platform in ("win32", "darwin"):
        return True
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(os.environ.get(name) for name in named)
