"""What a printed table is made of, and how wide each column has to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from printing import styles
from printing.fonts import BOLD, REGULAR, printable
from printing.styles import CELL_PAD_X
from printing.wrap import ruler

Align = Literal["left", "centre", "right"]
SAMPLED_ROWS: Final = 200
UNBROKEN: Final = 14
"""Words up to this many letters (dates, numbers of identity) widen a column rather than break."""
LEAST_SIZE: Final = 8.0


@dataclass(frozen=True)
class PrintColumn:
    """One column: its title, or (group, title) under a shared heading, and its part of the width.

    `share` is a weight against the other columns, not a measure.
    """

    title: str | tuple[str, str]
    share: float
    align: Align = "left"

    @property
    def words(self) -> str:
        """The title of the column itself."""
        return self.title if isinstance(self.title, str) else self.title[1]

    @property
    def group(self) -> str:
        """The heading over several columns, or nothing."""
        return "" if isinstance(self.title, str) else self.title[0]


@dataclass(frozen=True)
class Band:
    """A row in bold that heads the rows under it: its text runs up to the first filled cell."""

    text: str
    cells: tuple[str, ...] = ()
    centred: bool = False


Row = Sequence[str] | Band


def total_band(total: Sequence[str] | None) -> Band | None:
    """The row "Cộng": its first words stand over the free columns before the first figure."""
    if total is None:
        return None
    words = next((cell for cell in total if cell), "")
    place = total.index(words) if words else 0
    cells = ("",) * (place + 1) + tuple(total[place + 1 :])
    return Band(words, cells, centred=True)


def number_column(rows: int) -> tuple[PrintColumn, set[str]]:
    """The column STT and the widest number it will hold."""
    return PrintColumn("STT", 0.0, "centre"), {"8" * len(str(rows))}


def fitting_size(
    columns: Sequence[PrintColumn],
    words: Sequence[set[str]],
    room: float,
    most_size: float | None = None,
) -> tuple[float, list[float]]:
    """The text size in points and the least widths at which none of the short `words` is broken.

    `most_size` is the size to begin with; without it the number of columns decides.
    """
    many = len(columns) > styles.MANY_COLUMNS
    size = most_size or (styles.TABLE_TEXT_MANY if many else styles.TABLE_TEXT).size
    while True:
        least = [
            _least_width(column, mine, size) for column, mine in zip(columns, words, strict=True)
        ]
        if sum(least) <= room or size <= LEAST_SIZE:
            return size, least
        size -= 1


def sampled(rows: Sequence[Row]) -> list[Sequence[str]]:
    """Rows at even steps, so that a long list costs no more; bands are left out."""
    found = (rows[place] for place in range(0, len(rows), max(1, len(rows) // SAMPLED_ROWS)))
    return [row for row in found if not isinstance(row, Band)]


def narrow_bands(rows: Sequence[Row], cells: int) -> list[Sequence[str]]:
    """The bands whose words have no more than the first column, as rows of so many `cells`."""
    return [
        (row.text, *[""] * (cells - 1))
        for row in islice(rows, SAMPLED_ROWS)
        if isinstance(row, Band) and len(row.cells) > 1 and not row.cells[0] and row.cells[1]
    ]


def short_words(columns: Sequence[PrintColumn], rows: Sequence[Sequence[str]]) -> list[set[str]]:
    """Short words of each column, which are never broken."""
    found: list[set[str]] = [set() for _ in columns]
    for row in rows:
        for mine, cell in zip(found, row, strict=True):
            mine.update(word for word in printable(cell).split() if len(word) <= UNBROKEN)
    return found


def _least_width(column: PrintColumn, words: set[str], size: float) -> float:
    """The width at which the title and the short words of a column stay whole."""
    bold, plain = ruler(BOLD, size), ruler(REGULAR, size)
    title = max(map(bold.width, printable(column.words).split(" ")), default=0.0)
    return max(title, max(map(plain.width, words), default=0.0)) + 2 * CELL_PAD_X + 0.1


def spread(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Divide `room` by shares, but give no column less than its least where that is possible."""
    if sum(least) >= room:
        return [room * mine / sum(least) for mine in least]
    fixed: set[int] = set()
    while True:
        left = room - sum(least[place] for place in fixed)
        weight = sum(share for place, share in enumerate(shares) if place not in fixed)
        widths = [
            least[place] if place in fixed else left * share / weight
            for place, share in enumerate(shares)
        ]
        short = {place for place, width in enumerate(widths) if width < least[place] - 1e-9}
        if not short:
            return widths
        fixed |= short
