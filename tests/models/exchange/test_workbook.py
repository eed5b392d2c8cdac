"""Every format comes in alike, with the merges, fonts and marks its cells have."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from models.errors import Cancelled
from models.exchange.cells import Cell, as_text, letter
from models.exchange.workbook import read_workbook
from tests.models.exchange import workbooks
from tests.models.exchange.conftest import DAY, FORMATS, ROWS, Reader, only


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
