"""What the page of an import asks: a workbook as it was understood, and how to go on with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from ui.source import Option

Progress = Callable[[int, int, str], None]


class Kind(StrEnum):
    """What a row comes to, in the words of its chip."""

    WRONG = "Cần sửa"
    DOUBTFUL = "Có thể trùng"
    DROPPED = "Đã bỏ"
    DECIDED = "Đã xử lý"
    ODD = "Lưu ý"
    REPAIRED = "Đã chữa"
    FINE = "Đúng"


WAITING = (Kind.WRONG, Kind.DOUBTFUL)
"""Rows that stay out until somebody decides."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to look at in a row.

    ``column`` is its place among those shown, -1 for none; ``year`` is all that can be read of a
    wrong date.
    """

    kind: Kind
    column: int
    letter: str
    value: str
    message: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody a row may mean.

    ``row`` is the row of the file that tells of them, 0 for a person of the register; ``sides``
    are a label, the row's value, theirs, and whether the two differ.
    """

    name: str
    row: int
    service: str
    sides: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file; a cell is nothing where its table has no such column.

    ``key`` is for the source alone; ``table`` is the letter of its table's first column, as tables
    may stand side by side.
    """

    key: object
    sheet: str
    row: int
    kind: Kind
    cells: tuple[str | None, ...]
    flaws: tuple[Flaw, ...] = ()
    known: tuple[Known, ...] = ()
    table: str = "A"


Typed = tuple[Line, int, str]
"""A text for a cell: its row, its column among those shown, and what was typed."""


class Lines(Protocol):
    """The rows of a file, made when they are looked at."""

    @property
    def kinds(self) -> Sequence[Kind]:
        """What each comes to."""

    def line(self, at: int) -> Line:
        """A row."""

    def find(self, line: Line) -> int:
        """Where the row of a line stands, perhaps of an older plan; -1 where it does not."""

    def alike(self, at: int, column: int) -> Sequence[int]:
        """Rows that one answer fits: the same doubt, or the same text wrong in the same column."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the file.

    `path` is its heading with the groups above it first; `meaning` is a key of the choices, empty
    for a column left out; `sure` is false for a guess.
    """

    letter: str
    path: tuple[str, ...]
    sample: str
    meaning: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """A workbook as it was understood, and what would become of its rows.

    `goes_in` counts rows that are added or change something; `columns` are the titles of those
    of the file that are read; `plan` is for the source alone.
    """

    file: str
    headings: tuple[Heading, ...]
    choices: tuple[Option, ...]
    rows: int
    added: int
    updated: int
    same: int
    columns: tuple[str, ...]
    lines: Lines
    unread: tuple[str, ...]
    wrong: int
    doubtful: int
    plan: object

    @property
    def goes_in(self) -> int:
        """How many rows would be written."""
        return self.added + self.updated

    @property
    def left_out(self) -> int:
        """How many rows stay out until they are put right."""
        return self.wrong + self.doubtful


class ImportSource(Protocol):
    """Brings workbooks into one register.

    Reading, planning and writing take their time; what is decided about rows counts from the next
    plan on, and only for this import.

    Attributes:
        within: key of the record that the rows were asked for in, nothing from a list.
    """

    within: int | None

    def plan(self, path: Path, progress: Progress) -> Planned:
        """Read a workbook; nothing of it is written.

        Raises:
            UserError: empty, protected, or no table in it that fits the register.
            WorldError: missing, damaged, or not a workbook.
        """

    def again(self, progress: Progress) -> Planned:
        """Plan the rows of the workbook as read, with what was decided by now."""

    def type_into(self, cells: Sequence[Typed]) -> None:
        """Put texts into cells in place of the file's, as one decision; seen at once in lines."""

    def drop(self, lines: Sequence[Line]) -> None:
        """Leave rows out."""

    def take_back(self, line: Line) -> None:
        """Take a row left out in again; or forget whatever else was decided about it."""

    def same(self, lines: Sequence[Line], at: int) -> None:
        """Take rows for one of those they may mean."""

    def other(self, lines: Sequence[Line]) -> None:
        """Take rows for nobody of those they may mean."""

    def undo(self) -> bool:
        """Go back behind the last decision; tell whether there was one."""

    def redo(self) -> bool:
        """Decide again what was taken back last; tell whether there was anything."""

    def mean(self, path: Sequence[str], meaning: str) -> None:
        """Remember what a heading means, now and in later workbooks; empty leaves it out."""

    def carry_out(self, planned: Planned, progress: Progress) -> None:
        """Do it, as one change.

        Raises:
            UserError: the register changed meanwhile.
        """

    def write_left_out(self, planned: Planned, path: Path) -> int:
        """Write the rows that stay out to a workbook with the reasons; tells how many."""

    def write_template(self, path: Path) -> None:
        """Write an empty workbook with the headings of the register."""
