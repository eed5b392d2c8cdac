"""What a command says: sentences for people, one JSON object for scripts, and its exit code."""

from __future__ import annotations

import json
import sys
from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """Exit codes of the command line; scripts rely on them."""

    DONE = 0
    USER = 1
    USAGE = 2
    WORLD = 3
    ACCESS = 4
    BUG = 70


def tell(sentence: str) -> None:
    """Write a line for people on standard output."""
    sys.stdout.write(f"{sentence}\n")


def complain(sentence: str) -> None:
    """Write a line for people on standard error."""
    sys.stderr.write(f"{sentence}\n")


def give(facts: dict[str, Any]) -> None:
    """Write one JSON object, the only thing on standard output."""
    json.dump(facts, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")
