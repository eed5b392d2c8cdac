"""What the tests of reading share: a small table in every format, and a way to read bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from models.exchange.cells import Sheet, Workbook
from models.exchange.workbook import read_workbook
from tests.models.exchange import workbooks

Reader = Callable[..., Workbook]


DAY = dt.date(1985, 3, 14)


ROWS: list[list[object]] = [
    ["Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại", "Điểm", "Đạt"],
    ["Đỗ Thị Ánh", DAY, "095061558789", 912345678, 7.5, True],
    ["Lê\nVăn Út", "1985", 95061558789, "0912345678", None, False],
]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def read(data: bytes, name: str = "danh sách.xlsx") -> Workbook:
        path = tmp_path / name
        path.write_bytes(data)
        return read_workbook(path)

    return read


def only(book: Workbook) -> Sheet:
    (sheet,) = book.sheets
    return sheet


FORMATS = {
    "xlsx": workbooks.xlsx({"Tổ": ROWS}),
    "xls": workbooks.xls({"Tổ": ROWS}),
    "xls without container": workbooks.biff({"Tổ": ROWS}),
    "ods": workbooks.ods({"Tổ": ROWS}),
}
