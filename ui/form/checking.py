"""What is wrong with a form: found together, shown where a person has been, walked with F8."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from models.problem import Problem, Severity
from ui.form.body import FormBody
from ui.form.error_strip import ErrorStrip
from ui.reading import Reading
from ui.source import FormSource, GridRow, RowsTyped, cell_at

Told = Callable[[bool], object]
Unsure = tuple[Sequence[GridRow], list[int]]
"""The rows of a grid, and the places of those to be checked."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules say of the record, and of each row they were asked about, by grid."""

    record: Sequence[Problem]
    rows: Mapping[str, Mapping[GridRow, Sequence[Problem]]]


class SourceRules:
    """The checks of the record that is in the form."""

    def __init__(self, source: FormSource) -> None:
        self._source = source
        self.identity: int | None = None

    def question(
        self, values: Mapping[str, object], unsure: Mapping[str, Unsure]
    ) -> Callable[[], Found]:
        """What to ask of the values, and of some rows of each grid, as they are now."""
        identity = self.identity

        def ask() -> Found:
            by_grid: dict[str, Mapping[GridRow, Sequence[Problem]]] = {}
            for name, (rows, places) in unsure.items():
                if places:
                    found = self._source.check_rows(name, places, rows, identity, values)
                    asked = (rows[at] for at in places)
                    by_grid[name] = dict(zip(asked, found, strict=True))
            return Found(self._source.check(identity, values), by_grid)

        return ask


class Checking:
    """Problems of the fields and rows of one form.

    A field is checked when it is left, then on each key until it is right; a row whenever one of
    its cells was typed; saving checks all. What is asked anew is not told of as it was before.
    """

    def __init__(
        self,
        body: FormBody,
        rules: SourceRules,
        strip: ErrorStrip,
        reading: Reading,
    ) -> None:
        self._boxes, self._grids, self._order = body.boxes, body.grids, body.order
        self._rules, self._strip, self._questions = rules, strip, reading
        self._problems: dict[str, Problem] = {}
        self._visited: set[str] = set()
        self._before: Mapping[str, object] = {}

    def begin(self, before: Mapping[str, object]) -> None:
        """Nothing has been visited yet; what cannot be read stays as it was before."""
        self._questions.forget()
        self._problems, self._visited, self._before = {}, set(), before
        for box in self._boxes.values():
            box.show_problem(None)
        self._strip.show_fields(())

    def visit(self, name: str) -> None:
        """A person has been in a field."""
        self._visited.add(name)

    def edited(self, name: str) -> None:
        """A field or grid was typed into: look again where that may have put something right."""
        if name in self._grids or name in self._problems or self._questions.waiting:
            self.look()

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

    def look(self, told: Told | None = None) -> None:
        """Check what is typed now, and show what is wrong where a person has been.

        ``told`` hears whether all can be stored; then everything counts as visited.
        """
        everywhere = told is not None
        if everywhere:
            self._visited = set(self._boxes)
        values, unread = self.values()
        unsure = {
            name: grid.model.unsure(everywhere=everywhere) for name, grid in self._grids.items()
        }
        question = self._rules.question(values, unsure)
        self._questions.ask(question, partial(self._came, unread, told))

    def _came(self, unread: Sequence[Problem], told: Told | None, found: Found) -> None:
        problems = {problem.field: problem for problem in unread}
        for problem in found.record:
            problems.setdefault(problem.field, problem)
        self._problems = {name: one for name, one in problems.items() if name in self._visited}
        for name, grid in self._grids.items():
            grid.show_found(found.rows.get(name, {}), everywhere=told is not None)
        self._show(strip=told is not None or self._strip.isVisible())
        if told is not None:
            fine = not any(one.severity is Severity.ERROR for one in problems.values())
            told(fine and not any(grid.wrong() for grid in self._grids.values()))
        elif any(grid.model.has_unchecked() for grid in self._grids.values()):
            self.look()

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
