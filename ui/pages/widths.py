"""The layouts for narrow and wide windows, by the look's section 4."""

from __future__ import annotations

from enum import IntEnum

from ui.table.columns import Room
from ui.theme.sizes import DETAIL_MEDIUM, DETAIL_WIDE, DETAIL_WIDTH


class Width(IntEnum):
    """A layout and the least logical width of a window that takes it."""

    ONE = 0
    MEDIUM = 1000
    USUAL = 1180
    WIDE = 1600

    @classmethod
    def of(cls, logical: int) -> Width:
        """The layout for a window of a logical width."""
        return max(width for width in cls if logical >= width)

    @property
    def room(self) -> Room:
        """How much room lists have; alone in the window they show their usual columns."""
        return {Width.WIDE: Room.MUCH, Width.MEDIUM: Room.LITTLE}.get(self, Room.USUAL)

    @property
    def detail(self) -> int:
        """Width of the detail pane beside the list, in logical pixels."""
        return {Width.MEDIUM: DETAIL_MEDIUM, Width.WIDE: DETAIL_WIDE}.get(self, DETAIL_WIDTH)
