"""What is typed into a grid and not stored, as it is kept in a draft and typed again."""

from __future__ import annotations

import json
from dataclasses import asdict

from ui.grid.rows import GridRows
from ui.source import GridRow, RowsTyped


def draft_of(rows: GridRows) -> str:
    """Write down what differs from the stored rows."""
    typed = rows.typed()
    changed = [asdict(row) for row in typed.rows if row.changed]
    return json.dumps({"rows": changed, "removed": [row.key for row in typed.removed]})


def kept_in(draft: str, stored: tuple[GridRow, ...]) -> RowsTyped:
    """Return what a draft says of the rows as they are stored now; nothing typed is lost."""
    kept = json.loads(draft)
    typed = [GridRow(**row) for row in kept["rows"]]
    edited: dict[int | None, GridRow] = {row.key: row for row in typed if row.key is not None}
    there = [edited.pop(row.key, row) for row in stored if row.key not in kept["removed"]]
    new = (row for row in typed if row.key is None)
    removed = tuple(row for row in stored if row.key in kept["removed"])
    return RowsTyped((*there, *edited.values(), *new), removed)


def borrowed_in(draft: str) -> list[int]:
    """The keys of the records that rows of a draft borrow."""
    linked = (row["linked"] for row in json.loads(draft)["rows"])
    return [key for key in linked if key is not None]


def again_upon(stored: GridRow, typed: GridRow | None) -> GridRow:
    """A stored row with what was typed into an earlier state of it."""
    if typed is None:
        return stored
    row = stored
    for name in {*typed.texts, *typed.before}:
        if typed.touched(name):
            row = row.with_text(name, typed.text(name), typed.picked.get(name))
    return row
