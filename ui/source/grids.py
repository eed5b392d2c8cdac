"""What a grid inside a form asks: columns as fields of a form, and rows of texts as typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ui.source.forms import FieldFacts, Option


@dataclass(frozen=True, eq=False, slots=True)
class GridRow:
    """One row as it stands in the grid; a row typed upon is another row.

    Attributes:
        texts: by column, as typed or as stored; what is empty may be missing.
        before: the texts it was read with, by column; none for a new row.
        picked: what a text means that was taken from a list, by column.
        key: of the record of the row, None for a new one.
        revision: of that record when it was read.
        linked: key of the record that lends columns (the person of a membership), None for a new
            one or for a grid without such columns.
        linked_revision: of that record when it was read.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    picked: Mapping[str, object] = field(default_factory=dict)
    key: int | None = None
    revision: int | None = None
    linked: int | None = None
    linked_revision: int | None = None

    def text(self, column: str) -> str:
        """What stands in a cell."""
        return self.texts.get(column, "")

    def touched(self, column: str) -> bool:
        """Whether a cell differs from what was read."""
        return self.text(column) != self.before.get(column, "")

    @property
    def changed(self) -> bool:
        """Whether the row is to be stored."""
        columns = {*self.texts, *self.before}
        return (self.key is None and not self.blank) or any(map(self.touched, columns))

    @property
    def blank(self) -> bool:
        """Whether nothing is in it."""
        return not any(text.strip() for text in self.texts.values())

    def borrowing(self, lent: GridRow) -> GridRow:
        """The row standing for the record that another row stands for; its own cells stay."""
        return replace(
            self,
            texts={**self.texts, **lent.texts},
            before={**self.before, **lent.before},
            picked={**self.picked, **lent.picked},
            linked=lent.linked,
            linked_revision=lent.linked_revision,
        )

    def with_text(self, column: str, text: str, picked: object = None) -> GridRow:
        """The row with another text in a cell."""
        meanings = {name: value for name, value in self.picked.items() if name != column}
        if picked is not None:
            meanings[column] = picked
        return replace(self, texts={**self.texts, column: text}, picked=meanings)


@dataclass(frozen=True, slots=True)
class RowsTyped:
    """A grid as it is to be stored: the rows that stay, in order, and those that were taken out."""

    rows: tuple[GridRow, ...] = ()
    removed: tuple[GridRow, ...] = ()


@dataclass(frozen=True, slots=True)
class GridFacts:
    """A grid of a form: rows that belong to the form's record.

    ``columns`` are fields as in a form, the first one names the row. ``known`` offers records
    whose columns a new row can borrow, each as the row that stands for it; it is missing where
    rows stand for themselves. ``sums`` says in words how many there are. ``register`` is the
    register of the rows, empty where they have none.
    """

    name: str
    title: str
    columns: tuple[FieldFacts, ...]
    sums: Callable[[Sequence[GridRow]], str]
    invitation: str = ""
    register: str = ""
    known: Callable[[str], Sequence[Option]] | None = None


def cell_place(grid: str, row: int, column: str) -> str:
    """The name of a cell among the fields of a form; rows count from 0."""
    return f"{grid}/{row}/{column}"


def cell_at(place: str) -> tuple[str, int, str] | None:
    """The grid, row and column of a cell's name; nothing for a field's."""
    grid, slash, rest = place.partition("/")
    row, _slash, column = rest.partition("/")
    return (grid, int(row), column) if slash else None
