"""Turns the rows of a register's workbook into records to add and records to change."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.exchange.draft import CITIZEN_ID, NAME, OLD_ID
from models.exchange.filling import Contradiction, Filling, Undoing
from models.exchange.known_people import KnownPeople
from models.exchange.known_records import SEEKING, KnownRecords
from models.exchange.linked import LINKABLE, Ambiguous, Linked
from models.exchange.plan import State
from models.exchange.row_links import RowLinks
from models.exchange.surroundings import Surroundings
from models.exchange.telling_apart import TellingApart
from models.facts import Dated, Link
from models.problem import Severity
from models.register import field_id, looks_up
from models.registers import register_of
from models.registers.areas import Area
from models.registers.people import Person
from models.store.rows import wrong_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.exchange.draft import Draft
    from models.exchange.known_records import Progress
    from models.exchange.plan import Plan, PlannedRow
    from models.record import Record
    from models.register import Rule


class Planner:
    """Plans the rows of one register; kinds with more in a row than one record derive from it.

    Attributes:
        name_keys: meanings whose columns hold names of people.
    """

    name_keys: tuple[str, ...] = (NAME,)

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.model: Any = plan.register.model
        self.undoing = Undoing()
        self.filling = Filling(self.undoing)
        self.linked = Linked(self.undoing)
        self.around = Surroundings(self.linked, self.undoing)
        self.links = RowLinks(self.model, self.linked, self.around, self.filling, self.undoing)
        self.people = KnownPeople(self.undoing)
        self.apart = TellingApart(self.people, self.plan_new)
        self.known = KnownRecords(self.model, self.linked, self.people, self.undoing)
        self._rows: dict[int, PlannedRow] = {}

    def prepare(self, drafts: list[Draft], report: Progress) -> None:
        """Read from the register whatever the rows may mean."""
        areas = {area.id: area for area in self.linked.all(Area)}
        numbers = [draft.values.get(key, "") for draft in drafts for key in (CITIZEN_ID, OLD_ID)]
        names = {draft.values.get(key, "") for draft in drafts for key in self.name_keys} - {""}
        keys = map(Person.key_of_title, names)
        uids = {uid for draft in drafts for uid in _uids_chosen(draft)}
        self.people.fetch(areas, numbers, keys, uids, lambda at, all_: report(at, all_, SEEKING))
        self.known.read(drafts, report)

    def take(self, draft: Draft) -> None:
        """Plan one row; a row that stays out leaves no trace."""
        try:
            if not draft.row.stays_out:
                self.plan_row(draft)
        except Ambiguous as reason:
            draft.doubt(reason.message, *_linking_to(self.model, reason.kind))
        except UserError as error:
            draft.refuse(error.message, *_linking_to(self.model, error.field))
        if draft.row.stays_out:
            self.undoing.take_back()
            draft.keep_texts()
        else:
            self.undoing.keep()

    def plan_row(self, draft: Draft) -> None:
        """Plan one row that could be read."""
        values = self.own_values(draft)
        known = self.known.of_identity(draft)
        if known is None and self.is_complete(draft, values):
            known = self.find(draft, values)
            if known is not None and self.model in LINKABLE:
                del values[self.model.TITLE]  # found by it, so not to be written otherwise
        if draft.row.stays_out:
            return
        if known is None:
            self.add(draft, values)
        else:
            self.change(draft, known, values)

    def own_values(self, draft: Draft) -> dict[str, Any]:
        """Return the values of the register's own model, links resolved."""
        values: dict[str, Any] = {}
        for fact in self.model.facts():
            key = field_id(fact)
            if isinstance(fact, Link):
                linked = self.link(fact, draft)
                if linked is not None:
                    values[fact.name] = linked
            elif key in draft.values:
                values[fact.name] = draft.values[key]
        return values

    def link(self, field: Link[Any], draft: Draft) -> Any:  # noqa: ANN401
        """Return the record a row links to, or nothing."""
        return self.still_linked(field, draft) or self.links.of(field, draft)

    def still_linked(self, field: Link[Any], draft: Draft) -> Any:  # noqa: ANN401
        """Return what the record of the row's identity links to, where the cell still names that.

        Names need not tell records apart that an identity does.
        """
        known = self.known.of_identity(draft)
        text = draft.values.get(field_id(field), "")
        if known is None or not text:
            return None
        key = getattr(known, field.object_id_name)
        same = self.linked.titled(field.rel_model, text) if field.rel_model in LINKABLE else ()
        return next((record for record in same if record.id == key), None)

    def is_complete(self, draft: Draft, values: dict[str, Any]) -> bool:
        """Tell whether a row has what the register requires; what lacks is said."""
        for fact in self.model.facts():
            if fact.required and fact.is_empty(values.get(fact.name)):
                draft.refuse(f"Chưa có {_lower(fact.label)}.", field_id(fact))
        return not draft.row.stays_out

    def find(self, draft: Draft, values: dict[str, Any]) -> Any:  # noqa: ANN401
        """Return the record of the register or of the plan that a row means."""
        wanted = self.model(**values)
        if self.model is Person:
            return self.person_like(draft, wanted)
        return self.known.like(wanted)

    def person_like(
        self, draft: Draft, wanted: Person, beside: Callable[[Person], bool] | None = None
    ) -> Person | None:
        """Return who is meant; a doubt keeps the row out."""
        found = self.apart.find(draft, wanted, beside)
        if found.doubt:
            draft.doubt(found.doubt, f"{Person.__name__}.{found.by}")
        elif found.hint:
            draft.warn(found.hint, NAME)
        return found.person

    def add(self, draft: Draft, values: dict[str, Any]) -> None:
        """Plan a new record."""
        record = self.model(**{**self.defaults(values), **values})
        self.filling.remark(record, draft.remarks.get(self.model.__name__, []))
        if not self.passes(draft, record):
            return
        self.filling.tell(record, values, draft.row)
        self.told_by(record, draft.row)
        if self.model in LINKABLE:
            self.linked.add(record)
        else:
            self.plan_new(record)
            self.known.add(record, draft.row)
        if self.model is Person:
            self.apart.keep_apart(draft, record)
        self.after(draft, record)

    def change(self, draft: Draft, record: Any, values: dict[str, Any]) -> None:  # noqa: ANN401
        """Plan what a row tells about a known record, or about one that an earlier row told."""
        changed, contradictions = self.filling.fill(record, values, draft.row)
        changed |= self.filling.remark(record, draft.remarks.get(self.model.__name__, []))
        if contradictions:
            self._contradicts(draft, contradictions[0])
        elif not changed or self.passes(draft, record):
            self._state(draft, record, changed=changed)
            self.after(draft, record)

    def _state(self, draft: Draft, record: Any, *, changed: bool) -> None:  # noqa: ANN401
        """Say what a row comes to that tells of a record known already."""
        earlier = self._rows.get(id(record))
        if record.id is not None:
            draft.row.state = State.UPDATED if changed else State.SAME
        elif not self.linked.claim(record):
            draft.row.state = State.SAME
        if earlier is None:
            self.told_by(record, draft.row)
        else:
            draft.warn(f"Trùng với dòng {_place(earlier, draft.row)}.")
        if changed and self.model is Person:
            self.people.learn(record)

    def _contradicts(self, draft: Draft, found: Contradiction) -> None:
        row, label = _place(found.row, draft.row), _lower(found.field.label)
        message = f"Trùng với dòng {row} nhưng khác {label}. Giữ một dòng đúng."
        draft.doubt(message, field_id(found.field))

    def told_by(self, record: Any, row: PlannedRow) -> None:  # noqa: ANN401
        """Remember which row told of a record."""
        self._rows[id(record)] = row
        self.undoing.note(lambda: self._rows.pop(id(record)))

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - for subclasses
        """Return what a new record has when the row does not say."""
        return {}

    def plan_new(self, record: Record) -> None:
        """Plan to add a record."""
        new = self.plan.new.setdefault(type(record), [])
        new.append(record)
        self.undoing.note(new.pop)

    def after(self, draft: Draft, record: Any) -> None:  # noqa: ANN401
        """Plan what else a row tells; for subclasses."""

    def passes(self, draft: Draft, record: Record) -> bool:
        """Check a planned record's fields and rules; say what is wrong or odd."""
        model = type(record)
        for fact, message in wrong_fields(record):
            draft.refuse(message, field_id(fact))
        for dated in _dates(model):
            day = record.__data__.get(dated.name)
            if day is not None and (odd := dated.oddity(day)):
                draft.warn(odd, field_id(dated))
        for rule in _own_rules(model):
            for problem in rule(record):
                say = draft.refuse if problem.severity is Severity.ERROR else draft.warn
                say(problem.message, f"{model.__name__}.{problem.field}")
        return not draft.row.stays_out

    def finish(self) -> None:
        """Hand the plan what was found to add and to change."""
        for model, records in self.linked.new.items():
            self.plan.new[model] = [*self.plan.new.get(model, ()), *records]
        self.plan.changed = self.filling.changed()


