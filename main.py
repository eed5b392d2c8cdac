"""Starts the program: a command of the command line, or the window."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper
from pathlib import Path

from ui.display import NO_DISPLAY, WORLD_FAILED, has_display


def main(words: list[str]) -> int:
    """Run what the words ask for and return the exit code of ARCHITECTURE's table.

    Only ``--data DIR`` and ``--until-painted`` belong to the window; with any other word it is a
    command. Both rooms are imported here, so that a command starts without Qt.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    window = window_of(words)
    if window is None:
        from ui.commands.main import run

        return run(words)
    if not has_display():
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return WORLD_FAILED
    gc.disable()  # nothing that is loaded now dies soon; `ui.collecting` takes over
    from ui.plain_imports import import_plainly

    import_plainly()
    from ui.start import open_window

    data, until_painted = window
    return open_window(data, until_painted=until_painted)


def window_of(words: list[str]) -> tuple[Path | None, bool] | None:
    """Read the register's folder and whether to end after the first paint; none for a command.

    By hand: `argparse` takes 5 ms for these two, a twentieth of what comes before the first paint.
    """
    data, until_painted = "", False
    left = iter(words)
    for word in left:
        name, equals, value = word.partition("=")
        if word == "--until-painted":
            until_painted = True
        elif name == "--data" and (value or not equals):
            data = value or next(left, "")
            if not data:
                return None
        else:
            return None
    return Path(data) if data else None, until_painted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
