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
    """Why a row is shown, in the words of its chip."""

    WRONG = "Cần sửa"
    DOUBTFUL = "Có thể trùng"
    ODD = "Lưu ý"
    REPAIRED = "Đã chữa"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to look at: where it stands in the file, and what it is."""

    kind: Kind
    sheet: str
    row: int
    column: str
    value: str
    message: str


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

    `goes_in` counts rows that are added or change something; `plan` is for the source alone.
    """

    file: str
    headings: tuple[Heading, ...]
    choices: tuple[Option, ...]
    rows: int
    added: int
    updated: int
    same: int
    flaws: tuple[Flaw, ...]
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
    """Brings workbooks into one register; every act takes its time.

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
