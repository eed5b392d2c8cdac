"""Who a row means: found by number, else by name, birth and area; never by name alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from models.registers.people import Person, declared_others
from models.store.rows import among

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from models.exchange.choices import Identity, Place
    from models.exchange.filling import Undoing
    from models.exchange.plan import PlannedRow
    from models.registers.areas import Area
    from models.values.partial_date import PartialDate

    _Told = tuple[str, PartialDate | None, str, tuple[str, ...]]

CHUNK: Final = 5000
_IDS: Final = ("citizen_id", "old_id")
_OF_ONE: Final = (*_IDS, "sex")
_TELLING: Final = ("birth_date", "phone", "area", "address", "home_town", "job", "ethnicity")


@dataclass(frozen=True, slots=True)
class Found:
    """The person a row means, or why that cannot be said.

    Attributes:
        person: the one person; nothing for a new one.
        doubt: a sentence when it may be somebody known; the row then waits for a person.
        hint: a sentence when a namesake of the area is known of whom too little is.
        by: field that decided.
        people: those the doubt is about, the likeliest first.
    """

    person: Person | None = None
    doubt: str = ""
    hint: str = ""
    by: str = "full_name"
    people: tuple[Person, ...] = ()


class KnownPeople:
    """People of the register and of this plan, by what identifies them."""

    def __init__(self, undoing: Undoing) -> None:
        self._undoing = undoing
        self._by_id: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Person]] = defaultdict(list)
        self._keys: dict[int, Person] = {}
        self._by_uid: dict[str, Person] = {}
        self._told: dict[int, tuple[PlannedRow, _Told]] = {}
        self._by_place: defaultdict[Place, list[Person]] = defaultdict(list)
        self._areas: Mapping[int, Area] = {}

    def fetch(
        self,
        areas: Mapping[int, Area],
        numbers: Iterable[str],
        names: Iterable[str],
        uids: Iterable[str],
        read: Callable[[int, int], None],
    ) -> None:
        """Read from the register everybody who may be meant.

        Args:
            areas: the register's, by key, so that nobody's is asked for singly.
            numbers: of identity, new and old, that stand in the workbook.
            names: sort keys of the names that stand there.
            uids: of those whom a person chose.
            read: called with how many were looked for, and how many there are to look for.
        """
        self._areas = areas
        ids = sorted(set(numbers) - {""})
        keys = sorted(set(names) - {""})
        fields: tuple[tuple[Any, list[str]], ...] = (
            (Person.citizen_id, ids),
            (Person.old_id, [number for number in ids if len(number) < 12]),
            (Person.sort_key, keys),
            (Person.uid, sorted(uids)),
        )
        for field, values in fields:
            for start in range(0, len(values), CHUNK):
                read(start, len(values))
                self._read(among(field, values[start : start + CHUNK]))

    def with_keys(self, keys: Collection[int]) -> dict[int, Person]:
        """Return people by their keys, read now where they are not known yet."""
        missing = [key for key in keys if key not in self._keys]
        for start in range(0, len(missing), CHUNK):
            self._read(among(Person.id, missing[start : start + CHUNK]))
        return self._keys

    def _read(self, wanted: Any) -> None:  # noqa: ANN401 - an expression
        for person in Person.select().where(wanted & Person.trashed_at.is_null()):
            if person.id not in self._keys:
                self._keys[person.id] = self._by_uid[person.uid] = person
                area = self._areas.get(person.area_id or 0)
                if area is not None:
                    person.__rel__["area"] = area
                self._file(person)

    def add(self, person: Person, row: PlannedRow) -> None:
        """Count a new person of the plan among the known, as the row tells of them."""
        for same in self._file(person):
            self._undoing.note(same.pop)
        self._told[id(person)] = row, _told_of(person)
        here = self._by_place[row.place]
        here.append(person)
        self._undoing.note(here.pop)
        self._undoing.note(lambda: self._told.pop(id(person)))

    def of_identity(self, identity: Identity) -> Person | None:
        """Return somebody a person chose; nothing where they are not there any more."""
        if isinstance(identity, str):
            return self._by_uid.get(identity)
        same = [one for one in self._by_place[identity[0]] if self.identity_of(one)[1] == identity]
        return same[-1] if same else None

    def identity_of(self, person: Person) -> tuple[int, Identity]:
        """Return number of the row that tells of a new person first, 0 for none, and who it is."""
        if id(person) not in self._told:
            return 0, person.uid
        row, told = self._told[id(person)]
        return row.number, (row.place, _in_words(told))

    def learn(self, person: Person) -> None:
        """File a known person also under numbers that a row told."""
        for number in _numbers(person):
            if all(other is not person for other in self._by_id[number]):
                self._by_id[number].append(person)
                self._undoing.note(self._by_id[number].pop)

    def _file(self, person: Person) -> list[list[Person]]:
        places = [self._by_id[number] for number in _numbers(person)]
        places.append(self._by_name[person.title_key()])
        for same in places:
            same.append(person)
        return places

    def find(
        self,
        wanted: Person,
        beside: Callable[[Person], bool] | None = None,
        without: Sequence[Person] = (),
    ) -> Found:
        """Tell whether a person as read is one of the known.

        Args:
            wanted: the person as read; need not be whole.
            beside: whether somebody is in the very team of the row, where a name says more.
            without: who is not meant, as a person said.
        """
        for field in _IDS:
            number = getattr(wanted, field)
            same = _besides(self._by_id.get(number, ()), without) if number else ()
            if same:
                return _by_number(wanted, same, number, field)
        namesakes = _besides(self._by_name.get(wanted.title_key(), ()), without)
        others = [other for other in namesakes if not _contradict(wanted, other)]
        return _by_name(wanted, others, beside) if others else Found()


def _besides(people: Sequence[Person], without: Sequence[Person]) -> Sequence[Person]:
    if not without:
        return people
    return [person for person in people if all(person is not other for other in without)]


def _told_of(person: Person) -> _Told:
    """Keep who a new person is as their row told; later rows may tell more."""
    return person.full_name, person.birth_date, person.sex, tuple(_numbers(person))


def _in_words(told: _Told) -> str:
    name, born, sex, numbers = told
    return " ".join((Person.key_of_title(name), born.iso if born else "", sex, *numbers))


def _numbers(person: Person) -> list[str]:
    return [number for number in (person.citizen_id, person.old_id) if number]


def _by_number(wanted: Person, others: Sequence[Person], number: str, field: str) -> Found:
    same_name = [other for other in others if other.title_key() == wanted.title_key()]
    if len(same_name) == 1:
        return Found(same_name[0], by=field)
    if not same_name:
        name = others[0].full_name
        doubt = f"Số {number} đã có ở {name}, khác tên. Xem lại số hoặc tên."
        return Found(doubt=doubt, by=field, people=tuple(others))
    return Found(doubt=_doubt(same_name[0]), by=field, people=tuple(same_name))


def _by_name(
    wanted: Person, others: Sequence[Person], beside: Callable[[Person], bool] | None
) -> Found:
    certain = [other for other in others if _is_surely(wanted, other)]
    likely = [other for other in others if _may_be(wanted, other)] if not certain else []
    here = [other for other in others if beside(other)] if beside and not certain else []
    if not certain and len(here) == 1 and not _phones_differ(wanted, here[0]):
        certain = here
    certain = _told_apart(wanted, certain)
    if len(certain) == 1:
        return Found(certain[0])
    unsure = certain or here or likely
    if unsure:
        return Found(doubt=_doubt(unsure[0]), people=tuple(unsure))
    if _says_only_a_name(wanted):
        unsure = [other for other in others if not _areas_differ(wanted, other)]
        return Found(doubt=_doubt(unsure[0]) if unsure else "", people=tuple(unsure))
    near = [other for other in others if _same_area(wanted, other)]
    return Found(hint=_hint(near[0]) if near else "")


def _told_apart(wanted: Person, certain: list[Person]) -> list[Person]:
    """Of people whom somebody declared different, keep the one of whom the row tells most."""
    keys = {other.id for other in certain}
    if len(certain) < 2 or any(keys - declared_others(key) - {key} for key in keys):
        return certain
    agreeing = [sum(_agree(wanted, other, name) for name in _TELLING) for other in certain]
    best = max(agreeing)
    return [other for other, count in zip(certain, agreeing, strict=True) if count == best]


def _agree(one: Person, other: Person, name: str) -> bool:
    value = getattr(one, name)
    return bool(value) and value == getattr(other, name)


def _contradict(one: Person, other: Person) -> bool:
    """Two numbers, two sexes or two birth dates cannot be one person."""
    for name in _OF_ONE:
        value, its = getattr(one, name), getattr(other, name)
        if value and its and value != its:
            return True
    born, other_born = one.birth_date, other.birth_date
    if born is None or other_born is None:
        return False
    if born.year != other_born.year:
        return True
    shorter, longer = sorted((born.iso, other_born.iso), key=len)
    return not longer.startswith(shorter)


def _is_surely(one: Person, other: Person) -> bool:
    same_birth = one.birth_date is not None and one.birth_date == other.birth_date
    return (same_birth and _same_area(one, other)) or (bool(one.phone) and one.phone == other.phone)


def _may_be(one: Person, other: Person) -> bool:
    """Born alike as far as both are known, in the same area or on the very same day."""
    if one.birth_date is None or other.birth_date is None:
        return False
    same_day = one.birth_date.is_full and one.birth_date == other.birth_date
    return same_day or _same_area(one, other)


def _same_area(one: Person, other: Person) -> bool:
    if one.area is None or other.area is None:
        return False
    return one.area is other.area or one.area.title_key() == other.area.title_key()


def _areas_differ(one: Person, other: Person) -> bool:
    return one.area is not None and other.area is not None and not _same_area(one, other)


def _phones_differ(one: Person, other: Person) -> bool:
    return bool(one.phone and other.phone) and one.phone != other.phone


def _says_only_a_name(person: Person) -> bool:
    told = (person.birth_date, person.citizen_id, person.old_id, person.phone)
    return not any(told)


def _hint(other: Person) -> str:
    return f"Cùng tên với {other.full_name} ở {other.area.name if other.area else ''}. Thêm mới."


def _doubt(other: Person) -> str:
    born = f", sinh {other.birth_date.shown}" if other.birth_date else ""
    area = f", {other.area.name}" if other.area is not None else ""
    return f"Có thể là người đã có: {other.full_name}{born}{area}. Chọn là một người hoặc thêm mới."
