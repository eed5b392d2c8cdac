"""Workbooks read once and planned as often as a person decides something about their rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.exchange.choices import RowChoice
from models.exchange.drafts import drafts_of
from models.exchange.found_tables import FoundTables
from models.exchange.plan import Plan, State
from models.exchange.planner import Planner
from models.exchange.quiet import without_collecting
from models.exchange.special_planners import PLANNERS
from models.store.history import last_change_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from models.exchange.choices import Identity, Place
    from models.exchange.draft import Draft
    from models.exchange.plan import PlannedRow
    from models.exchange.table_body import BodyRow
    from models.register import Register

    Progress = Callable[[int, int, str], None]

STEP = 500


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
        self._found = FoundTables(register)
        self._bodies: dict[Place, BodyRow] = {}
        self._choices: dict[Place, RowChoice] = {}
        self._past: list[dict[Place, RowChoice]] = []
        self._future: list[dict[Place, RowChoice]] = []

    # -- reading and planning

    @without_collecting()
    def read(self, report: Progress) -> None:
        """Read the files; what was decided stands for the rows that read as they did.

        Raises:
            UserError: empty, or protected.
            WorldError: missing, damaged, or not a workbook.
        """
        found = FoundTables(self._register, many=len(self._paths) > 1)
        for path in self._paths:
            found.take(path, report)
        self._found, self._bodies = found, {}

    @without_collecting()
    def plan(self, report: Progress) -> Plan:
        """Say for each row what would become of it; nothing is written.

        Raises:
            UserError: no table that fits the register in one of the files.
        """
        plan = Plan(self._register, self._paths, head=last_change_link(), within=self._within)
        found = self._found
        plan.unread, plan.columns, plan.unused = found.unread, found.columns, found.unused
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
        for one in self._found.of(path):
            drafts += drafts_of(
                one.table, one.matches, self._found.meanings, file=one.file, progress=report,
                choices=self._choices,
            )  # fmt: skip
        if not drafts and path in self._found.strange:
            raise UserError(
                f"Không thấy bảng nào của sổ {self._register.title} trong tệp “{path.name}”. "
                "Hàng tiêu đề cần có tên cột như Họ và tên, Ngày sinh, Tên tổ."
            )
        return drafts

    # -- what a person decides

    def bodies(self) -> Mapping[Place, BodyRow]:
        """Return every row's cells as they stand in the file; the file read anew gives others."""
        if not self._bodies:
            self._bodies = dict(self._found.bodies())
        return self._bodies

    def decided(self, place: Place) -> RowChoice | None:
        """Return what is decided about a row by now, which a plan may not know of yet."""
        return self._choices.get(place)

    def type_into(self, cells: Iterable[tuple[PlannedRow, str, str]]) -> None:
        """Put texts into cells, each a row, a column letter and a text, in place of the file's."""
        decided: dict[Place, tuple[PlannedRow, RowChoice]] = {}
        for row, letter, text in cells:
            _row, choice = decided.get(row.place) or (row, self._choice(row))
            stands = self.bodies()[row.place].texts[row.layout.letters.index(letter)]
            decided[row.place] = row, choice.type(letter, text, stands)
        self._decide(decided.values())

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

    def undo(self) -> bool:
        """Go back behind the last decision; tell whether there was one."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Decide again what was taken back last; tell whether there was anything."""
        return self._step(self._future, self._past)

    def _step(
        self, source: list[dict[Place, RowChoice]], target: list[dict[Place, RowChoice]]
    ) -> bool:
        if not source:
            return False
        target.append(self._choices)
        self._choices = source.pop()
        return True

    def _choice(self, row: PlannedRow) -> RowChoice:
        stood = self.bodies()[row.place].texts
        choice = self._choices.get(row.place)
        return choice if choice is not None and choice.stood == stood else RowChoice(stood)

    def _decide(self, decided: Iterable[tuple[PlannedRow, RowChoice]]) -> None:
        """Keep choices in a new mapping: a plan being made goes on with the one it began with."""
        self._past.append(self._choices)
        self._future.clear()
        choices = {**self._choices, **{row.place: choice for row, choice in decided}}
        self._choices = {at: choice for at, choice in choices.items() if not choice.says_nothing}
