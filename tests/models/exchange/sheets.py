"""Sheets as the tests of tables write them: rows of values, merges by their Excel name."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import range_boundaries

from models.exchange.cells import Box, Sheet, Value
from models.exchange.headers import Vocabulary
from models.exchange.tables import Table, find_tables
from tests.models.exchange.vocabularies import members

HEAD: list[Value] = ["STT", "Họ và tên", "Năm sinh", "Dân tộc", "Ghi chú"]


ANH: list[Value] = [1, "Lê Thị Ánh", 1985, "Kinh", None]


UT: list[Value] = [2, "Kim Út", 1990, "Khmer", "Tổ phó"]


BAO: list[Value] = [3, "Trần Bảo", 1971, "Hoa", None]


def box(name: str) -> Box:
    left, top, right, low = (int(edge or 0) for edge in range_boundaries(name))
    return (top - 1, left - 1, low - 1, right - 1)


def sheet(rows: Sequence[Sequence[Value]], merges: Sequence[str] = (), font: str = "") -> Sheet:
    made = Sheet("Trang", [list(row) for row in rows], sorted(map(box, merges)))
    if font:
        made.fonts = {
            (r, c): font
            for r, row in enumerate(rows)
            for c, value in enumerate(row)
            if isinstance(value, str) and not value.isascii()
        }
    return made


def tables(
    rows: Sequence[Sequence[Value]],
    merges: Sequence[str] = (),
    vocabulary: Vocabulary | None = None,
) -> list[Table]:
    return find_tables(sheet(rows, merges), vocabulary or members())


def only(rows: Sequence[Sequence[Value]], merges: Sequence[str] = ()) -> Table:
    (table,) = tables(rows, merges)
    return table


def names(table: Table) -> list[str]:
    at = next(n for n, column in enumerate(table.columns) if "tên" in column.path[-1].lower())
    return [row.cells[at].text for row in table.rows]
