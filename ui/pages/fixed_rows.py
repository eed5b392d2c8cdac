"""Short lists whose rows are all here already, sorted and paged as any other list."""

from __future__ import annotations

from collections.abc import Callable

from models.text import name_sort_key, sort_key
from ui.source import CellKind, ColumnFacts, Query, Row


class FixedRows:
    """Rows that are all here already, as a list source."""

    def __init__(self, columns: tuple[ColumnFacts, ...], rows: tuple[Row, ...]) -> None:
        self.columns, self._rows = columns, rows

    def _sorted(self, query: Query) -> list[Row]:
        keys = [column.key for column in self.columns]
        if query.order.column not in keys:
            return list(self._rows)
        at = keys.index(query.order.column)
        key = _key(self.columns[at])
        rows = sorted(self._rows, key=lambda row: key(row.cells[at]))
        return rows[::-1] if query.order.descending else rows

    def count(self, query: Query) -> int:  # noqa: ARG002
        """All of them."""
        return len(self._rows)

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """A part of them."""
        return self._sorted(query)[offset : offset + limit]

    def position(self, query: Query, identity: int) -> int:
        """Where one stands."""
        ids = [row.id for row in self._sorted(query)]
        return ids.index(identity) if identity in ids else -1

    def interrupt(self) -> None:
        """Nothing runs."""


def _key(column: ColumnFacts) -> Callable[[str], str]:
    """By what the cells of a column are sorted: days as days, people by tên, then họ đệm."""
    if column.kind in {CellKind.DATE, CellKind.DUE}:
        return lambda cell: "/".join(cell.split("/")[::-1])
    if column.kind is CellKind.NUMBER:
        return lambda cell: sort_key(cell.replace(".", ""))
    return name_sort_key if column.key == "full_name" else sort_key
