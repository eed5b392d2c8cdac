"""Lists written to .xlsx so that Excel shows what the register holds and importing says "same".

Numbers of identity and telephones are text cells, dates are written as precise as known, and a
text that looks like a formula stays text.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from models.facts import Kind
from models.masking import hides
from models.store import journal
from models.store.folder import replace_file
from models.store.query import Reader
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from models.register import Register
    from models.store.query import Listing

UID_HEADING = "Mã trong sổ"
"""Heading of the last column: the record's own identity, which makes re-importing certain."""
RISKY = ("=", "+", "-", "@", "#", "\t", "\r")
LONGEST_CELL = 32_767
CUT = " […còn nữa, xem trong sổ]"
"""End of a text longer than a cell of Excel; such a cell changes nothing when it comes back."""


def headings(register: Register) -> list[str]:
    """Return the headings of a register's workbooks, the identity last."""
    return [*(field.label for field in register.exchange_fields()), UID_HEADING]


def export_list(
    listing: Listing, path: Path, *, progress: Callable[[int, int, str], None] | None = None
) -> int:
    """Write a list as shown, all its exchange fields, to a workbook; return how many rows.

    The history tells of it.

    Args:
        listing: register with search, filters and order.
        path: the .xlsx to write; an older file is replaced only by a whole new one.
        progress: called with done, total and words; may raise Cancelled.

    Raises:
        WorldError: the disk failed; an older file of that name is untouched.
    """
    reader = Reader(listing)
    total = reader.count()
    rows = rows_of(reader, listing.register, total, progress)
    content = workbook(listing.register.title, headings(listing.register), rows)
    journal.tell(journal.Act.EXPORT, f"Xuất {total} {listing.register.model.NOUN} ra {path.name}")
    with world("ghi tệp Excel"):
        replace_file(path, content)
    return total


def workbook(title: str, titles: Sequence[str], rows: Iterator[Sequence[Any]]) -> bytes:
    """Return a one-sheet workbook with a bold heading row that stays in view."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    stream = io.BytesIO()
    try:
        write_sheet(book, title, titles, rows)
    finally:
        book.save(stream)  # also when stopped: closes and removes the library's own file
    return stream.getvalue()


def write_sheet(
    book: Any,  # noqa: ANN401 - the library's own workbook
    title: str,
    titles: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """Add a sheet with a bold heading row that stays in view to a write-only workbook."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for place, words in enumerate(titles, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(10, min(40, len(words) + 6))
    bold = Font(bold=True)
    heads = [WriteOnlyCell(sheet, words) for words in titles]
    for head in heads:
        head.font = bold
    sheet.append(heads)
    for row in rows:
        sheet.append([text_cell(sheet, value) for value in row])


def text_cell(sheet: Any, value: Any) -> Any:  # noqa: ANN401 - the library's own cells
    """Return what to append for a value; texts that Excel would read otherwise stay texts.

    Numbers of identity and telephones keep their zeros, what looks like a formula is none.
    """
    if not isinstance(value, str):
        return value
    text = "".join(ch for ch in value if ch.isprintable() or ch in "\n\t")
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - len(CUT)] + CUT
    if not text:
        return None
    if not text.startswith(RISKY) and not text.isdigit():
        return text
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


def rows_of(
    reader: Reader,
    register: Register,
    total: int,
    progress: Callable[[int, int, str], None] | None,
) -> Iterator[list[Any]]:
    """Yield what stands in a register's workbook, row by row, in the list's order."""
    fields = register.exchange_fields()
    ids = reader.ids()
    step = 1000
    for start in range(0, len(ids), step):
        if progress:
            progress(start, total, f"Đang ghi {register.title}")
        for _key, uid, *values in reader.values(fields, ids[start : start + step]):
            yield [*map(_plain, fields, values), uid]


def _plain(field: Any, value: Any) -> Any:  # noqa: ANN401
    """Return counts as numbers, everything else in the words people read, masked ones as masked."""
    if hides(field) or field.kind in (Kind.NUMBER, Kind.MONEY, Kind.SCORE):
        return value
    if field.kind in (Kind.PHONE, Kind.LINK):
        return value if isinstance(value, str) else ""
    return field.show(value)
