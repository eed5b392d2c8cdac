"""What goes along with a record that is erased, and what still refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.facts import Link
from models.record import Record, parts
from models.registers import RECORDS
from models.registers.people import NotOnePerson, Person, PersonMerge
from models.registers.same_people import heir
from models.store.belonging import belonging

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHUNK = 500


def whole(records: Sequence[Record]) -> list[Record]:
    """Return records with all that cannot be without them, however deep.

    Raises:
        UserError: one is of a person who was merged: they go with the person they became.
    """
    for record in records:
        if isinstance(record, Person) and (now := heir(record.id)) != record.id:
            name = Person.get_by_id(now).full_name
            raise UserError(f"{record.full_name} đã gộp vào {name}. Xóa hẳn {name}, hoặc tách ra.")
    found: dict[tuple[type[Record], int], Record] = {}
    waiting = list(records)[::-1]
    while waiting:
        one = waiting.pop()
        if (type(one), one.id) not in found:
            found[type(one), one.id] = one
            waiting += _along(one)
    return list(found.values())


def _along(record: Record) -> Iterator[Record]:
    """Yield what goes with one record."""
    yield from (one for one in belonging(record) if one.trashed_at is not None)
    if isinstance(record, Person):
        for pair in (NotOnePerson.first, NotOnePerson.second):
            yield from NotOnePerson.select().where(pair == record.id)
        yield from PersonMerge.select().where(PersonMerge.merged == record.id)
        for merge in PersonMerge.select().where(PersonMerge.kept == record.id):
            yield merge
            if merge.trashed_at is None and merge.merged is not None:
                yield merge.merged


def refer_to(records: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield each record of some with each other one, deleted or not, that links to it."""
    by_key = {(type(one), one.id): one for one in records}
    for child in RECORDS:
        for link in child.facts():
            if isinstance(link, Link):
                mine = [key for model, key in by_key if model is link.rel_model]
                yield from _linking(child, link, mine, by_key)


def _linking(
    child: Any,  # noqa: ANN401 - a model with fields of its own
    link: Link[Any],
    keys: list[int],
    by_key: dict[tuple[type[Record], int], Record],
) -> Iterator[tuple[Record, Record]]:
    for part in parts(keys, CHUNK):
        for other in child.select().where(link.in_(part)):
            if (child, other.id) not in by_key:
                yield by_key[link.rel_model, getattr(other, link.object_id_name)], other
