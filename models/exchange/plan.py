"""What an import would do, row by row: made once, shown to the person, then carried out as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from models.record import Record
    from models.register import Register


class State(StrEnum):
    """What becomes of a row; doubtful and wrong ones stay out and go back to the person."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    DOUBTFUL = "doubtful"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row stays out, or what is odd about it.

    Attributes:
        sheet: name of the sheet.
        row: row number as Excel shows it.
        column: column letter; empty when the row as a whole is meant.
        value: the cell's text.
        message: Vietnamese, one or two short sentences.
    """

    sheet: str
    row: int
    column: str
    value: str
    message: str


@dataclass(slots=True)
class PlannedRow:
    """One row of the workbook and what it comes to.

    Attributes:
        sheet: name of the sheet.
        number: row number as Excel shows it.
        state: what becomes of it.
        problems: why it stays out.
        warnings: what is odd but does not keep it out.
        texts: heading and text of its cells; kept for rows that stay out.
    """

    sheet: str
    number: int
    state: State = State.NEW
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def stays_out(self) -> bool:
        """Whether the row goes back to the person instead of into the register."""
        return self.state in (State.DOUBTFUL, State.ERROR)


@dataclass(slots=True)
class Plan:
    """Everything an import would do.

    Attributes:
        register: the register the rows go into.
        path: the workbook.
        rows: every body row of every table, in order.
        new: records to add, by kind; links point at records of this plan or of the register.
        changed: register records with their values already set, to be saved.
        head: last link of the history when the plan was made; it holds only on that.
        unread: sheets without a table that could be understood, with the reason.
        columns: heading to field label as understood, for showing; a guess ends in "?".
    """

    register: Register
    path: Path
    rows: list[PlannedRow] = field(default_factory=list)
    new: dict[type[Record], list[Any]] = field(default_factory=dict)
    changed: list[Record] = field(default_factory=list)
    head: bytes = b""
    unread: list[str] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)

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
        return [problem for row in self.rows for problem in row.problems]

    def warnings(self) -> list[RowProblem]:
        """Return what is odd about rows that go in."""
        return [warning for row in self.rows for warning in row.warnings]

    def left_out(self) -> list[PlannedRow]:
        """Return the doubtful and wrong rows."""
        return [row for row in self.rows if row.stays_out]
