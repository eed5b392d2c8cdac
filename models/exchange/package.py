"""Everything in one workbook with a password: for the day this program is no longer there.

The format is Office's own encryption ([MS-OFFCRYPTO] agile: AES-256, SHA-512 100,000 rounds), so
Excel 2010 and newer and LibreOffice open the file by themselves, after asking for the password.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from models.clock import now
from models.errors import UserError
from models.exchange.export import headings, rows_of, write_sheet
from models.registers import REGISTERS
from models.roles import Right
from models.store import journal
from models.store.folder import replace_file
from models.store.opening import the_office
from models.store.query import Listing, Reader
from models.store.session import require
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from models.register import Register

    Progress = Callable[[int, int, str], None]

LEAST: Final = 12
"""Characters of the password: whoever finds the file can try for as long as he likes."""
ABOUT: Final = "Đọc trước"


def write_package(path: Path, password: str, progress: Progress | None = None) -> int:
    """Write all registers of the open register file as one workbook with a password.

    Args:
        path: the .xlsx to write; an older file is replaced only by a whole new one.
        password: at least `LEAST` characters; nobody can open the file without it.
        progress: called with done, total and words; may raise Cancelled.

    Returns:
        How many records are in it.

    Raises:
        AccessError: who works now may not back up.
        UserError: the password is too short.
        WorldError: the disk failed; an older file of that name is untouched.
    """
    require(Right.BACK_UP)
    if len(password) < LEAST:
        raise UserError(
            f"Mật khẩu của gói có {len(password)} ký tự, cần từ {LEAST} ký tự. "
            "Dùng một câu dễ nhớ.",
            "password",
        )
    content, records = _workbook(progress)
    if progress:
        progress(0, 0, "Đang mã hóa gói")
    sealed = _sealed(content, password)
    journal.tell(journal.Act.EXPORT, f"Xuất mọi sổ ({records} bản ghi) ra gói {path.name}")
    with world("ghi gói"):
        replace_file(path, sealed)
    return records


def _workbook(progress: Progress | None) -> tuple[bytes, int]:
    from openpyxl import Workbook

    readers = [(register, Reader(Listing(register))) for register in REGISTERS]
    counts = [reader.count() for _register, reader in readers]
    # All rows first: a workbook that is stopped half written cannot be thrown away quietly.
    sheets = [
        (register, list(rows_of(reader, register, count, progress)))
        for (register, reader), count in zip(readers, counts, strict=True)
    ]
    book = Workbook(write_only=True)
    about = _about([register for register, _reader in readers], counts)
    write_sheet(book, ABOUT, ("Gói dữ liệu của sổ", "Số dòng", "Nội dung"), about)
    for register, rows in sheets:
        write_sheet(book, register.title, headings(register), rows)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), sum(counts)


def _about(registers: list[Register], counts: list[int]) -> Iterator[tuple[object, ...]]:
    """Say what the workbook is, and what stands on each of its sheets."""
    office = the_office()
    yield (office.name, sum(counts), f"Lập lúc {now():%H:%M ngày %d/%m/%Y}")
    yield ("Mỗi sổ là một trang, một dòng là một bản ghi. Không gồm Thùng rác và nhật ký.",)
    yield ("Cột cuối “Mã trong sổ” giữ cho mỗi bản ghi một mã riêng; nhập lại vào sổ thì khớp mã.",)
    for register, count in zip(registers, counts, strict=True):
        yield (register.title, count, ", ".join(headings(register)[:-1]))


def _sealed(content: bytes, password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    sealed = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, sealed)
    return sealed.getvalue()
