"""Workbooks read into a register for the window, in the window's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.exchange.export import headings as headings_of
from models.exchange.export import workbook
from models.exchange.headers import is_number_heading
from models.exchange.importing import carry_out, plan_import
from models.exchange.left_out import write_left_out
from models.exchange.meanings import EXTRAS, UID, Meanings, remember
from models.exchange.plan import State
from models.exchange.session_headings import ATTENDANCE
from models.registers import register as register_named
from models.store.change import change
from models.store.folder import replace_file
from models.store.world import world
from ui.source import Option
from ui.wizards.import_facts import Flaw, Heading, Kind, Planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from models.exchange.plan import Plan, PlannedRow, RowProblem
    from ui.wizards.import_facts import Progress

LEFT_OUT = Option("", "Bỏ qua cột này")
GUESS = " ?"


class RegisterImport:
    """Brings workbooks into one register."""

    def __init__(self, name: str) -> None:
        self._register = register_named(name)
        self.within: int | None = None

    def plan(self, path: Path, progress: Progress) -> Planned:
        """Read a workbook; nothing of it is written."""
        plan = plan_import(path, self._register, progress=progress, within=self.within)
        meanings = Meanings(self._register)
        counts = plan.counts()
        return Planned(
            file=path.name,
            headings=tuple(_headings(plan, meanings)),
            choices=_choices(meanings),
            rows=counts["rows"],
            added=counts["new"],
            updated=counts["updated"],
            same=counts["same"],
            flaws=tuple(flaw for row in plan.rows for flaw in _flaws(row)),
            unread=tuple(plan.unread),
            wrong=counts["errors"],
            doubtful=counts["doubtful"],
            plan=plan,
        )

    def mean(self, path: Sequence[str], meaning: str) -> None:
        """Remember what a heading means, now and in later workbooks."""
        with change(f"Ghép cột {path[-1]}"):
            remember(self._register, tuple(path), meaning)

    def carry_out(self, planned: Planned, progress: Progress) -> None:
        """Do it, as one change."""
        carry_out(_plan_of(planned), progress=progress)

    def write_left_out(self, planned: Planned, path: Path) -> int:
        """Write the rows that stay out to a workbook with the reasons; tell how many."""
        return write_left_out(_plan_of(planned), path)

    def write_template(self, path: Path) -> None:
        """Write an empty workbook with the headings of the register."""
        titles = [words for words in headings_of(self._register) if words != _uid_words()]
        content = workbook(self._register.title, titles, iter(()))
        with world("ghi tệp Excel"):
            replace_file(path, content)


def _uid_words() -> str:
    return headings_of(register_named("areas"))[-1]


def _plan_of(planned: Planned) -> Plan:
    return planned.plan  # type: ignore[return-value]


def _choices(meanings: Meanings) -> tuple[Option, ...]:
    """Return what a column can be taken for: leaving it out first, then by name."""
    extras = EXTRAS.get(meanings.register.name, {})
    keys = dict.fromkeys([*meanings.fields, *extras])
    return (LEFT_OUT, *(Option(key, meanings.label(key)) for key in keys))


def _headings(plan: Plan, meanings: Meanings) -> Iterator[Heading]:
    """Yield each heading of the file once, with the meaning the plan gave it."""
    seen: set[tuple[str, ...]] = set()
    for layout in {id(row.layout): row.layout for row in plan.rows}.values():
        matches = meanings.vocabulary.assign(layout.headings)
        for place, path in enumerate(layout.headings):
            if path in seen or is_number_heading(path[-1]):
                continue
            seen.add(path)
            taken = plan.columns.get(" > ".join(path))
            match = matches.get(place) or meanings.vocabulary.match(path)
            meaning = match.key if match is not None and taken is not None else ""
            if meanings.marks(path):
                meaning = ATTENDANCE
            yield Heading(
                layout.letters[place],
                path,
                layout.samples[place],
                "" if meaning == UID else meaning,
                sure=not (taken or "").endswith(GUESS),
            )


def _flaws(row: PlannedRow) -> Iterator[Flaw]:
    kind = Kind.DOUBTFUL if row.state is State.DOUBTFUL else Kind.WRONG
    lots: tuple[tuple[Kind, list[RowProblem]], ...] = ((kind, row.problems),)
    if not row.stays_out:
        lots = ((Kind.ODD, row.warnings), (Kind.REPAIRED, row.repairs))
    for lot, problems in lots:
        for one in problems:
            yield Flaw(lot, one.sheet, one.row, one.column, one.value, one.message)
