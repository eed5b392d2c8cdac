"""Field kinds read what people type, and never store what they would not read back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.values.partial_date import PartialDate

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Person.full_name, "  NGUYỄN   VĂN đức ", "Nguyễn Văn Đức"),
        (Person.full_name, "Đ/c Trung úy Nguyễn Văn Đức (Tổ trưởng)", "Nguyễn Văn Đức"),
        (Person.birth_date, "14/3/1985", PartialDate(1985, 3, 14)),
        (Person.birth_date, "--/--/1985", PartialDate(1985)),
        (Person.birth_date, "85", None),
        (Person.sex, "nu", "Nữ"),
        (Person.sex, "NAM", "Nam"),
        (Person.citizen_id, "095 085 123 456", "095085123456"),
        (Person.citizen_id, "95085123456", "095085123456"),
        (Person.citizen_id, "365123456", None),
        (Person.phone, "+84 913 555 214", "0913555214"),
        (Person.phone, "0123 4567 890", "0834567890"),
        (Person.ethnicity, "khmer", "Khơ-me"),
        (Person.ethnicity, "Người lạ", "Người lạ"),
        (Person.party_member, "x", True),
        (Person.party_member, "Đảng viên", True),
        (Person.party_member, "không", False),
        (Person.party_member, "có lẽ", None),
        (Person.note, " dòng 1 \r\n\n dòng 2 \n", "dòng 1\n\ndòng 2"),
        (Area.households, "1.234", 1234),
        (Area.households, "12 hộ", 12),
        (Area.households, "1,5", None),
        (Area.households, "-3", None),
        (Activity.day, "14/03/2026", date(2026, 3, 14)),
        (Activity.day, "03/2026", None),
        (Team.state, "dang hoat dong", "Đang hoạt động"),
        (Team.state, "Đã đóng", None),
        (Review.year, "2026", 2026),
        (Scheme.recognition_number, "27/QĐ-UBND", "27/QĐ-UBND"),
        (Team.name, "Tô\u0309 sô\u0301 3", "Tổ số 3"),
    ],
)
def test_what_is_typed_is_read(field: Any, typed: str, value: object) -> None:
    if value is None:
        with pytest.raises(UserError) as caught:
            field.parse(typed)
        assert caught.value.message.endswith(".")
    else:
        assert field.parse(typed) == value


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (Area.population, 1_234_567, "1.234.567"),
        (Review.year, 2026, "2026"),
        (Person.birth_date, PartialDate(1985, 3), "03/1985"),
        (Activity.day, date(2026, 3, 4), "04/03/2026"),
        (Person.phone, "0913555214", "0913 555 214"),
        (Person.party_member, True, "x"),
        (Person.party_member, None, ""),
    ],
)
def test_values_are_shown_as_on_paper(field: Any, value: object, shown: str) -> None:
    assert field.show(value) == shown


@given(st.integers(min_value=0, max_value=10**15))
def test_any_count_is_read_back(number: int) -> None:
    assert Area.households.parse(Area.households.show(number)) == number
    assert Area.households.problem(number) is None


@given(DAYS)
def test_any_day_is_read_back(day: date) -> None:
    assert Activity.day.parse(Activity.day.show(day)) == day
    for known in (PartialDate(day.year), PartialDate(day.year, day.month)):
        assert Team.decision_date.parse(Team.decision_date.show(known)) == known


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_back_once_tidied(text: str) -> None:
    for field in (Area.name, Area.note, Person.ethnicity):
        tidy = field.parse(text)
        assert field.parse(field.show(tidy)) == tidy


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_a_value_or_a_sentence(text: str) -> None:
    fields: tuple[Any, ...] = (
        Person.full_name,
        Person.birth_date,
        Person.sex,
        Person.citizen_id,
        Person.phone,
        Person.party_member,
        Area.households,
        Activity.day,
    )
    for field in fields:
        try:
            value = field.parse(text)
        except UserError as error:
            assert error.message
        else:
            assert field.problem(value) is None or field.required or value > 10**15


def test_a_link_not_chosen_is_nothing() -> None:
    assert Membership().person is None
    assert Team().scheme is None
    assert Membership.person.show(None) == Membership.person.key(None) == ""


def test_key_columns_stand_beside_texts_that_sort() -> None:
    assert Person.job.key_name == "job_key"
    assert Person.birth_date.key_name == "birth_date"
    assert Person.address.key_name == "address"
    assert Person.area.key_name == "area_key"
    assert "job_key" in Person._meta.fields
    assert "address_key" not in Person._meta.fields


def test_sensitive_facts_are_marked() -> None:
    marked = {fact.name for fact in Person.facts() if fact.sensitive}
    assert marked == {"citizen_id", "old_id", "phone", "ethnicity", "religion"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Person.citizen_id, "123"),
        (Person.citizen_id, "09507930441a"),
        (Person.phone, "12"),
        (Person.phone, "không có"),
    ],
)
def test_numbers_that_cannot_be_are_told_before_they_are_stored(field: Any, value: str) -> None:
    assert field.problem(value)
    assert field.problem("") is None


def test_numbers_as_read_are_stored() -> None:
    assert Person.citizen_id.problem("095079304412") is None
    assert Person.phone.problem("0913555214") is None
    assert Person.phone.problem("02913555214") is None
