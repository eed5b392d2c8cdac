"""Fields of forms and columns of grids, derived from the facts of the model."""

from __future__ import annotations

from functools import partial
from typing import Any

from models.catalogues import catalogue
from models.clock import today
from models.errors import UserError
from models.facts import Kind, Link
from models.masking import seen
from models.registers import register_of
from models.registers.members import Membership
from models.registers.people import Person
from models.store.query import Listing, Reader
from models.text import fold
from ui.source import FieldFacts, Option, Words

OFFERED, LOOKED_AT = 8, 30
"""Records that are offered, and those among which they are found."""
NEW_PERSON = (Person.full_name, Person.birth_date, Person.sex, Person.phone)
"""What a new person is told of where one is chosen (LOOK: a box of four fields)."""


def field_facts(field: Any, name: str = "") -> FieldFacts:  # noqa: ANN401 - also a peewee field
    """Say how a field is labelled, entered and read; under another name where it is a column."""
    is_link = isinstance(field, Link)
    is_person = is_link and field.rel_model is Person
    return FieldFacts(
        name=name or field.name,
        label=field.label,
        kind="person" if is_person else field.kind,
        help=field.help_text or "",
        required=field.required,
        options=_options(field),
        parse=_as_words if is_link else field.parse,
        show=_text_of if is_link else field.show,
        find=partial(offers, field.rel_model) if is_link else None,
        open_ended=field.kind is Kind.CATALOGUE,
        fresh=tuple(map(field_facts, NEW_PERSON)) if is_person else (),
    )


def _options(field: Any) -> tuple[Option, ...]:  # noqa: ANN401
    if field.kind is Kind.CHOICE:
        return tuple(Option(word, word) for word in field.words)
    if field.kind is Kind.CATALOGUE:
        return tuple(Option(word, word) for word in catalogue(field.catalogue).words(today()))
    return ()


def _as_words(text: str) -> Words | None:
    return Words(text.strip()) if text.strip() else None


def _text_of(value: object) -> str:
    return value.text if isinstance(value, Option | Words) else ""


def record_of(link: Any, words: str) -> Any:  # noqa: ANN401
    """Return the record that words typed into a link name.

    Accents count, unless only one record is called so without them.

    Raises:
        UserError: none is called so, or more than one.
    """
    try:
        return link.parse(words)
    except UserError:
        alike = [one for one in found(link.rel_model, words) if fold(one.title) == fold(words)]
        if len(alike) != 1:
            raise
        return alike[0]


def found(model: Any, words: str) -> list[Any]:  # noqa: ANN401
    """Return the first records of a kind that match what is being typed, those named so first."""
    register = register_of(model)
    if register is None:
        return []
    ids = Reader(Listing(register, words)).ids(0, LOOKED_AT)
    records = {record.id: record for record in model.select().where(model.id.in_(ids))}
    matching = [records[key] for key in ids if key in records]
    return sorted(matching, key=lambda one: not names(one.title, words))[:OFFERED]


def names(title: str, words: str) -> bool:
    """Tell whether words begin words of a title, and not of something else that is known."""
    parts = fold(title).split()
    return all(any(part.startswith(word) for part in parts) for word in fold(words).split())


def offers(model: Any, words: str) -> list[Option]:  # noqa: ANN401
    """Return the first records of a kind that match what is being typed, to choose from."""
    return [Option(one.id, one.title, detail(one, words)) for one in found(model, words)]


def detail(record: Any, words: str = "") -> str:  # noqa: ANN401
    """Return what tells two records of one title apart; of a person the number that was typed."""
    if isinstance(record, Person):
        number = _number_with(record, "".join(words.split()))
        born = str(record.birth_date.year) if record.birth_date else ""
        home = record.area.name if record.area is not None else ""
        return " · ".join(part for part in (number, born, home, _place_of(record)) if part)
    area = getattr(record, "area", None)
    return str(area.name) if area is not None else ""


def _number_with(person: Person, digits: str) -> str:
    """Return the telephone or citizen's number that holds some digits, as it may be seen."""
    fields = (Person.phone, Person.citizen_id) if digits.isdecimal() else ()
    values = ((field, getattr(person, field.name)) for field in fields)
    return next((seen(field, value) for field, value in values if value and digits in value), "")


def _place_of(person: Person) -> str:
    """Return as what a person serves now, and where."""
    serving = (Membership.person == person.id) & Membership.left.is_null()
    for member in Membership.select().where(serving, Membership.trashed_at.is_null()).limit(1):
        return f"{member.role or 'Thành viên'} {member.team.name}"
    return ""
