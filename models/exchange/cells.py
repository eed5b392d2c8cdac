"""What a spreadsheet looks like once read, whatever format it came in.

Values are kept as plain lists and cells are made when asked for: a hundred thousand rows of
fifteen columns must not cost a million and a half objects.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import overload

Value = str | int | float | bool | dt.date | dt.datetime | None
Progress = Callable[[int, int, str], None]
Box = tuple[int, int, int, int]
Place = tuple[int, int]

LEGACY_FONTS = (".vn", "vni")


@dataclass(slots=True)
class Cell:
    """One cell: its value, its font where the file uses legacy fonts, and its mark.

    `formula` holds the text of a formula that was never calculated; its value is None.
    """

    value: Value = None
    font: str | None = None
    formula: str | None = None

    @property
    def text(self) -> str:
        """What a person sees in the cell; the formula itself where nothing was calculated."""
        if type(self.value) is str:
            return self.value
        return as_text(self.value) if self.formula is None else self.formula

    def __bool__(self) -> bool:
        """Tell whether the cell holds anything."""
        return self.value is not None or self.formula is not None


BLANK = Cell()


class Rows(Sequence[list[Cell]]):
    """The rows of a sheet as cells, made one row at a time."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def __len__(self) -> int:
        return len(self._sheet.values)

    @overload
    def __getitem__(self, index: int) -> list[Cell]: ...

    @overload
    def __getitem__(self, index: slice) -> list[list[Cell]]: ...

    def __getitem__(self, index: int | slice) -> list[Cell] | list[list[Cell]]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        row = range(len(self))[index]
        return [self._sheet.cell(row, column) for column in range(len(self._sheet.values[row]))]

    def __iter__(self) -> Iterator[list[Cell]]:
        return (self[row] for row in range(len(self)))


@dataclass(slots=True)
class Sheet:
    """One sheet; rows and columns count from 0 here, rows of tables from 1 as Excel shows them.

    `merges` are (first row, first column, last row, last column), both ends included. `fonts`
    names the font of a cell only where it is a legacy Vietnamese one or stands beside such
    cells. `formulas` are cells whose formula was never calculated.
    """

    name: str
    values: list[list[Value]]
    merges: list[Box] = field(default_factory=list)
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    fonts: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, str] = field(default_factory=dict)

    @property
    def rows(self) -> Rows:
        """All rows from the first line of the sheet to its last filled one."""
        return Rows(self)

    def value(self, row: int, column: int) -> Value:
        """Value at a place; None outside the filled area."""
        line = self.values[row] if row < len(self.values) else []
        return line[column] if column < len(line) else None

    def cell(self, row: int, column: int) -> Cell:
        """Cell at a place; an empty one outside the filled area."""
        line = self.values[row] if row < len(self.values) else []
        value = line[column] if column < len(line) else None
        formula = self.formulas.get((row, column)) if self.formulas else None
        if value is None and formula is None:
            return BLANK
        return Cell(value, self.fonts.get((row, column)) if self.fonts else None, formula)


@dataclass(slots=True)
class Workbook:
    """A file that was read: its sheets in order and the SHA-256 of its bytes in hex."""

    path: Path
    sheets: list[Sheet]
    sha256: str


def as_text(value: Value) -> str:
    """Write a value as Vietnamese Excel shows it: 12,5 and 31/10/2025."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case dt.date():
            day = f"{value.day:02}/{value.month:02}/{value.year:04}"
            return f"{day} {value:%H:%M}" if isinstance(value, dt.datetime) else day
        case float():
            return f"{value:.15g}".replace(".", ",")
    return str(value)


def plain(value: object) -> Value:
    """Bring what a reading library gives to the few kinds of value a cell may hold.

    Whole numbers become int, midnight a date, a time of day or a span of time its text.
    """
    if type(value) is str:
        return value or None
    if type(value) is float:
        return number(value)
    match value:
        case None | bool() | int():
            return value
        case dt.datetime():
            return value.date() if value.time() == dt.time() else value.replace(tzinfo=None)
        case dt.date():
            return value
        case _:
            return str(value)


def number(value: float) -> Value:
    """Give a whole number as int; infinities and not-a-number as nothing."""
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - NaN
        return None
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def trimmed(rows: list[list[Value]]) -> list[list[Value]]:
    """Cut empty cells off the end of every row and empty rows off the end of the list."""
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def is_legacy(font: str | None) -> bool:
    """Tell whether a font is of the TCVN3 (.Vn…) or VNI kind, by its name."""
    return font is not None and font.lower().startswith(LEGACY_FONTS)


def letter(column: int) -> str:
    """Name of a column as Excel shows it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_index(name: str) -> int:
    """Number of a column from its letters: A is 0."""
    index = 0
    for ch in name:
        index = index * 26 + ord(ch) - ord("A") + 1
    return index - 1
