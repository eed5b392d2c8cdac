"""What is wrong with a form: found together, shown where a person has been, walked with F8."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.problem import Problem, Severity
from ui.form.error_strip import ErrorStrip
from ui.form.field_box import FieldBox
from ui.grid.box import GridBox
from ui.source import FormSource, GridRow, RowsTyped, cell_at


class SourceRules:
    """The checks of the record that is in the form."""

    def __init__(self, source: FormSource) -> None:
        self._source = source
        self.identity: int | None = None

    def of_record(self, values: Mapping[str, object]) -> Sequence[Problem]:
        """Everything wrong or odd with the values."""
        return self._source.check(self.identity, values)

    def of_row(
        self, grid: str, at: int, rows: Sequence[GridRow], values: Mapping[str, object]
    ) -> Sequence[Problem]:
        """Everything wrong or odd with a row of a grid, by column."""
        return self._source.check_row(grid, at, rows, self.identity, values)


class Checking:
    """Problems of the fields and rows of one form.

    A field is checked when it is left, then on each key until it is right; a row whenever one of
    its cells was typed; saving checks all. ``order`` names fields and grids as they are read.
    """

    def __init__(
        self,
        boxes: Mapping[str, FieldBox],
        grids: Mapping[str, GridBox],
        order: Sequence[str],
        rules: SourceRules,
        strip: ErrorStrip,
    ) -> None:
        self._boxes, self._grids, self._order = boxes, grids, order
        self._rules, self._strip = rules, strip
        self._problems: dict[str, Problem] = {}
        self._visited: set[str] = set()
        self._before: Mapping[str, object] = {}

    def begin(self, before: Mapping[str, object]) -> None:
        """Nothing has been visited yet; what cannot be read stays as it was before."""
        self._problems, self._visited, self._before = {}, set(), before
        for box in self._boxes.values():
            box.show_problem(None)
        self._strip.show_fields(())

    def visit(self, name: str) -> None:
        """A person has been in a field."""
        self._visited.add(name)

    def has_problem(self, name: str) -> bool:
        """Whether a field is shown as wrong or odd."""
        return name in self._problems

    def values(self) -> tuple[dict[str, object], list[Problem]]:
        """Everything as it would be stored, and what cannot be read; that stays as before."""
        values: dict[str, object] = {}
        unread: list[Problem] = []
        for name, box in self._boxes.items():
            value, problem = box.read()
            values[name] = value if problem is None else self._before.get(name)
            if problem is not None:
                unread.append(problem)
        return values, unread

    def rows(self) -> dict[str, RowsTyped]:
        """The rows of every grid as they would be stored."""
        return {name: grid.typed() for name, grid in self._grids.items()}

    def look(self, *, everywhere: bool = False) -> bool:
        """Check, show what is wrong where a person has been, tell whether all can be stored."""
        if everywhere:
            self._visited = set(self._boxes)
        values, unread = self.values()
        found = {problem.field: problem for problem in unread}
        for problem in self._rules.of_record(values):
            found.setdefault(problem.field, problem)
        self._problems = {name: one for name, one in found.items() if name in self._visited}
        fine = not any(one.severity is Severity.ERROR for one in found.values())
        for name in self._grids if everywhere else ():
            fine = self._look_at(name, values, everywhere=True) and fine
        self._show(strip=everywhere or self._strip.isVisible())
        return fine

    def look_at_rows(self, name: str) -> None:
        """Check what was typed into a grid."""
        self._look_at(name, self.values()[0], everywhere=False)
        self._show(strip=self._strip.isVisible())

    def _look_at(self, name: str, values: Mapping[str, object], *, everywhere: bool) -> bool:
        def check(at: int, rows: Sequence[GridRow]) -> Sequence[Problem]:
            return self._rules.of_row(name, at, rows, values)

        return self._grids[name].look(check, everywhere=everywhere)

    def refuse(self, place: str, message: str) -> bool:
        """Show what the store refused, if it belongs to a field or cell of this form."""
        cell = cell_at(place)
        if cell is not None and cell[0] in self._grids:
            self._grids[cell[0]].refuse(cell[1], cell[2], message)
        elif place in self._boxes:
            self._problems[place] = Problem(place, message)
        else:
            return False
        self._show(strip=True)
        return True

    def _show(self, *, strip: bool) -> None:
        for name, box in self._boxes.items():
            box.show_problem(self._problems.get(name))
        if strip:
            self._strip.show_fields(self._told())

    def _told(self) -> list[tuple[str, str]]:
        """The fields and cells that are wrong, in reading order: place and words."""
        told: list[tuple[str, str]] = []
        for name in self._order:
            problem = self._problems.get(name)
            if name in self._grids:
                told += self._grids[name].wrong()
            elif problem is not None and problem.severity is Severity.ERROR:
                told.append((name, self._boxes[name].facts.label))
        return told

    def wrong(self) -> list[str]:
        """Fields and cells that are shown as wrong, in reading order."""
        return [place for place, _words in self._told()]

    def next_wrong(self, here: str, step: int) -> str:
        """The wrong place after or before one, round and round; empty for none."""
        wrong = self.wrong()
        if not wrong:
            return ""
        at = self._reading(here)
        after = [
            one
            for one in wrong
            if (self._reading(one) > at if step > 0 else self._reading(one) < at)
        ] or wrong
        return after[0] if step > 0 else after[-1]

    def _reading(self, place: str) -> tuple[int, int, int]:
        """Where a place stands as the form is read."""
        name, row, column = cell_at(place) or (place, -1, "")
        if name not in self._order:
            return -1, -1, -1
        columns = [one.name for one in self._grids[name].facts.columns] if column else [""]
        return self._order.index(name), row, columns.index(column)
