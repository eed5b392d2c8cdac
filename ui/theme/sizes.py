"""Sizes of text and of the things that hold text, multiplied by the text size a person chose."""

from __future__ import annotations

from enum import IntEnum, StrEnum

FAMILY = "Inter Tabular"


class TextSize(IntEnum):
    """How large all text is, in percent; controls and rows grow with it."""

    MEDIUM = 100
    LARGE = 115
    VERY_LARGE = 130

    @property
    def label(self) -> str:
        """The word for it in the settings."""
        return {100: "Vừa", 115: "Lớn", 130: "Rất lớn"}[self]


class Scheme(StrEnum):
    """Which colour table is used."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> str:
        """The word for it in the settings."""
        return {"system": "Theo máy", "light": "Sáng", "dark": "Tối"}[self]


FIGURE, TITLE, HEADING, BODY, SMALL, CAPTION, TICK = 28, 20, 16, 14, 13, 12, 11
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600

CONTROL = 34
DENSE = 28
FILTER_CHIP = 28
STATUS_CHIP = 22
TABLE_ROW = 32
GRID_ROW = 30
TABLE_HEADER = 34
TAB = 40
NAV_ITEM = 36
PAGE_HEADER = 58
KEY_BAR = 30
TWO_LINE_ROW = 56
GROUP_ROW = 30

NAV_WIDTH, NAV_WIDE, NAV_NARROW = 188, 208, 64
DETAIL_WIDTH, DETAIL_WIDE, DETAIL_MEDIUM = 484, 580, 480
DETAIL_LEAST, DETAIL_MOST, LIST_LEAST = 420, 640, 560
SMALLEST_WINDOW = (960, 540)
