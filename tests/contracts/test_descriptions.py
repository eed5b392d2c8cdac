"""Every register's description is sound, and each defect a description can have is caught."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.catalogues import ids
from models.fields import Catalogued, Kind, Link, ShortText
from models.record import Record
from models.register import Column, Register, Section, defects, field_id
from models.registers import RECORDS, REGISTERS, register_of
from models.registers.activities import Activity
from models.registers.areas import AREAS, Area
from models.registers.members import MEMBERS, Membership
from models.registers.people import PEOPLE, EarlierService, Person
from models.registers.schemes import SITES, Site
from models.registers.teams import TEAMS, Team
from models.store.schema import MODELS
from tests.contracts.every import every_fact, every_register

NAMES = "areas people schemes sites teams members reviews activities issued blanks classes trainees"


def test_the_registers_of_the_command_line_are_there() -> None:
    assert [register.name for register in REGISTERS] == NAMES.split()
    assert len({register.title for register in REGISTERS}) == len(REGISTERS)


@every_register
def test_a_description_is_sound(described: Register) -> None:
    assert defects(described) == []


@every_register
def test_every_field_is_placed_once(described: Register) -> None:
    placed = sorted(field.name for field in described.form_fields())
    assert placed == sorted(fact.name for fact in described.model.facts() if not fact.derived)


@every_register
def test_labels_of_form_and_workbook_stand_once(described: Register) -> None:
    for fields in (described.form_fields(), described.exchange_fields()):
        labels = [field.label.strip() for field in fields]
        assert all(labels)
        assert len(set(labels)) == len(labels)


@every_register
def test_a_workbook_carries_every_field_typed(described: Register) -> None:
    carried = {field_id(field) for field in described.exchange_fields()}
    models = {field.model for field in described.exchange_fields()}
    for field in described.form_fields():
        through = isinstance(field, Link) and field.rel_model in models
        assert field_id(field) in carried or through, field.label


@every_register
def test_the_title_is_listed_first_or_searched(described: Register) -> None:
    searched = [field.name for field in described.search]
    titles = {described.model.TITLE, described.columns[0].field.name}
    assert titles & set(searched)


@every_register
def test_shares_fit_a_page(described: Register) -> None:
    shares = [column.share for column in described.columns if column.share]
    assert min(shares) / sum(shares) > 0.03, "a column narrower than three hundredths of the page"
    assert len(shares) <= 10


@every_register
def test_columns_shown_sort_by_a_stored_key(described: Register) -> None:
    unsorted = [
        column.field.label
        for column in described.columns
        if column.share and not (column.field.sorts or _is_title(column.field))
    ]
    assert unsorted == []


def _is_title(field: Any) -> bool:
    return bool(field.name == field.model.TITLE)


@every_register
def test_aliases_name_fields_of_the_workbook(described: Register) -> None:
    carried = {field_id(field) for field in described.exchange_fields()}
    for field, _ in described.aliases:
        assert field_id(field) in carried
    words = [alias for _, aliases in described.aliases for alias in aliases]
    assert len({word.lower() for word in words}) == len(words)


@every_fact
def test_a_field_is_known_and_worded(fact: Catalogued) -> None:
    assert fact.kind in Kind
    assert fact.label == fact.label.strip()
    assert fact.label[0].isupper()
    assert len(fact.label) <= 40
    assert fact.verbose_name == fact.label
    if isinstance(fact, Catalogued):
        assert fact.catalogue in ids()


def test_every_kind_of_record_has_a_noun_and_a_table() -> None:
    nouns = [model.NOUN for model in RECORDS]
    assert all(nouns)
    assert len(set(nouns)) == len(nouns)
    assert set(RECORDS) <= set(MODELS)
    assert all(register_of(register.model) is register for register in REGISTERS)


def test_every_field_knows_its_table() -> None:
    for model in RECORDS:
        for fact in model.facts():
            assert fact.model is model  # type: ignore[attr-defined]


class Loan(Record):
    """Rows of a team that would borrow from two records at once."""

    team = Link(Team, "Tổ", required=True)
    person = Link(Person, "Người", required=True)
    site = Link(Site, "Điểm nhân rộng", required=True)
    since = ShortText("Từ")

    class Meta:
        """Never made."""

        table_name = "loan"


def _with(register: Register, **changed: object) -> list[str]:
    return defects(replace(register, **changed))  # type: ignore[arg-type]


def _with_grid(*fields: object, owner: Register = TEAMS) -> list[str]:
    return _with(owner, sections=(*owner.sections, Section("Nữa", fields)))


PLANTED = {
    "is placed twice": _with(AREAS, sections=(*AREAS.sections, Section("Nữa", (Area.name,)))),
    "is not on the form": _with(AREAS, sections=AREAS.sections[:-1]),
    "stands twice": _with_grid(Person.full_name, Person.note, Membership.note),
    "has 0 links to Team": _with_grid(Person.full_name),
    "mixes own fields with rows": _with_grid(Team.name, Membership.role),
    "lends columns of 2 links": _with_grid(Loan.since, Person.full_name, Site.name),
    "Person.full_name is not in": _with_grid(Person.birth_date, Membership.role),
    "EarlierService.force is not in": _with_grid(EarlierService.unit, owner=PEOPLE),
    "Site has 0 links to Person": _with(SITES, search=(Person.full_name,)),
    "Site has 0 links to Activity": _with(SITES, columns=(Column(Activity.content, 1),)),
    "negative share": _with(AREAS, columns=(Column(Area.name, 1), Column(Area.kind, -1))),
    "no column is shown": _with(AREAS, columns=(Column(Area.name, 0),)),
}


@pytest.mark.parametrize("part", PLANTED)
def test_a_planted_defect_is_caught(part: str) -> None:
    assert any(part in defect for defect in PLANTED[part]), PLANTED[part]


def test_a_linked_record_lends_its_columns_to_workbooks() -> None:
    labels = [field.label for field in MEMBERS.exchange_fields()]
    assert "Họ và tên" in labels
    assert "Người" not in labels


def test_records_without_a_register_have_facts() -> None:
    orphans = [model for model in RECORDS if register_of(model) is None]
    names = (
        "TeamArea EarlierService PersonMerge NotOnePerson CatalogueWord"
        " IssuedCopy PrintRun PaperTemplate Subject Session Attendance"
    )
    assert {model.__name__ for model in orphans} == set(names.split())
    assert all(any(model.facts()) for model in orphans)
    assert all(issubclass(model, Record) for model in orphans)