@cache
def _dates(model: type[Record]) -> tuple[Dated[Any], ...]:
    """Return the fields of a kind that may hold a day to come."""
    return tuple(fact for fact in model.facts() if isinstance(fact, Dated))


@cache
def _own_rules(model: type[Record]) -> tuple[Rule, ...]:
    """Return the rules of a kind that look at one record alone."""
    described = register_of(model)
    return tuple(rule for rule in described.rules if not looks_up(rule)) if described else ()


def _linking_to(model: type[Record], kind: str | None) -> list[str]:
    """Return the meanings whose columns name records of a kind."""
    links = [fact for fact in (*model.facts(), Person.area) if isinstance(fact, Link)]
    return [field_id(link) for link in links if link.rel_model.__name__ == kind]


def _uids_chosen(draft: Draft) -> list[str]:
    choice = draft.row.choice
    chosen = (choice.same_as, *choice.others) if choice is not None else ()
    return [identity for identity in chosen if isinstance(identity, str)]


def _place(row: PlannedRow, seen_from: PlannedRow) -> str:
    """Name a row, with its sheet where that is another one."""
    if row.sheet == seen_from.sheet:
        return str(row.number)
    return f"{row.number} trang {row.sheet}"


def _lower(label: str) -> str:
    return f"{label[0].lower()}{label[1:]}"
