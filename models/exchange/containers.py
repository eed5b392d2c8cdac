"""What a file really is, told from its bytes, and the sentences for files that cannot be read.

Extensions lie: an .xls is as often a web page, and a "broken" .xlsx is as often protected.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from enum import StrEnum

from models.errors import UserError, World, WorldError

MAX_UNPACKED = 900_000_000  # bytes; 100,000 rows x 15 columns of .ods need about 200 million
MAX_CELLS = 12_000_000


class Kind(StrEnum):
    """The formats that are read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    WEB = "web page or XML 2003 under another name"
    TEXT = "text"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF_STARTS = (
    b"\x09\x08\x10\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x00\x04\x00",
)
_FOREIGN = (
    (b"%PDF", "tệp PDF"),
    (b"\xff\xd8\xff", "tệp ảnh"),
    (b"\x89PNG", "tệp ảnh"),
    (b"GIF8", "tệp ảnh"),
    (b"BM", "tệp ảnh"),
    (b"II*\x00", "tệp ảnh"),
    (b"MZ", "chương trình"),
    (b"\x7fELF", "chương trình"),
    (b"Rar!", "tệp nén"),
    (b"7z\xbc\xaf", "tệp nén"),
    (b"\x1f\x8b", "tệp nén"),
    (b"{\\rtf", "tệp Word"),
    (b"SQLite format 3", "tệp dữ liệu của phần mềm khác"),
)
_FOREIGN_PARTS = (
    ("word/", "tệp Word"),
    ("ppt/", "tệp trình chiếu"),
    ("Index/", "tệp của Apple Numbers"),
)
_WEB_STARTS = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head", b"<style", b"<!--")


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    NotImplementedError,
)


def foreign(name: str, what: str) -> WorldError:
    """Build the sentence for a file of another trade."""
    message = f"Tệp “{name}” là {what}, không phải bảng tính. Chọn tệp Excel, Calc hoặc CSV."
    return WorldError(message, World.FOREIGN)


def damaged(name: str) -> WorldError:
    """Build the sentence for a file cut short or broken."""
    message = f"Tệp “{name}” bị hỏng hoặc chép chưa xong. Chép lại từ nguồn rồi đọc lại."
    return WorldError(message, World.DAMAGED)


def protected(name: str) -> UserError:
    """Build the sentence for a file that asks for a password."""
    message = f"Tệp “{name}” có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi đọc lại."
    return UserError(message)


def too_large(name: str) -> UserError:
    """Build the sentence for a file beyond the limits of this module."""
    message = f"Tệp “{name}” quá lớn để đọc một lần. Chia thành nhiều tệp nhỏ rồi đọc từng tệp."
    return UserError(message)


def too_wide(sheet: str, corner: str) -> UserError:
    """Build the sentence for a sheet with a stray cell at the far end of the grid."""
    return UserError(
        f"Trang tính “{sheet}” có ô lẻ ở tận {corner}. "
        "Xóa các hàng, cột thừa ở cuối trang rồi đọc lại."
    )


def kind_of(data: bytes, name: str) -> Kind:
    """Tell the format from the bytes.

    Raises:
        UserError: the file asks for a password.
        WorldError: the file is damaged or not a spreadsheet.
    """
    if data.startswith(b"PK"):
        return _zip_kind(data, name)
    if data.startswith(_OLE):
        return _ole_kind(data, name)
    if data.startswith(_BIFF_STARTS):
        return Kind.XLS
    for start, what in _FOREIGN:
        if data.startswith(start) and (len(start) > 2 or b"\x00" in data[:64]):
            raise foreign(name, what)
    if head_of(data).startswith(_WEB_STARTS):
        return Kind.WEB
    return Kind.TEXT


def head_of(data: bytes) -> bytes:
    """First bytes without byte order mark, UTF-16 zeros and leading space, in small letters."""
    head = data[:400].replace(b"\x00", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.lstrip().lower()


def _zip_kind(data: bytes, name: str) -> Kind:
    with open_zip(data, name) as archive:
        parts = set(archive.namelist())
        if "xl/workbook.bin" in parts:
            return Kind.XLSB
        if any(part.startswith("xl/") for part in parts):
            return Kind.XLSX
        if "content.xml" in parts and "mimetype" in parts:
            if b"spreadsheet" not in read_part(archive, "mimetype", name):
                raise foreign(name, "tệp văn bản")
            return Kind.ODS
    for start, what in _FOREIGN_PARTS:
        if any(part.startswith(start) for part in parts):
            raise foreign(name, what)
    message = f"Tệp “{name}” là tệp nén. Giải nén rồi chọn tệp Excel bên trong."
    raise WorldError(message, World.FOREIGN)


def _ole_kind(data: bytes, name: str) -> Kind:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise protected(name)
    if has("WordDocument"):
        raise foreign(name, "tệp Word")
    if has("PowerPoint Document"):
        raise foreign(name, "tệp trình chiếu")
    if has("Workbook") or has("Book"):
        return Kind.XLS
    raise damaged(name) if len(data) < 4096 else foreign(name, "tệp của phần mềm khác")


def open_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """Open a zip whose parts together unpack to less than the limit.

    Raises:
        UserError: too large.
        WorldError: damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        raise damaged(name) from problem
    if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
        raise too_large(name)
    return archive


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Unpack one part whole; its stated size and checksum are held to by the zip reader.

    Raises:
        UserError: the part is under a password.
        WorldError: damaged.
    """
    try:
        return archive.read(part)
    except _UNREADABLE as problem:
        raise damaged(name) from problem
    except RuntimeError as problem:
        raise protected(name) from problem


def first_of(parts: Iterable[str], archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack the first of several possible parts; nothing when none is there."""
    present = set(archive.namelist())
    return next((read_part(archive, part, name) for part in parts if part in present), b"")
