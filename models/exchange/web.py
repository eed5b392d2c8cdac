"""Reads web pages and XML 2003 sheets that other programs save under the name .xls."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.parsers import expat

from models.exchange.cells import Progress, Sheet, Value, number, plain, trimmed
from models.exchange.containers import MAX_CELLS, damaged, foreign, head_of, too_large
from models.exchange.csv_text import decoded

_STATED = re.compile(rb"""charset=["']?([\w-]+)""", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_MAX_SPAN = 1000
_PREFIX = "urn:schemas-microsoft-com:office:spreadsheet "

Attributes = dict[str, str]


def read_web(data: bytes, name: str, progress: Progress | None) -> list[Sheet]:
    """Read each outermost table of a web page, or each sheet of an XML 2003 workbook.

    Raises:
        UserError: too large.
        WorldError: damaged, or a page without a table.
    """
    if progress:
        progress(0, 1, name)
    if b"schemas-microsoft-com:office:spreadsheet" in data.replace(b"\x00", b"")[:4000]:
        return _read_xml(data, name)
    page = _Page()
    page.feed(_text(data, name))
    page.close()
    if not page.sheets:
        what = "trang web không có bảng" if b"<html" in head_of(data) else "tệp của phần mềm khác"
        raise foreign(name, what)
    return [grid.sheet() for grid in page.sheets]


def _text(data: bytes, name: str) -> str:
    stated = _STATED.search(data[:2000])
    if stated and stated[1].lower() not in {b"utf-8", b"utf-16", b"unicode"}:
        try:
            return data.decode(stated[1].decode(), "replace")
        except LookupError:
            pass
    return decoded(data, name)


class _Grid:
    """Places cells in rows, keeping free what a cell above or before covers."""

    def __init__(self, name: str) -> None:
        self.hidden = False
        self._sheet = Sheet(name, [])
        self._taken: set[tuple[int, int]] = set()
        self._row, self._column = -1, 0
        self._cells = 0

    def next_row(self, at: int | None = None) -> None:
        """Go to the next row, or to a stated one further down."""
        self._row = max(self._row + 1, at or 0)
        self._column = 0

    def put(self, value: Value, wide: int, high: int, at: int | None = None) -> None:
        """Put a value in the next free cell of the row, or in a stated column.

        Raises:
            MemoryError: more cells than this program reads.
        """
        self._row = max(self._row, 0)
        self._column = max(self._column, at or 0)
        while (self._row, self._column) in self._taken:
            self._column += 1
        self._cells += 1
        if max(self._cells, len(self._taken), self._row, self._column * 100) > MAX_CELLS:
            raise MemoryError
        if wide > 1 or high > 1:
            self._cover(wide, high)
        values = self._sheet.values
        values.extend([] for _ in range(self._row - len(values) + 1))
        values[self._row].extend([None] * (self._column - len(values[self._row])))
        values[self._row].append(value)
        self._column += wide

    def _cover(self, wide: int, high: int) -> None:
        last = (self._row + high - 1, self._column + wide - 1)
        self._sheet.merges.append((self._row, self._column, *last))
        self._taken.update(
            (row, column)
            for row in range(self._row + 1, last[0] + 1)
            for column in range(self._column, last[1] + 1)
        )

    def sheet(self) -> Sheet:
        """Give what was placed as a sheet."""
        trimmed(self._sheet.values)
        return self._sheet


class _Page(HTMLParser):
    """Collects the outermost tables of a page; a table within a cell is read as its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[_Grid] = []
        self._depth = 0
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "script"}:
            self._silent = True
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(_Grid(f"Bảng {len(self.sheets) + 1}"))
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.sheets[-1].next_row()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            given = dict(attrs)
            self._span = (_span(given.get("colspan")), _span(given.get("rowspan")))
            self._cell = []
        elif tag in {"br", "p", "div"} and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "script"}:
            self._silent = False
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(self._depth - 1, 0)
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(_SPACE.sub(" ", data))

    def _end_cell(self) -> None:
        if self._cell is not None:
            lines = "".join(self._cell).split("\n")
            text = "\n".join(line.strip() for line in lines).strip()
            self.sheets[-1].put(text or None, *self._span)
            self._cell = None


def _span(stated: str | None) -> int:
    return min(max(int(stated), 1), _MAX_SPAN) if stated and stated.isdecimal() else 1


class _Xml:
    """Collects the sheets of an XML 2003 workbook while the parser walks through it."""

    def __init__(self) -> None:
        self.grids: list[_Grid] = []
        self._cell: Attributes = {}
        self._kind = ""
        self._pieces: list[str] | None = None
        self._value: Value = None
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "Worksheet": lambda given: self.grids.append(_Grid(given.get("Name", ""))),
            "Row": lambda given: self.grids[-1].next_row(_index(given)),
            "Cell": self._start_cell,
            "Data": self._start_data,
        }

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take an opening tag; names come with their namespace in front."""
        if handler := self._starts.get(tag.removeprefix(_PREFIX)):
            handler({key.removeprefix(_PREFIX): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        """Take a closing tag."""
        if tag == _PREFIX + "Data" and self._pieces is not None:
            self._value = _typed(self._kind, "".join(self._pieces))
            self._pieces = None
        elif tag == _PREFIX + "Cell":
            wide, high = (int(self._cell.get(key, "0")) + 1 for key in ("MergeAcross", "MergeDown"))
            self.grids[-1].put(self._value, wide, high, _index(self._cell))

    def text(self, text: str) -> None:
        """Take text between tags."""
        if self._pieces is not None:
            self._pieces.append(text)

    def _start_cell(self, given: Attributes) -> None:
        self._cell, self._value = given, None

    def _start_data(self, given: Attributes) -> None:
        self._kind, self._pieces = given.get("Type", "String"), []


def _index(given: Attributes) -> int | None:
    return int(given["Index"]) - 1 if "Index" in given else None


def _typed(kind: str, text: str) -> Value:
    if kind == "Number":
        return number(float(text))
    if kind == "DateTime":
        return plain(dt.datetime.fromisoformat(text[:19]))
    if kind == "Boolean":
        return text == "1"
    return None if kind == "Error" else text or None


def _read_xml(data: bytes, name: str) -> list[Sheet]:
    reader = _Xml()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
    except MemoryError as problem:
        raise too_large(name) from problem
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise damaged(name) from problem
    return [grid.sheet() for grid in reader.grids]
