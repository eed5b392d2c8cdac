"""Who may be one person, and why in words; a name alone never says so."""

from __future__ import annotations

import pytest

from models.registers.people import Person
from models.rules.likeness import likeness
from models.values.partial_date import PartialDate

BASE = {
    "full_name": "Nguyễn Văn Đức",
    "birth_date": "1979-03-14",
    "sex": "Nam",
    "area_id": 1,
}


def someone(**values: object) -> Person:
    told = {**BASE, **values}
    born = told.pop("birth_date")
    return Person(birth_date=PartialDate.from_iso(str(born)) if born else None, **told)


SAME = [
    ({}, 92, "Cùng họ tên, cùng ngày sinh 14/03/1979, cùng địa bàn"),
    (
        {"full_name": "Nguyen Van Duc", "birth_date": "1979"},
        74,
        "Cùng họ tên, cùng sinh 1979, cùng địa bàn",
    ),
    ({"area_id": 2}, 66, "Cùng họ tên, cùng ngày sinh 14/03/1979, khác địa bàn"),
    ({"area_id": None, "birth_date": "1979"}, 56, "Cùng họ tên, cùng sinh 1979"),
    ({"full_name": "Nguyễn Đức"}, 62, "Họ tên gần giống, cùng ngày sinh 14/03/1979, cùng địa bàn"),
    (
        {"full_name": "Nguyễn Văn Đưc0", "area_id": 2},
        46,
        "Họ tên gần giống, cùng ngày sinh 14/03/1979, khác địa bàn",
    ),
    ({"birth_date": "1979-02-14"}, 0, ""),
    ({"birth_date": ""}, 0, ""),
    ({"birth_date": "1979", "area_id": 2}, 0, ""),
    ({"sex": "Nữ"}, 0, ""),
    ({"full_name": "Trần Văn Đức"}, 0, ""),
    ({"full_name": "Lê An", "birth_date": ""}, 0, ""),
]


@pytest.mark.parametrize(("values", "weight", "words"), SAME)
def test_two_people_are_weighed(values: dict[str, object], weight: int, words: str) -> None:
    for one, other in ((someone(), someone(**values)), (someone(**values), someone())):
        alike = likeness(one, other)
        assert (alike.weight if alike else 0, alike.words if alike else "") == (weight, words)


def test_a_number_of_identity_decides() -> None:
    mine = someone(citizen_id="095079123456")
    assert likeness(mine, someone(citizen_id="095079999999")) is None
    surely = likeness(mine, someone(citizen_id="095079123456", birth_date="", area_id=2))
    assert surely is not None
    assert (surely.level, surely.reasons[0]) == ("Rất giống", "cùng số định danh")
    odd = likeness(mine, someone(citizen_id="095079123456", full_name="Trần Thị Hoa"))
    assert odd is not None
    assert (odd.level, odd.words[:32]) == ("Khá giống", "Cùng số định danh, khác họ tên, ")
    for slip in ("095079123457", "095079123465"):
        near = likeness(mine, someone(citizen_id=slip))
        assert near is not None
        assert "số định danh chỉ khác một số" in near.reasons


def test_an_old_number_decides_too() -> None:
    mine, theirs = someone(old_id="385123456"), someone(old_id="385123456", birth_date="1980")
    alike = likeness(mine, theirs)
    assert alike is not None
    assert alike.reasons == ("cùng số CMND", "cùng họ tên", "khác ngày sinh", "cùng địa bàn")


def test_a_telephone_says_more_beside_a_name() -> None:
    mine = someone(phone="0913555214", birth_date="1979")
    named = likeness(mine, someone(phone="0913555214", birth_date="", area_id=2))
    assert named is not None
    assert "cùng điện thoại" in named.reasons
    other = likeness(mine, someone(phone="0913555214", birth_date="1981"))
    assert other is not None
    assert other.level == "Hơi giống"
    assert likeness(mine, someone(phone="0913555214", full_name="Trần Thị Hoa")) is None


def test_day_and_month_may_be_swapped() -> None:
    alike = likeness(someone(birth_date="1979-03-04"), someone(birth_date="1979-04-03"))
    assert alike is not None
    assert "ngày và tháng sinh đảo nhau" in alike.reasons


def test_names_that_differ_in_accents_are_merely_near() -> None:
    born = PartialDate(1979, 3, 14)
    duc = Person(full_name="Nguyễn Văn Đức", birth_date=born, area_id=1)
    for name, told in (("Nguyễn Văn Dục", "họ tên gần giống"), ("Nguyen Van Duc", "cùng họ tên")):
        alike = likeness(duc, Person(full_name=name, birth_date=born, area_id=1))
        assert alike is not None
        assert alike.reasons[0] == told
