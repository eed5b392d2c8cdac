"""The tables of workbooks that fit a register, and what their columns mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from models.exchange.headers import Match, is_number_heading
from models.exchange.meanings import LEADER_NAME, LEADER_PHONE, RATING, Meanings, year_in
from models.exchange.session_headings import ATTENDANCE
from models.exchange.tables import find_tables
from models.exchange.workbook import read_workbook
from models.register import field_id
from models.registers.people import Person
from models.registers.teams import Team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from models.exchange.choices import Place
    from models.exchange.table_body import BodyRow
    from models.exchange.tables import Table
    from models.exchange.workbook import Workbook
    from models.register import Register

    Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table and what its columns mean; ``file`` is the file's name where several are read."""

    table: Table
    matches: dict[int, Match]
    file: str


class FoundTables:
    """What was found in files that are read as one.

    Attributes:
        meanings: of the register's headings.
        unread: sheets without a table that could be understood, with the reason.
        columns: heading to field label as understood; a guess ends in "?".
        unused: headings that mean nothing to the register, with their sheet.
        strange: files without a heading that an earlier one did not have.
    """

    def __init__(self, register: Register, *, many: bool = False) -> None:
        self.meanings = Meanings(register)
        self.unread: list[str] = []
        self.columns: dict[str, str] = {}
        self.unused: list[str] = []
        self.strange: set[Path] = set()
        self._many = many
        self._tables: dict[Path, list[FoundTable]] = {}

    def take(self, path: Path, report: Progress) -> None:
        """Read a file.

        Raises:
            UserError: empty, or protected.
            WorldError: missing, damaged, or not a workbook.
        """
        known = len(self.columns)
        self._tables[path] = self._found(read_workbook(path, progress=report), report)
        if len(self.columns) == known:
            self.strange.add(path)

    def of(self, path: Path) -> list[FoundTable]:
        """Return the tables of a file."""
        return self._tables[path]

    def bodies(self) -> Iterator[tuple[Place, BodyRow]]:
        """Yield every row with where it stands."""
        for one in (one for tables in self._tables.values() for one in tables):
            name, first = one.table.sheet_name, one.table.columns[0].letter
            sheet = f"{one.file}: {name}" if one.file else name
            yield from (((sheet, body.number, first), body) for body in one.table.rows)

    def _found(self, workbook: Workbook, report: Progress) -> list[FoundTable]:
        file = workbook.path.name if self._many else ""
        found: list[FoundTable] = []
        for place, sheet in enumerate(workbook.sheets):
            report(place, len(workbook.sheets), f"Đang đọc {sheet.name}")
            name = f"{file}: {sheet.name}" if file else sheet.name
            if sheet.hidden:
                self.unread.append(f"{name}: trang ẩn")
                continue
            tables = find_tables(sheet, self.meanings.vocabulary)
            matched = [FoundTable(table, self._matches(table, name), file) for table in tables]
            if not any(one.matches for one in matched):
                self.unread.append(f"{name}: không thấy bảng")
            found += [one for one in matched if one.matches]
        return found

    def _matches(self, table: Table, sheet: str) -> dict[int, Match]:
        """Say what the columns of a table mean; nothing when it lacks what names a record."""
        meanings = self.meanings
        paths = [column.path for column in table.columns]
        matches = _without_leader(meanings.vocabulary.assign(paths))
        if not {match.key for match in matches.values()} & _naming(meanings):
            return {}
        for place, path in enumerate(paths):
            heading = " > ".join(path)
            if place not in matches:
                found = meanings.vocabulary.match(path)
                if found is not None and found.key == RATING and year_in(heading):
                    matches[place] = found
            if meanings.marks(path):
                matches[place] = Match(ATTENDANCE, 1.0, True)
            if place in matches:
                match = matches[place]
                label = meanings.label(match.key) + ("" if match.sure else " ?")
                self.columns[heading] = label
            elif not is_number_heading(path[-1]):
                self.unused.append(f"{sheet}: {heading}")
        return matches


def _without_leader(matches: dict[int, Match]) -> dict[int, Match]:
    """Let a telephone be the team's own where no column names whose it is."""
    if any(match.key == LEADER_NAME for match in matches.values()):
        return matches
    own = field_id(Team.phone)
    return {
        place: replace(match, key=own) if match.key == LEADER_PHONE else match
        for place, match in matches.items()
    }


def _naming(meanings: Meanings) -> set[str]:
    """Return the meanings of which a table must have one to be of the register."""
    model: Any = meanings.register.model
    title = model._meta.fields.get(model.TITLE)
    if title is None:
        return {field_id(field) for field in meanings.register.exchange_fields()[:3]}
    if title.name == "person":
        return {field_id(Person.full_name)}
    return {field_id(title)}
