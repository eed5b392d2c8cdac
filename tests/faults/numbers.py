"""How often the faults are injected: a few times in the suite, as often as promised when asked."""

from __future__ import annotations

import os

FULL = os.environ.get("FAULTS") == "full"


def times(quick: int, full: int) -> int:
    """Return how often; FAULTS=full asks for the full number."""
    return full if FULL else quick
