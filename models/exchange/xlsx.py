"""Reads .xlsx, .xlsm and .xlsb: values by a fast native reader, the rest from the parts.

What the native reader leaves out (hidden rows and columns, legacy fonts, formulas that were
never calculated) is picked from the sheet's own text, and only where it occurs.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from models.exchange.cells import (
    Place,
    Progress,
    Sheet,
    Value,
    column_index,
    letter,
    plain,
    trimmed,
)
from models.exchange.containers import (
    MAX_CELLS,
    damaged,
    open_zip,
    protected,
    read_part,
    too_wide,
)
from models.exchange.xlsx_fonts import Fonts, has_legacy_run, read_fonts

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_BOOK = re.compile(r"xl/workbook\d*\.xml")
# Patterns that begin with plain letters are looked for five times as fast as those with a bracket.
_COLUMNS = re.compile(rb'r="([A-Z]{1,3})\d')
_LAST_ROW = re.compile(rb'row\b[^<>]*?\br="(\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*?\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*?\bhidden="(?:1|true)")[^>]*>')
_UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*>\s*'
    rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


def read_xlsx(data: bytes, name: str, progress: Progress | None) -> list[Sheet]:
    """Read every worksheet in order; chart sheets are left out.

    Raises:
        UserError: password, or a stray cell at the far end of the grid.
        WorldError: damaged.
    """
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    with open_zip(data, name) as archive:
        parts = _parts(archive, name)
        fonts = read_fonts(archive, name)
        book = _open(data, name)
        if not book.sheet_names:
            raise damaged(name)
        known = [m for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        sheets = []
        for done, meta in enumerate(known):
            if progress:
                progress(done, len(known), meta.name)
            text = _text_of(archive, parts.get(meta.name), name)
            sheet = _read_sheet(book, meta.name, text, name)
            sheet.hidden = meta.visible != SheetVisibleEnum.Visible
            _pick(sheet, text, fonts)
            sheets.append(sheet)
    return sheets


def _open(data: bytes, name: str) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as problem:
        raise protected(name) from problem
    except (CalamineError, OSError, ValueError) as problem:
        raise damaged(name) from problem


def _text_of(archive: zipfile.ZipFile, part: str | None, name: str) -> bytes:
    if part is None or part not in archive.namelist() or part.endswith(".bin"):
        return b""
    return read_part(archive, part, name)


def _read_sheet(book: CalamineWorkbook, title: str, text: bytes, name: str) -> Sheet:
    from python_calamine import CalamineError

    _refuse_far_corner(title, text)
    try:
        found = book.get_sheet_by_name(title)
        values = _values(found)
        merges = found.merged_cell_ranges or []
    except (CalamineError, OSError, ValueError) as problem:
        raise damaged(name) from problem
    boxes = sorted((top, left, bottom, right) for (top, left), (bottom, right) in merges)
    return Sheet(title, values, boxes)


def _values(found: CalamineSheet) -> list[list[Value]]:
    rows = found.to_python(skip_empty_area=False)
    return trimmed([[plain(value) for value in row] for row in rows])


def _refuse_far_corner(title: str, text: bytes) -> None:
    """Stop before the native reader lays out a grid as large as its farthest cell."""
    names = set(_COLUMNS.findall(text))
    if not names:
        return
    widest = max(column_index(found.decode()) for found in names)
    rows = max(map(int, _LAST_ROW.findall(text)), default=1)
    if rows * (widest + 1) > MAX_CELLS:
        raise too_wide(title, f"{letter(widest)}{rows}")


def _pick(sheet: Sheet, text: bytes, fonts: Fonts) -> None:
    """Take from the sheet's text what the native reader does not give."""
    if b"hidden=" in text:
        sheet.hidden_rows = frozenset(int(row) - 1 for row in _HIDDEN_ROW.findall(text))
        sheet.hidden_columns = _hidden_columns(text)
    for place, formula in _uncalculated(text):
        if sheet.value(*place) is None:
            _make_room(sheet.values, *place)
            sheet.formulas[place] = formula
    if fonts.any_legacy or has_legacy_run(text):
        sheet.fonts = fonts.of_sheet(text, sheet)


def _make_room(values: list[list[Value]], row: int, column: int) -> None:
    values.extend([] for _ in range(row + 1 - len(values)))
    values[row].extend([None] * (column + 1 - len(values[row])))


def _hidden_columns(text: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for tag in _HIDDEN_COLUMN.findall(text):
        low, high = (re.search(rb'\b%s="(\d+)"' % end, tag) for end in (b"min", b"max"))
        if low and high:
            hidden.update(range(int(low[1]) - 1, min(int(high[1]), 16_384)))
    return frozenset(hidden)


def _uncalculated(text: bytes) -> list[tuple[Place, str]]:
    if b"<f" not in text and b":f" not in text:
        return []
    found = []
    for name, row, formula in _UNCALCULATED.findall(text):
        place = (int(row) - 1, column_index(name.decode()))
        found.append((place, "=" + formula.decode("utf-8", "replace")))
    return found


def _parts(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Map each sheet's name to the part that holds it; empty for .xlsb, whose parts are binary."""
    part = next(filter(_BOOK.fullmatch, archive.namelist()), None)
    if part is None:
        return {}
    rels = f"xl/_rels/{posixpath.basename(part)}.rels"
    try:
        book = ElementTree.fromstring(read_part(archive, part, name))
        links = ElementTree.fromstring(read_part(archive, rels, name))
    except (ElementTree.ParseError, KeyError) as problem:
        raise damaged(name) from problem
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    parts = {}
    for sheet in book.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            link = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
            parts[sheet.get("name", "")] = _resolved(targets.get(link, ""))
    return parts


def _resolved(target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join("xl", target))
