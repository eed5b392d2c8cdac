"""Some hundred made-up people, the same every time, and a plain reading of what lists must say."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store.change import change
from models.text import accented, fold, has_accents
from models.values.partial_date import PartialDate
from tests.models.samples import words

SIZE = 296
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Thạch", "Danh", "Đặng", "Ông", "Ngô", "Lý", "Huỳnh")
MIDDLES = ("Văn", "Thị", "Hữu", "Ngọc", "Sà", "", "Thị Ngọc", "Đức", "Hoàng", "Quốc")
GIVEN = words(
    "An|Ân|Bình|Bưởi|Châu|Dũng|Dục|Đạt|Đức|Giang|Hà|Hạ|Hòa|Hoà|Hồng|Khỏe|Kiều|Lan|"
    "Lân|Minh|Mỹ|Na|Ngà|Nga|Oanh|Phượng|Quý|Rương|Sang|Thủy|Thúy|Thùy|Tí|Uyên|Ước|"
    "Vân|Xuân|Ý|Yến|Út"
)
NAMED = ("Nguyễn Văn Đức", "Nguyễn Văn Dục", "Huỳnh Ngọc Thùy An", "Lê Thị An")
JOBS = ("", "Làm ruộng", "làm ruộng", "Giáo viên", "Thợ hồ", "Buôn bán", "Ấp đội", "Áo dài")


def fill_register() -> None:
    """Store areas and people, every tenth of them trashed."""
    chance = random.Random(7)
    areas = [Area(name=f"Ấp Số {number}") for number in (10, 2, 1, 11, 3)]
    people = [_someone(chance, areas) for _ in range(SIZE)]
    teams = [Team(name=f"Tổ tự quản số {number}", area=areas[0]) for number in (1, 2, 10)]
    people += [Person(full_name=name, phone="0913555214") for name in NAMED]
    with change("Đông người") as work:
        work.add_many(areas)
        work.add_many(people)
        work.add_many(teams)
        members = [Membership(person=one, team=chance.choice(teams)) for one in people[::3]]
        work.add_many(members)
        for someone in people[::10]:
            work.trash(someone)


def _someone(chance: random.Random, areas: list[Area]) -> Person:
    names = [chance.choice(FAMILIES), chance.choice(MIDDLES), chance.choice(GIVEN)]
    born = PartialDate(chance.randrange(1940, 2010), *_parts(chance))
    return Person(
        full_name=" ".join(filter(None, names)),
        birth_date=chance.choice((born, born, None)),
        sex=chance.choice(("Nam", "Nữ", "")),
        citizen_id=chance.choice(("", f"0950{chance.randrange(10**8):08d}")),
        phone=chance.choice(("", f"09{chance.randrange(10**8):08d}")),
        area=chance.choice((*areas, None)),
        job=chance.choice(JOBS),
        ethnicity=chance.choice(("Kinh", "Khơ-me", "Hoa", "")),
        party_member=chance.random() < 0.2,
    )


def _parts(chance: random.Random) -> tuple[int, ...]:
    return chance.choice(((), (3,), (chance.randrange(1, 13), chance.randrange(1, 29))))


@cache
def everybody() -> tuple[Person, ...]:
    """Everybody who is not in the trash; the same in every register so filled, so read once."""
    return tuple(Person.select().where(Person.trashed_at.is_null()))


@cache
def meant(typed: str) -> list[int]:
    """Find people as the issue's sentences say, without any index or stored column."""
    return sorted(person.id for person in everybody() if _is_meant(person, typed))


def _is_meant(person: Person, typed: str) -> bool:
    digits = typed.replace(" ", "").replace(".", "")
    numbers = (person.citizen_id, person.phone)
    if digits.isdigit():
        return any(digits in number for number in numbers)
    return all(_word_is_meant(person, word) for word in typed.split())


def _word_is_meant(person: Person, word: str) -> bool:
    if has_accents(word):
        return accented(word) in accented(person.full_name)
    return fold(word) in fold(person.full_name)


def plain_order(field: Any, *, descending: bool = False) -> list[int]:
    """Sort live people in Python: what is empty first, ties by title, then as entered."""

    def place(person: Person) -> tuple[Any, ...]:
        value = getattr(person, "sort_key" if field is Person.full_name else field.key_name)
        return value is not None, value, person.sort_key, person.id

    return [person.id for person in sorted(everybody(), key=place, reverse=descending)]


def plain_members(field: Any, *, descending: bool = False) -> list[int]:
    """Sort live memberships in Python by something of their person."""
    live = Membership.select().where(Membership.trashed_at.is_null())

    def place(member: Membership) -> tuple[Any, ...]:
        own, person = (member.sort_key, member.id), member.person
        value = getattr(person, "sort_key" if field is Person.full_name else field.key_name)
        return value is not None, value, person.sort_key, person.id, *own

    return [member.id for member in sorted(live, key=place, reverse=descending)]
