"""Every field writes a value so that it reads it back, and refuses what it cannot hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.catalogues import catalogue
from models.errors import UserError
from models.fields import (
    BirthDate,
    Catalogued,
    Choice,
    Kind,
    Link,
    PartialDateField,
    ShortText,
    WholeNumber,
)
from models.values.partial_date import PartialDate
from tests.contracts.every import every, every_fact, every_plain_fact
from tests.models.samples import stored, whole

VALUES: dict[Kind, tuple[Any, ...]] = {
    Kind.NAME: ("Nguyễn Văn Đức", "Y Thủy", "Thạch Sa-Rương", "K’Brơi"),
    Kind.TEXT: ("Ấp Sóc Đồn", "27/QĐ-UBND", "số 3 (cũ), khóm 2", "=1+1"),
    Kind.LONG_TEXT: ("Một dòng", "Dòng một\nDòng hai", "Đoạn\n\nđoạn"),
    Kind.NUMBER: (0, 1, 12, 999, 1000, 2026, 1_234_567),
    Kind.MONEY: (0, 2_530_000, 1_000_000_000),
    Kind.SCORE: (0.0, 4.5, 7.0, 10.0),
    Kind.PARTIAL_DATE: (PartialDate(1985), PartialDate(1985, 3), PartialDate(1985, 3, 14)),
    Kind.DAY: (date(2026, 11, 22), date(2024, 2, 29), date(1999, 12, 31)),
    Kind.YES_NO: (True, False),
    Kind.PHONE: ("0913555214", "02913821234", "02438251234", "0692341193"),
    Kind.CITIZEN_ID: ("095085123456", "001199000001", "096305000007"),
}


def _values(fact: Any) -> tuple[Any, ...]:
    if isinstance(fact, Catalogued):
        return (*catalogue(fact.catalogue).words(), "Chữ cũ không còn trong danh mục")
    if isinstance(fact, Choice):
        return fact.words
    return VALUES[fact.kind]


@every_plain_fact
def test_what_is_shown_is_read_back(fact: Any) -> None:
    for value in _values(fact):
        assert fact.parse(fact.show(value)) == value
        assert fact.python_value(fact.db_value(value)) == value
        assert fact.problem(value) is None


@every_plain_fact
def test_nothing_is_shown_as_nothing_and_read_as_nothing(fact: Any) -> None:
    assert fact.show(fact.nothing) == ""
    for blank in ("", "  ", "\n", "\u200b"):
        assert fact.parse(blank) == fact.nothing
    assert fact.is_empty(fact.nothing) is not (fact.kind is Kind.YES_NO)


@every_fact
def test_a_required_field_says_so(fact: Any) -> None:
    empty = None if isinstance(fact, Link) else fact.nothing
    message = fact.problem(empty)
    assert (message is not None) is fact.required
    if message:
        assert message == f"Chưa nhập {fact.label[0].lower()}{fact.label[1:]}."


@every(ShortText)
def test_text_over_its_length_is_refused(fact: Any) -> None:
    numbers = (Kind.PHONE, Kind.CITIZEN_ID)  # these take digits only, see tests/models
    assert (fact.problem("x" * fact.longest) is None) is (fact.kind not in numbers)
    message = fact.problem("x" * (fact.longest + 1))
    assert message == f"{fact.label} dài {fact.longest + 1} ký tự, nhiều nhất {fact.longest}."


@every(Choice)
def test_a_word_outside_the_choice_is_refused(fact: Any) -> None:
    assert "không có" in str(fact.problem("Ngoài danh sách"))
    with pytest.raises(UserError, match=f"không có “Ngoài danh sách”. Chọn: {fact.words[0]}") as no:
        fact.parse("Ngoài danh sách")
    assert (no.value.field, no.value.value) == (fact.name, "Ngoài danh sách")


@every(WholeNumber)
def test_a_number_out_of_range_is_refused(fact: Any) -> None:
    assert "không thể âm" in str(fact.problem(-1))
    assert "quá lớn" in str(fact.problem(10**18))
    for wrong in ("-5", "1,5", "abc"):
        with pytest.raises(UserError):
            fact.parse(wrong)


@every(PartialDateField)
def test_only_a_birth_is_never_in_the_future(fact: Any, register: Path) -> None:
    if isinstance(fact, BirthDate):
        with pytest.raises(UserError, match="tương lai"):
            fact.parse("23/11/2026")
    else:
        assert fact.parse("23/11/2026") == PartialDate(2026, 11, 23)


@every(Link)
def test_a_link_is_read_by_its_title(fact: Any, register: Path) -> None:
    linked = stored(whole(fact.rel_model))
    assert fact.parse(fact.show(linked)).id == linked.id
    assert fact.key(linked) == linked.sort_key
    assert fact.parse("") is None
    with pytest.raises(UserError, match=f"Chưa có {fact.rel_model.NOUN} tên “Không ai”"):
        fact.parse("Không ai")


def test_every_kind_has_values_to_try() -> None:
    assert {*VALUES, Kind.CHOICE, Kind.CATALOGUE, Kind.LINK} == set(Kind)
