"""Headings are found in one to three rows, merged or not, numbered or not, once or on each page."""

from __future__ import annotations

import pytest

from models.exchange.cells import Value
from tests.models.exchange.sheets import ANH, BAO, HEAD, UT, names, only, tables
from tests.models.exchange.vocabularies import members, teams

GROUPED: list[list[Value]] = [
    ["TT", "Tên tổ", "Quyết định thành lập", None, "Tổ trưởng", None, "Ghi chú"],
    [None, None, "Số", "Ngày", "Họ và tên", "Điện thoại", None],
    [1, "Tổ số 1", "12/QĐ-UBND", "01/02/2012", "Lê Ánh", "0912345678", None],
]


GROUPED_PATHS = [
    ("TT",),
    ("Tên tổ",),
    ("Quyết định thành lập", "Số"),
    ("Quyết định thành lập", "Ngày"),
    ("Tổ trưởng", "Họ và tên"),
    ("Tổ trưởng", "Điện thoại"),
    ("Ghi chú",),
]


GROUPED_MERGES = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"]


@pytest.mark.parametrize("merges", [GROUPED_MERGES, GROUPED_MERGES[2:4], []])
def test_groups_over_headings_merged_or_not(merges: list[str]) -> None:
    (table,) = tables(GROUPED, merges, teams())
    assert [column.path for column in table.columns] == GROUPED_PATHS
    assert [row.number for row in table.rows] == [3]


@pytest.mark.parametrize(
    "numbering",
    [
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [1, 2, 3, 4, 5, 6, 7],
        ["A", "B", 1, 2, 3, 4, "(5)=(3)+(4)"],
        ["A", "B", "C", "D", "E", "F", "G"],
        ["(a)", "(b)", "(c)", "(d)", "(e)", "(g)", "(h)"],
    ],
)
def test_numbered_columns_are_no_record(numbering: list[Value]) -> None:
    rows = [*GROUPED[:2], numbering, GROUPED[2]]
    (table,) = tables(rows, GROUPED_MERGES, teams())
    assert [column.path for column in table.columns] == GROUPED_PATHS
    assert [row.number for row in table.rows] == [4]


@pytest.mark.parametrize(
    ("family", "given"), [("Họ", "Tên"), ("Họ và tên đệm", "TÊN"), ("HoDem", "Ten")]
)
def test_halves_of_a_name_side_by_side_are_one_heading(family: str, given: str) -> None:
    rows: list[list[Value]] = [
        ["STT", family, given, "Năm sinh", "Ghi chú"],
        [1, "Nguyễn Văn", "Hùng", 1985, None],
        [2, None, "Út", 1990, None],
    ]
    (table,) = tables(rows, [], members())
    assert [column.path for column in table.columns][1:3] == [("Họ và tên",), ("Năm sinh",)]
    assert names(table) == ["Nguyễn Văn Hùng", "Út"]


def test_a_household_beside_a_name_is_no_half_of_it() -> None:
    rows: list[list[Value]] = [["STT", "Hộ", "Tên", "Năm sinh"], [1, "Số 12", "Lê Ánh", 1985]]
    (table,) = tables(rows, [], members())
    assert [column.path[-1] for column in table.columns] == ["STT", "Hộ", "Tên", "Năm sinh"]


def test_three_header_rows() -> None:
    rows: list[list[Value]] = [
        ["STT", "Họ và tên", "Thông tin cá nhân", None, None, "Ghi chú"],
        [None, None, "Năm sinh", None, "Dân tộc", None],
        [None, None, "Nam", "Nữ", None, None],
        [1, "Lê Ánh", None, 1985, "Kinh", None],
        [2, "Kim Út", 1990, None, "Khmer", None],
    ]
    table = only(rows, ["A1:A3", "B1:B3", "C1:E1", "F1:F3", "C2:D2", "E2:E3"])
    assert [column.path for column in table.columns][2:5] == [
        ("Thông tin cá nhân", "Năm sinh", "Nam"),
        ("Thông tin cá nhân", "Năm sinh", "Nữ"),
        ("Thông tin cá nhân", "Dân tộc"),
    ]
    matches = members().assign([column.path for column in table.columns])
    assert [(n, m.key, m.sex) for n, m in matches.items()] == [
        (1, "name", None), (2, "birth", "Nam"), (3, "birth", "Nữ"), (4, "ethnicity", None),
        (5, "note", None),
    ]  # fmt: skip
    assert names(table) == ["Lê Ánh", "Kim Út"]


