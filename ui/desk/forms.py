"""Forms derived from a register's description, with the rows that are typed in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.facts import Kind, Link
from models.problem import Problem
from models.registers import register_of
from models.registers.areas import AREAS
from models.registers.classes import CLASSES, rule_to_begin_with
from models.store.change import Conflict, change
from models.store.opening import the_office
from ui.desk.fields import field_facts, record_of
from ui.desk.grids import grids_of
from ui.source import (
    NOTHING,
    GridFacts,
    Loaded,
    NewRecord,
    Option,
    Overtaken,
    RowsTyped,
    SectionFacts,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.record import Record
    from models.register import Register, Section
    from ui.source import FieldFacts, GridRow

STAYS = {
    "people": ("area",),
    "teams": ("area", "decision_number", "decision_date", "decided_by", "managed_by"),
    "sites": ("scheme", "area"),
    "members": ("team", "decision_number", "decision_date"),
    "reviews": ("year", "part", "reviewed_on", "decision_number", "decision_date", "decided_by"),
    "activities": ("day", "area"),
    "trainees": ("training_class", "unit"),
}
"""What is the same on paper from one record to the next, for those typed one after another."""
DATES = "Gõ 14/3/2019, 14032019 hoặc chỉ năm 2019."
PEOPLE = "Gõ tên để tìm người đã có trong sổ."


class RegisterForm:
    """Enters and changes the records of one register."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.model: Any = register.model
        self._grids = grids_of(register)
        self._by_name = {grid.name: grid for grid in self._grids.values()}

    @property
    def sections(self) -> Sequence[SectionFacts | GridFacts]:
        """The form, in reading order; words of catalogues as they are now."""
        return list(self._sections())

    def _sections(self) -> Iterator[SectionFacts | GridFacts]:
        said: set[str] = set()
        for section in self.register.sections:
            grid = self._grids.get(section.title)
            if grid is not None:
                yield grid.facts()
                continue
            fields = tuple(map(self._facts, section.fields))
            hint = _hint(section)
            yield SectionFacts(section.title, fields, "" if hint in said else hint)
            said.add(hint)

    def _facts(self, field: Any) -> FieldFacts:  # noqa: ANN401 - a fact is also a peewee field
        stays = field.name in STAYS.get(self.register.name, ())
        return replace(field_facts(field), stays=stays)

    def load(self, identity: int | None, borrowed: Mapping[str, Sequence[int]] = NOTHING) -> Loaded:
        """Return a stored record with its rows, or the beginnings of a new one."""
        rows = {name: grid.load(identity) for name, grid in self._by_name.items()}
        lent = {name: self._by_name[name].lent(keys) for name, keys in borrowed.items()}
        if identity is None:
            blank = {field.name: field.nothing for field in self._fields()}
            return Loaded("", blank, rows=rows, lent=lent)
        record = self.model.get_by_id(identity)
        return Loaded(record.title, self._values(record), record.revision, rows, lent)

    def check(self, identity: int | None, values: Mapping[str, object]) -> Sequence[Problem]:
        """Return everything wrong or odd with the values."""
        record, found = self._record(identity, values)
        unread = {problem.field for problem in found}
        found += [one for one in self.register.problems(record) if one.field not in unread]
        for name, linked in _new_links(record):
            target = register_of(type(linked))
            problems = target.problems(linked) if target is not None else []
            found += [Problem(name, one.message, one.severity) for one in problems]
        return found

    def check_rows(
        self,
        grid: str,
        places: Sequence[int],
        rows: Sequence[GridRow],
        identity: int | None,
        values: Mapping[str, object],
    ) -> Sequence[Sequence[Problem]]:
        """Return everything wrong or odd with some of the rows, each by column."""
        record, _unread = self._record(identity, values)
        return [self._by_name[grid].problems(at, rows, record) for at in places]

    def save(
        self,
        identity: int | None,
        values: Mapping[str, object],
        revision: int | None,
        rows: Mapping[str, RowsTyped],
    ) -> int:
        """Store all in one named change and return the record's key."""
        record, unread = self._record(identity, values)
        for problem in unread:
            raise UserError(problem.message, problem.field)
        if revision is not None:
            record.revision = revision
        act = "Thêm" if identity is None else "Sửa"
        try:
            with change(f"{act} {record.title}") as work:
                for _name, linked in _new_links(record):
                    work.save(linked)
                work.save(record)
                for name, typed in rows.items():
                    self._by_name[name].store(work, record, typed)
        except Conflict as error:
            theirs: Any = error.theirs
            moment = datetime.fromisoformat(theirs.updated_at)
            raise Overtaken(error.message, theirs.updated_by, moment) from error
        return int(record.id)

    def _record(
        self, identity: int | None, values: Mapping[str, object]
    ) -> tuple[Any, list[Problem]]:
        """Return the record as it would be, and which links name nobody; those stay as stored."""
        record: Any = self.model() if identity is None else self.model.get_by_id(identity)
        unread: list[Problem] = []
        for name, value in values.items():
            try:
                setattr(record, name, self._made(name, value))
            except UserError as error:
                unread.append(Problem(name, error.message))
        return record, unread

    def _made(self, name: str, value: object) -> object:
        """Return a value of the form as the record takes it: a new linked record is made."""
        link = self.model._meta.fields[name]
        if isinstance(value, NewRecord):
            return link.rel_model(**value.values)
        if isinstance(value, Words):
            return record_of(link, value.text)
        return value.value if isinstance(value, Option) else value

    def _values(self, record: Any) -> dict[str, object]:  # noqa: ANN401
        """Return values as the form holds them."""
        return {field.name: _held(field, getattr(record, field.name)) for field in self._fields()}

    def _fields(self) -> list[Any]:
        return self.register.form_fields()


