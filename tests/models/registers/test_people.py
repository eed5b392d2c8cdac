"""Rules about people, at their edges."""

from __future__ import annotations

import pytest

from models.registers.areas import Area
from models.registers.people import (
    Person,
    age_is_usual,
    citizen_id_agrees,
    citizen_id_is_free,
    may_be_known,
)
from models.values.partial_date import PartialDate
from tests.models.samples import person, stored, trash

pytestmark = pytest.mark.usefixtures("register")


@pytest.mark.parametrize(
    ("born", "says"),
    [
        (PartialDate(2008, 11, 23), "Mới 17 tuổi, chưa đủ 18."),
        (PartialDate(2008, 11, 22), ""),
        (PartialDate(2008), ""),
        (PartialDate(1955, 11, 23), ""),
        (PartialDate(1955, 11, 22), "Đã 71 tuổi, trên 70."),
        (PartialDate(1956), ""),
        (None, ""),
    ],
)
def test_age_from_eighteen_to_seventy(born: PartialDate | None, says: str) -> None:
    said = [problem.message for problem in age_is_usual(Person(birth_date=born))]
    assert [message.removesuffix(" Vẫn lưu được.") for message in said] == [says][: bool(says)]


@pytest.mark.parametrize(
    ("citizen_id", "sex", "born", "count"),
    [
        ("095085123456", "Nam", PartialDate(1985), 0),
        ("095185123456", "Nữ", PartialDate(1985), 0),
        ("095085123456", "Nữ", PartialDate(1986), 2),
        ("095205123456", "Nam", PartialDate(2005), 0),
        ("999085123456", "Nam", PartialDate(1985), 1),
        ("095085123456", "", None, 0),
        ("", "Nam", PartialDate(1985), 0),
    ],
)
def test_citizen_id_against_birth_year_and_sex(
    citizen_id: str, sex: str, born: PartialDate | None, count: int
) -> None:
    someone = Person(citizen_id=citizen_id, sex=sex, birth_date=born)
    assert len(list(citizen_id_agrees(someone))) == count


def test_a_citizen_id_is_asked_among_the_living_records_only() -> None:
    first = person("Lê A", citizen_id="095085123456")
    second = Person(full_name="Lê B", citizen_id="095085123456")
    assert len(list(citizen_id_is_free(second))) == 1
    assert list(citizen_id_is_free(first)) == []
    trash(first)
    assert list(citizen_id_is_free(second)) == []


def test_same_name_year_and_area_may_be_one_person() -> None:
    here, there = stored(Area(name="Ấp 1")), stored(Area(name="Ấp 2"))
    born = PartialDate(1985, 3, 14)
    person("Nguyễn Văn Đức", birth_date=born, area=here, citizen_id="095085000001")

    def asked(name: str, year: int, area: Area, citizen_id: str = "") -> int:
        someone = Person(full_name=name, area=area, citizen_id=citizen_id)
        someone.birth_date = PartialDate(year)
        return len(list(may_be_known(someone)))

    assert asked("nguyễn văn đức", 1985, here) == 1
    assert asked("Nguyễn Văn Đức", 1985, here, "095085000001") == 1
    assert asked("Nguyễn Văn Đức", 1985, here, "095085000002") == 0
    assert asked("Nguyễn Văn Đức", 1985, there) == 0
    assert asked("Nguyễn Văn Đức", 1986, here) == 0
    assert asked("Nguyễn Văn Dục", 1985, here) == 0
    assert list(may_be_known(Person(full_name="Nguyễn Văn Đức", area=here))) == []
