"""A record of every register is stored, read back equal, listed, found, filtered and sorted."""

from __future__ import annotations

from typing import Any

import pytest

from models.facts import Link
from models.problem import Severity
from models.record import Record
from models.register import Register, field_id
from models.store.check import findings
from models.store.query import Condition, Listing, Reader, condition
from models.text import fold
from tests.contracts.every import every_register
from tests.models.samples import entered, save, stored, trash, whole

pytestmark = pytest.mark.usefixtures("register")


def ids(described: Register, search: str = "", *where: Condition) -> list[int]:
    return Reader(Listing(described, search, where)).ids()


@every_register
def test_a_whole_record_is_read_back_equal(described: Register) -> None:
    record = whole(described.model)
    errors = [
        problem.message
        for problem in described.problems(record)
        if problem.severity is Severity.ERROR
    ]
    assert errors == []
    typed = entered(record)
    assert entered(stored(record)) == typed


@every_register
def test_a_bare_record_is_read_back_equal(described: Register) -> None:
    whole_record = whole(described.model)
    needed = [fact.name for fact in described.model.facts() if fact.required]
    record = described.model(**{name: getattr(whole_record, name) for name in needed})
    for name in ("team", "area"):
        if name in _names(described) and name not in needed:
            setattr(record, name, getattr(whole_record, name))
    typed = entered(record)
    assert entered(stored(record)) == typed


def _names(described: Register) -> list[str]:
    return [fact.name for fact in described.model.facts()]


@every_register
def test_a_record_shows_in_its_list(described: Register) -> None:
    record = stored(whole(described.model))
    fields = [column.field for column in described.columns]
    rows = Reader(Listing(described)).rows(fields)
    shown = next(row for row in rows if row[0] == record.id)
    expected = [field.show(described.value(record, field)) for field in fields]
    assert list(shown[1:]) == expected


@every_register
def test_any_word_without_accents_finds_a_record(described: Register) -> None:
    record = stored(whole(described.model))
    for field in described.search:
        shown = field.show(described.value(record, field))
        assert shown or field.name in ("scheme", "member", "leader"), field.label
        for word in fold(shown).split():
            assert record.id in ids(described, word), (field.label, word)
            assert record.id in ids(described, word[1:-1]), (field.label, word)
    assert ids(described, "khongcoaitenthenay") == []


@every_register
def test_every_field_filters(described: Register) -> None:
    record = stored(whole(described.model))
    for field in described.exchange_fields():
        value = described.value(record, field)
        narrowed = ids(described, "", condition(described, field.name, field.show(value)))
        assert record.id in narrowed, field.label
        assert record.id not in ids(described, "", _other(field)), field.label


def _other(field: Any) -> Condition:
    """A filter that no sample meets."""
    return Condition(field, (-1,) if isinstance(field, Link) else ("không có giá trị này",))


@every_register
def test_every_column_sorts_both_ways(described: Register) -> None:
    stored(whole(described.model))
    for column in described.columns:
        order = column.field
        up = Reader(Listing(described, order=order)).ids()
        down = Reader(Listing(described, order=order, descending=True)).ids()
        assert up == down[::-1], field_id(order)
        assert up


@every_register
def test_a_record_in_the_trash_is_nowhere(described: Register) -> None:
    record = stored(whole(described.model))
    word = next(word for word in record.search_words.split() if len(word) > 1)
    uid = condition(described, "uid", record.uid)
    assert ids(described, word, uid) == [record.id]
    trash(record)
    for where in ((), (uid,)):
        assert record.id not in ids(described, "", *where)
        assert record.id not in ids(described, word, *where)
    assert Reader(Listing(described)).position(record.id) is None
    assert findings() == []


@every_register
def test_a_second_save_changes_nothing(described: Register) -> None:
    record = stored(whole(described.model))
    before = record.revision, record.updated_at
    save(record)
    again = described.model.get_by_id(record.id)
    assert (again.revision, again.updated_at) == before


@every_register
def test_a_required_field_left_out_is_refused(described: Register) -> None:
    for fact in described.model.facts():
        if fact.required:
            problems = described.problems(_without(whole(described.model), fact))
            blamed = {found.field for found in problems if found.severity is Severity.ERROR}
            assert fact.name in blamed


def _without(record: Record, fact: Any) -> Record:
    setattr(record, fact.name, fact.nothing)
    return record
