"""Cells on the clipboard as Excel puts them there."""

from __future__ import annotations

import csv
from io import StringIO

from ui.table.copying import RISKY


def cells_of(text: str) -> list[list[str]]:
    """Rows of cells; line ends inside a quoted cell stay in it, the last line end makes no row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows = csv.reader(StringIO(text), delimiter="\t") if '"' in text else _plain(text)
    return [[_bare(cell) for cell in row] for row in rows]


def for_range(lines: list[list[str]], high: int, wide: int) -> list[list[str]]:
    """The cells for a range of a size: one alone fills it whole, more keep their own shape."""
    return [lines[0] * wide] * high if len(lines) == len(lines[0]) == 1 else lines


def _plain(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.split("\n")]


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps Excel from calculating it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell
