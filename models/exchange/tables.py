"""Finds the tables in a sheet and gives their rows clean: one record per row, nothing else.

What stands around and between the records (titles, groups of headings, captions, totals,
signatures, ditto marks, merged cells) is either turned into context of the rows or listed as
skipped, so that a person can see that nothing was lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from models.exchange.cells import Sheet, as_text, letter
from models.exchange.column_texts import ColumnTexts, texts_of
from models.exchange.header_rows import HeaderBlock, HeaderFinder
from models.exchange.headers import Path, Vocabulary, is_number_heading, is_person_heading
from models.exchange.row_words import is_page_number, is_signature, is_total
from models.exchange.table_body import Body, BodyRow, Skipped
from models.legacy_encodings import Encoding

__all__ = ["BodyRow", "HeaderColumn", "Skipped", "Table", "find_tables"]

_MOST_TITLES = 12  # rows above a table


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """One column of a table.

    Attributes:
        index: place in the sheet, from 0.
        path: heading with its groups first.
        encoding: how most texts of the column were written; cells hold Unicode already.
        letter: name of the column in Excel.
        span: columns under the heading when one value is spread over several (họ đệm | tên).
        hidden: the column cannot be seen in Excel.
    """

    index: int
    path: Path
    encoding: Encoding
    letter: str
    span: int = 1
    hidden: bool = False


@dataclass(slots=True)
class Table:
    """One table of a sheet.

    Attributes:
        titles: lines above the table, top first; the area often stands only there.
        rows: the records; `cells` stand in the order of `columns`.
        skipped: number and reason (Vietnamese) of rows that are no records.
    """

    sheet_name: str
    titles: list[str]
    columns: list[HeaderColumn]
    rows: list[BodyRow] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def find_tables(sheet: Sheet, vocabulary: Vocabulary) -> list[Table]:
    """Give the tables of a sheet from top to bottom; none when the sheet has no headings.

    A header that repeats (page breaks) does not begin a new table, unless a line of its own
    stands above it.
    """
    blocks = _blocks(sheet, HeaderFinder(sheet, vocabulary))
    tables: list[Table] = []
    above = 0
    for at, block in enumerate(blocks):
        end = blocks[at + 1].top if at + 1 < len(blocks) else len(sheet.values)
        titles = _titles(sheet, block, above, first=not tables)
        _widen_names(sheet, block, end)
        for part in _side_by_side(block):
            _add(tables, sheet, part, end, titles)
        above = block.bottom + 1
    return tables


def _blocks(sheet: Sheet, finder: HeaderFinder) -> list[HeaderBlock]:
    blocks: list[HeaderBlock] = []
    row = 0
    while row < len(sheet.values):
        block = finder.at(row) if _may_be_header(sheet, row) else None
        if block is not None:
            blocks.append(block)
            row = block.bottom
        row += 1
    if not blocks and (guessed := finder.guess()):
        blocks.append(guessed)
    return blocks


def _may_be_header(sheet: Sheet, row: int) -> bool:
    """Tell fast that a row is a record: most begin with a running number or hold numbers."""
    line = sheet.values[row]
    numbers = 0
    for value in line:
        if type(value) is str:
            if numbers == 0:
                return not value.strip(" .)").isdecimal()
        elif value is not None:
            numbers += 1
    return False


def _widen_names(sheet: Sheet, block: HeaderBlock, end: int) -> None:
    """Let 'Họ và tên' cover the column beside it that has no heading but holds the given names."""
    for column, path in block.paths.items():
        beside = column + 1
        if column in block.spans or beside in block.paths or not is_person_heading(path[-1]):
            continue
        rows = range(block.bottom + 1, end)
        here, there = (
            sum(isinstance(sheet.value(row, c), str) for row in rows) for c in (column, beside)
        )
        if 2 * there > here > 0:
            block.spans[column] = 2


def _side_by_side(block: HeaderBlock) -> list[HeaderBlock]:
    """Cut a block where running numbers begin anew: two tables beside each other."""
    starts = [c for c, path in block.paths.items() if is_number_heading(path[-1])]
    if len(starts) < 2:
        return [block]
    edges = [*starts[1:], max(block.paths) + 1]
    parts = []
    low = 0
    for high in edges:
        paths = {c: path for c, path in block.paths.items() if low <= c < high}
        parts.append(HeaderBlock(block.top, block.bottom, paths, block.spans, block.encoding))
        low = high
    return parts


def _add(
    tables: list[Table], sheet: Sheet, block: HeaderBlock, end: int, titles: list[str]
) -> None:
    """Read the rows below a header into a new table, or into the one it continues."""
    texts = _column_texts(sheet, block, end)
    body = Body(sheet, block, texts)
    same = [t for t in tables if [c.path for c in t.columns] == list(block.paths.values())]
    if same and not titles and same[-1].columns[0].index == min(block.paths):
        table = same[-1]
        table.skipped.append(Skipped(block.top + 1, "lặp lại hàng tiêu đề"))
        captions = table.rows[-1].captions if table.rows else ()
        body.resume(captions, table.rows[-1].cells if table.rows else [])
    else:
        if same and len(titles) < len(same[0].titles):
            titles = same[0].titles[: len(same[0].titles) - len(titles)] + titles
        table = Table(sheet.name, titles, _columns(sheet, block, texts))
        tables.append(table)
    body.read(block.bottom + 1, end)
    table.rows += body.rows
    table.skipped += body.skipped


def _column_texts(sheet: Sheet, block: HeaderBlock, end: int) -> dict[int, ColumnTexts]:
    rows = range(block.bottom + 1, end)
    wanted = [c + i for c in block.paths for i in range(block.spans.get(c, 1))]
    written = {column: list(texts_of(sheet, column, rows)) for column in wanted}
    whole = ColumnTexts(
        (text for texts in written.values() for text in texts[:500]), block.encoding
    )
    return {column: ColumnTexts(texts, whole.encoding) for column, texts in written.items()}


def _columns(sheet: Sheet, block: HeaderBlock, texts: dict[int, ColumnTexts]) -> list[HeaderColumn]:
    return [
        HeaderColumn(
            column,
            path,
            texts[column].encoding,
            letter(column),
            block.spans.get(column, 1),
            column in sheet.hidden_columns,
        )
        for column, path in block.paths.items()
    ]


def _titles(sheet: Sheet, block: HeaderBlock, above: int, *, first: bool) -> list[str]:
    """Collect the lines above a header: all of them for the first, else those right above it."""
    lines: list[list[str]] = []
    blanks = 0
    written = [
        w for r in range(above, block.top) for c in range(3) for w in texts_of(sheet, c, [r])
    ]
    reader = ColumnTexts(written if first else [], block.encoding)
    for row in range(block.top - 1, above - 1, -1):
        texts = [
            reader.read(as_text(v), sheet.fonts.get((row, c)))
            for c, v in enumerate(sheet.values[row])
            if v is not None
        ]
        blanks = 0 if texts else blanks + 1
        if not first and (blanks > 1 or not _is_title(sheet, row, texts)):
            break
        lines.append(texts)
    return [text for line in reversed(lines[:_MOST_TITLES]) for text in line]


def _is_title(sheet: Sheet, row: int, texts: list[str]) -> bool:
    """Tell whether a row between two tables belongs to the lower one."""
    values = [v for v in sheet.values[row] if v is not None]
    if not values:
        return True
    return (
        len(values) < 3
        and all(isinstance(v, str) for v in values)
        and not any(is_total(t) or is_signature(t) or is_page_number(t) for t in texts)
    )