class ClassForm(RegisterForm):
    """The form of a class, which asks of its trainees what the class before asked."""

    def load(self, identity: int | None, borrowed: Mapping[str, Sequence[int]] = NOTHING) -> Loaded:
        """Return a stored class, or the beginnings of a new one."""
        loaded = super().load(identity, borrowed)
        if identity is not None:
            return loaded
        asked = rule_to_begin_with()
        rule = {"least_share": asked.share, "least_score": asked.score}
        return replace(loaded, values={**loaded.values, **rule})


class AreaForm(RegisterForm):
    """The form of an area, which begins with what the office calls its areas."""

    def load(self, identity: int | None, borrowed: Mapping[str, Sequence[int]] = NOTHING) -> Loaded:
        """Return a stored area, or the beginnings of a new one."""
        loaded = super().load(identity, borrowed)
        if identity is not None:
            return loaded
        return replace(loaded, values={**loaded.values, "kind": the_office().area_kind})


def form_of(register: Register) -> RegisterForm:
    """Return the form of a register."""
    kinds = {CLASSES.name: ClassForm, AREAS.name: AreaForm}
    return kinds.get(register.name, RegisterForm)(register)


def _held(field: Any, value: Any) -> object:  # noqa: ANN401
    """Return a value as a form holds it: a link by key, with the title that is read."""
    return Option(value.id, value.title) if isinstance(field, Link) and value is not None else value


def _new_links(record: Any) -> list[tuple[str, Record]]:  # noqa: ANN401
    """Return the records that are to be made with a record which links to them, by field."""
    linked: dict[str, Any] = record.__rel__
    return [(name, one) for name, one in linked.items() if one is not None and one.id is None]


def _hint(section: Section) -> str:
    """Return one sentence under a section's heading: what its first fields want to be told of."""
    for field in section.fields:
        if field.help_text and field.kind is Kind.TEXT:
            return f"{field.label} {field.help_text[0].lower()}{field.help_text[1:]}."
    kinds = {field_facts(field).kind for field in section.fields}
    if "person" in kinds:
        return PEOPLE
    return DATES if Kind.PARTIAL_DATE in kinds else ""
