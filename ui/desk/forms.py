"""Forms derived from a register's description."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from models.catalogues import catalogue
from models.clock import today
from models.facts import Kind, Link
from models.registers import register_of
from models.registers.people import Person
from models.store.change import change
from models.store.query import Listing, Reader
from ui.source import FieldFacts, Loaded, Option, SectionFacts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.problem import Problem
    from models.record import Record
    from models.register import Register

OFFERED = 8


class RegisterForm:
    """Enters and changes the records of one register."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.model: Any = register.model

    @property
    def sections(self) -> Sequence[SectionFacts]:
        """The form, in reading order; words of catalogues as they are now."""
        return [
            SectionFacts(section.title, tuple(field_facts(field) for field in section.fields))
            for section in self.register.sections
        ]

    def load(self, identity: int | None) -> Loaded:
        """Return a stored record, or the beginnings of a new one."""
        if identity is None:
            return Loaded("", {field.name: field.nothing for field in self._fields()})
        record = self.model.get_by_id(identity)
        return Loaded(record.title, self._values(record), record.revision)

    def check(self, identity: int | None, values: Mapping[str, object]) -> Sequence[Problem]:
        """Return everything wrong or odd with the values."""
        return self.register.problems(self._record(identity, values))

    def save(self, identity: int | None, values: Mapping[str, object], revision: int | None) -> int:
        """Store in one named change and return the record's key."""
        record = self._record(identity, values)
        if revision is not None:
            record.revision = revision
        act = "Thêm" if identity is None else "Sửa"
        with change(f"{act} {record.title}") as work:
            work.save(record)
        return int(record.id)

    def _record(self, identity: int | None, values: Mapping[str, object]) -> Record:
        record: Any = self.model() if identity is None else self.model.get_by_id(identity)
        for name, value in values.items():
            setattr(record, name, value)
        return record  # type: ignore[no-any-return]

    def _values(self, record: Any) -> dict[str, object]:  # noqa: ANN401
        """Return values as the form holds them: links by key."""
        return {
            field.name: record.__data__.get(field.name)
            if isinstance(field, Link)
            else getattr(record, field.name)
            for field in self._fields()
        }

    def _fields(self) -> list[Any]:
        return self.register.form_fields()


def field_facts(field: Any) -> FieldFacts:  # noqa: ANN401 - a fact is also a peewee field
    """Say how a field is labelled, entered and read."""
    is_link = isinstance(field, Link)
    return FieldFacts(
        name=field.name,
        label=field.label,
        kind=field.kind,
        help=field.help_text or "",
        required=field.required,
        options=_options(field),
        parse=partial(_key_of, field) if is_link else field.parse,
        show=partial(_title_of, field) if is_link else field.show,
        find=partial(_offers, field) if is_link else None,
        open_ended=field.kind is Kind.CATALOGUE,
    )


def _options(field: Any) -> tuple[Option, ...]:  # noqa: ANN401
    if field.kind is Kind.CHOICE:
        return tuple(Option(word, word) for word in field.words)
    if field.kind is Kind.CATALOGUE:
        return tuple(Option(word, word) for word in catalogue(field.catalogue).words(today()))
    return ()


def _key_of(field: Any, text: str) -> int | None:  # noqa: ANN401
    record = field.parse(text)
    return record.id if record is not None else None


def _title_of(field: Any, key: object) -> str:  # noqa: ANN401
    if key is None:
        return ""
    record = field.rel_model.get_or_none(field.rel_model.id == key)
    return record.title if record is not None else ""


def _offers(field: Any, words: str) -> list[Option]:  # noqa: ANN401
    """Return the first records that match what is being typed."""
    register = register_of(field.rel_model)
    if register is None:
        return []
    ids = Reader(Listing(register, words)).ids(0, OFFERED)
    found = {
        record.id: record for record in field.rel_model.select().where(field.rel_model.id.in_(ids))
    }
    return [Option(key, found[key].title, _detail(found[key])) for key in ids if key in found]


def _detail(record: Any) -> str:  # noqa: ANN401
    """Return what tells two records of one title apart."""
    if isinstance(record, Person):
        born = str(record.birth_date.year) if record.birth_date else ""
        home = record.area.name if record.area is not None else ""
        return " · ".join(part for part in (born, home) if part)
    area = getattr(record, "area", None)
    return str(area.name) if area is not None else ""
