"""Opens whatever the office calls its Excel file and gives back sheets of cells.

The format is told by content, never by the name: an .xls that is a web page, a .xlsx that is
an old .xls and a .csv in the encoding of 1998 all come in through here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from models.errors import UserError, World, WorldError
from models.exchange.cells import BLANK, Cell, Progress, Sheet, Value, Workbook, as_text, letter
from models.exchange.containers import Kind, damaged, kind_of, too_large
from models.exchange.csv_text import read_text
from models.exchange.ods import read_ods
from models.exchange.web import read_web
from models.exchange.xls import read_xls
from models.exchange.xlsx import read_xlsx

__all__ = [
    "BLANK",
    "SUFFIXES",
    "Cell",
    "Progress",
    "Sheet",
    "Value",
    "Workbook",
    "as_text",
    "letter",
    "read_workbook",
]

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
MAX_FILE = 200_000_000  # bytes


def read_workbook(path: Path | str, *, progress: Progress | None = None) -> Workbook:
    """Read a whole file; formulas give the value last calculated and are never run.

    Args:
        path: the file.
        progress: called as progress(sheets done, sheets in all or 0, sheet name); may raise
            `Cancelled`.

    Raises:
        UserError: empty, under a password, without sheets, or too large.
        WorldError: missing, open elsewhere, damaged, or not a spreadsheet.
    """
    path = Path(path)
    data = _bytes_of(path)
    try:
        sheets = _sheets(data, path.name, progress)
    except MemoryError as problem:
        raise too_large(path.name) from problem
    if not sheets:
        raise UserError(f"Tệp “{path.name}” không có trang tính nào.")
    return Workbook(path, sheets, hashlib.sha256(data).hexdigest())


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise too_large(path.name)
        data = path.read_bytes()
    except FileNotFoundError as problem:
        message = f"Không thấy tệp “{path.name}”. Chọn lại tệp."
        raise WorldError(message, World.MISSING) from problem
    except IsADirectoryError as problem:
        message = f"“{path.name}” là thư mục. Chọn một tệp trong thư mục đó."
        raise WorldError(message, World.FOREIGN) from problem
    except PermissionError as problem:
        message = "Tệp đang mở trong Excel. Đóng Excel rồi bấm Đọc lại."
        raise WorldError(message, World.IN_USE) from problem
    except OSError as problem:
        message = f"Không đọc được tệp “{path.name}”. Kiểm tra ổ đĩa hoặc USB rồi đọc lại."
        raise WorldError(message, World.GONE) from problem
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UserError(f"Tệp “{path.name}” trống, không có gì để đọc.")
    return data


def _sheets(data: bytes, name: str, progress: Progress | None) -> list[Sheet]:
    match kind_of(data, name):
        case Kind.XLSX | Kind.XLSB:
            return read_xlsx(data, name, progress)
        case Kind.XLS:
            return read_xls(data, name, progress)
        case Kind.ODS:
            return read_ods(data, name, progress)
        case Kind.WEB:
            return read_web(data, name, progress)
        case Kind.TEXT:
            return [read_text(data, name)]
    raise damaged(name)
