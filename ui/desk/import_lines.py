"""The rows of a planned workbook as the window shows them, made when they are looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.exchange.plan import State
from ui.wizards.import_facts import Flaw, Kind, Known, Line

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from models.exchange.choices import Likely, RowChoice
    from models.exchange.plan import Layout, Plan, PlannedRow, RowProblem
    from models.exchange.reading import Reading

Path = tuple[str, ...]
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
STATES = {
    State.ERROR: Kind.WRONG,
    State.DOUBTFUL: Kind.DOUBTFUL,
    State.DROPPED: Kind.DROPPED,
}


class PlanLines:
    """The rows of a plan.

    Attributes:
        kinds: what each row comes to.
    """

    def __init__(
        self, plan: Plan, reading: Reading, paths: Sequence[Path], dated: frozenset[int]
    ) -> None:
        """``dated`` are the columns of dates of which the year alone says something."""
        self.kinds = [_kind(row) for row in plan.rows]
        self._rows, self._reading, self._bodies = plan.rows, reading, reading.bodies()
        self._at = {row.place: at for at, row in enumerate(plan.rows)}
        self._paths, self._dated = paths, dated
        self._placed: dict[int, list[int]] = {}
        self._alike: dict[Hashable, list[int]] = {}
        for at, row in enumerate(plan.rows):
            if row.goes_back:
                for key in self._answers(row):
                    self._alike.setdefault(key, []).append(at)

    def line(self, at: int) -> Line:
        """Return a row."""
        row = self._rows[at]
        choice = self._choice(row)
        cells = self._cells(row, choice)
        texts = tuple(cells[place] if place >= 0 else None for place in self._places(row.layout))
        flaws, known = tuple(self._flaws(row, choice)), tuple(_known(row))
        kind = Kind.DROPPED if choice is not None and choice.dropped else self.kinds[at]
        table = row.layout.letters[0]
        return Line(row, row.sheet, row.number, kind, texts, flaws, known, table)

    def find(self, line: Line) -> int:
        """Return where the row of a line stands, perhaps of an older plan; -1 where it does not."""
        return self._at.get((line.sheet, line.row, line.table), -1)

    def alike(self, at: int, column: int) -> Sequence[int]:
        """Return the rows that one answer fits, this one among them."""
        row = self._rows[at]
        if row.doubt is not None and row.state is State.DOUBTFUL:
            return self._alike.get(_question(row), ())
        return self._alike.get((column, *self._wrong(row, column)), ())

    def _choice(self, row: PlannedRow) -> RowChoice | None:
        """Return what is decided by now: what was just typed is seen before it is planned."""
        choice = self._reading.decided(row.place)
        fits = choice is not None and choice.stood == self._bodies[row.place].texts
        return choice if fits else None

    def _cells(self, row: PlannedRow, choice: RowChoice | None) -> tuple[str, ...]:
        body = self._bodies[row.place]
        if choice is None:
            return body.texts
        return tuple(cell.text for cell in choice.onto(body.cells, row.layout.letters))

    def _places(self, layout: Layout) -> list[int]:
        """Return where each column that is shown stands in a table; -1 where it has none."""
        found = self._placed.get(id(layout))
        if found is None:
            own = {path: at for at, path in reversed(list(enumerate(layout.headings)))}
            found = self._placed[id(layout)] = [own.get(path, -1) for path in self._paths]
        return found

    def _column(self, row: PlannedRow, letter: str) -> int:
        """Return which column that is shown has a letter in the row's table; -1 for none."""
        if letter not in row.layout.letters:
            return -1
        place = row.layout.letters.index(letter)
        places = self._places(row.layout)
        return places.index(place) if place in places else -1

    def _answers(self, row: PlannedRow) -> set[Hashable]:
        """Return what answers may be asked of a row."""
        if row.doubt is not None and row.state is State.DOUBTFUL:
            return {_question(row)}
        columns = {self._column(row, problem.column) for problem in row.problems}
        return {(column, *self._wrong(row, column)) for column in columns}

    def _wrong(self, row: PlannedRow, column: int) -> tuple[str, ...]:
        """Return what is wrong in a column of a row."""
        found = [one for one in row.problems if self._column(row, one.column) == column]
        return (row.state, found[0].value, found[0].message) if found else ()

    def _flaws(self, row: PlannedRow, choice: RowChoice | None) -> Iterator[Flaw]:
        """Yield what the plan found, but for cells typed anew since, and what was decided."""
        fresh = _typed_since(row, choice)
        kind = STATES.get(row.state, Kind.ODD)
        for problem in row.problems:
            if problem.column not in fresh:
                yield self._flaw(row, kind, problem)
        yield from self._decided(row, choice)
        if not row.stays_out:
            odd = ((Kind.ODD, row.warnings), (Kind.REPAIRED, row.repairs))
            for kind, found in odd:
                for problem in found:
                    if problem.column not in fresh:
                        yield self._flaw(row, kind, problem)

    def _flaw(self, row: PlannedRow, kind: Kind, one: RowProblem) -> Flaw:
        column = self._column(row, one.column)
        years = set(YEAR.findall(one.value)) if column in self._dated else set()
        year = years.pop() if kind is Kind.WRONG and len(years) == 1 else ""
        return Flaw(kind, column, one.column, one.value, one.message, year)

    def _decided(self, row: PlannedRow, choice: RowChoice | None) -> Iterator[Flaw]:
        """Yield what a person decided about a row, at the cell it is about."""
        if choice is None or choice.dropped:
            return
        for letter, text in choice.typed.items():
            stood = choice.stood[row.layout.letters.index(letter)] or "trống"
            column = self._column(row, letter)
            yield Flaw(Kind.DECIDED, column, letter, text, f"Đã sửa, trong tệp ghi: {stood}.")
        if row.goes_back:
            return
        if choice.same_as is not None:
            yield Flaw(Kind.DECIDED, -1, "", "", "Nhận là người đã có.")
        if choice.others:
            yield Flaw(Kind.DECIDED, -1, "", "", "Là người khác, thêm mới.")


def _kind(row: PlannedRow) -> Kind:
    """Say what a row comes to."""
    found = STATES.get(row.state)
    if found is not None:
        return found
    if row.choice is not None:
        return Kind.DECIDED
    if row.warnings:
        return Kind.ODD
    return Kind.REPAIRED if row.repairs else Kind.FINE


def _typed_since(row: PlannedRow, choice: RowChoice | None) -> set[str]:
    """Return letters of the cells that read otherwise by now than when the row was planned."""
    then = row.choice.typed if row.choice is not None else {}
    now = choice.typed if choice is not None else {}
    return {letter for letter in {*then, *now} if then.get(letter) != now.get(letter)}


def _question(row: PlannedRow) -> Hashable:
    """Return what is asked of a doubtful row; one answer fits those that ask the same."""
    doubt = row.doubt
    return ("doubt", doubt.by, len(doubt.people) == 1) if doubt is not None else ()


def _known(row: PlannedRow) -> Iterator[Known]:
    people: tuple[Likely, ...] = row.doubt.people if row.doubt is not None else ()
    for one in people:
        sides = tuple((side.label, side.told, side.known, side.differs) for side in one.sides)
        yield Known(one.name, one.row, one.service, sides)
