"""Who a row means: found by citizen id, else by name, birth and area; never by name alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.registers.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Found:
    """The person a row means, or why that cannot be said.

    Attributes:
        person: the one person; nothing for a new one.
        doubt: a sentence when it may be somebody known; the row then waits for a person.
        hint: a sentence when a namesake of the area is known of whom too little is.
    """

    person: Person | None = None
    doubt: str = ""
    hint: str = ""


class KnownPeople:
    """People of the register and of this plan, by what identifies them."""

    def __init__(self) -> None:
        self._by_id: dict[str, list[Person]] = defaultdict(list)
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        self._keys: set[int] = set()

    def fetch(self, citizen_ids: Iterable[str], names: Iterable[str]) -> None:
        """Read from the register everybody who may be meant.

        Args:
            citizen_ids: numbers that stand in the workbook.
            names: sort keys of the names that stand there.
        """
        for field, wanted in ((Person.citizen_id, citizen_ids), (Person.sort_key, names)):
            values = sorted(set(wanted) - {""})
            for start in range(0, len(values), CHUNK):
                self._read(field, values[start : start + CHUNK])

    def _read(self, field: Any, values: Sequence[str]) -> None:  # noqa: ANN401
        live = field.in_(values) & Person.trashed_at.is_null()
        for person in Person.select().where(live):
            if person.id not in self._keys:
                self._keys.add(person.id)
                self.add(person)

    def add(self, person: Person) -> None:
        """Count a person among the known, new ones of the plan included."""
        if person.citizen_id:
            self._by_id[person.citizen_id].append(person)
        self._by_name[person.title_key()].append(person)

    def find(self, wanted: Person) -> Found:
        """Tell whether a person as read is one of the known."""
        same_number = self._by_id.get(wanted.citizen_id, []) if wanted.citizen_id else []
        if same_number:
            return _by_number(wanted, same_number)
        likely: list[Person] = []
        certain: list[Person] = []
        namesakes: list[Person] = []
        for other in self._by_name.get(wanted.title_key(), []):
            if _contradict(wanted, other):
                continue
            if _same_birth_and_area(wanted, other) or _same_phone(wanted, other):
                certain.append(other)
            elif _may_be(wanted, other):
                likely.append(other)
            elif _same_area(wanted, other):
                namesakes.append(other)
        if len(certain) == 1:
            return Found(certain[0])
        if certain or likely:
            return Found(doubt=_doubt((certain or likely)[0]))
        return Found(hint=_hint(namesakes[0]) if namesakes else "")


def _by_number(wanted: Person, others: list[Person]) -> Found:
    same_name = [other for other in others if other.title_key() == wanted.title_key()]
    if len(same_name) == 1:
        return Found(same_name[0])
    if not same_name:
        name = others[0].full_name
        return Found(doubt=f"Số {wanted.citizen_id} đã có ở {name}, khác tên. Xem lại số hoặc tên.")
    return Found(doubt=_doubt(same_name[0]))


def _contradict(one: Person, other: Person) -> bool:
    """Two numbers, two sexes or two birth dates cannot be one person."""
    if one.citizen_id and other.citizen_id and one.citizen_id != other.citizen_id:
        return True
    if one.sex and other.sex and one.sex != other.sex:
        return True
    if one.birth_date and other.birth_date:
        return not _may_be_same_day(one, other)
    return False


def _may_be_same_day(one: Person, other: Person) -> bool:
    if one.birth_date is None or other.birth_date is None:
        return True
    shorter, longer = sorted((one.birth_date.iso, other.birth_date.iso), key=len)
    return longer.startswith(shorter)


def _same_birth_and_area(one: Person, other: Person) -> bool:
    same_birth = one.birth_date is not None and one.birth_date == other.birth_date
    return same_birth and _same_area(one, other)


def _same_area(one: Person, other: Person) -> bool:
    if one.area is None or other.area is None:
        return False
    return one.area.title_key() == other.area.title_key()


def _same_phone(one: Person, other: Person) -> bool:
    return bool(one.phone) and one.phone == other.phone


def _may_be(one: Person, other: Person) -> bool:
    """Born alike as far as both are known, in the same area or on the very same day."""
    if one.birth_date is None or other.birth_date is None:
        return False
    same_day = one.birth_date.is_full and one.birth_date == other.birth_date
    return same_day or _same_area(one, other)


def _hint(other: Person) -> str:
    return f"Cùng tên với {other.full_name} ở {other.area.name if other.area else ''}. Đã thêm mới."


def _doubt(other: Person) -> str:
    born = f", sinh {other.birth_date.shown}" if other.birth_date else ""
    area = f", {other.area.name}" if other.area is not None else ""
    return f"Có thể là người đã có: {other.full_name}{born}{area}. Chọn là một người hoặc thêm mới."
