"""Made-up records: one of every kind with every field filled, and short ways to store and list."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest

from models.catalogues import catalogue
from models.fields import Catalogued, Choice, Fact, Kind, Link
from models.record import Record
from models.register import Register
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.classes import TrainingClass
from models.registers.issued import IssuedPaper, PrintRun
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.trainees import Trainee
from models.registers.words import CatalogueWord
from models.store import contents
from models.store.change import change
from models.store.query import Condition, Listing, Reader
from models.values.partial_date import PartialDate

R = TypeVar("R", bound=Record)

SAMPLE_WORKBOOKS = Path(__file__).parents[3] / "shared" / "samples"
"""Workbooks of real offices, made anonymous; they lie beside the project, not in it."""
needs_sample_workbooks = pytest.mark.skipif(
    not SAMPLE_WORKBOOKS.is_dir(), reason="the sample workbooks are not here"
)

BY_KIND: dict[Kind, Any] = {
    Kind.NAME: "Nguyễn Văn Đức",
    Kind.LONG_TEXT: "Dòng một\nDòng hai",
    Kind.NUMBER: 12,
    Kind.MONEY: 2_530_000,
    Kind.SCORE: 7.5,
    Kind.PARTIAL_DATE: PartialDate(2019, 3),
    Kind.DAY: date(2026, 3, 14),
    Kind.YES_NO: True,
    Kind.PHONE: "0913555214",
    Kind.CITIZEN_ID: "095085123456",
}
LEFT_OUT: dict[type[Record], tuple[str, ...]] = {
    Area: ("merged_into",),
    Review: ("scheme", "member"),
    Membership: ("left", "left_why"),
    IssuedPaper: ("reissue_of",),
}
"""What a whole record does not have: self-reference, second subjects, having left."""
FIXED: dict[type[Record], dict[str, Any]] = {
    Person: {"birth_date": PartialDate(1985, 3, 14)},
    Review: {"year": 2026, "part": "Cả năm"},
    Activity: {"attendees_about": "hơn"},
    IssuedPaper: {"label": "001/2026", "year": 2026, "number": 1},
    TrainingClass: {"ended": PartialDate(2019, 4), "budget": 2_530_000},
    Trainee: {"grade": "Khá"},
    CatalogueWord: {"catalogue": "ratings", "word": "Rất tốt", "aliases": "RT", "look": "best"},
}


def sample_value(fact: Any) -> Any:
    """Give a plausible value that is not a link; texts differ from field to field."""
    if isinstance(fact, Catalogued):
        return catalogue(fact.catalogue).words()[0]
    if isinstance(fact, Choice):
        return fact.words[0]
    return BY_KIND.get(fact.kind, f"{fact.label} 27/QĐ")


def whole(model: type[R], **values: Any) -> R:
    """Make a record with every field filled; what it links to is stored, or made so first."""
    record = model()
    for fact in model.facts():
        if fact.name in values:
            setattr(record, fact.name, values[fact.name])
        elif not (fact.derived or fact.name in LEFT_OUT.get(model, ())):
            setattr(record, fact.name, _value(fact))
    return record


def _value(fact: Any) -> Any:
    if isinstance(fact, Link):
        there = fact.rel_model.select().where(fact.rel_model.trashed_at.is_null()).first()
        return there or stored(whole(fact.rel_model))
    if fact is PrintRun.pdf_hash:
        return contents.keep(b"%PDF-mau")
    fixed = FIXED.get(fact.model, {})
    return fixed[fact.name] if fact.name in fixed else sample_value(fact)


def stored(record: R) -> R:
    """Store one record as a change of its own and give it back as the file holds it."""
    save(record)
    found: R = type(record).get_by_id(record.id)
    return found


def save(*records: Record, title: str = "Ghi mẫu") -> None:
    with change(title) as work:
        for record in records:
            work.save(record)


def trash(*records: Record, title: str = "Xóa mẫu") -> None:
    with change(title) as work:
        for record in records:
            work.trash(record)


def fresh(record: R) -> R:
    """Read a record again."""
    found: R = type(record).get_by_id(record.id)
    return found


def person(name: str, **values: Any) -> Person:
    return stored(Person(full_name=name, **values))


def words(text: str) -> list[str]:
    """Part a list of words written with strokes, which takes fewer lines than a list."""
    return text.split("|")


def found(register: Register, search: str = "", *where: Condition, **how: Any) -> list[str]:
    """List the first column of what a search finds, in display order."""
    return listed(Listing(register, search, where, **how))


def listed(listing: Listing) -> list[str]:
    first = listing.register.columns[0].field
    return [row[1] for row in Reader(listing).all_rows([first])]


def entered(record: Record) -> dict[str, Any]:
    """Give what a person typed into a record, as the model holds it."""
    return {fact.name: _entered(record, fact) for fact in type(record).facts() if not fact.derived}


def _entered(record: Record, fact: Fact) -> Any:
    name = fact.object_id_name if isinstance(fact, Link) else fact.name
    return getattr(record, name)
