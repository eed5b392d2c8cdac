"""The typed description of a register: what form, table, filter, import, export and print share.

A field's own facts (label, limits, kind) stand on the model; a description adds only how fields
are grouped, listed, found, checked together, and called in office workbooks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from models.facts import Link
from models.problem import Problem, Severity, warning

if TYPE_CHECKING:
    from models.record import Record

Rule = Callable[[Any], Iterable[Problem]]
"""A check across fields: takes the record as entered, yields what is wrong or odd."""


_LOOKING_UP: set[Rule] = set()


def asks_register(rule: Rule) -> Rule:
    """Mark a rule that looks other records up; importing answers such questions in bulk."""
    _LOOKING_UP.add(rule)
    return rule


def looks_up(rule: Rule) -> bool:
    """Tell whether a rule looks other records up."""
    return rule in _LOOKING_UP


@dataclass(frozen=True, eq=False, slots=True)
class Section:
    """Fields that stand together on the form.

    Fields of a kind of record that belongs to the register's own make a grid: a row for each of
    those records, with columns also of one record it links to (the person of a membership).

    Attributes:
        title: heading of the section.
        fields: in reading order, all of the register's own model or none.
    """

    title: str
    fields: tuple[Any, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """One column of lists on screen, on paper and in workbooks.

    Attributes:
        field: a field of the model, or of a record it links to by exactly one link.
        share: width relative to the other columns; 0 keeps it out of lists until asked for.
    """

    field: Any
    share: float


@dataclass(frozen=True, eq=False, slots=True)
class Register:
    """A register of one kind of record.

    Attributes:
        name: as on the command line.
        title: Vietnamese name of the register.
        model: the record kind.
        sections: the form.
        columns: the lists.
        search: fields whose words and numbers find a record; a link lends its title.
        rules: checks across fields.
        aliases: further headings that office workbooks use, per field.
    """

    name: str
    title: str
    model: type[Record]
    sections: tuple[Section, ...]
    columns: tuple[Column, ...]
    search: tuple[Any, ...]
    rules: tuple[Rule, ...] = ()
    aliases: tuple[tuple[Any, tuple[str, ...]], ...] = ()

    def form_fields(self) -> list[Any]:
        """Return the fields of the form in reading order; those of grids are other records'."""
        fields = [field for section in self.sections for field in section.fields]
        return [field for field in fields if field.model is self.model]

    def owner_of_rows(self, section: Section) -> Link[Any] | None:
        """Return the link from the records of a grid to this register's; nothing for own fields.

        Raises:
            LookupError: the fields belong to no such kind of record, or to several.
        """
        models = {field.model: None for field in section.fields}
        if self.model in models:
            return None
        links = [
            fact
            for model in models
            for fact in model.facts()
            if isinstance(fact, Link) and fact.rel_model is self.model
        ]
        if len(links) != 1:
            raise LookupError(f"“{section.title}” has {len(links)} links to {self.model.__name__}")
        return links[0]

    def exchange_fields(self) -> list[Any]:
        """Return what workbooks carry: the columns, then form fields that no column shows.

        A link whose record is described by columns of its own (the person of a membership) is
        carried by those.
        """
        fields = [column.field for column in self.columns if not column.field.derived]
        carried = {link.name for field in fields for link in self.path(field)}
        own = {field_id(field) for field in fields}
        rest = [field for field in self.form_fields() if field_id(field) not in own]
        return fields + [field for field in rest if field.name not in carried]

    def path(self, field: Any) -> tuple[Link[Any], ...]:  # noqa: ANN401
        """Return the links to follow from a record of this register to the field's model."""
        return path_between(self.model, field.model)

    def value(self, record: Any, field: Any) -> Any:  # noqa: ANN401
        """Return a field's value of a record, following links; nothing where a link is empty."""
        for link in self.path(field):
            record = getattr(record, link.name)
            if record is None:
                return field.nothing
        return getattr(record, field.name)

    def problems(self, record: Record) -> list[Problem]:
        """Return everything wrong or odd with a record, errors first."""
        found = [
            Problem(fact.name, message)
            for fact in self.model.facts()
            if (message := fact.problem(getattr(record, fact.name)))
        ]
        found += [
            warning(fact.name, message)
            for fact in self.model.facts()
            if (message := fact.oddity(getattr(record, fact.name)))
        ]
        for rule in self.rules:
            found.extend(rule(record))
        return sorted(found, key=lambda problem: problem.severity is Severity.WARNING)


def field_id(field: Any) -> str:  # noqa: ANN401
    """Return a field's name over all registers; fields themselves must not be compared."""
    return f"{field.model.__name__}.{field.name}"


@cache
def path_between(source: type[Record], target: type[Record]) -> tuple[Link[Any], ...]:
    """Return the one link from a kind of record to another; none when they are the same kind.

    Raises:
        LookupError: no link, or more than one.
    """
    if source is target:
        return ()
    links = [fact for fact in source.facts() if isinstance(fact, Link) and fact.rel_model is target]
    if len(links) != 1:
        raise LookupError(f"{source.__name__} has {len(links)} links to {target.__name__}")
    return (links[0],)


def lending_links(model: type[Record], source: Any) -> tuple[Link[Any], ...]:  # noqa: ANN401
    """Return the links of a model that a search field's words come through."""
    own = (source,) if isinstance(source, Link) else ()
    return (*path_between(model, source.model), *own)[:1]


def defects(register: Register) -> list[str]:
    """Return what is unsound in a description; a test holds it at nothing."""
    found: list[str] = []
    placed = [field_id(field) for field in register.form_fields()]
    found += [f"{name} is placed twice" for name in set(placed) if placed.count(name) > 1]
    declared = {field_id(fact) for fact in register.model.facts() if not fact.derived}
    found += [f"{name} is not on the form" for name in sorted(declared - set(placed))]
    found += _same_labels(register.form_fields())
    for field in [column.field for column in register.columns] + list(register.search):
        try:
            register.path(field)
        except LookupError as error:
            found.append(str(error))
    found += [
        f"{column.field.label}: negative share" for column in register.columns if column.share < 0
    ]
    if not any(column.share > 0 for column in register.columns):
        found.append("no column is shown")
    for section in register.sections:
        found += _in_grid(register, section)
    return found


def _same_labels(fields: Sequence[Any]) -> list[str]:
    labels = [field.label for field in fields]
    return [f"label “{label}” stands twice" for label in set(labels) if labels.count(label) > 1]


def _in_grid(register: Register, section: Section) -> list[str]:
    """Return what keeps the rows of a grid from being stored."""
    try:
        owner = register.owner_of_rows(section)
        models = {field.model: owner.model for field in section.fields} if owner else {}
        lenders = {link for model in models for link in path_between(models[model], model)}
    except LookupError as error:
        return [str(error)]
    found = _same_labels(section.fields)
    found += [f"“{section.title}” lends columns of {len(lenders)} links"] * (len(lenders) > 1)
    own = {field.model for field in section.fields} == {register.model}
    if owner is None:
        return [] if own else [f"“{section.title}” mixes own fields with rows"]
    placed = {field_id(field) for field in section.fields}
    filled = {owner.name, *(link.name for link in lenders)}
    wanted = [fact for fact in owner.model.facts() if fact.name not in filled]
    wanted += [fact for link in lenders for fact in link.rel_model.facts()]
    missing = [fact for fact in wanted if fact.required and field_id(fact) not in placed]
    return found + [f"{field_id(fact)} is not in “{section.title}”" for fact in missing]
