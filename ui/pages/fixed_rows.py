"""Short lists whose rows are all here already, sorted and paged as any other list."""

from __future__ import annotations

from models.text import sort_key
from ui.source import ColumnFacts, Query, Row


class FixedRows:
    """Rows that are all here already, as a list source."""

    def __init__(self, columns: tuple[ColumnFacts, ...], rows: tuple[Row, ...]) -> None:
        self.columns, self._rows = columns, rows

    def _sorted(self, query: Query) -> list[Row]:
        keys = [column.key for column in self.columns]
        if query.order.column not in keys:
            return list(self._rows)
        at = keys.index(query.order.column)
        rows = sorted(self._rows, key=lambda row: sort_key(row.cells[at]))
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
