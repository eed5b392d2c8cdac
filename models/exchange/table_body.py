"""Reads the rows below a header: records apart from captions, totals and signatures."""

from __future__ import annotations

from itertools import islice, repeat
from typing import NamedTuple

from models.exchange.captions import Filled, Layout, Sections
from models.exchange.cells import BLANK, Box, Cell, Place, Sheet
from models.exchange.column_texts import ColumnTexts
from models.exchange.header_rows import HeaderBlock
from models.exchange.row_words import (
    is_ditto,
    is_loud,
    is_note,
    is_page_number,
    is_signature,
    is_total,
    numbering,
)
from models.text import fold


class Skipped(NamedTuple):
    """A row that is no record: its number in Excel and why, in Vietnamese."""

    number: int
    reason: str


class BodyRow(NamedTuple):
    """One record.

    Attributes:
        number: row in Excel, from 1.
        cells: in the order of the table's columns; ditto marks and merges resolved.
        captions: sections the row stands in, outermost first.
    """

    number: int
    cells: list[Cell]
    captions: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """What a person sees in the cells."""
        return tuple(cell.text for cell in self.cells)


class Body:
    """Walks through the rows of one table.

    Attributes:
        rows: records found so far.
        skipped: rows that are none.
    """

    def __init__(self, sheet: Sheet, block: HeaderBlock, texts: dict[int, ColumnTexts]) -> None:
        self.rows: list[BodyRow] = []
        self.skipped: list[Skipped] = []
        self._sheet = sheet
        self._texts = texts
        self._columns = list(block.paths)
        self._spans = block.spans
        self._number = block.number_column
        self._names = {c for c, path in block.paths.items() if "ten" in fold(path[-1]).split()}
        self._last = max(c + block.spans.get(c, 1) - 1 for c in self._columns)
        wide, self._fills = self._merges(block.bottom + 1)
        self._layout = Layout(block, self._last, wide)
        self._sections = Sections()
        self._above: list[Cell] = [BLANK] * len(self._columns)
        self._break = False
        self._ended = False

    def resume(self, captions: tuple[str, ...], above: list[Cell]) -> None:
        """Go on in the section, and below the cells, where an earlier page ended."""
        self._sections = Sections(captions)
        self._above = list(above) or self._above

    def read(self, start: int, end: int) -> None:
        """Read rows from `start` up to but without `end`, counted from 0."""
        for row in range(start, end):
            if self._is_plain_record(row):
                self._ended = False
                self._add(row)
            else:
                self._sort_out(row)

    def _merges(self, start: int) -> tuple[dict[Place, Box], dict[Place, Place]]:
        """Give merges across by their first cell, and for each cell merged down where it points."""
        wide: dict[Place, Box] = {}
        fills: dict[Place, Place] = {}
        width = self._last - self._columns[0] + 1
        for box in self._sheet.merges:
            top, left, low, right = box
            if top < start:
                continue
            if right > left:
                wide[top, left] = box
            if 2 * (right - left + 1) <= width or right == left:
                low = min(low, len(self._sheet.values) - 1)
                fills.update(((row, left), (top, left)) for row in range(top + 1, low + 1))
        return wide, fills

    def _is_plain_record(self, row: int) -> bool:
        """Tell fast what most rows are: a running number and values beside it."""
        if self._number is None:
            return False
        value = self._sheet.value(row, self._number)
        if type(value) is str:
            value = int(value) if value.isdecimal() and value.isascii() else None
        if type(value) is not int:
            return False
        line = self._sheet.values[row]
        filled = (c for c in self._columns if c < len(line) and line[c] is not None)
        return len(list(islice(filled, 3))) > 2 and (value != 1 or not self._repeats_numbering(row))

    def _repeats_numbering(self, row: int) -> bool:
        values = [self._sheet.value(row, c) for c in self._columns]
        texts = [str(v).strip() for v in values if v is not None]
        return 2 * len(texts) > len(self._columns) and numbering(texts)

    def _sort_out(self, row: int) -> None:
        """Decide what a row is that is not plainly a record."""
        filled = self._filled(row)
        if not filled:
            self._break = True
            return
        reason = self._reason_to_skip(row, filled)
        if reason:
            self.skipped.append(Skipped(row + 1, reason))
            return
        caption = self._layout.caption(row, filled)
        if caption:
            self._sections.enter(caption)
        elif self._stands_alone(row, filled):
            self.skipped.append(Skipped(row + 1, "chỉ có một ô"))
        else:
            self._add(row)
        self._break = False

    def _filled(self, row: int) -> Filled:
        line = self._sheet.values[row]
        cells = [
            (c, self._cell(row, c))
            for c in range(self._columns[0], min(self._last + 1, len(line)))
            if line[c] is not None
        ]
        return [(c, cell) for c, cell in cells if cell]

    def _cell(self, row: int, column: int) -> Cell:
        line = self._sheet.values[row]
        value = line[column] if column < len(line) else None
        if type(value) is not str or column not in self._texts:
            return self._sheet.cell(row, column)
        font = self._sheet.fonts.get((row, column)) if self._sheet.fonts else None
        return self._texts[column].cell(value, font)

    def _reason_to_skip(self, row: int, filled: Filled) -> str | None:
        if self._repeats_numbering(row):
            return "hàng đánh số cột"
        if self._ended:
            return "phần ký tên"
        return None if self._numbered(filled) else self._reason_in_words(filled)

    def _reason_in_words(self, filled: Filled) -> str | None:
        column, first = next(((c, x) for c, x in filled if isinstance(x.value, str)), filled[0])
        if is_total(first.text):
            self._break = True
            return "hàng tổng cộng"
        if self._signs(filled):
            self._ended = True
            return "phần ký tên"
        if len(filled) == 1 and is_page_number(first.text):
            return "số trang"
        below = self._break or column <= self._columns[0]
        return "ghi chú cuối bảng" if len(filled) == 1 and below and is_note(first.text) else None

    def _numbered(self, filled: Filled) -> bool:
        column, cell = filled[0]
        text = cell.text.strip().rstrip(".)")
        return column == self._number and text.isdecimal()

    def _signs(self, filled: Filled) -> bool:
        """Tell whether the part with signatures begins here."""
        texts = [cell.text for _, cell in filled if isinstance(cell.value, str)]
        if len(filled) > 3 or not texts or not any(map(is_signature, texts)):
            return False
        if self._number is not None and self.rows and all(map(is_signature, texts)):
            return True
        return self._break or all(map(is_loud, texts))

    def _stands_alone(self, row: int, filled: Filled) -> bool:
        """Tell whether a single cell far from the names stands there, and nothing merged down."""
        if len(filled) > 1 or filled[0][0] <= self._layout.second:
            return False
        return not any((row, c) in self._fills for c in self._columns)

    def _add(self, row: int) -> None:
        cells = list(map(self._value, repeat(row), self._columns, self._above))
        self.rows.append(BodyRow(row + 1, cells, self._sections.texts))
        self._above = cells
        self._sections.hold_a_record()
        self._break = False

    def _value(self, row: int, column: int, above: Cell) -> Cell:
        if column in self._spans:
            return self._spread(row, column)
        cell = self._cell(row, column)
        value = cell.value
        if value is None and self._fills and column != self._number:
            return self._cell(*self._fills.get((row, column), (row, column)))
        if type(value) is str and len(value) < 11 and column not in self._names:
            return above if is_ditto(value) else cell
        return cell

    def _spread(self, row: int, column: int) -> Cell:
        """Join a value that stands in several columns under one heading."""
        places = range(column, column + self._spans[column])
        cells = [cell for cell in (self._cell(row, c) for c in places) if cell]
        if len(cells) < 2:
            return cells[0] if cells else BLANK
        return Cell(" ".join(cell.text for cell in cells), cells[0].font)
