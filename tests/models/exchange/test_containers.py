"""Every damaged, foreign, protected or empty file ends in one sentence, never in a trace."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError, World, WorldError
from models.exchange import containers
from models.exchange.workbook import read_workbook
from tests.models.exchange import workbooks
from tests.models.exchange.conftest import FORMATS, ROWS, Reader
from tests.models.exchange.test_web import XML

BROKEN = {
    "truncated xlsx": FORMATS["xlsx"][: len(FORMATS["xlsx"]) // 2],
    "truncated ods": FORMATS["ods"][: len(FORMATS["ods"]) // 2],
    "truncated xls": FORMATS["xls"][:700],
    "xls cut in its records": FORMATS["xls without container"][:150],
    "xlsx without a workbook": workbooks.rezipped(FORMATS["xlsx"], {"xl/workbook.xml": None}),
    "xlsx with broken styles": workbooks.rezipped(FORMATS["xlsx"], {"xl/styles.xml": b"<style"}),
    "xlsx with a broken sheet": workbooks.rezipped(
        FORMATS["xlsx"], {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"}
    ),
    "ods with broken content": workbooks.rezipped(FORMATS["ods"], {"content.xml": b"<a><b></a>"}),
    "broken xml 2003": XML.encode()[:-40],
    "xls with impossible sectors": FORMATS["xls"][:30] + b"\x01\x00" + FORMATS["xls"][32:],
}


FOREIGN = {
    "pdf": b"%PDF-1.7\n" + bytes(500),
    "jpg": b"\xff\xd8\xff\xe0" + bytes(500),
    "exe": b"MZ\x90\x00" + bytes(500),
    "docx": workbooks.zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}),
    "odt": workbooks.zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}
    ),
    "doc": workbooks.ole({"WordDocument": bytes(5000)}),
    "zip": workbooks.zipped({"danh sach.xlsx": b"x"}),
    "page without table": b"<html><body>x</body></html>",
    "noise": bytes(range(256)) * 20,
}


PROTECTED = {
    "xlsx": workbooks.ole({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}),
    "xls": workbooks.xls({"S": ROWS}, password=True),
    "ods": workbooks.rezipped(
        FORMATS["ods"], {"META-INF/manifest.xml": b"<m><manifest:encryption-data/></m>"}
    ),
}


EMPTY = {"nothing": b"", "spaces": b" \r\n\r\n", "mark only": b"\xef\xbb\xbf"}


def sentence(message: str) -> bool:
    return message[0].isupper() and message.endswith(".") and len(message) < 160


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_damaged_files_end_in_a_sentence(read: Reader, data: bytes) -> None:
    with pytest.raises(WorldError) as caught:
        read(data)
    assert caught.value.kind == World.DAMAGED
    assert sentence(caught.value.message)


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_foreign_files_end_in_a_sentence(read: Reader, data: bytes) -> None:
    with pytest.raises(WorldError) as caught:
        read(data)
    assert caught.value.kind == World.FOREIGN
    assert sentence(caught.value.message)


@pytest.mark.parametrize("data", PROTECTED.values(), ids=PROTECTED)
def test_protected_files_end_in_a_sentence(read: Reader, data: bytes) -> None:
    with pytest.raises(UserError, match="mật khẩu"):
        read(data)


@pytest.mark.parametrize("data", EMPTY.values(), ids=EMPTY)
def test_empty_files_end_in_a_sentence(read: Reader, data: bytes) -> None:
    with pytest.raises(UserError, match="trống"):
        read(data)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="Không thấy tệp") as missing:
        read_workbook(tmp_path / "không có.xlsx")
    assert missing.value.kind == World.MISSING
    with pytest.raises(WorldError, match="thư mục"):
        read_workbook(tmp_path)


def test_file_open_in_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(FORMATS["xlsx"])

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(WorldError, match="Đóng Excel rồi bấm Đọc lại") as caught:
        read_workbook(path)
    assert caught.value.kind == World.IN_USE


def test_zip_bomb_is_not_unpacked(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_UNPACKED", 100_000)
    bomb = workbooks.rezipped(FORMATS["xlsx"], {"xl/sharedStrings.xml": bytes(200_000)})
    with pytest.raises(UserError, match="quá lớn"):
        read(bomb)


def test_zip_that_lies_about_its_size(read: Reader) -> None:
    data = bytearray(FORMATS["xlsx"])
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/sheet1.xml"))
    size = struct.unpack_from("<I", data, at + 24)[0]
    struct.pack_into("<I", data, at + 24, size - 10)
    with pytest.raises(WorldError):
        read(bytes(data))


def test_stray_cell_at_the_far_corner(read: Reader) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "x", "y"
    with pytest.raises(UserError, match="XFD1048576"):
        read(workbooks.saved(book))


@given(cut=st.integers(1, 4000), flip=st.integers(0, 4000), kind=st.sampled_from(sorted(FORMATS)))
def test_no_damage_leads_to_a_trace(
    tmp_path_factory: pytest.TempPathFactory, cut: int, flip: int, kind: str
) -> None:
    data = bytearray(FORMATS[kind])
    data[flip % len(data)] ^= 0x5A
    path = tmp_path_factory.getbasetemp() / f"damaged-{os.getpid()}"
    path.write_bytes(bytes(data[: len(data) - cut % len(data)]) if cut % 2 else bytes(data))
    try:
        read_workbook(path)
    except (UserError, WorldError) as problem:
        assert sentence(problem.message)
