"""One row of a workbook as read, before it is compared with the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from models.exchange.plan import PlannedRow, RowProblem, State
from models.register import field_id
from models.registers.members import Membership
from models.registers.people import Person

if TYPE_CHECKING:
    from models.exchange.session_headings import SessionTold
    from models.exchange.tables import BodyRow

NAME: Final = field_id(Person.full_name)
BIRTH: Final = field_id(Person.birth_date)
SEX: Final = field_id(Person.sex)
CITIZEN_ID: Final = field_id(Person.citizen_id)
OLD_ID: Final = field_id(Person.old_id)
EDUCATION: Final = field_id(Person.education)
ROLE: Final = field_id(Membership.role)
LEADER_SEX: Final = "leader.sex"
LEADER: Final = "leader"


@dataclass(slots=True)
class Draft:
    """One row as read.

    Attributes:
        row: where it stands and what becomes of it.
        body: its cells.
        places: place among the table's columns of each meaning.
        title_keys: meanings that name the record, to point at where no other cell is meant.
        sittings: those of the class that the table has columns for.
        values: key of meaning to value; only cells that hold something.
        remarks: what cells say that no field holds, by name of the kind of record.
        ratings: years and the ratings told for them.
        marks: sittings and how they were attended.
    """

    row: PlannedRow
    body: BodyRow
    places: dict[str, int]
    title_keys: tuple[str, ...]
    sittings: tuple[SessionTold, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    remarks: dict[str, list[str]] = field(default_factory=dict)
    ratings: list[tuple[int, str]] = field(default_factory=list)
    marks: list[tuple[SessionTold, str]] = field(default_factory=list)

    def problem(self, message: str, *keys: str) -> RowProblem:
        """Say something of the first of these meanings that has a column, or of the row."""
        row, place = self.row, self._place_of(keys)
        if place is None:
            return RowProblem(row.sheet, row.number, "", "", message)
        letter, text = row.layout.letters[place], self.body.cells[place].text
        return RowProblem(row.sheet, row.number, letter, text, message)

    def _place_of(self, keys: tuple[str, ...]) -> int | None:
        for key in (*keys, *self.title_keys):
            if key in self.places:
                return self.places[key]
        return next(iter(self.places.values()), None)

    def refuse(self, message: str, *keys: str) -> None:
        """Keep the row out: something is wrong."""
        self.row.state = State.ERROR
        self.row.problems.append(self.problem(message, *keys))

    def doubt(self, message: str, *keys: str) -> None:
        """Keep the row out until a person decides."""
        self.row.state = State.DOUBTFUL
        self.row.problems.append(self.problem(message, *keys))

    def warn(self, message: str, *keys: str) -> None:
        """Say what is odd about a row that goes in."""
        self.row.warnings.append(self.problem(message, *keys))

    def remark(self, model: str, text: str) -> None:
        """Keep what no field holds."""
        self.remarks.setdefault(model, []).append(text)

    def keep_texts(self) -> None:
        """Keep the cells as they stood; for a row that stays out."""
        self.row.texts = self.body.texts
