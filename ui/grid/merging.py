"""Rows typed here and rows stored meanwhile, cell beside cell, and one grid made of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ui.grid.drafts import again_upon
from ui.source import Difference, GridFacts, GridRow, RowsTyped

GONE, OUT = "(đã bỏ dòng)", "(bỏ dòng)"


def differences(
    facts: GridFacts, mine: RowsTyped, theirs: Sequence[GridRow], *, everything: bool
) -> Iterator[Difference]:
    """Yield what differs between the rows typed and those stored now, row by row.

    Without ``everything`` only where the stored rows are not as the typing began with them.
    """
    stored = {row.key: row for row in theirs}
    for at, row in enumerate(mine.rows):
        other = stored.get(row.key) if row.key is not None else None
        where = f"{facts.title}, dòng {at + 1}"
        if other is not None:
            yield from _cells(facts, where, row, other, everything=everything)
        elif row.key is not None and row.changed:
            yield Difference(_token(facts, row), where, _told(facts, row), GONE, ours=True)
        elif everything and row.key is None:
            yield Difference(_new(facts, at), f"{where}, mới", _told(facts, row), "", ours=True)
    for row in mine.removed:
        other = stored.get(row.key)
        if other is not None and (everything or dict(other.texts) != dict(row.before)):
            where = f"{facts.title}, {_first(facts, other)}"
            yield Difference(_token(facts, row), where, OUT, _told(facts, other), ours=True)


def _cells(
    facts: GridFacts, where: str, row: GridRow, other: GridRow, *, everything: bool
) -> Iterator[Difference]:
    for column in facts.columns:
        name = column.name
        text, stored = row.text(name), other.text(name)
        moved = everything or stored != row.before.get(name, "")
        if text != stored and moved:
            label = f"{where} ({_first(facts, other)}): {column.label}"
            ours = row.touched(name)
            yield Difference(_token(facts, row, name), label, text, stored, ours=ours)


def merged(
    facts: GridFacts,
    mine: RowsTyped,
    theirs: Sequence[GridRow],
    choice: Mapping[str, bool],
    lent: Mapping[int, GridRow],
) -> list[GridRow]:
    """Return the stored rows with what was typed, where it was chosen or nobody else typed.

    ``lent`` are the rows that stand for records which new rows borrow, as they are stored now.
    """
    typed: dict[int | None, GridRow] = {row.key: row for row in mine.rows if row.key is not None}
    out = {row.key for row in mine.removed if choice.get(_token(facts, row), True)}
    rows = [
        _one(facts, other, typed.pop(other.key, None), choice)
        for other in theirs
        if other.key not in out
    ]
    lost = [
        replace(row, key=None, revision=None)
        for row in typed.values()
        if row.changed and choice.get(_token(facts, row), True)
    ]
    new = [
        row
        for at, row in enumerate(mine.rows)
        if row.key is None and choice.get(_new(facts, at), True)
    ]
    return [*rows, *(_fresh(row, lent) for row in (*lost, *new))]


def _one(
    facts: GridFacts, other: GridRow, row: GridRow | None, choice: Mapping[str, bool]
) -> GridRow:
    result = other
    for column in facts.columns if row is not None else ():
        assert row is not None
        name = column.name
        if choice.get(_token(facts, row, name), row.touched(name)):
            result = result.with_text(name, row.text(name), row.picked.get(name))
    return result


def _fresh(row: GridRow, lent: Mapping[int, GridRow]) -> GridRow:
    """A new row, upon the record it borrows from as that is stored now."""
    stored = lent.get(row.linked) if row.linked is not None else None
    return again_upon(stored, row) if stored is not None else row


def _token(facts: GridFacts, row: GridRow, column: str = "") -> str:
    return f"{facts.name}/{row.key}/{column}"


def _new(facts: GridFacts, at: int) -> str:
    return f"{facts.name}/+{at}/"


def _first(facts: GridFacts, row: GridRow) -> str:
    return row.text(facts.columns[0].name)


def _told(facts: GridFacts, row: GridRow) -> str:
    return " · ".join(filter(None, (row.text(column.name) for column in facts.columns)))
