"""What an import would do, row by row: made once, shown to people, then carried out as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from models.exchange import choices

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from models.exchange.choices import Doubt, Place, RowChoice
    from models.record import Record
    from models.register import Register


class State(StrEnum):
    """What becomes of a row; doubtful and wrong ones stay out and go back to the person.

    Dropped ones were left out by the person who looked at them.

    A row is taken whole or not at all: one cell that cannot be read keeps it out, since a record
    with a hole where the paper has a value would look complete.
    """

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    DOUBTFUL = "doubtful"
    ERROR = "error"
    DROPPED = "dropped"


_GOING_BACK = frozenset({State.DOUBTFUL, State.ERROR})
_STAYING_OUT = _GOING_BACK | {State.DROPPED}


class RowProblem(NamedTuple):
    """Why a row stays out, or what is odd about it.

    Attributes:
        sheet: name of the sheet; the file's name stands before it where several are read.
        row: row number as Excel shows it.
        column: column letter; empty when no column of the table is meant.
        value: the cell's text.
        message: Vietnamese, one or two short sentences.
    """

    sheet: str
    row: int
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table stands in its sheet, so that rows left out can be given back as they stood.

    Attributes:
        sheet: name of the sheet.
        titles: lines above the table, top first.
        headings: of each column, groups first.
        letters: of each column.
        samples: the first text of each column, empty where there is none near the top.
    """

    sheet: str
    titles: tuple[str, ...]
    headings: tuple[tuple[str, ...], ...]
    letters: tuple[str, ...]
    samples: tuple[str, ...] = ()


@dataclass(slots=True)
class PlannedRow:
    """One row of the workbook and what it comes to.

    Attributes:
        sheet: name of the sheet; the file's name stands before it where several are read.
        number: row number as Excel shows it.
        state: what becomes of it.
        layout: the table it stands in.
        captions: sections it stands in, outermost first.
        problems: why it stays out.
        warnings: what is odd but does not keep it out.
        repairs: cells read otherwise than they stand, such as a zero put back.
        texts: its cells in the order of the layout; kept for rows that stay out.
        doubt: who it may mean, where that keeps it out.
        choice: what a person decided about it.
    """

    sheet: str
    number: int
    layout: Layout
    captions: tuple[str, ...] = ()
    state: State = State.NEW
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)
    repairs: list[RowProblem] = field(default_factory=list)
    texts: tuple[str, ...] = ()
    doubt: Doubt | None = None
    choice: RowChoice | None = None

    @property
    def place(self) -> Place:
        """Where it stands; tables side by side share row numbers."""
        return (self.sheet, self.number, self.layout.letters[0])

    @property
    def goes_back(self) -> bool:
        """Whether the row goes back to the person instead of into the register."""
        return self.state in _GOING_BACK

    @property
    def stays_out(self) -> bool:
        """Whether nothing of the row is written."""
        return self.state in _STAYING_OUT


@dataclass(slots=True)
class Plan:
    """Everything an import would do.

    Attributes:
        register: the register the rows go into.
        paths: the workbooks; they are carried out together or not at all.
        rows: every body row of every table, in order.
        new: records to add, by kind; links point at records of this plan or of the register.
        changed: register records with their values already set, to be saved.
        head: last link of the history when the plan was made; it holds only on that.
        unread: sheets without a table that could be understood, with the reason.
        columns: heading to field label as understood, for showing; a guess ends in "?".
        unused: headings that mean nothing to the register, with their sheet.
        within: key of the team or class that rows go to which name none.
    """

    register: Register
    paths: tuple[Path, ...]
    rows: list[PlannedRow] = field(default_factory=list)
    new: dict[type[Record], list[Any]] = field(default_factory=dict)
    changed: list[Record] = field(default_factory=list)
    head: bytes = b""
    unread: list[str] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    within: int | None = None

    @property
    def source(self) -> str:
        """Names of the files, for the history and for people."""
        return ", ".join(path.name for path in self.paths)

    @property
    def title(self) -> str:
        """What the history calls the import: its files, and what a person decided about rows."""
        decided = choices.told(row.choice for row in self.rows if row.choice is not None)
        return f"Nhập {self.source} ({decided})" if decided else f"Nhập {self.source}"

    def counts(self) -> dict[str, int]:
        """Return how many rows there are, in all and in each state."""
        states = Counter(row.state for row in self.rows)
        return {
            "rows": len(self.rows),
            "new": states[State.NEW],
            "updated": states[State.UPDATED],
            "same": states[State.SAME],
            "doubtful": states[State.DOUBTFUL],
            "errors": states[State.ERROR],
        }

    def problems(self) -> list[RowProblem]:
        """Return why rows stay out, in the order of the rows."""
        return _all(row.problems for row in self.rows)

    def warnings(self) -> list[RowProblem]:
        """Return what is odd about rows that go in."""
        return _all(row.warnings for row in self.rows if not row.stays_out)

    def repairs(self) -> list[RowProblem]:
        """Return the cells read otherwise than they stand, of rows that go in."""
        return _all(row.repairs for row in self.rows if not row.stays_out)

    def left_out(self) -> list[PlannedRow]:
        """Return the doubtful and wrong rows."""
        return [row for row in self.rows if row.goes_back]


def _all(found: Iterable[list[RowProblem]]) -> list[RowProblem]:
    return [problem for problems in found for problem in problems]
