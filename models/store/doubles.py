"""Finding people who stand in the register twice, by stored keys alone, among a million.

Each way of looking groups live people by something an index holds in order; only the groups of two
and more are read and judged (`models.rules.likeness`), and looking stops once enough are found.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, Final

from models.record import LIVE, parts
from models.registers.people import NotOnePerson, Person, declared_others
from models.roles import Right
from models.rules.likeness import Likeness, likeness
from models.store.change import change
from models.store.database import database
from models.store.session import require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Rows = Callable[[str], Iterable[tuple[Any, ...]]]

MOST: Final = 300
"""Pairs looked for at a time; merging some brings the next."""
CHUNK: Final = 60
GROUP: Final = 12
"""People of one group who are compared each with each; more are namesakes, not doubles."""
_NAME: Final = "rtrim(search_words, ' 0123456789')"
_YEAR: Final = "substr(birth_date, 1, 4)"
_DAY: Final = "length(birth_date) = 10"
_GIVEN: Final = "substr({0}, 1, instr(sort_key, ' '))"
_INDEXES: Final = {
    "namesakes": (f"{_NAME}, {_YEAR}, area_id", "birth_date IS NOT NULL"),
    "old_ids": ("old_id", "old_id <> ''"),
}
_GROUPED: Final = (
    ("citizen_id", "citizen_id > ''", ""),
    ("old_id", "old_id <> ''", ""),
    ("phone", "phone > ''", ""),
    (f"{_NAME}, {_YEAR}, area_id", "birth_date IS NOT NULL", ""),
    (
        f"{_NAME}, {_YEAR}",
        "birth_date IS NOT NULL",
        " AND (count(*) > count(DISTINCT birth_date) OR count(*) > count(area_id))",
    ),
)
"""What people are grouped by, who has it, and what else a group must have."""
_NEIGHBOURS: Final = (
    "SELECT before, id FROM (SELECT id, birth_date, sort_key, lag(id) OVER w AS before,"
    f" lag(birth_date) OVER w AS born, lag(sort_key) OVER w AS name FROM person WHERE {LIVE}"
    " AND birth_date > '' WINDOW w AS (ORDER BY birth_date, sort_key))"
    f" WHERE birth_date = born AND {_DAY}"
    f" AND {_GIVEN.format('sort_key')} = {_GIVEN.format('name')}"
)
"""People born the same day whose given names agree stand beside each other in the index."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two people who may be one."""

    first: Person
    second: Person
    likeness: Likeness


def index_statements() -> list[str]:
    """Return the SQL of the indexes that hold namesakes together."""
    return [
        f'CREATE INDEX "person_{name}" ON "person" ({columns}) WHERE {LIVE} AND {condition}'
        for name, (columns, condition) in _INDEXES.items()
    ]


def all_doubles(rows: Rows, most: int = MOST) -> list[Double]:
    """Return pairs of live people who may be one, the likeliest first.

    Args:
        rows: runs a statement and gives its rows one by one; may raise when it is interrupted.
        most: pairs to look for.

    Raises:
        AccessError: who works now may not change the register: what doubles have in common is
            mostly what is hidden from them.
    """
    require(Right.WRITE)
    found: dict[tuple[int, int], Double] = {}
    declared = _declared()
    for group in _groups(rows):
        for double in _judged(group, declared):
            found.setdefault((double.first.id, double.second.id), double)
        if len(found) >= most:
            break
    return _ranked(found.values())


def doubles_of(person: Person) -> list[Double]:
    """Return the pairs of one stored person with who they may be, the likeliest first."""
    judged = ((other, likeness(person, other)) for other in _near(person))
    return _ranked(Double(person, other, alike) for other, alike in judged if alike is not None)


def _near(person: Person) -> Iterator[Person]:
    """Yield live people whom an index puts beside one person, declared ones left out."""
    conditions: list[Any] = [
        (field == value) & (field != "")  # an index of those who have one wants to hear it
        for field in (Person.citizen_id, Person.old_id, Person.phone)
        if (value := getattr(person, field.name))
    ]
    if person.birth_date is not None:
        ids = _namesakes(person)
        conditions.append(Person.id.in_(ids))
        if person.birth_date.is_full:
            conditions.append(Person.birth_date == person.birth_date)
    left_out = declared_others(person.id) | {person.id}
    for condition in conditions:
        for other in Person.select().where(condition, Person.trashed_at.is_null()):
            if other.id not in left_out:
                left_out.add(other.id)
                yield other


def _namesakes(person: Person) -> list[int]:
    sql = (
        f"SELECT id FROM person WHERE {LIVE} AND birth_date IS NOT NULL"
        f" AND {_NAME} = rtrim(?, ' 0123456789') AND {_YEAR} = ? LIMIT {MOST}"
    )
    assert person.birth_date is not None
    values = (person.search_words, person.birth_date.iso[:4])
    return [key for (key,) in database.execute_sql(sql, values).fetchall()]


def declare_different(one: Person, other: Person) -> None:
    """Remember that two people are not one, as a change that can be undone."""
    first, second = sorted((one, other), key=lambda person: person.id)
    if second.id in declared_others(first.id):
        return
    with change(f"Không phải một người: {first.full_name} và {second.full_name}") as work:
        work.save(NotOnePerson(first=first, second=second))


def _declared() -> set[tuple[int, int]]:
    pairs = NotOnePerson.select(NotOnePerson.first, NotOnePerson.second)
    rows: Any = pairs.where(NotOnePerson.trashed_at.is_null()).tuples()
    return {(min(pair), max(pair)) for pair in rows}


def _groups(rows: Rows) -> Iterator[list[list[int]]]:
    """Yield keys of people who share something, some groups at a time, the surest first."""
    for columns, condition, having in _GROUPED:
        sql = (
            f"SELECT group_concat(id) FROM person WHERE {LIVE} AND {condition}"
            f" GROUP BY {columns} HAVING count(*) > 1{having}"
        )
        groups = ([int(key) for key in text.split(",")] for (text,) in rows(sql))
        yield from parts((group for group in groups if len(group) <= GROUP), CHUNK)
    yield from parts(([first, second] for first, second in rows(_NEIGHBOURS)), CHUNK)


def _judged(groups: list[list[int]], declared: set[tuple[int, int]]) -> Iterator[Double]:
    keys = sorted({key for group in groups for key in group})
    people = {
        person.id: person
        for part in parts(keys, 500)
        for person in Person.select().where(Person.id.in_(part))
    }
    for group in groups:
        for first, second in combinations(sorted(group), 2):
            alike = likeness(people[first], people[second])
            if alike is not None and (first, second) not in declared:
                yield Double(people[first], people[second], alike)


def _ranked(doubles: Iterable[Double]) -> list[Double]:
    def place(double: Double) -> tuple[Any, ...]:
        return -double.likeness.weight, double.first.sort_key, double.first.id, double.second.id

    return sorted(islice(doubles, MOST), key=place)
