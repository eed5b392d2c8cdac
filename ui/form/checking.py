"""What is wrong with a form: found together, shown where a person has been, walked with F8."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from models.problem import Problem, Severity
from ui.form.error_strip import ErrorStrip
from ui.form.field_box import FieldBox

Rules = Callable[[Mapping[str, object]], Sequence[Problem]]


class Checking:
    """Problems of the fields of one form.

    A field is checked when it is left, then on each key until it is right; saving checks all.
    """

    def __init__(self, boxes: Mapping[str, FieldBox], strip: ErrorStrip) -> None:
        self._boxes, self._strip = boxes, strip
        self._problems: dict[str, Problem] = {}
        self._visited: set[str] = set()

    def begin(self) -> None:
        """Nothing has been visited yet."""
        self._problems, self._visited = {}, set()
        for box in self._boxes.values():
            box.show_problem(None)
        self._strip.show_fields(())

    def visit(self, name: str) -> None:
        """A person has been in a field."""
        self._visited.add(name)

    def has_problem(self, name: str) -> bool:
        """Whether a field is shown as wrong or odd."""
        return name in self._problems

    def values(self, before: Mapping[str, object]) -> tuple[dict[str, object], list[Problem]]:
        """Everything as it would be stored, and what cannot be read; that stays as before."""
        values: dict[str, object] = {}
        unread: list[Problem] = []
        for name, box in self._boxes.items():
            value, problem = box.read()
            values[name] = value if problem is None else before.get(name)
            if problem is not None:
                unread.append(problem)
        return values, unread

    def look(self, rules: Rules, before: Mapping[str, object], *, everywhere: bool = False) -> bool:
        """Check, show what is wrong where a person has been, tell whether all can be stored."""
        if everywhere:
            self._visited = set(self._boxes)
        values, unread = self.values(before)
        found = {problem.field: problem for problem in unread}
        for problem in rules(values):
            found.setdefault(problem.field, problem)
        self._problems = {name: one for name, one in found.items() if name in self._visited}
        self._show(strip=everywhere or self._strip.isVisible())
        return not any(one.severity is Severity.ERROR for one in found.values())

    def refuse(self, name: str, message: str) -> bool:
        """Show what the store refused, if it belongs to a field of this form."""
        if name not in self._boxes:
            return False
        self._problems[name] = Problem(name, message)
        self._show(strip=True)
        return True

    def _show(self, *, strip: bool) -> None:
        for name, box in self._boxes.items():
            box.show_problem(self._problems.get(name))
        if strip:
            labels = [(name, self._boxes[name].facts.label) for name in self.wrong()]
            self._strip.show_fields(labels)

    def wrong(self) -> list[str]:
        """Fields that are shown as wrong, in reading order."""
        return [
            name
            for name in self._boxes
            if name in self._problems and self._problems[name].severity is Severity.ERROR
        ]

    def next_wrong(self, here: str, step: int) -> str:
        """The wrong field after or before one, round and round; empty for none."""
        names = list(self._boxes)
        at = names.index(here) if here in self._boxes else -1
        wrong = [names.index(name) for name in self.wrong()]
        if not wrong:
            return ""
        after = [one for one in wrong if (one > at if step > 0 else one < at)] or wrong
        return names[after[0] if step > 0 else after[-1]]
