"""Workbooks read into a register for the window, in the window's words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from models.exchange.export import headings as headings_of
from models.exchange.export import workbook
from models.exchange.headers import is_number_heading
from models.exchange.importing import carry_out, reading_of
from models.exchange.left_out import write_left_out
from models.exchange.meanings import EXTRAS, UID, Meanings, remember
from models.exchange.session_headings import ATTENDANCE
from models.facts import Kind
from models.registers import register as register_named
from models.store.change import change
from models.store.folder import replace_file
from models.store.world import world
from ui.desk.import_lines import PlanLines
from ui.source import Option
from ui.wizards.import_facts import Heading, Planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from models.exchange.plan import Plan, PlannedRow
    from models.exchange.reading import Reading
    from ui.wizards.import_facts import Line, Progress, Typed

LEFT_OUT = Option("", "Bỏ qua cột này")
GUESS = " ?"


class RegisterImport:
    """Brings workbooks into one register."""

    def __init__(self, name: str) -> None:
        self._register = register_named(name)
        self.within: int | None = None
        self._path: Path | None = None
        self._reading: Reading | None = None
        self._paths: list[tuple[str, ...]] = []

    def plan(self, path: Path, progress: Progress) -> Planned:
        """Read a workbook; nothing of it is written. Read again, it keeps what was decided."""
        reading = self._reading
        if reading is None or path != self._path:
            reading = reading_of(path, self._register, within=self.within)
        reading.read(progress)
        self._path, self._reading = path, reading
        return self.again(progress)

    def again(self, progress: Progress) -> Planned:
        """Plan the rows as read, with what was decided by now."""
        reading = self._read()
        plan = reading.plan(progress)
        meanings = Meanings(self._register)
        counts = plan.counts()
        headings, choices = tuple(_headings(plan, meanings)), _choices(meanings)
        columns = [one for one in headings if one.meaning]
        self._paths = [one.path for one in columns]
        return Planned(
            file=plan.source,
            headings=headings,
            choices=choices,
            rows=counts["rows"],
            added=counts["new"],
            updated=counts["updated"],
            same=counts["same"],
            columns=tuple(_titles(columns, choices)),
            lines=PlanLines(plan, reading, self._paths, _dated(columns, meanings)),
            unread=tuple(plan.unread),
            wrong=counts["errors"],
            doubtful=counts["doubtful"],
            plan=plan,
        )

    def type_into(self, cells: Sequence[Typed]) -> None:
        """Put texts into cells in place of the file's, as one decision."""
        rows = _rows([line for line, _column, _text in cells])
        paths = [self._paths[column] for _line, column, _text in cells]
        self._read().type_into(
            (row, row.layout.letters[row.layout.headings.index(path)], text)
            for row, path, (_line, _column, text) in zip(rows, paths, cells, strict=True)
        )

    def drop(self, lines: Sequence[Line]) -> None:
        """Leave rows out."""
        self._read().drop(_rows(lines))

    def take_back(self, line: Line) -> None:
        """Take a row left out in again; or forget whatever else was decided about it."""
        self._read().take_back(_rows([line])[0])

    def same(self, lines: Sequence[Line], at: int) -> None:
        """Take rows for one of those they may mean."""
        found = ((row, row.doubt.people[at].identity) for row in _rows(lines) if row.doubt)
        self._read().same(found)

    def other(self, lines: Sequence[Line]) -> None:
        """Take rows for nobody of those they may mean."""
        self._read().other(_rows(lines))

    def undo(self) -> bool:
        """Go back behind the last decision; tell whether there was one."""
        return self._read().undo()

    def redo(self) -> bool:
        """Decide again what was taken back last; tell whether there was anything."""
        return self._read().redo()

    def _read(self) -> Reading:
        assert self._reading is not None
        return self._reading

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


def _rows(lines: Sequence[Line]) -> list[PlannedRow]:
    return [line.key for line in lines]  # type: ignore[misc]


def _titles(columns: Sequence[Heading], choices: Sequence[Option]) -> Iterator[str]:
    """Yield what columns are called: by their meaning, or as in the file where it repeats."""
    names = {option.value: option.text for option in choices}
    many = Counter(one.meaning for one in columns)
    for one in columns:
        yield one.path[-1] if many[one.meaning] > 1 else names.get(one.meaning, one.path[-1])


def _dated(columns: Sequence[Heading], meanings: Meanings) -> frozenset[int]:
    """Return the columns of dates that may be a year alone."""
    facts = [meanings.fields.get(one.meaning) for one in columns]
    return frozenset(at for at, fact in enumerate(facts)
                     if fact is not None and fact.kind is Kind.PARTIAL_DATE)  # fmt: skip


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
