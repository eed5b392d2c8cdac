"""Starts the program: a command of the command line, or the window."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
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
    parser = ArgumentParser(prog="main.py", add_help=False, allow_abbrev=False)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--until-painted", action="store_true")
    window, others = parser.parse_known_args(words)
    if others:
        from ui.commands.main import run

        return run(words)
    if not has_display():
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return WORLD_FAILED
    from ui.start import open_window

    return open_window(window.data, until_painted=window.until_painted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
