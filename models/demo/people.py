"""People of the demo register: names, birth dates, numbers and lives that fit one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.demo.words import chance, happens, in_sentence, pick, words
from models.registers.people import Person
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from models.registers.areas import Area

KINH, KHMER, HOA = "Kinh", "Khơ-me", "Hoa"
PREFIXES = "0913|0918|0907|0939|0949|0944|0976|0983|0917|0388|0366|0399|0332|0368|0823|0832|0789"
PROVINCES = "095:40|096:3|094:3|092:1|091:1"
RELIGIONS = {
    KINH: "Không theo tôn giáo:66|Phật giáo:16|Công giáo:5|Cao Đài:6|Phật giáo Hòa Hảo:3|:4",
    KHMER: "Phật giáo:94|Không theo tôn giáo:4|:2",
    HOA: "Phật giáo:45|Không theo tôn giáo:50|:5",
}
CATHOLIC, CLAN, YOUNG = "Công giáo", "họ Lâm", "trẻ"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What sort of person is looked for.

    Attributes:
        area: where they live.
        groups: ethnic groups with weights, such as Khơ-me:7|Kinh:2.
        women: likelihood of a woman, in percent.
        trait: CATHOLIC, CLAN, YOUNG or nothing.
        name: a full name already known; its family name tells the group, Thị a woman.
    """

    area: Area
    groups: str
    women: int
    trait: str = ""
    name: str = ""


@dataclass(slots=True)
class Crowd:
    """Makes people, no two of whom could be taken for one, as they are on a day."""

    today: date
    _known: set[tuple[str, int, int]] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)

    def person(self, subject: str, wanted: Wanted) -> Person:
        """Return a new person, not stored yet; the same for the same subject."""
        source = chance("person", subject)
        while True:
            person = self._drawn(source, wanted)
            identity = person.full_name, born(person), wanted.area.id
            if identity not in self._known:
                self._known.add(identity)
                self._number(source, person)
                return person

    def given(self, row: dict[str, str], area: Area) -> Person:
        """Return the person of a row of people.tsv."""
        birth = self._birth(row["birth"])
        person = Person(
            full_name=row["full_name"],
            birth_date=birth,
            sex=row["sex"],
            ethnicity=row["ethnicity"],
            citizen_id=row["citizen_id"],
            phone=row["phone"],
            job=row["job"],
            note=row["note"],
            area=area,
        )
        source = chance("given", row["full_name"], row["birth"])
        if row["citizen_id"] == "?":
            person.citizen_id = self._unused(lambda: _citizen_id(source, birth.year, person.sex))
        self._known.add((person.full_name, birth.year, area.id))
        self._taken.update((person.citizen_id, person.phone))
        _live(source, person, self.today, "")
        return person

    def _birth(self, cell: str) -> PartialDate:
        if not cell.startswith("age:"):
            return PartialDate.from_iso(cell)
        years = int(cell.removeprefix("age:"))
        day = self.today - timedelta(days=round(365.25 * years) + 150)
        return PartialDate.from_date(day)

    def _drawn(self, source: Random, wanted: Wanted) -> Person:
        group = _group_of(wanted.name) or pick(source, wanted.groups)
        woman = happens(source, wanted.women)
        sex = "Nữ" if (" Thị " in wanted.name if wanted.name else woman) else "Nam"
        oldest, youngest = (1990, 2008) if wanted.trait == YOUNG else (1957, 2004)
        year = round(source.triangular(oldest, youngest, (oldest + youngest) / 2 - 2))
        person = Person(
            full_name=wanted.name or _name(source, group, sex, wanted.trait),
            birth_date=_as_precise(source, year),
            sex=sex,
            ethnicity=group,
            area=wanted.area,
        )
        _live(source, person, self.today, wanted.trait)
        return person

    def _number(self, source: Random, person: Person) -> None:
        year, sex = born(person), person.sex
        if happens(source, 86):
            person.citizen_id = self._unused(lambda: _citizen_id(source, year, sex))
        elif happens(source, 50):
            person.old_id = self._unused(lambda: f"385{source.randrange(10**6):06d}")
        if happens(source, 78):
            person.phone = self._unused(
                lambda: f"{pick(source, PREFIXES)}555{source.randrange(1000):03d}"
            )

    def _unused(self, draw: Callable[[], str]) -> str:
        while (value := draw()) in self._taken:
            pass
        self._taken.add(value)
        return value


def born(person: Person) -> int:
    """Return the year of birth; everybody of the demo register has one."""
    return person.birth_date.year if person.birth_date else 1980


def _group_of(name: str) -> str:
    """Return the group whose family names a name begins with; nothing of no name."""
    if not name:
        return ""
    family = name.split(maxsplit=1)[0]
    for group in (KHMER, HOA):
        if family in words("names", f"{group} family").replace(":", "|").split("|"):
            return group
    return KINH


def _name(source: Random, group: str, sex: str, trait: str) -> str:
    while True:
        family = pick(source, words("names", f"{group} family"))
        if trait == CLAN and happens(source, 85):
            family = "Lâm"
        middle = pick(source, words("names", f"{group} middle {sex}"))
        given = pick(source, words("names", f"{group} given {sex}"))
        parts = [family, *(middle.split() if middle != "*" else ()), *given.split()]
        if len(set(parts)) == len(parts):
            return " ".join(parts)


def _as_precise(source: Random, year: int) -> PartialDate:
    """Return a birth date of a year: the day mostly, else the year, rarely the month."""
    month, day, known = source.randint(1, 12), source.randint(1, 28), source.randrange(100)
    if known < 58:
        return PartialDate(year, month, day)
    return PartialDate(year, month) if known < 66 else PartialDate(year)


def _citizen_id(source: Random, year: int, sex: str) -> str:
    century = (year // 100 - 19) * 2 + (sex == "Nữ")
    return f"{pick(source, PROVINCES)}{century}{year % 100:02d}{source.randrange(10**6):06d}"


def _live(source: Random, person: Person, today: date, trait: str) -> None:
    """Give a person the rest of a life: belief, schooling, work, party, dwelling."""
    age = today.year - born(person)
    belief = pick(source, RELIGIONS[person.ethnicity])
    person.religion = CATHOLIC if trait == CATHOLIC else belief
    person.education = _schooling(source, age)
    trained, job = happens(source, 9), pick(source, words("jobs", "job"))
    person.job = person.job or (job if age < 62 else "Hưu trí")
    if job == "Nội trợ" and person.sex == "Nam":
        person.job = "Làm ruộng"
    if trained and age > 24:
        person.qualification = pick(source, words("jobs", "qualification"))
    person.party_member = happens(source, 14) and age > 22
    person.union_member = happens(source, 40) and age < 31
    if happens(source, 7) and age > 55:
        person.policy = pick(source, words("jobs", "policy"))
    if happens(source, 70) and person.area is not None:
        person.address = f"Tổ {source.randint(1, 12)}, {in_sentence(person.area.name)}"
    if happens(source, 45):
        person.home_town = "Hưng Hội, Vĩnh Lợi, Bạc Liêu"


def _schooling(source: Random, age: int) -> str:
    if age < 18:
        return "THCS"
    if age > 55:
        return pick(source, "Tiểu học:45|THCS:38|THPT:12|Trung cấp:2|:3")
    return pick(source, "Tiểu học:10|THCS:38|THPT:36|Trung cấp:6|Cao đẳng:3|Đại học:6")
