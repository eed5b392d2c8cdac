"""How each printer misses on each paper: measured once, remembered, set right on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from ui.source import Settings

MOST: Final = 20.0
"""Millimetres; a printer that misses by more is loaded wrongly."""
STEP: Final = 0.5
KEPT: Final = re.compile(r"(-?\d+\.\d);(-?\d+\.\d)(?:;(\d\.\d+);(\d\.\d+))?")


@dataclass(frozen=True, slots=True)
class Offset:
    """How everything on a page is moved and scaled, so that it lands where it should.

    ``right`` and ``down`` are millimetres; ``across`` and ``along`` scale both ways, from the upper
    left corner of the sheet.
    """

    right: float = 0.0
    down: float = 0.0
    across: float = 1.0
    along: float = 1.0

    @property
    def scaled(self) -> bool:
        """Whether it does more than to move."""
        return (self.across, self.along) != (1.0, 1.0)

    def moved(self, right: float, down: float) -> Offset:
        """Return this one moved further, to a tenth, within what is sensible."""
        return replace(self, right=_sensible(self.right + right), down=_sensible(self.down + down))

    def after(self, right: float, down: float, scale: tuple[float, float]) -> Offset:
        """Return what sets a sheet right that was printed with this and misses still.

        Args:
            right: millimetres that the sheet would have to be moved further.
            down: the same downwards.
            scale: how it would have to be scaled further.
        """
        return Offset(
            _sensible(self.right + self.across * right),
            _sensible(self.down + self.along * down),
            round(self.across * scale[0], 5),
            round(self.along * scale[1], 5),
        )


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
        if found is None:
            return NOWHERE
        return Offset(float(found[1]), float(found[2]), float(found[3] or 1), float(found[4] or 1))

    def put(self, feed: Feed, offset: Offset) -> None:
        """Remember an offset."""
        scale = f";{offset.across:.5f};{offset.along:.5f}" if offset.scaled else ""
        self._settings.put(feed.key, f"{offset.right:.1f};{offset.down:.1f}{scale}")


def _sensible(mm: float) -> float:
    return round(min(max(mm, -MOST), MOST), 1)
