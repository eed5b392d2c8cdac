"""People who stand in the register twice are found by stored keys, until declared different."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from models.registers.areas import Area
from models.registers.people import Person, may_be_known
from models.rules.likeness import likeness
from models.store.database import database
from models.store.doubles import all_doubles, declare_different, doubles_of
from models.store.undo import undo_last
from models.values.partial_date import PartialDate
from tests.models.samples import fresh, person, stored, trash
from tests.models.store.crowd import fill_register

pytestmark = pytest.mark.usefixtures("register")
BORN = PartialDate(1979, 3, 14)


def rows(sql: str) -> Iterable[tuple[Any, ...]]:
    return iter(database.execute_sql(sql).fetchall())


def pairs() -> list[set[int]]:
    return [{double.first.id, double.second.id} for double in all_doubles(rows)]


@pytest.fixture
def area() -> Area:
    return stored(Area(name="Ấp Sóc Đồn"))


def doubled(area: Area) -> list[tuple[Person, Person]]:
    """Pairs each found another way, the likeliest first."""
    by_number = (
        person("Lê Thị Ba", citizen_id="095180123456", area=area),
        person("Lê Thị Ba", citizen_id="095180123456"),
    )
    by_day = (
        person("Nguyễn Văn Đức", birth_date=BORN, area=area),
        person("Nguyen Van Duc", birth_date=BORN, area=area),
    )
    by_year = (
        person("Thạch Sà Rương", birth_date=PartialDate(1960), area=area, old_id="385123456"),
        person("Thạch Sà Rương", birth_date=PartialDate(1960, 2, 3), area=area),
    )
    by_phone = (
        person("Danh Hoàng Phúc", phone="0913555214"),
        person("Danh Hoàng Phúc", phone="0913555214", birth_date=PartialDate(1990)),
    )
    by_near_name = (
        person("Trần Thị Mỹ Hạnh", birth_date=BORN, area=area),
        person("Trần Hạnh", birth_date=BORN, area=area),
    )
    return [by_number, by_day, by_year, by_phone, by_near_name]


def test_doubles_are_listed_the_likeliest_first(area: Area) -> None:
    expected = [{one.id, other.id} for one, other in doubled(area)]
    person("Nguyễn Văn Đức", birth_date=PartialDate(1979, 5), area=stored(Area(name="Ấp khác")))
    assert pairs() == expected


def test_each_is_found_from_either_side(area: Area) -> None:
    for one, other in doubled(area):
        assert [double.second.id for double in doubles_of(fresh(one))] == [other.id]
        assert [double.second.id for double in doubles_of(fresh(other))] == [one.id]


def test_who_was_declared_different_is_not_offered_again(area: Area) -> None:
    one, other = doubled(area)[1]
    declare_different(one, other)
    declare_different(other, one)
    assert {one.id, other.id} not in pairs()
    assert doubles_of(fresh(one)) == doubles_of(fresh(other)) == []
    assert undo_last().title == "Không phải một người: Nguyễn Văn Đức và Nguyen Van Duc"
    assert {one.id, other.id} in pairs()


def test_the_form_warns_no_more_of_who_was_declared_different(area: Area) -> None:
    one = person("Nguyễn Văn Đức", birth_date=PartialDate(1979), area=area)
    other = person("Nguyễn Văn Đức", birth_date=PartialDate(1979), area=area)
    assert [problem.field for problem in may_be_known(fresh(one))] == ["full_name"]
    declare_different(one, other)
    assert list(may_be_known(fresh(one))) == []
    third = Person(full_name="Nguyễn Văn Đức", birth_date=PartialDate(1979), area=area)
    assert len(list(may_be_known(third))) == 2


def test_who_lies_in_the_trash_is_nobodys_double(area: Area) -> None:
    for _one, other in doubled(area):
        trash(fresh(other))
    assert pairs() == []


def test_no_more_are_looked_for_than_are_wanted(area: Area) -> None:
    doubled(area)
    assert len(all_doubles(rows, most=1)) < 5


def test_a_crowd_has_just_the_doubles_that_comparing_each_with_each_finds() -> None:
    fill_register()
    doubled(Area.get())
    live = list(Person.select().where(Person.trashed_at.is_null()).order_by(Person.id))
    expected = {
        (one.id, other.id)
        for at, one in enumerate(live)
        for other in live[at + 1 :]
        if (alike := likeness(one, other)) is not None and "cùng họ tên" in alike.reasons
    }
    found = {
        (double.first.id, double.second.id)
        for double in all_doubles(rows)
        if "cùng họ tên" in double.likeness.reasons
    }
    assert found == expected
    assert len(found) >= 4
