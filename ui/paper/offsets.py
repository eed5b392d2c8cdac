"""How far each printer misses on each paper: measured once, remembered, added to every page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ui.source import Settings

MOST: Final = 20.0
"""Millimetres; a printer that misses by more is loaded wrongly."""
STEP: Final = 0.5
KEPT: Final = re.compile(r"(-?\d+\.\d);(-?\d+\.\d)")


@dataclass(frozen=True, slots=True)
class Offset:
    """Millimetres that everything on a page is moved to the right and down."""

    right: float = 0.0
    down: float = 0.0

    def moved(self, right: float, down: float) -> Offset:
        """Return this offset and another one, to a tenth, within what is sensible."""
        return Offset(_sensible(self.right + right), _sensible(self.down + down))


NOWHERE: Final = Offset()


@dataclass(frozen=True, slots=True)
class Feed:
    """A printer, a paper in it, and the tray it is taken from."""

    printer: str
    paper: str
    tray: str = ""

    @property
    def key(self) -> str:
        """The name its offset is kept under."""
        return f"offset/{self.printer}/{self.paper}/{self.tray}"


class Offsets:
    """Remembers the offset of every feed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def get(self, feed: Feed) -> Offset:
        """Return the offset of a feed; none where nobody measured it."""
        found = KEPT.fullmatch(self._settings.get(feed.key))
        return Offset(float(found[1]), float(found[2])) if found else NOWHERE

    def put(self, feed: Feed, offset: Offset) -> None:
        """Remember an offset."""
        self._settings.put(feed.key, f"{offset.right:.1f};{offset.down:.1f}")


def _sensible(mm: float) -> float:
    return round(min(max(mm, -MOST), MOST), 1)
