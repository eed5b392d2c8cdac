"""All registers in one workbook with a password, opened again without this program."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from msoffcrypto.exceptions import InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import load_workbook

from models.errors import Cancelled, UserError
from models.exchange.package import ABOUT, LEAST, write_package
from models.registers import REGISTERS
from models.registers.members import Membership
from tests.models.samples import stored, whole

PASSWORD = "một câu dễ nhớ của đơn vị"

pytestmark = pytest.mark.usefixtures("register")


def opened(path: Path, password: str) -> bytes:
    with path.open("rb") as stream:
        sealed = OOXMLFile(stream)
        sealed.load_key(password=password, verify_password=True)
        content = io.BytesIO()
        sealed.decrypt(content, verify_integrity=True)
    return content.getvalue()


def test_everything_is_in_it_behind_the_password(tmp_path: Path) -> None:
    stored(whole(Membership))
    path = tmp_path / "goi.xlsx"
    count = write_package(path, PASSWORD)
    raw = path.read_bytes()
    assert raw.startswith(b"\xd0\xcf\x11\xe0"), "what Office calls an encrypted document"
    assert b"PK\x03\x04" not in raw[:4096]
    with pytest.raises(InvalidKeyError):
        opened(path, "một câu khác của đơn vị")
    book = load_workbook(io.BytesIO(opened(path, PASSWORD)), read_only=True)
    assert book.sheetnames == [ABOUT, *(register.title[:31] for register in REGISTERS)]
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    assert sum(len(rows[name]) - 1 for name in book.sheetnames[1:]) == count
    people = next(one.title for one in REGISTERS if one.name == "people")
    assert "095085123456" in rows[people][1]
    assert rows[ABOUT][1][:2] == ("Công an xã Hưng Hội", count)
    book.close()


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=f"cần từ {LEAST} ký tự"):
        write_package(tmp_path / "goi.xlsx", "ngắn")
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_stopped_package_leaves_the_older_one(tmp_path: Path) -> None:
    stored(whole(Membership))
    path = tmp_path / "goi.xlsx"
    path.write_bytes(b"before")

    def stop(_done: int, _total: int, _text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_package(path, PASSWORD, stop)
    assert path.read_bytes() == b"before"
