"""Rows of a workbook read into values of the register's fields, with what is wrong per cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from models import clock
from models.errors import UserError
from models.exchange.headers import FEMALE, MALE
from models.exchange.meanings import LEADER_NAME, LEADER_PHONE, RATING, UID, Meanings, year_in
from models.exchange.plan import PlannedRow, RowProblem, State
from models.facts import Kind
from models.register import field_id
from models.registers.people import Person
from models.text import fold, nfc
from models.values.citizen_id import parse_citizen_id
from models.values.partial_date import PartialDate
from models.values.person_name import clean_person_name
from models.values.phone import parse_phones
from models.values.sex import parse_sex

if TYPE_CHECKING:
    from models.exchange.cells import Cell
    from models.exchange.headers import Match
    from models.exchange.tables import HeaderColumn, Table

_DAY_ONE: Final = date(1899, 12, 30)
_SERIALS: Final = range(10_000, 80_000)
"""Whole numbers in a date column that are Excel's count of days (1927 to 2119), not years."""
_TICKS: Final = frozenset({"x", "v", "✓", "✔", "1", "co", "+"})
_NOTHING: Final = frozenset({"", "-", "--", "…", "...", "/", "//", "0/0", "x x"})


@dataclass(slots=True)
class Draft:
    """One row as read.

    Attributes:
        row: where it stands and what becomes of it.
        values: key of meaning to value; only cells that hold something.
        captions: section lines above it, outermost first.
        titles: lines above the table, top first, the sheet's name last.
        rating_year: year that the heading of a rating names.
    """

    row: PlannedRow
    values: dict[str, Any] = field(default_factory=dict)
    captions: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    rating_year: int | None = None


def drafts_of(table: Table, matches: dict[int, Match], meanings: Meanings) -> list[Draft]:
    """Read every body row of a table.

    Args:
        table: as found in the sheet.
        matches: place among the table's columns to meaning.
        meanings: of the register.
    """
    titles = (*table.titles, table.sheet_name)
    years = [table.columns[place].path for place, match in matches.items() if match.key == RATING]
    year = year_in(*(" ".join(path) for path in years), *titles) or clock.today().year
    drafts = []
    for body in table.rows:
        draft = Draft(PlannedRow(table.sheet_name, body.number), {}, body.captions, titles, year)
        reader = _RowReader(draft, meanings)
        for place, match in matches.items():
            reader.read(table.columns[place], match, body.cells[place])
        if draft.row.problems:
            draft.row.state = State.ERROR
        draft.row.texts = {
            column.path[-1]: cell.text
            for column, cell in zip(table.columns, body.cells, strict=True)
        }
        drafts.append(draft)
    return drafts


class _RowReader:
    """Reads the cells of one row into its draft."""

    def __init__(self, draft: Draft, meanings: Meanings) -> None:
        self.draft = draft
        self.meanings = meanings

    def read(self, column: HeaderColumn, match: Match, cell: Cell) -> None:
        """Read one cell; what is wrong stays with the row."""
        if not cell or cell.text.strip() in _NOTHING:
            return
        try:
            self._take(match, cell)
        except UserError as error:
            self.draft.row.problems.append(self._problem(column, cell, error.message))

    def _take(self, match: Match, cell: Cell) -> None:
        values = self.draft.values
        if match.sex in (MALE, FEMALE):
            self._take_half(match, cell)
        elif match.key in (UID, RATING):
            values[match.key] = nfc(cell.text)
        elif match.key == LEADER_NAME:
            self._take_name(LEADER_NAME, cell)
        elif match.key == LEADER_PHONE:
            self._take_phone(LEADER_PHONE, cell)
        else:
            self._take_field(match.key, self.meanings.fields[match.key], cell)

    def _take_half(self, match: Match, cell: Cell) -> None:
        """Read a cell of a Nam/Nữ pair: a tick tells the sex, a year or date the birth as well."""
        self.draft.values[field_id(Person.sex)] = match.sex
        if fold(cell.text) not in _TICKS:
            key = field_id(Person.birth_date)
            self.draft.values[key] = _partial_date(Person.birth_date, cell)

    def _take_field(self, key: str, fact: Any, cell: Cell) -> None:  # noqa: ANN401
        kind = fact.kind
        if kind is Kind.NAME:
            self._take_name(key, cell)
        elif kind is Kind.PHONE:
            self._take_phone(key, cell)
        elif kind is Kind.CITIZEN_ID:
            number = parse_citizen_id(_raw(cell))
            old = field_id(Person.old_id)
            self.draft.values[old if number.is_old else key] = number.text
        elif key == field_id(Person.sex):
            self.draft.values[key] = str(parse_sex(cell.text))
        elif kind is Kind.PARTIAL_DATE:
            self.draft.values[key] = _partial_date(fact, cell)
        elif kind is Kind.DAY:
            day = _day(cell)
            self.draft.values[key] = day if day else fact.parse(cell.text)
        elif kind is Kind.LINK:
            self.draft.values[key] = nfc(cell.text)
        else:
            self.draft.values[key] = fact.parse(cell.text)

    def _take_name(self, key: str, cell: Cell) -> None:
        clean = clean_person_name(cell.text)
        self.draft.values[key] = clean.name
        hint = clean.sex_hint
        if hint and key == LEADER_NAME:
            self.draft.values["leader.sex"] = str(hint)
        elif hint:
            self.draft.values.setdefault(field_id(Person.sex), str(hint))

    def _take_phone(self, key: str, cell: Cell) -> None:
        phones = parse_phones(_raw(cell))
        if phones:
            self.draft.values[key] = phones[0].text

    def _problem(self, column: HeaderColumn, cell: Cell, message: str) -> RowProblem:
        row = self.draft.row
        return RowProblem(row.sheet, row.number, column.letter, cell.text, message)


def _raw(cell: Cell) -> str | float:
    """Return a number as the cell holds it, everything else as text."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return cell.text


def _day(cell: Cell) -> date | None:
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIALS:
        return _DAY_ONE + timedelta(days=int(value))
    return None


def _partial_date(fact: Any, cell: Cell) -> PartialDate | None:  # noqa: ANN401
    day = _day(cell)
    if day is None:
        value: PartialDate | None = fact.parse(cell.text)
        return value
    return PartialDate.parse(day.isoformat(), today=clock.today(), birth=fact.is_birth)
