"""One field of many records set to one value, as one change that one undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.facts import Kind, Link
from models.registers.areas import Area
from models.registers.schemes import Scheme
from models.store.change import change
from ui.desk.fields import field_facts
from ui.source import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from models.register import Register

    Progress = Callable[[int, int, str], None]

_KINDS = (Kind.LINK, Kind.CHOICE, Kind.CATALOGUE)
_OF_ONE = ("sex", "name")
"""What is never the same for many at once by a decision of the office."""
CHUNK = 500


def settable(register: Register) -> tuple[tuple[str, str], ...]:
    """Return the fields many records are given at once, with their words: the place first."""
    fields = [
        field
        for field in register.form_fields()
        if field.kind in _KINDS
        and field.sorts
        and field.name not in _OF_ONE
        and (not isinstance(field, Link) or field.rel_model in (Area, Scheme))
    ]
    fields.sort(key=lambda field: field.name != "area")
    return tuple((field.name, _lower(field.label)) for field in fields)


def set_field(
    register: Register, identities: Sequence[int], name: str, value: object, tell: Progress
) -> str:
    """Give many records one value of a field; tell what was done.

    Raises:
        UserError: a record may not have the value, named with it; or all have it already.
    """
    model: Any = register.model
    field = model._meta.fields[name]
    shown, word = field_facts(field).show(value), _lower(field.label)
    value = value.value if isinstance(value, Option) else value
    records = [one for one in _records(model, identities) if _held(one, field) != value]
    if not records:
        raise UserError(f"Các {model.NOUN} đã chọn đều có {word} {shown} rồi.")
    many = f"{len(records):,} {model.NOUN}".replace(",", ".")
    with change(f"Đổi {word} của {many}: {shown}") as work:
        for at, record in enumerate(records):
            tell(at, len(records), f"Đang đổi {word}…")
            setattr(record, name, value)
            try:
                work.save(record)
            except UserError as error:
                raise UserError(f"{record.title}: {error.message}", name) from error
    return f"Đã đổi {word} của {many} thành {shown}."


def _records(model: Any, identities: Sequence[int]) -> Iterator[Any]:  # noqa: ANN401
    for start in range(0, len(identities), CHUNK):
        part = list(identities[start : start + CHUNK])
        yield from model.select().where(model.id.in_(part), model.trashed_at.is_null())


def _held(record: Any, field: Any) -> object:  # noqa: ANN401
    """Return a value as a form holds it: a link by its key."""
    return record.__data__.get(field.name)


def _lower(label: str) -> str:
    return f"{label[0].lower()}{label[1:]}"
