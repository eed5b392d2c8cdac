"""Puts the values of rows into records in memory, so that a row which stays out leaves no trace.

Blank never replaces what is known, a vaguer date never a more precise one, and of two rows of one
file that tell a field differently the first one holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from models.facts import Kind
from models.record import Record
from models.text import accented
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.exchange.plan import PlannedRow


class Contradiction(NamedTuple):
    """A field that an earlier row of the file told otherwise."""

    field: Any
    row: PlannedRow


class Undoing:
    """What a row did in memory, to be taken back when it stays out after all."""

    def __init__(self) -> None:
        self._acts: list[Callable[[], object]] = []

    def note(self, act: Callable[[], object]) -> None:
        """Remember how to take something back."""
        self._acts.append(act)

    def keep(self) -> None:
        """Let what was done stand."""
        self._acts.clear()

    def take_back(self) -> None:
        """Undo what was done, last first."""
        while self._acts:
            self._acts.pop()()


class Filling:
    """Fills records and knows which row told which field."""

    def __init__(self, undoing: Undoing) -> None:
        self._undoing = undoing
        self._told: dict[int, dict[str, PlannedRow]] = {}
        self._changed: dict[int, Record] = {}

    def changed(self) -> list[Record]:
        """Return the records of the register that now differ from the file."""
        return list(self._changed.values())

    def tell(self, record: Record, values: Mapping[str, Any], row: PlannedRow) -> None:
        """Note that a row told the values a new record was made with."""
        self._told[id(record)] = dict.fromkeys(values, row)
        self._undoing.note(lambda: self._told.pop(id(record)))

    def fill(
        self, record: Record, values: Mapping[str, Any], row: PlannedRow
    ) -> tuple[bool, list[Contradiction]]:
        """Put what a row tells into a record.

        Returns:
            Whether anything of the record changed, and what earlier rows told otherwise.
        """
        changed = False
        contradictions: list[Contradiction] = []
        told = self._told.setdefault(id(record), {})
        for name, value in values.items():
            field = type(record)._meta.fields[name]
            now = getattr(record, name)
            if field.is_empty(value) or is_vaguer(value, now):
                continue
            earlier = told.get(name)
            if same_value(field, now, value):
                if earlier is None:
                    self._tell(record, name, row)
            elif earlier is None or is_blank(field, now) or is_vaguer(now, value):
                self._set(record, name, value)
                self._tell(record, name, row)
                changed = True
            else:
                contradictions.append(Contradiction(field, earlier))
        return changed, contradictions

    def complete(self, record: Record, values: Mapping[str, Any]) -> bool:
        """Put what is only inferred into fields that are empty; tell whether any was."""
        changed = False
        for name, value in values.items():
            field = type(record)._meta.fields[name]
            if not field.is_empty(value) and is_blank(field, getattr(record, name)):
                self._set(record, name, value)
                changed = True
        return changed

    def remark(self, record: Any, remarks: list[str]) -> bool:  # noqa: ANN401
        """Add to a record's note what is not in it yet; tell whether anything was."""
        new = [text for text in dict.fromkeys(remarks) if text not in record.note]
        if new:
            self._set(record, "note", "; ".join(filter(None, [record.note, *new])))
        return bool(new)

    def _tell(self, record: Record, name: str, row: PlannedRow) -> None:
        self._told[id(record)][name] = row
        self._undoing.note(lambda: self._told[id(record)].pop(name))

    def _set(self, record: Record, name: str, value: Any) -> None:  # noqa: ANN401
        before = getattr(record, name)
        self._undoing.note(lambda: setattr(record, name, before))
        setattr(record, name, value)
        if record.id is not None and id(record) not in self._changed:
            self._changed[id(record)] = record
            self._undoing.note(lambda: self._changed.pop(id(record)))


def is_blank(field: Any, value: Any) -> bool:  # noqa: ANN401
    """Tell whether a field holds nothing yet; a tick not set is nothing."""
    return bool(field.is_empty(value)) or value is False


def same_value(field: Any, one: Any, other: Any) -> bool:  # noqa: ANN401
    """Tell whether two values are one: links by the record, names whatever their tone placement."""
    if isinstance(one, Record) and isinstance(other, Record):
        return one is other or (one.id is not None and one.id == other.id)
    if field.kind is Kind.NAME and one and other:
        return accented(one) == accented(other)
    return bool(one == other)


def is_vaguer(value: Any, now: Any) -> bool:  # noqa: ANN401
    """Tell whether a date only repeats, with less precision, what is known."""
    if isinstance(value, PartialDate) and isinstance(now, PartialDate):
        return value != now and now.iso.startswith(value.iso)
    return False
