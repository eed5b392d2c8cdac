"""Text files come in whatever encoding and delimiter they were saved with."""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest

from models.errors import UserError
from models.exchange.csv_text import read_text
from tests.models.exchange import workbooks
from tests.models.exchange.conftest import Reader, only

CSV = 'STT;Họ và tên;Ghi chú\r\n1;Đỗ Thị Ánh;"hai\ndòng; một ô"\r\n02;Lê Ơn;="0912"\r\n'


CSV_ROWS = [
    ["STT", "Họ và tên", "Ghi chú"],
    ["1", "Đỗ Thị Ánh", "hai\ndòng; một ô"],
    ["02", "Lê Ơn", "0912"],
]


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.encode("utf-16-le"),
        b"sep=;\r\n" + CSV.encode(),
    ],
)
def test_text_in_any_unicode(read: Reader, data: bytes) -> None:
    assert only(read(data, "danh sách.csv")).values == CSV_ROWS


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_delimiters(read: Reader, delimiter: str) -> None:
    rows = [["STT", "Họ và tên", "Điểm"], ["1", "Lê Ơn", "7.5"], ["2", "Kim Út", "8"]]
    text = "\n".join(delimiter.join(row) for row in rows)
    assert only(read(text.encode(), "a.txt")).values == rows


def test_windows_1258(read: Reader) -> None:
    bases = {"ễ": "ê\u0303", "ị": "i\u0323", "ỗ": "ô\u0303", "ứ": "ư\u0301", "ạ": "a\u0323"}
    text = "Tên;Xã\nNguyễn Thị Đỗ Đức;Thạnh\n"
    data = "".join(bases.get(ch, ch) for ch in text).replace("ã", "a\u0303").encode("cp1258")
    value = only(read(data, "a.csv")).value(1, 0)
    assert isinstance(value, str)
    assert workbooks.composed(value) == "Nguyễn Thị Đỗ Đức"


@pytest.mark.parametrize("legacy", [workbooks.tcvn3, workbooks.vni])
def test_legacy_bytes_stay_as_windows_shows_them(
    read: Reader, legacy: Callable[[str], str]
) -> None:
    text = legacy(
        "STT;Họ và tên;Địa chỉ\n1;Nguyễn Thị Hường;xã Hưng Hội\n2;Phạm Văn Đức;ấp Cái Giá\n"
    )
    assert only(read(text.encode("cp1252"), "a.csv")).value(1, 1) == legacy("Nguyễn Thị Hường")


def test_letters_lost_in_saving_are_not_taken_in(read: Reader) -> None:
    text = "STT;H? và tên;T? tr??ng;Qu?c t?ch\n" + "1;Nguy?n V?n ??c;Tr??ng Th? Th?y;Vi?t Nam\n" * 5
    with pytest.raises(UserError, match="mất dấu"):
        read(text.encode("cp1252"), "a.csv")


def test_questions_are_no_lost_letters(read: Reader) -> None:
    text = "STT;Ý kiến\n" + "1;Bao giờ sửa đường? Ai làm?\n" * 9
    assert len(only(read(text.encode(), "a.csv")).values) == 10


def test_quote_that_is_never_closed(read: Reader) -> None:
    text = "STT;Tên\n" + '1;"Lê Ơn\n' + "".join(f"{n};Kim Út\n" for n in range(400))
    sheet = only(read(text.encode(), "a.csv"))
    assert len(sheet.values) == 402
    assert sheet.value(401, 1) == "Kim Út"


def test_a_short_file_leaves_longer_fields_readable_elsewhere() -> None:
    before = csv.field_size_limit()
    read_text(b"a;b\n1;2\n", "short.csv")
    assert csv.field_size_limit() >= before
