"""Turns the rows of a register's workbook into records to add and records to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange.known_people import KnownPeople
from models.exchange.linked import LINKABLE, Linked, area_kind, split_caption, team_kind
from models.exchange.meanings import UID
from models.exchange.plan import RowProblem, State
from models.facts import Link
from models.problem import Severity
from models.record import Record, stored
from models.register import field_id, looks_up
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme, Site
from models.registers.teams import Team
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from models.exchange.drafts import Draft
    from models.exchange.plan import Plan


class Planner:
    """Plans the rows of one register; kinds with more in a row than one record derive from it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.register = plan.register
        self.model: Any = plan.register.model
        self.linked = Linked()
        self.people = KnownPeople()
        self.known: dict[tuple[object, ...], Any] = {}
        self.by_uid: dict[str, Any] = {}
        self._touched: dict[int, tuple[Record, dict[str, Any]]] = {}

    def prepare(self, drafts: list[Draft]) -> None:
        """Read from the register whatever the rows may mean."""
        names = [draft.values.get(field_id(Person.full_name), "") for draft in drafts]
        numbers = [draft.values.get(field_id(Person.citizen_id), "") for draft in drafts]
        self.people.fetch(numbers, [Person.key_of_title(name) for name in names if name])
        uids = [draft.values[UID] for draft in drafts if UID in draft.values]
        for start in range(0, len(uids), 500):
            query = self.model.select().where(self.model.uid.in_(uids[start : start + 500]))
            for record in query.where(self.model.trashed_at.is_null()):
                self.by_uid[record.uid] = record
        self.load_known()

    def load_known(self) -> None:
        """Fill `known` with the register's records by their natural key, where that is needed."""
        if self.model not in (Person, *LINKABLE):
            for record in self.model.select().where(self.model.trashed_at.is_null()):
                self.known.setdefault(self.natural_key(record), record)

    def natural_key(self, record: Any) -> tuple[object, ...]:  # noqa: ANN401
        """Return what tells two records of this kind apart, as people see it."""
        return tuple(part_of_key(record, name) for name in NATURAL[self.model])

    def take(self, draft: Draft) -> None:
        """Plan one row."""
        row = draft.row
        if row.stays_out:
            return
        values = self.own_values(draft)
        if row.stays_out:
            return
        known = self.by_uid.get(draft.values.get(UID, ""))
        if known is None:
            known = self.find(draft, values)
        if known is not None:
            self._change(draft, known, values)
        elif not row.stays_out:
            self._add(draft, values)

    def own_values(self, draft: Draft) -> dict[str, Any]:
        """Return the values of the register's own model, links resolved."""
        values: dict[str, Any] = {}
        for key, value in draft.values.items():
            field = self._field(key)
            if field is not None and not isinstance(field, Link):
                values[field.name] = value
        for field in self.model.facts():
            if isinstance(field, Link):
                linked = self.link(field, draft)
                if linked is not None:
                    values[field.name] = linked
        self._complete(draft, values)
        return values

    def _complete(self, draft: Draft, values: dict[str, Any]) -> None:
        """Refuse a row that lacks what the register requires."""
        for field in self.model.facts():
            if (
                field.required
                and field.is_empty(values.get(field.name))
                and not self._has_uid(draft)
            ):
                self.refuse(draft, f"Chưa có {field.label[0].lower()}{field.label[1:]}.")

    def _has_uid(self, draft: Draft) -> bool:
        return draft.values.get(UID, "") in self.by_uid

    def _field(self, key: str) -> Any:  # noqa: ANN401
        """Return the register's own field of a meaning; nothing for those of linked records."""
        name = key.removeprefix(f"{self.model.__name__}.")
        return self.model._meta.fields.get(name) if name != key else None

    def link(self, field: Link[Any], draft: Draft) -> Any:  # noqa: ANN401
        """Return the record a row links to: from its own cell, else from captions and titles."""
        text = draft.values.get(field_id(field), "")
        if field.rel_model is Area:
            return self.linked.area_named(text) if text else self.area_around(draft)
        if field.rel_model is Scheme:
            return self.scheme(text, draft) if text else None
        if field.rel_model is Team:
            return self._team(text, draft)
        if field.rel_model is Site and text:
            owner = self.link(self.model.scheme, draft)
            return self.linked.site(text, owner) if owner is not None else None
        return None

    def _team(self, text: str, draft: Draft) -> Team | None:
        if text:
            return self.linked.team(text, self.area_around(draft))
        for caption in reversed(draft.captions):
            name, _ = split_caption(caption)
            if team_kind(name)[0]:
                return self.linked.team(caption, self.area_around(draft))
        return None

    def scheme(self, text: str, draft: Draft) -> Scheme:
        """Return the model a row names, with what the row tells about it."""
        scheme = self.linked.scheme(text)
        told = {
            field.name: draft.values[field_id(field)]
            for field in (Scheme.recognition_level,)
            if field_id(field) in draft.values and self.model is not Scheme
        }
        self.fill(scheme, told)
        return scheme

    def area_around(self, draft: Draft) -> Area | None:
        """Return the area that captions, brackets, titles or the sheet's name tell."""
        for caption in reversed(draft.captions):
            name, in_brackets = split_caption(caption)
            for text in (in_brackets, name):
                if text and area_kind(text):
                    return self.linked.area(text)
        for title in reversed(draft.titles):
            if area_kind(title.split(",")[0].strip()):
                return self.linked.area(title)
        return None

    def find(self, draft: Draft, values: dict[str, Any]) -> Any:  # noqa: ANN401
        """Return the record of the register or of the plan that a row means."""
        wanted = self.model(**values)
        if self.model is Person:
            return self.person_like(draft, wanted)
        if self.model in LINKABLE:
            return self.linked.like(wanted)
        return self.known.get(self.natural_key(wanted))

    def person_like(self, draft: Draft, wanted: Person) -> Person | None:
        """Return who is meant; a doubt keeps the row out."""
        found = self.people.find(wanted)
        if found.doubt:
            draft.row.state = State.DOUBTFUL
            self._note(draft, found.doubt)
        elif found.hint:
            self.warn(draft, found.hint)
        return found.person

    def _add(self, draft: Draft, values: dict[str, Any]) -> None:
        record = self.model(**{**self.defaults(values), **values})
        if not self.passes(draft, record):
            return
        self.remember(record)
        self.after(draft, record)

    def _change(self, draft: Draft, record: Any, values: dict[str, Any]) -> None:  # noqa: ANN401
        changed = self.fill(record, values, replace=True)
        if not self.passes(draft, record):
            return
        draft.row.state = State.UPDATED if changed else State.SAME
        self.after(draft, record)

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - for subclasses
        """Return what a new record has when the row does not say."""
        return {}

    def remember(self, record: Any) -> None:  # noqa: ANN401
        """Plan to add a record, and count it among the known so that later rows can mean it."""
        if self.model in LINKABLE:
            self.linked.add(record)
            return
        self.plan.new.setdefault(self.model, []).append(record)
        if self.model is Person:
            self.people.add(record)
        else:
            self.known[self.natural_key(record)] = record

    def after(self, draft: Draft, record: Any) -> None:  # noqa: ANN401
        """Plan what else a row tells; for subclasses."""

    def passes(self, draft: Draft, record: Record) -> bool:
        """Check a planned record's fields and rules; say what is wrong."""
        for fact in type(record).facts():
            message = fact.problem(getattr(record, fact.name))
            if message:
                self.refuse(draft, message)
        for rule in self.register.rules if type(record) is self.model else ():
            if looks_up(rule):
                continue
            for problem in rule(record):
                if problem.severity is Severity.ERROR:
                    self.refuse(draft, problem.message)
                else:
                    self.warn(draft, problem.message)
        return draft.row.state is not State.ERROR

    def fill(self, record: Any, values: dict[str, Any], *, replace: bool = False) -> bool:  # noqa: ANN401
        """Put values into a record: into empty fields, or over others; nothing blank, nothing vaguer.

        Returns:
            Whether a record of the register changed by it.
        """
        changed = False
        for name, value in values.items():
            field = type(record)._meta.fields[name]
            now = getattr(record, name)
            if field.is_empty(value) or value is False or same_value(now, value):
                continue
            if (
                not field.is_empty(now)
                and now is not False
                and (not replace or _vaguer(value, now))
            ):
                continue
            self._keep_before(record)
            setattr(record, name, value)
            changed = True
        return changed and record.id is not None

    def _keep_before(self, record: Record) -> None:
        if record.id is not None and id(record) not in self._touched:
            before = {fact.name: stored(record, fact) for fact in type(record).facts()}
            self._touched[id(record)] = (record, before)

    def finish(self) -> None:
        """Hand the plan what was found to add and to change."""
        self.plan.new.update(self.linked.new)
        self.plan.changed = [record for record, _ in self._touched.values()]

    def refuse(self, draft: Draft, message: str) -> None:
        """Keep a row out."""
        draft.row.state = State.ERROR
        self._note(draft, message)

    def warn(self, draft: Draft, message: str) -> None:
        """Say what is odd about a row that goes in."""
        row = draft.row
        draft.row.warnings.append(RowProblem(row.sheet, row.number, "", "", message))

    def _note(self, draft: Draft, message: str) -> None:
        row = draft.row
        row.problems.append(RowProblem(row.sheet, row.number, "", "", message))


NATURAL: dict[Any, tuple[str, ...]] = {
    Membership: ("person", "team", "left"),
    Review: ("team", "scheme", "member", "year", "part"),
    Activity: ("day", "content", "team", "area"),
}
"""What tells records apart that no title does."""


def part_of_key(record: Any, name: str) -> object:  # noqa: ANN401
    """Return one part of a natural key; a planned record stands for itself until it has a key."""
    linked = record.__rel__.get(name)
    if linked is not None:
        return linked.id or ("planned", id(linked))
    return record.__data__.get(name)


def same_value(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Tell whether two values are one; records by key, planned ones by being the same."""
    if isinstance(one, Record) and isinstance(other, Record):
        return one is other or (one.id is not None and one.id == other.id)
    return bool(one == other)


def _vaguer(value: Any, now: Any) -> bool:  # noqa: ANN401
    """Tell whether a date only repeats, with less precision, what is known."""
    if isinstance(value, PartialDate) and isinstance(now, PartialDate):
        return now.iso.startswith(value.iso)
    return False