def test_year_stands_under_its_sex() -> None:
    rows: list[list[Value]] = [
        ["STT", "Họ và tên", "Năm sinh", None, "Chức vụ"],
        [None, None, "Nam", "Nữ", None],
        [1, "Lê Ánh", None, 1985, "Tổ trưởng"],
        [2, "Kim Út", 1990, None, "Tổ phó"],
    ]
    for merges in (["A1:A2", "B1:B2", "C1:D1", "E1:E2"], []):
        table = only(rows, merges)
        assert [c.path for c in table.columns][2:4] == [("Năm sinh", "Nam"), ("Năm sinh", "Nữ")]
        assert [[c.value for c in row.cells[2:4]] for row in table.rows] == [
            [None, 1985],
            [1990, None],
        ]


def test_header_repeated_on_each_page() -> None:
    table = only(
        [HEAD, ["Tổ số 1"], ANH, HEAD, UT, [], HEAD, ["(1)", "(2)", "(3)", "(4)", "(5)"], BAO]
    )
    assert names(table) == ["Lê Thị Ánh", "Kim Út", "Trần Bảo"]
    assert [row.captions for row in table.rows] == [("Tổ số 1",)] * 3
    assert [s.number for s in table.skipped] == [4, 7]


@pytest.mark.parametrize("number", [["Trang 1"], [None, None, "Trang 1/3"]])
def test_page_numbers_between_pages(number: list[Value]) -> None:
    table = only([HEAD, ANH, number, HEAD, UT])
    assert names(table) == ["Lê Thị Ánh", "Kim Út"]
    assert [tuple(s) for s in table.skipped] == [(3, "số trang"), (4, "lặp lại hàng tiêu đề")]


def test_header_repeated_under_each_caption() -> None:
    first, second = tables(
        [
            ["DANH SÁCH THÀNH VIÊN"],
            ["Tổ tự quản số 01"],
            HEAD,
            ANH,
            ["Tổ tự quản số 02"],
            HEAD,
            UT,
        ]
    )
    assert first.titles == ["DANH SÁCH THÀNH VIÊN", "Tổ tự quản số 01"]
    assert second.titles == ["DANH SÁCH THÀNH VIÊN", "Tổ tự quản số 02"]
    assert (names(first), names(second)) == (["Lê Thị Ánh"], ["Kim Út"])


def test_name_spread_over_two_columns() -> None:
    head: list[Value] = ["STT", "Họ và tên", None, "Năm sinh"]
    rows: list[list[Value]] = [head, [1, "Lê Thị", "Ánh", 1985], [2, None, "Út", 1990]]
    table = only(rows, ["B1:C1"])
    assert [column.path[-1] for column in table.columns] == ["STT", "Họ và tên", "Năm sinh"]
    assert table.columns[1].span == 2
    assert names(table) == ["Lê Thị Ánh", "Út"]


def test_name_spread_beside_its_heading() -> None:
    rows: list[list[Value]] = [
        ["STT", "Họ và tên", None, "Năm sinh"],
        [1, "Lê Thị", "Ánh", 1985],
        [2, "Kim", "Út", 1990],
    ]
    assert names(only(rows)) == ["Lê Thị Ánh", "Kim Út"]


def test_unspaced_headings_of_a_program() -> None:
    rows: list[list[Value]] = [["HoTen", "NgaySinh", "SoCCCD"], ["Lê Ánh", "1985", "095061558789"]]
    matches = members().assign([c.path for c in only(rows).columns])
    assert [m.key for m in matches.values()] == ["name", "birth", "citizen_id"]


def test_unknown_headings_are_guessed() -> None:
    (table,) = tables([["Alpha", "Beta", "Gamma"], ["a", "b", "c"], ["d", "e", "f"]])
    assert [c.path for c in table.columns] == [("Alpha",), ("Beta",), ("Gamma",)]
    assert len(table.rows) == 2


@pytest.mark.parametrize("rows", [[], [[]], [["chỉ một ô"]], [[1, 2, 3], [4, 5, 6]]])
def test_sheet_without_a_table(rows: list[list[Value]]) -> None:
    assert tables(rows) == []
