"""Recognises rows that name a section ('I. Cá nhân', 'Tổ tự quản số 01') and keeps their levels."""

from __future__ import annotations

from collections.abc import Iterable

from models.exchange.cells import Box, Cell, Place
from models.exchange.header_rows import HeaderBlock
from models.exchange.headers import is_person_heading
from models.exchange.row_words import caption_kind, is_caption, is_marker, names_unit

Filled = list[tuple[int, Cell]]
"""The cells of a row that hold something, with their columns."""


class Sections:
    """The sections a reader is in while going down a table, outermost first.

    Args:
        texts: sections to begin in.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._held = [(caption_kind(text), text) for text in texts]
        self._empty = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Captions of the sections, as written."""
        return tuple(text for _, text in self._held)

    def hold_a_record(self) -> None:
        """Note that the innermost section has a record, so an area that follows begins anew."""
        self._empty = False

    def enter(self, text: str) -> None:
        """Go into a section: in place of one of the same kind, else within the innermost."""
        text = " ".join(text.split())
        kind = caption_kind(text)
        kinds = [known for known, _ in self._held]
        if kind in kinds:
            del self._held[kinds.index(kind) :]
        elif kind == "area" and not self._empty:
            self._held.clear()
        self._held.append((kind, text))
        self._empty = True


class Layout:
    """Where captions may stand in one table.

    Args:
        block: header of the table.
        last: its last column.
        wide: cells merged across, by their first cell.

    Attributes:
        second: column after the running numbers; a caption may stand there too.
    """

    def __init__(self, block: HeaderBlock, last: int, wide: dict[Place, Box]) -> None:
        columns = list(block.paths)
        self._number = block.number_column
        self._width = last - columns[0] + 1
        self._wide = wide
        self._of_people = any(is_person_heading(path[-1]) for path in block.paths.values())
        self.second = columns[1] if self._number == columns[0] and columns[1:] else columns[0]

    def caption(self, row: int, filled: Filled) -> str | None:
        """Give the text of a row that only names a section; nothing for any other row."""
        column, first = filled[0]
        if column == self._number and self._is_numbered(row, filled):
            return f"{first.text.strip().rstrip('.')}. {filled[1][1].text}"
        if not isinstance(first.value, str):
            return None
        told = any(isinstance(cell.value, str) for _, cell in filled[1:])
        if told:
            counted = column == self._number and len(filled) < 4 and is_caption(first.text)
            return first.text if counted else None
        if column == self._number or self._reaches_across(row, column):
            return first.text
        alone = len(filled) == 1 and column <= self.second
        return first.text if alone and is_caption(first.text) else None

    def _reaches_across(self, row: int, column: int) -> bool:
        """Tell whether a cell is merged over three columns or more than half of the table."""
        reach = self._reach(row, column)
        return reach > 2 or 2 * reach > self._width

    def _reach(self, row: int, column: int) -> int:
        box = self._wide.get((row, column))
        return box[3] - box[1] + 1 if box else 1

    def _is_numbered(self, row: int, filled: Filled) -> bool:
        """Tell whether 'I | Cá nhân | | 12' or '1 | Tập thể (merged across)' begins a section."""
        if len(filled) < 2 or not isinstance(filled[1][1].value, str):
            return False
        (_, first), (column, second), *rest = filled
        if not rest and self._reach(row, column) > 2:
            return True
        if not rest and self._of_people and names_unit(second.text):
            return True
        others = sum(isinstance(cell.value, str) for _, cell in rest)
        return is_marker(first.text) and others <= 1 and 2 * len(rest) <= self._width
