"""Every measure of the printed page in one place, in millimetres and points.

Sizes and places follow Nghị định 30/2020/NĐ-CP, Phụ lục I; where the decree allows a span the
value chosen stands here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from printing.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR

MM: Final = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True)
class Paper:
    """A sheet and its margins, all in millimetres."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Width between the margins, in points."""
        return (self.width - self.left - self.right) * MM

    @property
    def text_height(self) -> float:
        """Height between the margins, in points."""
        return (self.height - self.top - self.bottom) * MM

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in points."""
        return (self.width * MM, self.height * MM)


PORTRAIT: Final = Paper(210, 297, left=30, right=20, top=20, bottom=20)
LANDSCAPE: Final = Paper(297, 210, left=30, right=15, top=20, bottom=15)


@dataclass(frozen=True)
class Style:
    """One kind of line: face, size, and the smallest size it may shrink to (points)."""

    face: str
    size: float
    least: float = 0.0
    leading: float = 1.15

    @property
    def line(self) -> float:
        """Distance of two baselines in points."""
        return self.size * self.leading


NATION: Final = Style(BOLD, 13, 12)
MOTTO: Final = Style(BOLD, 14, 13)
PARENT: Final = Style(REGULAR, 13, 12)
AGENCY: Final = Style(BOLD, 13, 12)
NUMBER: Final = Style(REGULAR, 13, 13)
ABOUT_LETTER: Final = Style(REGULAR, 13, 12)
PLACE_DATE: Final = Style(ITALIC, 14, 13)
KIND: Final = Style(BOLD, 14, 13)
ABOUT: Final = Style(BOLD, 14, 13)
SUBTITLE: Final = Style(ITALIC, 14, 13)
FILTER: Final = Style(ITALIC, 12, 12)
BASIS: Final = Style(ITALIC, 14, leading=1.265)
BODY: Final = Style(REGULAR, 14, leading=1.265)
BODY_BOLD: Final = Style(BOLD, 14, leading=1.265)
RECIPIENTS_HEAD: Final = Style(BOLD_ITALIC, 12)
RECIPIENTS: Final = Style(REGULAR, 11)
OFFICE: Final = Style(BOLD, 14, 13)
SIGN_NOTE: Final = Style(ITALIC, 13, 12)
SIGNER: Final = Style(BOLD, 14, 13)
COUNT_LINE: Final = Style(ITALIC, 13)
PAGE_NUMBER: Final = Style(REGULAR, 13)
PAGE_OF: Final = Style(ITALIC, 11)
ANNEX: Final = Style(BOLD, 14)
ANNEX_REFERENCE: Final = Style(ITALIC, 14, 13)

FIRST_LINE: Final = 12.7 * MM
PARAGRAPH_GAP: Final = 6.0
PAGE_NUMBER_FROM_TOP: Final = 12.5 * MM
PAGE_OF_FROM_BOTTOM: Final = 9 * MM
RULE: Final = 0.75
AGENCY_RULE: Final = 0.42
"""Length of the rule under agency and trích yếu as a part of the text (decree: 1/3 to 1/2)."""
RULE_DROP: Final = 2.0
HEAD_COLUMN_GAP: Final = 3 * MM
LANDSCAPE_LEFT_SHARE: Final = 0.42
NUMBER_GAP: Final = 8.0
TITLE_GAP: Final = 18.0
SIGN_GAP: Final = 12.0
BOX_GAP: Final = 4.0
SIGN_SPACE: Final = 30 * MM
"""Room for signature and seal between office and name."""

GRID: Final = 0.5
CELL_PAD_X: Final = 3.0
CELL_PAD_Y: Final = 2.5
TABLE_TEXT: Final = Style(REGULAR, 13, leading=1.12)
TABLE_TEXT_MANY: Final = Style(REGULAR, 12, leading=1.12)
MANY_COLUMNS: Final = 7
HEADER_TINT: Final = 0.93
TABLE_GAP: Final = 10.0
BLANK_LINES: Final = 2
"""Height of a row to be filled in by hand, in lines of print."""
LEAST_BLANK_ROWS: Final = 5
ROWS_WITH_SIGNATURE: Final = 3
