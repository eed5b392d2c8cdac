"""Totals, signatures and remarks are set aside; ditto marks and merged cells are filled."""

from __future__ import annotations

import pytest

from models.exchange.cells import Value
from models.exchange.tables import find_tables
from tests.models.exchange.sheets import ANH, HEAD, UT, names, only, sheet
from tests.models.exchange.vocabularies import members


@pytest.mark.parametrize(
    "total",
    [
        [None, "Tổng cộng", 3],
        [None, "Tổng cộng: 75 thành viên"],
        ["Cộng", None, 2],
        ["- Tổng số: 75 thành viên"],
        ["TỔNG SỐ", None, 12, 13],
        [None, None, "Cộng toàn xã", 5],
        ["Tổng:"],
    ],
)
def test_totals_are_no_records(total: list[Value]) -> None:
    table = only([HEAD, ANH, UT, total])
    assert names(table) == ["Lê Thị Ánh", "Kim Út"]
    assert [tuple(s) for s in table.skipped] == [(4, "hàng tổng cộng")]


@pytest.mark.parametrize("word", ["Tổng hợp", "Cộng tác viên", "Công an xã", "Tống Văn A"])
def test_words_like_totals_are_records(word: str) -> None:
    assert names(only([HEAD, [None, word, 1980, "Kinh", None]])) == [word]


def test_subtotals_do_not_end_a_table() -> None:
    table = only([HEAD, ANH, [None, "Cộng", 1], UT, ["Tổng cộng", None, 2]])
    assert names(table) == ["Lê Thị Ánh", "Kim Út"]


@pytest.mark.parametrize(
    "signature",
    [
        [[None, None, None, "NGƯỜI LẬP BIỂU"], [], [], [None, None, None, "Trung úy Lê Hoàng Nam"]],
        [[None, "Hưng Hội, ngày 05 tháng 01 năm 2026"], [None, "TRƯỞNG CÔNG AN XÃ"]],
        [
            ["NGƯỜI LẬP", None, None, "KT. TRƯỞNG CÔNG AN XÃ"],
            [None, None, None, "PHÓ TRƯỞNG CÔNG AN XÃ"],
        ],
        [[], ["XÁC NHẬN CỦA UBND XÃ", None, None, "Người lập danh sách"], ["(Ký, ghi rõ họ tên)"]],
        [["TỔ TRƯỞNG", None, None, "TRƯỞNG ẤP"], [], ["Lê Ánh", None, None, "Kim Út"]],
        [[None, None, "Ngày … tháng … năm 2026"], [None, None, "TM. ỦY BAN NHÂN DÂN"]],
    ],
)
def test_signatures_end_the_records(signature: list[list[Value]]) -> None:
    table = only([HEAD, ANH, UT, *signature])
    assert names(table) == ["Lê Thị Ánh", "Kim Út"]
    assert {reason for _, reason in table.skipped} == {"phần ký tên"}


def test_chairman_in_a_list_is_no_signature() -> None:
    head = ["Họ và tên", "Chức vụ", "Điện thoại"]
    table = only(
        [head, ["Lê Ánh", "Chủ tịch UBND xã", None], ["Kim Út", "Trưởng Công an xã", None]]
    )
    assert names(table) == ["Lê Ánh", "Kim Út"]


def test_false_signature_loses_no_numbered_record() -> None:
    rows: list[list[Value]] = [HEAD, ANH, [], [None, "Chủ tịch Hội", None, "Kinh"], UT]
    assert names(only(rows))[-1] == "Kim Út"


@pytest.mark.parametrize("line", [[None, "Lê Ánh", "Chủ tịch UBND xã"], [None, "Lê Ánh", "Bí thư"]])
def test_record_without_its_number(line: list[Value]) -> None:
    assert names(only([["STT", "Họ và tên", "Chức vụ"], [1, "Kim Út", None], line])) == [
        "Kim Út",
        "Lê Ánh",
    ]


def test_remarks_below_are_set_aside() -> None:
    table = only([HEAD, ANH, [], ["Danh sách này gồm 01 người./."], ["* Số liệu đến 31/10"]])
    assert names(table) == ["Lê Thị Ánh"]
    assert [s.reason for s in table.skipped] == ["ghi chú cuối bảng"] * 2


@pytest.mark.parametrize("mark", ["-nt-", "nt", "//", '"', "″", "như trên", "- nt -"])
def test_ditto_marks(mark: str) -> None:
    rows: list[list[Value]] = [
        HEAD,
        ANH,
        [2, "Kim Út", 1990, mark, mark],
        [3, "Sơn Ca", 1980, mark, "x"],
    ]
    table = only(rows)
    assert [row.cells[3].value for row in table.rows] == ["Kinh"] * 3
    assert [row.cells[4].value for row in table.rows] == [None, None, "x"]


def test_names_are_never_repeated_by_ditto_marks() -> None:
    assert names(only([HEAD, ANH, [2, '"', 1990, "Kinh", None]])) == ["Lê Thị Ánh", '"']


def test_cells_merged_down_fill_their_rows() -> None:
    rows: list[list[Value]] = [
        ["STT", "Họ và tên", "Năm sinh", "Địa chỉ"],
        [1, "Lê Ánh", 1985, "Ấp Sóc Đồn"],
        [2, "Kim Út", 1990, None],
        [3, "Sơn Ca", 1980, None],
        [4, "Trần Bảo", 1971, None],
    ]
    table = only(rows, ["D2:D4"])
    assert [row.cells[3].value for row in table.rows] == ["Ấp Sóc Đồn"] * 3 + [None]


def test_blank_rows_and_gaps_in_numbers() -> None:
    table = only(
        [HEAD, [], ANH, [], [], [7, "Kim Út", 1990, "Khmer", None], [None, "Sơn Ca", 1980]]
    )
    assert names(table) == ["Lê Thị Ánh", "Kim Út", "Sơn Ca"]


def test_stray_cell_is_listed_not_lost() -> None:
    table = only([HEAD, ANH, [None, None, None, None, "xem lại"], UT])
    assert names(table) == ["Lê Thị Ánh", "Kim Út"]
    assert [tuple(s) for s in table.skipped] == [(3, "chỉ có một ô")]


def test_formula_never_calculated_stays_marked() -> None:
    made = sheet([HEAD, [1, "Lê Ánh", None, "Kinh", None]])
    made.formulas[1, 2] = "=2025-40"
    cell = find_tables(made, members())[0].rows[0].cells[2]
    assert (cell.value, cell.text) == (None, "=2025-40")
