"""In which order a list stands: the columns, and the index that holds records in that order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.facts import Fact, Link
from models.register import path_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.record import Record


@dataclass(frozen=True, eq=False, slots=True)
class Order:
    """An order of the records of one kind; ties stand by title, then as they were entered.

    Attributes:
        columns: SQL of what is compared, the row being `r` and a linked record under its link.
        index: index in that order; of the linked record's table where there is a link.
        link: the link through which the first column is reached.
        may_be_empty: whether the first column can be NULL.
        is_title: whether this is the order by title.
    """

    columns: tuple[str, ...]
    index: str = ""
    link: Link[Any] | None = None
    may_be_empty: bool = False
    is_title: bool = False

    def turned(self, *, descending: bool) -> str:
        """Return what stands after ORDER BY."""
        turn = " DESC" if descending else ""
        return ", ".join(f"{column}{turn}" for column in self.columns)

    def parts(self, *, descending: bool) -> tuple[str, ...]:
        """Return the conditions of what is empty and what is given, as they follow each other."""
        if not self.may_be_empty:
            return ("1",)
        first = self.columns[0]
        parts = (f"{first} IS NULL", f"{first} IS NOT NULL")
        return parts[::-1] if descending else parts

    def before(self, own: Sequence[object], *, descending: bool) -> tuple[str, Sequence[object]]:
        """Return the condition that a row stands before one, and its values."""
        first, *others = self.columns
        sign = ">" if descending else "<"
        if own[0] is None:
            rest = f"({', '.join(others)}) {sign} ({marks(others)})"
            empty = f"{first} IS NOT NULL OR" if descending else f"{first} IS NULL AND"
            return f"({empty} {rest})", own[1:]
        row = f"({', '.join(self.columns)}) {sign} ({marks(self.columns)})"
        empty_first = self.may_be_empty and not descending
        return (f"({first} IS NULL OR {row})" if empty_first else row), own

    def onward(self, own: Sequence[object], *, descending: bool) -> tuple[str, Sequence[object]]:
        """Return the condition that a row is one or stands after it, in the same of `parts`."""
        first, *others = self.columns
        sign = "<=" if descending else ">="
        if own[0] is None:
            rest = f"({', '.join(others)}) {sign} ({marks(others)})"
            return f"{first} IS NULL AND {rest}", own[1:]
        return f"({', '.join(self.columns)}) {sign} ({marks(self.columns)})", own


def order_by(model: type[Record], field: Any) -> Order:  # noqa: ANN401
    """Return the order by a field of a kind or of a record it links to; nothing means by title."""
    table = model._meta.table_name
    own = None if field is None else _own(model, field)
    if field is None or (own is not None and own.name == model.TITLE):
        return Order(("r.sort_key", "r.id"), f"{table}_by_title", is_title=True)
    if own is not None:
        index = f"{table}_by_{own.name}" if isinstance(own, Fact) and own.sorts else ""
        column = f'r."{_key_column(own)}"'
        return Order((column, "r.sort_key", "r.id"), index, may_be_empty=bool(own.null))
    return _linked(model, field)


def _own(model: type[Record], field: Any) -> Any:  # noqa: ANN401
    """Return the field of the kind itself that stands in the same order, or nothing.

    A link's stored sort key is the title's key of the record linked to.
    """
    if field.model is model:
        return field
    link = path_between(model, field.model)[0]
    lends = field.name == field.model.TITLE and (link.sorts or link.name == model.TITLE)
    return link if lends else None


def _linked(model: type[Record], field: Any) -> Order:  # noqa: ANN401
    link = path_between(model, field.model)[0]
    is_title = field.name == field.model.TITLE
    key = f'"{link.name}"."{"sort_key" if is_title else _key_column(field)}"'
    own = ("r.sort_key", "r.id")
    if not link.required or not (is_title or field.sorts):
        return Order((key, *own), link=link, may_be_empty=True)
    its = (f'"{link.name}".sort_key', f'"{link.name}".id')
    name = "title" if is_title else field.name
    columns = (*its, *own) if is_title else (key, *its, *own)
    index = f"{link.rel_model._meta.table_name}_by_{name}"
    return Order(columns, index, link, may_be_empty=bool(field.null))


def _key_column(field: Any) -> str:  # noqa: ANN401
    name = field.key_name if isinstance(field, Fact) else field.name
    return str(field.model._meta.fields[name].column_name)


def marks(values: Sequence[object]) -> str:
    """Return the marks that stand for values in a statement."""
    return ", ".join("?" for _ in values)
