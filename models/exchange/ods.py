"""Reads .ods in one pass over its text, since merges, fonts and hidden rows stand only there."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable
from xml.parsers import expat
from zipfile import BadZipFile

from models.exchange.cells import Progress, Sheet, Value, is_legacy, number, plain
from models.exchange.containers import MAX_CELLS, damaged, first_of, open_zip, protected, too_large
from models.exchange.ods_styles import Attributes, Styles

_NUMBERS = frozenset({"float", "currency", "percentage"})
_MAX_COLUMNS, _MAX_ROWS = 16_384, 1_048_577
_HIDDEN = frozenset({"collapse", "filter"})
_KIND = "office:value-type"
_MERGED = {"table:number-columns-spanned", "table:number-rows-spanned"}
_REPEATED = "table:number-columns-repeated"
_BROKEN = (
    expat.ExpatError,
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    NotImplementedError,
)


class _TooLarge(Exception):  # noqa: N818 - carried out of the parser, never shown
    pass


def read_ods(data: bytes, name: str, progress: Progress | None) -> list[Sheet]:
    """Read every sheet in order.

    Raises:
        UserError: password or too large.
        WorldError: damaged.
    """
    with open_zip(data, name) as archive:
        manifest = first_of(["META-INF/manifest.xml"], archive, name)
        if b"encryption-data" in manifest or "encrypted-package" in archive.namelist():
            raise protected(name)
        styles = first_of(["styles.xml"], archive, name)
        reader = _Reader(progress)
        try:
            if styles:
                reader.parser().Parse(styles, True)
            with archive.open("content.xml") as content:
                reader.parser().ParseFile(content)
        except _TooLarge as problem:
            raise too_large(name) from problem
        except _BROKEN as problem:
            raise damaged(name) from problem
        except RuntimeError as problem:
            raise protected(name) from problem
    return reader.sheets


class _Reader:
    """Collects sheets while the parser walks through the document.

    Empty rows and cells are counted and laid out only when something follows them: a sheet
    says "and a million more empty rows" in one line.

    Attributes:
        sheets: what was read so far.
    """

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self.sheets: list[Sheet] = []
        self._styles = Styles()
        self._cell_count = 0
        self._row, self._row_attributes = 0, Attributes()
        self._line: list[Value] = []
        self._column, self._attributes = 0, Attributes()
        self._pieces: list[str] = []
        self._in_cell, self._asides, self._legacy = False, 0, False
        self._columns: list[tuple[int, str]] = []
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "style:font-face": self._styles.face,
            "style:style": self._styles.begin,
            "style:text-properties": self._styles.text,
            "style:table-properties": self._styles.table,
            "table:table": self._start_sheet,
            "table:table-column": self._start_column,
            "table:table-row": self._start_row,
            "table:table-cell": self._start_cell,
            "table:covered-table-cell": self._start_cell,
            "office:annotation": self._start_aside,
            "text:p": self._start_paragraph,
            "text:s": self._spaces,
            "text:tab": lambda _: self._pieces.append("\t"),
            "text:line-break": lambda _: self._pieces.append("\n"),
        }
        self._ends: dict[str, Callable[[], None]] = {
            "table:table-row": self._end_row,
            "table:table-cell": self._end_cell,
            "table:covered-table-cell": self._end_cell,
            "office:annotation": self._end_aside,
        }

    def parser(self) -> expat.XMLParserType:
        """Give a fresh parser that reports to this reader."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        return parser

    def _start(self, tag: str, attributes: Attributes) -> None:
        if handler := self._starts.get(tag):
            handler(attributes)

    def _end(self, tag: str) -> None:
        if handler := self._ends.get(tag):
            handler()

    def _text(self, text: str) -> None:
        if self._in_cell and not self._asides:
            self._pieces.append(text)

    def _start_sheet(self, attributes: Attributes) -> None:
        name = attributes.get("table:name", "")
        if self._progress:
            self._progress(len(self.sheets), 0, name)
        hidden = attributes.get("table:style-name", "") in self._styles.invisible
        self.sheets.append(Sheet(name, [], hidden=hidden))
        self._row, self._column, self._columns = 0, 0, []
        self._legacy = any(map(is_legacy, self._styles.fonts))

    def _start_column(self, attributes: Attributes) -> None:
        first, self._column = self._column, self._column + _times(attributes, "columns")
        self._columns.append((self._column, attributes.get("table:default-cell-style-name", "")))
        if attributes.get("table:visibility") in _HIDDEN:
            self.sheets[-1].hidden_columns |= set(range(first, self._column))

    def _start_row(self, attributes: Attributes) -> None:
        self._line, self._column, self._row_attributes = [], 0, attributes

    def _end_row(self) -> None:
        times = _times(self._row_attributes, "rows")
        if self._line:
            self._count(times * len(self._line) + self._row // _MAX_ROWS * MAX_CELLS)
            sheet = self.sheets[-1]
            sheet.values.extend([] for _ in range(self._row - len(sheet.values)))
            sheet.values.extend(list(self._line) for _ in range(times))
            if self._row_attributes.get("table:visibility") in _HIDDEN:
                sheet.hidden_rows |= set(range(self._row, self._row + times))
        self._row += times

    def _start_cell(self, attributes: Attributes) -> None:
        self._attributes, self._pieces, self._in_cell = attributes, [], True

    def _start_paragraph(self, _: Attributes) -> None:
        if self._pieces and not self._asides:
            self._pieces.append("\n")

    def _spaces(self, attributes: Attributes) -> None:
        if self._in_cell and not self._asides:
            self._pieces.append(" " * min(int(attributes.get("text:c", "1")), 1000))

    def _start_aside(self, _: Attributes) -> None:
        self._asides += 1

    def _end_aside(self) -> None:
        self._asides -= 1

    def _end_cell(self) -> None:
        self._in_cell = False
        attributes = self._attributes
        value = _value(attributes, "".join(self._pieces))
        times = _times(attributes, "columns") if _REPEATED in attributes else 1
        if value is not None and self._column < _MAX_COLUMNS:
            if self._column > len(self._line):
                self._line.extend([None] * (self._column - len(self._line)))
            self._line.extend([value] * min(times, _MAX_COLUMNS))
        if _MERGED & attributes.keys():
            self._note_merge(attributes)
        if value is None and _KIND not in attributes and "table:formula" in attributes:
            formula = attributes["table:formula"].partition(":")[2]
            self._line.extend([None] * (self._column + 1 - len(self._line)))
            self.sheets[-1].formulas[self._row, self._column] = formula
        if self._legacy and type(value) is str and not value.isascii():
            style = attributes.get("table:style-name") or self._default_style()
            self.sheets[-1].fonts[self._row, self._column] = self._styles.font(style)
        self._column += times

    def _note_merge(self, attributes: Attributes) -> None:
        wide = int(attributes.get("table:number-columns-spanned", "1"))
        high = int(attributes.get("table:number-rows-spanned", "1"))
        if wide > 1 or high > 1:
            box = (self._row, self._column, self._row + high - 1, self._column + wide - 1)
            self.sheets[-1].merges.append(box)

    def _default_style(self) -> str:
        own = self._row_attributes.get("table:default-cell-style-name", "")
        return own or next((style for end, style in self._columns if self._column < end), "")

    def _count(self, cells: int) -> None:
        self._cell_count += cells
        if self._cell_count > MAX_CELLS:
            raise _TooLarge


def _times(attributes: Attributes, what: str) -> int:
    """How often a row, cell or column stands there in a row: once unless it says more."""
    return max(int(attributes.get(f"table:number-{what}-repeated", "1")), 1)


def _value(attributes: Attributes, text: str) -> Value:
    kind = attributes.get(_KIND)
    if kind in _NUMBERS:
        return number(float(attributes.get("office:value", "nan")))
    if kind == "date":
        return _date(attributes.get("office:date-value", ""), text)
    if kind == "boolean":
        return attributes.get("office:boolean-value") == "true"
    if attributes.get("calcext:value-type") == "error":
        return None
    return text or attributes.get("office:string-value") or None


def _date(written: str, text: str) -> Value:
    try:
        return plain(dt.datetime.fromisoformat(written[:19]))
    except ValueError:
        return text or None
