"""Every format comes in alike, and every broken or foreign file ends in one sentence."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from models.errors import Cancelled, UserError, World, WorldError
from models.exchange import containers
from models.exchange.workbook import Cell, Sheet, Workbook, as_text, letter, read_workbook
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


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.csv", "a"])
@pytest.mark.parametrize("format", FORMATS)
def test_formats_give_the_same_values_under_any_name(read: Reader, format: str, name: str) -> None:
    sheet = only(read(FORMATS[format], name))
    assert sheet.name == "Tổ"
    assert sheet.values == ROWS
    assert [type(v) for v in sheet.values[1]] == [str, dt.date, str, int, float, bool]


def test_hash_is_of_the_bytes(read: Reader) -> None:
    data = FORMATS["xlsx"]
    assert read(data).sha256 == hashlib.sha256(data).hexdigest()


def test_cells_show_what_a_person_sees(read: Reader) -> None:
    row = only(read(FORMATS["xlsx"])).rows[1]
    assert [cell.text for cell in row] == [
        "Đỗ Thị Ánh", "14/03/1985", "095061558789", "912345678", "7,5", "TRUE",
    ]  # fmt: skip
    assert only(read(FORMATS["xlsx"])).rows[-1][4] == Cell()


def test_moment_is_shown_with_its_time() -> None:
    assert as_text(dt.datetime.fromisoformat("2025-01-02T03:04")) == "02/01/2025 03:04"


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
def test_letters(column: int, name: str) -> None:
    assert letter(column) == name


@pytest.mark.parametrize(
    "data",
    [
        workbooks.xlsx({"S": ROWS}, merges={"S": ["A1:C1", "B2:B3"]}),
        workbooks.xls({"S": ROWS}, merges={"S": [(0, 0, 0, 2), (1, 2, 1, 1)]}),
        workbooks.ods({"S": ROWS}, merges={(0, 0): (3, 1), (1, 1): (1, 2)}),
    ],
    ids=["xlsx", "xls", "ods"],
)
def test_merges(read: Reader, data: bytes) -> None:
    assert only(read(data)).merges == [(0, 0, 0, 2), (1, 1, 2, 1)]


def test_values_keep_their_place_below_and_right_of_an_empty_area(read: Reader) -> None:
    rows: list[workbooks.Row] = [[], [None, None], [None, None, "x"]]
    for data in (
        workbooks.xlsx({"S": rows}),
        workbooks.xls({"S": rows}),
        workbooks.ods({"S": rows}),
    ):
        sheet = only(read(data))
        assert sheet.value(2, 2) == "x"
        assert len(sheet.values) == 3


def test_serials_dates_of_1904_errors_and_soft_hyphens(read: Reader) -> None:
    data = workbooks.xlsx({"S": [[DAY, "#N/A", "H\xadng", "=1+1", 1.2e11]]}, date1904=True)
    sheet = only(read(data))
    assert sheet.values[0] == [DAY, None, "H\xadng", None, 120_000_000_000]


def test_formula_never_calculated_is_marked(read: Reader) -> None:
    cell = only(read(workbooks.xlsx({"S": [[1, "=SUM(A1:A1)"]]}))).rows[0][1]
    assert (cell.value, cell.text) == (None, "=SUM(A1:A1)")
    assert cell


def test_formula_gives_the_value_last_calculated(read: Reader) -> None:
    data = workbooks.xlsx({"S": [[1, "=SUM(A1:A1)"]]})
    with_value = b"<f>SUM(A1:A1)</f><v>1</v>"
    part = "xl/worksheets/sheet1.xml"
    text = zipfile.ZipFile(io.BytesIO(data)).read(part)
    changed = text.replace(b"<f>SUM(A1:A1)</f><v />", with_value).replace(
        b"<f>SUM(A1:A1)</f><v></v>", with_value
    )
    assert changed != text
    row = only(read(workbooks.rezipped(data, {part: changed}))).rows[0]
    assert [cell.value for cell in row] == [1, 1]


def test_hidden_sheets_rows_and_columns_are_known(read: Reader) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("ẩn").sheet_state = "veryHidden"
    first, second = read(workbooks.saved(book)).sheets
    assert (first.hidden_rows, first.hidden_columns) == (frozenset({1}), frozenset({2}))
    assert (first.hidden, second.hidden) == (False, True)


def test_chart_sheets_are_left_out(read: Reader) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("biểu đồ")
    assert [sheet.name for sheet in read(workbooks.saved(book)).sheets] == ["Sheet"]


LEGACY: list[workbooks.Row] = [
    ["STT", workbooks.tcvn3("Họ và tên")],
    [1, workbooks.tcvn3("Lê Văn Tường")],
]


@pytest.mark.parametrize(
    "data",
    [
        workbooks.xlsx({"S": LEGACY}, fonts={"S": ".VnTime"}),
        workbooks.xls({"S": LEGACY}, font=".VnTime"),
        workbooks.ods({"S": LEGACY}, font=".VnTime"),
    ],
)
def test_legacy_fonts_come_with_the_cells_that_need_them(read: Reader, data: bytes) -> None:
    sheet = only(read(data))
    assert sheet.values == LEGACY
    assert sheet.fonts == {(0, 1): ".VnTime", (1, 1): ".VnTime"}
    assert sheet.rows[1][1].font == ".VnTime"


@pytest.mark.parametrize("data", FORMATS.values(), ids=FORMATS)
def test_fonts_are_not_kept_where_none_is_legacy(read: Reader, data: bytes) -> None:
    assert only(read(data)).fonts == {}


def test_font_of_most_letters_wins_within_a_cell(read: Reader) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    legacy = TextBlock(InlineFont(rFont="VNI-Times"), workbooks.vni("Nguyễn Văn Đức"))
    sheet["A1"] = CellRichText(legacy, TextBlock(InlineFont(rFont="Arial"), " Tổ"))
    assert only(read(workbooks.saved(book))).fonts == {(0, 0): "VNI-Times"}


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


WEB = (
    "<html><head><style>td{}</style></head><body><table><tr><td colspan=2>Danh sách<br>tổ</td></tr>"
    "<tr><td rowspan=2>Ấp &amp; khóm</td><td>số 01<tr><td>012</table></body></html>"
)
XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Tổ"><Table>'
    '<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Ấp</Data></Cell>'
    '<Cell><Data ss:Type="Number">12</Data></Cell><Cell ss:Index="6">'
    '<Data ss:Type="DateTime">1985-03-14T00:00:00.000</Data></Cell></Row></Table>'
    "</Worksheet></Workbook>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_web_page_named_xls(read: Reader, encoding: str) -> None:
    sheet = only(read(WEB.encode(encoding), "a.xls"))
    assert sheet.values == [["Danh sách\ntổ"], ["Ấp & khóm", "số 01"], [None, "012"]]
    assert sheet.merges == [(0, 0, 0, 1), (1, 0, 2, 0)]


def test_xml_2003_named_xls(read: Reader) -> None:
    sheet = only(read(XML.encode(), "a.xls"))
    assert sheet.name == "Tổ"
    assert sheet.values == [[], ["Ấp", None, 12, None, None, DAY]]
    assert sheet.merges == [(1, 0, 1, 1)]


def test_repeated_rows_and_cells_of_ods(read: Reader) -> None:
    raw = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell '
        'office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert only(read(workbooks.ods({"S": [["a"]]}, raw=raw))).values == [["a"], *[["x", "x"]] * 3]


def test_remark_on_an_ods_cell_is_not_its_text(read: Reader) -> None:
    raw = (
        '<table:table-row><table:table-cell office:value-type="string"><office:annotation>'
        "<text:p>nhắc</text:p></office:annotation><text:p>Ấp<text:s/>Một</text:p>"
        "</table:table-cell></table:table-row>"
    )
    assert only(read(workbooks.ods({"S": []}, raw=raw))).values == [["Ấp Một"]]


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


def test_entities_do_not_multiply(read: Reader) -> None:
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
    )
    data = XML.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]>')
    with pytest.raises(WorldError):
        read(data.replace("Ấp", "&l9;").encode())


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbooks.xlsx({"Một": ROWS, "Hai": ROWS}))
    seen = []

    def progress(done: int, total: int, text: str) -> None:
        seen.append((done, total, text))
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook(path, progress=progress)
    assert seen == [(0, 2, "Một"), (1, 2, "Hai")]


def test_cell_of_five_thousand_words(read: Reader) -> None:
    story = " ".join(["đường"] * 5000)
    for data in (workbooks.xlsx({"S": [[story]]}), workbooks.ods({"S": [[story]]})):
        assert only(read(data)).value(0, 0) == story
    assert only(read(f"a;b\n1;{story}".encode(), "a.csv")).value(1, 1) == story


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
