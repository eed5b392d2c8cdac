"""Workbooks read once and planned as often as a person decides something about their rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.exchange.choices import RowChoice
from models.exchange.drafts import drafts_of
from models.exchange.headers import Match, is_number_heading
from models.exchange.meanings import LEADER_NAME, LEADER_PHONE, RATING, Meanings, year_in
from models.exchange.plan import Plan, State
from models.exchange.planner import Planner
from models.exchange.quiet import without_collecting
from models.exchange.session_headings import ATTENDANCE
from models.exchange.special_planners import PLANNERS
from models.exchange.tables import find_tables
from models.exchange.workbook import read_workbook
from models.register import field_id
from models.registers.people import Person
from models.registers.teams import Team
from models.store.history import last_change_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from models.exchange.choices import Identity, Place
    from models.exchange.draft import Draft
    from models.exchange.plan import PlannedRow
    from models.exchange.table_body import BodyRow
    from models.exchange.tables import Table
    from models.exchange.workbook import Workbook
    from models.register import Register

    Progress = Callable[[int, int, str], None]

STEP = 500


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table and what its columns mean; ``file`` is the file's name where several are read."""

    table: Table
    matches: dict[int, Match]
    file: str


@dataclass(slots=True)
class _Read:
    """What was found in the files; the names are those of the plan."""

    unread: list[str] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    tables: dict[Path, list[FoundTable]] = field(default_factory=dict)
    empty: set[Path] = field(default_factory=set)


class Reading:
    """Workbooks on their way into a register, with what a person decided about their rows.

    `read` and `plan` take their time; what is decided counts from the next plan on.
    """

    def __init__(
        self, paths: tuple[Path, ...], register: Register, *, within: int | None = None
    ) -> None:
        self._paths = paths
        self._register = register
        self._within = within
        self._read = _Read()
        self._meanings = Meanings(register)
        self._bodies: dict[Place, BodyRow] = {}
        self._choices: dict[Place, RowChoice] = {}

    # -- reading and planning

    @without_collecting()
    def read(self, report: Progress) -> None:
        """Read the files; what was decided stands for the rows that read as they did.

        Raises:
            UserError: empty, or protected.
            WorldError: missing, damaged, or not a workbook.
        """
        self._read, self._meanings = _Read(), Meanings(self._register)
        for path in self._paths:
            known = len(self._read.columns)
            self._read.tables[path] = self._tables(read_workbook(path, progress=report), report)
            if len(self._read.columns) == known:
                self._read.empty.add(path)
        self._bodies = {}

    @without_collecting()
    def plan(self, report: Progress) -> Plan:
        """Say for each row what would become of it; nothing is written.

        Raises:
            UserError: no table that fits the register in one of the files.
        """
        plan = Plan(self._register, self._paths, head=last_change_link(), within=self._within)
        read = self._read
        plan.unread, plan.columns, plan.unused = [*read.unread], {**read.columns}, [*read.unused]
        drafts = [draft for path in self._paths for draft in self._drafts(path, report)]
        planned = [draft for draft in drafts if draft.row.state is not State.DROPPED]
        planner = PLANNERS.get(self._register.model, Planner)(plan)
        planner.prepare(planned, report)
        for done, draft in enumerate(planned):
            if done % STEP == 0:
                report(done, len(planned), "Đang so với sổ")
            planner.take(draft)
        planner.finish()
        plan.rows = [draft.row for draft in drafts]
        return plan

    def _drafts(self, path: Path, report: Progress) -> list[Draft]:
        drafts: list[Draft] = []
        for one in self._read.tables[path]:
            drafts += drafts_of(
                one.table, one.matches, self._meanings, file=one.file, progress=report,
                choices=self._choices,
            )  # fmt: skip
        if not drafts and path in self._read.empty:
            raise UserError(
                f"Không thấy bảng nào của sổ {self._register.title} trong tệp “{path.name}”. "
                "Hàng tiêu đề cần có tên cột như Họ và tên, Ngày sinh, Tên tổ."
            )
        return drafts

    def _tables(self, workbook: Workbook, report: Progress) -> list[FoundTable]:
        file = workbook.path.name if len(self._paths) > 1 else ""
        found: list[FoundTable] = []
        for place, sheet in enumerate(workbook.sheets):
            report(place, len(workbook.sheets), f"Đang đọc {sheet.name}")
            name = f"{file}: {sheet.name}" if file else sheet.name
            if sheet.hidden:
                self._read.unread.append(f"{name}: trang ẩn")
                continue
            tables = find_tables(sheet, self._meanings.vocabulary)
            matched = [FoundTable(table, self._matches(table, name), file) for table in tables]
            if not any(one.matches for one in matched):
                self._read.unread.append(f"{name}: không thấy bảng")
            found += [one for one in matched if one.matches]
        return found

    def _matches(self, table: Table, sheet: str) -> dict[int, Match]:
        """Say what the columns of a table mean; nothing when it lacks what names a record."""
        meanings = self._meanings
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
                self._read.columns[heading] = label
            elif not is_number_heading(path[-1]):
                self._read.unused.append(f"{sheet}: {heading}")
        return matches

    # -- what a person decides

    def body(self, row: PlannedRow) -> BodyRow:
        """Return a row's cells as they stand in the file."""
        if not self._bodies:
            for one in (one for tables in self._read.tables.values() for one in tables):
                name, first = one.table.sheet_name, one.table.columns[0].letter
                sheet = f"{one.file}: {name}" if one.file else name
                self._bodies.update(((sheet, body.number, first), body) for body in one.table.rows)
        return self._bodies[row.place]

    def type_into(self, row: PlannedRow, letter: str, text: str) -> None:
        """Put a text into a cell of a row, in place of the file's."""
        stands = self.body(row).texts[row.layout.letters.index(letter)]
        self._decide([(row, self._choice(row).type(letter, text, stands))])

    def drop(self, rows: Iterable[PlannedRow]) -> None:
        """Leave rows out."""
        self._decide((row, replace(self._choice(row), dropped=True)) for row in rows)

    def take_back(self, row: PlannedRow) -> None:
        """Take a row left out in again; or forget whatever else was decided about it."""
        choice = self._choice(row)
        self._decide([(row, replace(choice, dropped=False) if choice.dropped else RowChoice(()))])

    def same(self, chosen: Iterable[tuple[PlannedRow, Identity]]) -> None:
        """Take rows for somebody whom they may mean."""
        self._decide((row, replace(self._choice(row), same_as=who)) for row, who in chosen)

    def other(self, rows: Iterable[PlannedRow]) -> None:
        """Take rows for nobody of those they may mean."""
        self._decide(
            (row, self._choice(row).without(row.doubt)) for row in rows if row.doubt is not None
        )

    def _choice(self, row: PlannedRow) -> RowChoice:
        stood = self.body(row).texts
        choice = self._choices.get(row.place)
        return choice if choice is not None and choice.stood == stood else RowChoice(stood)

    def _decide(self, decided: Iterable[tuple[PlannedRow, RowChoice]]) -> None:
        """Keep choices in a new mapping: a plan being made goes on with the one it began with."""
        choices = {**self._choices, **{row.place: choice for row, choice in decided}}
        self._choices = {at: choice for at, choice in choices.items() if not choice.says_nothing}


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
