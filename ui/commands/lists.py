"""Commands that show lists: list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.registers import register
from models.store.query import Listing, Reader, condition
from ui.commands.access import register_of
from ui.commands.answer import Exit, give, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from models.register import Register


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands of this room."""
    parser = commands.add_parser("list", parents=[common], help="liệt kê một sổ")
    parser.add_argument("register", metavar="R")
    add_narrowing(parser)
    parser.add_argument("--limit", type=int, metavar="N", default=None)
    parser.set_defaults(act=show)


def add_narrowing(parser: ArgumentParser) -> None:
    """Add --search and --where, the same for every command that reads a list."""
    parser.add_argument("--search", default="", metavar="TEXT", help="không cần gõ dấu")
    parser.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE")


def listing_of(wanted: Namespace, known: Register) -> Listing:
    """Return the list that --search and --where ask for.

    Raises:
        UserError: a filter without '=', of no such field, or with an impossible value.
    """
    conditions = []
    for text in wanted.where:
        name, equals, value = text.partition("=")
        if not equals:
            raise UserError(f"Điều kiện “{text}” thiếu dấu =. Viết: cột=giá trị.", "where", text)
        conditions.append(condition(known, name.strip(), value.strip()))
    return Listing(known, getattr(wanted, "search", ""), tuple(conditions))


def show(wanted: Namespace) -> int:
    """Show a list, in the register's own order."""
    known = register(wanted.register)
    with register_of(wanted, read_only=True):
        reader = Reader(listing_of(wanted, known))
        limit = -1 if wanted.limit is None else max(0, wanted.limit)
        ids = reader.ids(0, limit)
        if wanted.json:
            fields = _fields(known)
            rows = [_facts(fields, row) for row in reader.values(fields, ids)]
            give({"register": known.name, "count": reader.count(), "rows": rows})
            return Exit.DONE
        fields = [column.field for column in known.columns if column.share > 0]
        tell("\t".join(field.label for field in fields))
        for row in reader.rows(fields, 0, limit):
            tell("\t".join(row[1:]))
        tell(f"Có {reader.count()} {known.model.NOUN}.")
    return Exit.DONE


def _fields(known: Register) -> list[Any]:
    """Return every field of the list, its derived ones included."""
    fields = known.exchange_fields()
    names = {field.name for field in fields}
    return fields + [
        fact for fact in known.model.facts() if fact.derived and fact.name not in names
    ]


def _facts(fields: list[Any], row: tuple[Any, ...]) -> dict[str, Any]:
    facts: dict[str, Any] = {"id": row[0], "uid": row[1]}
    for field, value in zip(fields, row[2:], strict=True):
        facts[field.name] = plain(value)
    return facts


def plain(value: Any) -> Any:  # noqa: ANN401
    """Return a value as JSON can hold it; dates in ISO, as precise as known."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return value.iso if hasattr(value, "iso") else value.isoformat()
