"""Rows that an import left out, written back to a workbook with the reason beside each.

Titles, headings with their groups and captions stand as they stood, since they may tell the team
or the area: mended, the workbook is imported again and the columns with the reason are ignored.
"""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING, Any

from models.exchange.export import text_cell
from models.store import journal
from models.store.folder import replace_file
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from models.exchange.plan import Layout, Plan, PlannedRow

REASON = "Lý do chưa nhập"
PLACE = "Dòng trong tệp"
_LONGEST_NAME = 31


def write_left_out(plan: Plan, path: Path) -> int:
    """Write the doubtful and wrong rows as they stood, to be mended and imported again.

    The history tells of it: the reasons name whom the register knows.

    Returns:
        How many rows; no file is written for none.

    Raises:
        WorldError: the disk failed.
    """
    rows = plan.left_out()
    if rows:
        content = _workbook(rows)
        told = f"Xuất {len(rows)} dòng chưa nhập của {plan.source} ra {path.name}"
        journal.tell(journal.Act.EXPORT, told)
        with world("ghi tệp Excel"):
            replace_file(path, content)
    return len(rows)


def _workbook(rows: list[PlannedRow]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    by_sheet: dict[str, list[PlannedRow]] = {}
    for row in rows:
        by_sheet.setdefault(row.sheet, []).append(row)
    names: set[str] = set()
    for of_sheet in by_sheet.values():
        sheet = book.create_sheet(_sheet_name(of_sheet[0].layout.sheet, names))
        writer = _SheetWriter(sheet)
        for _, of_table in groupby(of_sheet, key=lambda row: id(row.layout)):
            writer.write(list(of_table))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """Return the sheet's own name as far as Excel takes it, never twice."""
    plain = "".join(" " if ch in r"[]:*?/\'" else ch for ch in wanted).strip() or "Trang"
    name, number = plain[:_LONGEST_NAME], 1
    while name.casefold() in taken:
        number += 1
        end = f" ({number})"
        name = plain[: _LONGEST_NAME - len(end)] + end
    taken.add(name.casefold())
    return name


class _SheetWriter:
    """Writes the rows left out of one sheet, table after table."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - the library's own sheet
        self._sheet = sheet
        self._line = 0

    def write(self, rows: list[PlannedRow]) -> None:
        """Write rows of one table below its titles and headings."""
        layout = rows[0].layout
        if self._line:
            self._add([])
        for title in layout.titles:
            self._across(title, len(layout.headings))
        self._head(layout)
        for captions, of_section in groupby(rows, key=lambda row: row.captions):
            for caption in captions:
                self._across(caption, len(layout.headings))
            for row in of_section:
                place = f"{row.sheet}, dòng {row.number}"
                self._add([*row.texts, _reasons(row), place])

    def _head(self, layout: Layout) -> None:
        """Write the headings, each group in a row of its own above them."""
        depth = max(map(len, layout.headings))
        further = ((REASON,), (PLACE,))
        columns = [(*("",) * (depth - len(path)), *path) for path in (*layout.headings, *further)]
        for level in range(depth):
            self._add([column[level] for column in columns])

    def _across(self, text: str, width: int) -> None:
        """Write a line merged over the table, as captions and titles are."""
        self._add([text])
        if width > 1:
            from openpyxl.utils import get_column_letter

            here = self._line
            self._sheet.merged_cells.add(f"A{here}:{get_column_letter(width)}{here}")

    def _add(self, texts: Iterable[str]) -> None:
        self._sheet.append([text_cell(self._sheet, text) for text in texts])
        self._line += 1


def _reasons(row: PlannedRow) -> str:
    told = (
        f"Cột {problem.column}: {problem.message}" if problem.column else problem.message
        for problem in row.problems
    )
    return "; ".join(dict.fromkeys(told))
