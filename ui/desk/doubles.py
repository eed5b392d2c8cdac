"""Doubles of people for the window: listed on the worker's connection, compared, merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.registers.lives import life_of
from models.registers.people import PEOPLE, Person, PersonMerge
from models.rules.likeness import Likeness, likeness
from models.store import undo
from models.store.database import read_connection
from models.store.doubles import Double, all_doubles, declare_different, doubles_of
from models.store.merging import fuller_side, kept_side, merge, preview
from ui.desk.history import in_words
from ui.source import CellKind, Choice, ColumnFacts, Comparison, Query, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.store.connection import ReadConnection

MOST_LINES = 8
LEVELS = {"Rất giống": "weak", "Khá giống": "warning", "Hơi giống": "none"}
BY_HAND = Likeness(100, ("chọn để so sánh",))


class PeopleDoubles:
    """Pairs of people who may be one; found anew whenever the list is asked from its beginning."""

    def __init__(self) -> None:
        self.columns: Sequence[ColumnFacts] = (
            ColumnFacts("names", "Hai người", 3, sortable=False),
            ColumnFacts("level", "Mức", 0.9, kind=CellKind.STATUS, looks=LEVELS, sortable=False,
                        sample="Khá giống"),
            ColumnFacts("why", "Vì sao", 0, sortable=False),
        )  # fmt: skip
        self._only: tuple[int, ...] = ()
        self._pairs: list[Double] = []
        self._numbers: dict[tuple[int, int], int] = {}
        self._connection: ReadConnection | None = None

    def narrow(self, identities: Sequence[int]) -> None:
        """List the pairs of all people for none, of one person, or just one pair of two."""
        self._only = tuple(identities)

    def pair(self, row: int) -> tuple[int, int]:
        """Return the two people of a listed row."""
        return next(pair for pair, number in self._numbers.items() if number == row)

    def count(self, query: Query) -> int:  # noqa: ARG002
        """Return how many pairs there are."""
        return len(self._pairs)

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:  # noqa: ARG002
        """Return pairs, the likeliest first."""
        if not offset:
            self._pairs = self._found()
        return [self._row(double) for double in self._pairs[offset : offset + limit]]

    def position(self, query: Query, identity: int) -> int:  # noqa: ARG002
        """Return where a pair stands, -1 when it is not listed any more."""
        numbers = [self._row(double).id for double in self._pairs]
        return numbers.index(identity) if identity in numbers else -1

    def interrupt(self) -> None:
        """Stop looking."""
        if self._connection is not None:
            self._connection.interrupt()

    def close(self) -> None:
        """Give the connection back; no question may be running."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _row(self, double: Double) -> Row:
        """Return a pair with a number that stays its own, whatever else is listed later."""
        pair = (double.first.id, double.second.id)
        number = self._numbers.setdefault(pair, len(self._numbers) + 1)
        names = dict.fromkeys((double.first.full_name, double.second.full_name))
        return Row(number, (" · ".join(names), double.likeness.level, double.likeness.words))

    def _found(self) -> list[Double]:
        if len(self._only) == 2:
            first, second = (_person(key) for key in sorted(self._only))
            return [Double(first, second, likeness(first, second) or BY_HAND)]
        if self._only:
            return doubles_of(_person(self._only[0]))
        if self._connection is None:
            self._connection = read_connection()
        return all_doubles(self._connection.execute)

    def compare(self, identities: tuple[int, int]) -> Comparison:
        """Put both people side by side."""
        people = tuple(_person(key) for key in identities)
        first, second = people
        alike = likeness(first, second)
        return Comparison(
            identities=identities,
            names=(first.full_name, second.full_name),
            details=(_detail(first), _detail(second)),
            why=alike.words if alike else "",
            kept=kept_side(first, second),
            choices=tuple(_choice(field, first, second) for field in PEOPLE.form_fields()),
            hanging=(_hanging(first), _hanging(second)),
            told=(_told(first, second), _told(second, first)),
        )

    def merge(self, comparison: Comparison, kept: int, choices: Mapping[str, int]) -> str:
        """Make one person of both; a value that was not chosen goes with the person merged."""
        people = [_person(key) for key in comparison.identities]
        stays, goes = people[kept], people[1 - kept]
        taken = [name for name, side in choices.items() if side != kept]
        merge(stays, goes, {name: getattr(goes, name) for name in taken})
        return f"Đã gộp hai người thành một: {stays.full_name}."

    def declare_different(self, identities: tuple[int, int]) -> str:
        """Remember that they are not one person."""
        first, second = (_person(key) for key in identities)
        declare_different(first, second)
        return f"Đã ghi nhớ: {first.full_name} và {second.full_name} không phải một người."

    def take_apart(self, merge: int) -> str:
        """Give a merged person back."""
        row: PersonMerge = PersonMerge.get_by_id(merge)
        done = undo.take_apart(row)
        kept = f" Giữ như đã sửa sau đó: {', '.join(done.kept)}." if done.kept else ""
        return f"Đã tách lại {row.title}.{kept}"


def _person(key: int) -> Person:
    person: Person | None = Person.get_or_none(Person.id == key)
    if person is None or person.trashed_at is not None:
        name = person.full_name if person is not None else "Người này"
        raise UserError(f"{name} đã bị xóa hoặc đã gộp. Bấm Đọc lại để xem danh sách mới.")
    return person


def _detail(person: Person) -> str:
    born = f"Sinh {person.birth_date.shown}" if person.birth_date else ""
    area = person.area.name if person.area is not None else ""
    return " · ".join(filter(None, (born, area)))


def _choice(field: Any, first: Person, second: Person) -> Choice:  # noqa: ANN401
    values = getattr(first, field.name), getattr(second, field.name)
    shown = in_words(field, values[0]), in_words(field, values[1])
    side = fuller_side(field, first, second)
    return Choice(field.name, field.label, shown, side, values[0] == values[1])


def _hanging(person: Person) -> tuple[str, ...]:
    lines = [
        f"{passage.when.shown}: {passage.words}" if passage.when else passage.words
        for passage in life_of(person)
    ]
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], *((f"và {more} việc khác",) if more > 0 else ()))


def _told(kept: Person, goes: Person) -> tuple[str, ...]:
    seen = preview(kept, goes)
    moved = ", ".join(f"{count} {noun}" for noun, count in seen.moved)
    first = f"Chuyển {moved} sang {kept.full_name}." if moved else ""
    return tuple(filter(None, (first, *seen.sentences)))
