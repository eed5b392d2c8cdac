"""The rows of a grid and what can be done to them, each act to be taken back; no widget in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from models.errors import UserError
from ui.source import FieldFacts, GridFacts, GridRow, RowsTyped

Cell = tuple[int, int]
Rows = tuple[GridRow, ...]


class GridRows:
    """Rows as they stand in the grid; `changed` is called after every act.

    A cell is a row and a column, both counted from 0; the row after the last is the one that
    invites a new one.

    Attributes:
        rows: as they stand now.
        stored: as they were read.
        done: the rows before each act, to be taken back.
        undone: the rows before each act taken back.
    """

    def __init__(self, facts: GridFacts, changed: Callable[[], object]) -> None:
        self.facts = facts
        self.rows: Rows = ()
        self.stored: Rows = ()
        self.done: list[Rows] = []
        self.undone: list[Rows] = []
        self._changed = changed

    # -- what is there

    def begin(self, rows: Sequence[GridRow]) -> None:
        """Show stored rows; nothing was done to them yet."""
        self.rows = self.stored = tuple(rows)
        self.done, self.undone = [], []

    def typed(self) -> RowsTyped:
        """Everything as it is to be stored."""
        return RowsTyped(self.rows, tuple(self._removed()))

    def _removed(self) -> Iterator[GridRow]:
        there = {row.key for row in self.rows}
        return (row for row in self.stored if row.key not in there)

    def text(self, at: int, column: int) -> str:
        """What stands in a cell; nothing in the row that invites."""
        return self.rows[at].text(self._name(column)) if at < len(self.rows) else ""

    def _name(self, column: int) -> str:
        return self.facts.columns[column].name

    # -- acts

    def put(self, at: int, column: int, text: str) -> None:
        """Type a text into a cell."""
        self.put_block(at, column, [[text]])

    def put_block(self, at: int, column: int, lines: Sequence[Sequence[str]]) -> None:
        """Type a range of texts, its upper left into a cell; what goes over the edge is left."""
        rows = list(self.rows)
        for down, line in enumerate(lines, start=at):
            row = rows[down] if down < len(rows) else GridRow()
            for across, text in enumerate(line[: len(self.facts.columns) - column], start=column):
                row = self._with(row, across, text)
            rows[down : down + 1] = [row]
        self._become(rows)

    def _with(self, row: GridRow, column: int, text: str) -> GridRow:
        facts = self.facts.columns[column]
        text, meaning = read(facts, text)
        if text == row.text(facts.name):
            return row
        if column == 0 and row.key is None and row.linked is not None:
            own = {name: kept for name, kept in row.texts.items() if row.touched(name)}
            row = GridRow(own)
        return row.with_text(facts.name, text, meaning)

    def take(self, at: int, column: int, text: str, value: object) -> None:
        """Take an offer of a list for a cell: a meaning, or a record to borrow from."""
        rows = list(self.rows)
        row = rows[at] if at < len(rows) else GridRow()
        if column == 0 and isinstance(value, GridRow):
            row = self._again(row.borrowing(value))
        else:
            row = row.with_text(self._name(column), text, value)
        rows[at : at + 1] = [row]
        self._become(rows)

    def _again(self, row: GridRow) -> GridRow:
        """The row that was taken out before, where it stood for the same record."""
        for old in self._removed():
            if old.linked == row.linked:
                return replace(old, texts={**old.texts, **row.texts})
        return row

    def clear(self, cells: Iterable[Cell]) -> None:
        """Empty cells."""
        rows = list(self.rows)
        for at, column in cells:
            if at < len(rows):
                rows[at] = self._with(rows[at], column, "")
        self._become(rows)

    def fill_down(self, cells: Sequence[Cell]) -> None:
        """Copy the top cell of each column downward; a single row takes the one above."""
        rows = list(self.rows)
        top = min(at for at, _column in cells)
        single = all(at == top for at, _column in cells)
        source = top - 1 if single else top
        for at, column in sorted(cells):
            if 0 <= source < at < len(rows):
                rows[at] = self._with(rows[at], column, rows[source].text(self._name(column)))
        self._become(rows)

    def remove(self, gone: Iterable[int]) -> str:
        """Take rows out; tells which in words."""
        out = sorted({at for at in gone if at < len(self.rows)})
        if not out:
            return ""
        names = ", ".join(self.text(at, 0) or f"dòng {at + 1}" for at in out[:3])
        more = f" và {len(out) - 3} dòng khác" if len(out) > 3 else ""
        self._become([row for at, row in enumerate(self.rows) if at not in out])
        return f"Đã bỏ {names}{more}. Ctrl+Z lấy lại."

    def _become(self, rows: Iterable[GridRow]) -> None:
        """Take other rows in place of those there are; new ones that are empty go by themselves."""
        kept = tuple(row for row in rows if row.key is not None or not row.blank)
        if [*map(id, kept)] != [*map(id, self.rows)]:
            self.done.append(self.rows)
            self.undone.clear()
            self.rows = kept
            self._changed()

    def _step(self, source: list[Rows], target: list[Rows]) -> None:
        """Go a step back, from the acts done to those undone, or forward again."""
        if source:
            target.append(self.rows)
            self.rows = source.pop()
            self._changed()

    def undo(self) -> None:
        """Take the last act back."""
        self._step(self.done, self.undone)

    def redo(self) -> None:
        """Do the last act taken back again."""
        self._step(self.undone, self.done)

    def restore(self, rows: Sequence[GridRow]) -> None:
        """Type rows again that a draft kept."""
        self._become(rows)


def read(facts: FieldFacts, text: str) -> tuple[str, object]:
    """A text as it will be shown once stored, and what it means where a key stands for it."""
    try:
        value = facts.parse(text)
    except UserError:
        return text.strip(), None
    return facts.show(value), value if facts.find is not None else None
