"""Which records cannot be without which: they go to the trash together and do not return alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.fields import Link
from models.record import Record, column, parts
from models.registers import RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 500


def dependents(record: Record) -> Iterator[Record]:
    """Yield the live records that cannot be without a record."""
    for link in _links_to(type(record)):
        child: Any = link.model
        yield from child.select().where((link == record.id) & child.trashed_at.is_null())


def belonging(record: Record) -> Iterator[Record]:
    """Yield all records that cannot be without a record, deleted or not."""
    for link in _links_to(type(record)):
        child: Any = link.model
        yield from child.select().where(link == record.id)


def gone_with(record: Record) -> Iterator[Record]:
    """Yield the records in the trash that cannot be without a record."""
    for link in _links_to(type(record)):
        child: Any = link.model
        yield from child.select().where((link == record.id) & ~child.trashed_at.is_null())


def owners(record: Record) -> Iterator[Record]:
    """Yield the records without which a record cannot be."""
    for fact in type(record).facts():
        owner = getattr(record, fact.name) if _owns(fact) else None
        if owner is not None:
            yield owner


def owning(model: type[Record], keys: Iterable[int]) -> set[int]:
    """Return those of the keys that live records belong to."""
    found: set[int] = set()
    for part in parts(keys, CHUNK):
        for link in _links_to(model):
            child: Any = link.model
            live = link.in_(part) & child.trashed_at.is_null()
            found.update(column(child.select(link).where(live)))
    return found


def _links_to(model: type[Record]) -> list[Any]:
    facts: list[Any] = [fact for child in RECORDS for fact in child.facts()]
    return [fact for fact in facts if _owns(fact) and fact.rel_model is model]


def _owns(fact: Any) -> bool:  # noqa: ANN401 - a fact is also a peewee field
    return isinstance(fact, Link) and (fact.required or fact.name in fact.model.OWNERS)
