"""Reads .xls, Excel 2.0 to 2003, with the merges, hidden parts and fonts the old format keeps."""

from __future__ import annotations

import io
import struct
from functools import partial
from typing import TYPE_CHECKING

from models.exchange.cells import Place, Progress, Sheet, Value, is_legacy, number, plain, trimmed
from models.exchange.containers import damaged, protected

if TYPE_CHECKING:
    from xlrd.book import Book  # type: ignore[import-untyped]
    from xlrd.sheet import Sheet as OldSheet  # type: ignore[import-untyped]

_BROKEN = (
    struct.error,
    LookupError,
    ValueError,
    AssertionError,
    TypeError,
    AttributeError,
    EOFError,
    ArithmeticError,
)


def read_xls(data: bytes, name: str, progress: Progress | None) -> list[Sheet]:
    """Read every worksheet in order.

    Raises:
        UserError: the file asks for a password.
        WorldError: damaged.
    """
    book = _open(data, name)
    fonts = [font.name for font in book.font_list]
    sheets = []
    for done, old in enumerate(book.sheets()):
        if progress:
            progress(done, book.nsheets, old.name)
        sheets.append(_read_sheet(book, old, fonts))
    return sheets


def _open(data: bytes, name: str) -> Book:
    import xlrd  # type: ignore[import-untyped]

    try:
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as problem:
        raise protected(name) if "encrypted" in str(problem) else damaged(name) from problem
    except (xlrd.compdoc.CompDocError, *_BROKEN) as problem:
        raise damaged(name) from problem


def _read_sheet(book: Book, old: OldSheet, fonts: list[str]) -> Sheet:
    rows = [
        list(map(partial(_value, book), old.row_types(row), old.row_values(row)))
        for row in range(old.nrows)
    ]
    boxes = sorted((top, left, low - 1, high - 1) for top, low, left, high in old.merged_cells)
    sheet = Sheet(old.name, trimmed(rows), boxes, hidden=bool(old.visibility))
    sheet.hidden_rows = frozenset(row for row, info in old.rowinfo_map.items() if info.hidden)
    sheet.hidden_columns = frozenset(
        column for column, info in old.colinfo_map.items() if info.hidden
    )
    if any(map(is_legacy, fonts)):
        sheet.fonts = _cell_fonts(book, old, sheet, fonts)
    return sheet


def _value(book: Book, kind: int, raw: str | float) -> Value:
    import xlrd

    if kind == xlrd.XL_CELL_TEXT:
        return str(raw) or None
    if kind == xlrd.XL_CELL_NUMBER:
        return number(float(raw))
    if kind == xlrd.XL_CELL_DATE:
        return _date(float(raw), book.datemode)
    return bool(raw) if kind == xlrd.XL_CELL_BOOLEAN else None


def _date(serial: float, datemode: int) -> Value:
    import xlrd

    try:
        moment = xlrd.xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError):
        return number(serial)
    return str(moment.time()) if 0 <= serial < 1 else plain(moment)


def _cell_fonts(book: Book, old: OldSheet, sheet: Sheet, fonts: list[str]) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for row, line in enumerate(sheet.values):
        for column, value in enumerate(line):
            if isinstance(value, str) and not value.isascii():
                found[row, column] = _font_of(book, old, (row, column), fonts)
    return found


def _font_of(book: Book, old: OldSheet, place: Place, fonts: list[str]) -> str:
    """Font of most letters: that of the cell, or of its longest run where it has runs."""
    try:
        own = book.xf_list[old.cell_xf_index(*place)].font_index
    except LookupError:
        return ""
    runs = [(0, own), *old.rich_text_runlist_map.get(place, [])]
    ends = [start for start, _ in runs[1:]] + [len(old.cell_value(*place))]
    index = max((end - start, font) for (start, font), end in zip(runs, ends, strict=True))[1]
    return fonts[index] if index < len(fonts) else ""
