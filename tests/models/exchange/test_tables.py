"""Tables are found as offices write them: every record once, everything else set aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from models.exchange.cells import Box, Sheet, Value
from models.exchange.headers import Vocabulary
from models.exchange.tables import Table, find_tables
from models.exchange.workbook import read_workbook
from models.legacy_encodings import Encoding
from tests.models.exchange.vocabularies import members, teams
from tests.models.exchange.workbooks import tcvn3, vni

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"

HEAD: list[Value] = ["STT", "Họ và tên", "Năm sinh", "Dân tộc", "Ghi chú"]
ANH: list[Value] = [1, "Lê Thị Ánh", 1985, "Kinh", None]
UT: list[Value] = [2, "Kim Út", 1990, "Khmer", "Tổ phó"]
BAO: list[Value] = [3, "Trần Bảo", 1971, "Hoa", None]


def box(name: str) -> Box:
    left, top, right, low = (int(edge or 0) for edge in range_boundaries(name))
    return (top - 1, left - 1, low - 1, right - 1)


def sheet(rows: Sequence[Sequence[Value]], merges: Sequence[str] = (), font: str = "") -> Sheet:
    made = Sheet("Trang", [list(row) for row in rows], sorted(map(box, merges)))
    if font:
        made.fonts = {
            (r, c): font
            for r, row in enumerate(rows)
            for c, value in enumerate(row)
            if isinstance(value, str) and not value.isascii()
        }
    return made


def tables(
    rows: Sequence[Sequence[Value]],
    merges: Sequence[str] = (),
    vocabulary: Vocabulary | None = None,
) -> list[Table]:
    return find_tables(sheet(rows, merges), vocabulary or members())


def only(rows: Sequence[Sequence[Value]], merges: Sequence[str] = ()) -> Table:
    (table,) = tables(rows, merges)
    return table


def names(table: Table) -> list[str]:
    at = next(n for n, column in enumerate(table.columns) if "tên" in column.path[-1].lower())
    return [row.cells[at].text for row in table.rows]


def test_plain_table() -> None:
    table = only([HEAD, ANH, UT])
    assert [column.path for column in table.columns] == [(text,) for text in HEAD]
    assert [column.letter for column in table.columns] == ["A", "B", "C", "D", "E"]
    assert [[cell.value for cell in row.cells] for row in table.rows] == [ANH, UT]
    assert [row.number for row in table.rows] == [2, 3]
    assert (table.sheet_name, table.titles, table.skipped) == ("Trang", [], [])


def test_paper_head_and_titles_stand_above() -> None:
    table = only(
        [
            ["CÔNG AN TỈNH CÀ MAU", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["CÔNG AN XÃ HƯNG HỘI", None, None, "Độc lập - Tự do - Hạnh phúc"],
            [],
            ["DANH SÁCH THÀNH VIÊN"],
            ["Ấp Sóc Đồn, xã Hưng Hội"],
            HEAD,
            ANH,
        ]
    )
    assert table.titles == [
        "CÔNG AN TỈNH CÀ MAU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CÔNG AN XÃ HƯNG HỘI",
        "Độc lập - Tự do - Hạnh phúc",
        "DANH SÁCH THÀNH VIÊN",
        "Ấp Sóc Đồn, xã Hưng Hội",
    ]
    assert names(table) == ["Lê Thị Ánh"]


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
    ],
)
def test_numbered_columns_are_no_record(numbering: list[Value]) -> None:
    rows = [*GROUPED[:2], numbering, GROUPED[2]]
    (table,) = tables(rows, GROUPED_MERGES, teams())
    assert [column.path for column in table.columns] == GROUPED_PATHS
    assert [row.number for row in table.rows] == [4]


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


def test_captions_merged_or_in_one_cell() -> None:
    table = only(
        [
            HEAD,
            ["Tổ tự quản số 01 (Ấp Sóc Đồn)"],
            ANH,
            UT,
            [None, "Tổ hòa giải số 02"],
            [1, "Trần Bảo", 1971, "Hoa", None],
            ["Đội xung kích"],
            [1, "Sơn Ca", 1980, "Khmer", None],
        ],
        ["A2:E2", "A7:E7"],
    )
    assert [row.captions for row in table.rows] == [
        ("Tổ tự quản số 01 (Ấp Sóc Đồn)",),
        ("Tổ tự quản số 01 (Ấp Sóc Đồn)",),
        ("Tổ hòa giải số 02",),
        ("Đội xung kích",),
    ]


def test_captions_have_levels() -> None:
    table = only(
        [
            HEAD,
            ["I. Cá nhân"],
            ["1. Ấp Sóc Đồn"],
            ANH,
            ["2. Ấp Cái Giá"],
            UT,
            ["II. Tập thể"],
            BAO,
            ["1. Khóm 1"],
            [4, "Sơn Ca", 1980, "Khmer", None],
        ]
    )
    assert [row.captions for row in table.rows] == [
        ("I. Cá nhân", "1. Ấp Sóc Đồn"),
        ("I. Cá nhân", "2. Ấp Cái Giá"),
        ("II. Tập thể",),
        ("II. Tập thể", "1. Khóm 1"),
    ]


def test_area_captions_hold_team_captions() -> None:
    rows: list[list[Value]] = [HEAD]
    for area in ("Ấp Sóc Đồn", "Ấp Cái Giá"):
        rows.append([area])
        for team in ("Tổ số 1", "Tổ số 2"):
            rows += [[team], ANH]
    assert [row.captions for row in only(rows).rows] == [
        ("Ấp Sóc Đồn", "Tổ số 1"),
        ("Ấp Sóc Đồn", "Tổ số 2"),
        ("Ấp Cái Giá", "Tổ số 1"),
        ("Ấp Cái Giá", "Tổ số 2"),
    ]


def test_caption_with_its_number_in_the_number_column() -> None:
    table = only(
        [
            HEAD,
            ["I", "Ấp Sóc Đồn"],
            ANH,
            ["II", "Ấp Cái Giá", 12],
            UT,
        ]
    )
    assert [row.captions for row in table.rows] == [("I. Ấp Sóc Đồn",), ("II. Ấp Cái Giá",)]


def test_person_named_like_a_unit_is_a_person() -> None:
    table = only(
        [HEAD, [1, "Tô Trung Hàm", 1971, "Kinh", None], [None, "Lâm Thị Ấp", 1980, None, None]]
    )
    assert names(table) == ["Tô Trung Hàm", "Lâm Thị Ấp"]


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


def test_header_repeated_on_each_page() -> None:
    table = only(
        [HEAD, ["Tổ số 1"], ANH, HEAD, UT, [], HEAD, ["(1)", "(2)", "(3)", "(4)", "(5)"], BAO]
    )
    assert names(table) == ["Lê Thị Ánh", "Kim Út", "Trần Bảo"]
    assert [row.captions for row in table.rows] == [("Tổ số 1",)] * 3
    assert [s.number for s in table.skipped] == [4, 7]


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


def test_two_tables_of_different_kind() -> None:
    first, second = tables(
        [
            HEAD,
            ANH,
            ["Tổng cộng: 1"],
            [],
            ["DANH SÁCH TỔ"],
            ["TT", "Tên tổ", "Địa bàn", "Ghi chú"],
            [1, "Tổ số 1", "Ấp Sóc Đồn", None],
        ]
    )
    assert names(first) == ["Lê Thị Ánh"]
    assert second.titles == ["DANH SÁCH TỔ"]
    assert names(second) == ["Tổ số 1"]


def test_two_tables_side_by_side() -> None:
    head: list[Value] = ["STT", "Họ và tên", "Năm sinh", None, "STT", "Họ và tên", "Năm sinh"]
    left, right = tables([head, [1, "Lê Ánh", 1985, None, 2, "Kim Út", 1990], [3, "Sơn Ca", 1980]])
    assert (names(left), names(right)) == (["Lê Ánh", "Sơn Ca"], ["Kim Út"])
    assert [column.letter for column in right.columns] == ["E", "F", "G"]


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


def test_numbered_caption_of_a_team() -> None:
    rows: list[list[Value]] = [
        HEAD,
        [1, "Tổ số 01"],
        [1, "Lê Ánh", 1985, "Kinh", None],
        [2, "Tổ số 02"],
        UT,
    ]
    assert [(row.cells[1].text, row.captions) for row in only(rows).rows] == [
        ("Lê Ánh", ("1. Tổ số 01",)),
        ("Kim Út", ("2. Tổ số 02",)),
    ]


def test_caption_with_a_count_beside_it() -> None:
    rows: list[list[Value]] = [
        HEAD,
        ["Tổ số 01", None, None, None, "12 người"],
        ANH,
        ["Tổ số 02", 3],
        UT,
    ]
    assert [row.captions for row in only(rows).rows] == [("Tổ số 01",), ("Tổ số 02",)]


def test_table_away_from_the_corner() -> None:
    table = only([[], [], [None, None, *HEAD], [None, None, *ANH], [None, None, None, "Tổng cộng"]])
    assert [column.letter for column in table.columns] == ["C", "D", "E", "F", "G"]
    assert names(table) == ["Lê Thị Ánh"]


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


def test_hidden_columns_are_marked() -> None:
    made = sheet([HEAD, ANH])
    made.hidden_columns = frozenset({2})
    assert [c.hidden for c in find_tables(made, members())[0].columns] == [
        False,
        False,
        True,
        False,
        False,
    ]


LEGACY: list[list[Value]] = [
    ["DANH SACH", "thành viên các tổ"],
    ["STT", "Họ và tên", "Ngày sinh", "Dân tộc", "Số CCCD", "Chức danh", "Ghi chú"],
    ["Câu lạc bộ số 03"],
    [1, "Nguyễn Văn Đức", "01/02/1985", "Kinh", 95061558789, "Tổ trưởng", None],
    [2, "Phạm Thị Hường", 1990, "Kinh", None, "Thành viên", "Đảng viên"],
    [None, "Tổng cộng: 2 thành viên"],
]


def written(encode: Callable[[str], str], skip: Sequence[int] = ()) -> list[list[Value]]:
    return [
        [encode(v) if isinstance(v, str) and r not in skip else v for v in row]
        for r, row in enumerate(LEGACY)
    ]


@pytest.mark.parametrize("encode", [tcvn3, vni])
@pytest.mark.parametrize("with_font", [True, False])
@pytest.mark.parametrize("modern", [[], [1], [0, 1, 2, 5]])
def test_legacy_texts_become_unicode(
    encode: Callable[[str], str], with_font: bool, modern: list[int]
) -> None:
    font = (".VnTime" if encode is tcvn3 else "VNI-Times") if with_font else ""
    made = sheet(written(encode, modern), font=font)
    for row in modern:
        made.fonts = {place: f for place, f in made.fonts.items() if place[0] != row}
    (table,) = find_tables(made, members())
    assert [column.path[0] for column in table.columns] == LEGACY[1]
    assert names(table) == ["Nguyễn Văn Đức", "Phạm Thị Hường"]
    assert [row.cells[5].value for row in table.rows] == ["Tổ trưởng", "Thành viên"]
    assert table.rows[1].cells[6].value == "Đảng viên"
    assert table.rows[0].captions == ("Câu lạc bộ số 03",)
    assert table.titles == ["DANH SACH", "thành viên các tổ"]
    assert [s.number for s in table.skipped] == [6]
    assert table.columns[1].encoding == (Encoding.TCVN3 if encode is tcvn3 else Encoding.VNI)


def test_one_legacy_column_beside_unicode_columns() -> None:
    people = [("Nguyễn Văn Đức", "Hội viên CCB"), ("Phạm Thị Hường", "Đảng viên"), ("Lê Ơn", "Hoà")]
    rows: list[list[Value]] = [["STT", "Họ và tên", "Ghi chú"]]
    rows += [[n, tcvn3(name), note] for n, (name, note) in enumerate(people, start=1)]
    table = only(rows)
    assert [(r.cells[1].text, r.cells[2].text) for r in table.rows] == people
    assert [c.encoding for c in table.columns][1:] == [Encoding.TCVN3, Encoding.UNICODE]


def test_texts_are_composed_and_tidy() -> None:
    rows: list[list[Value]] = [
        HEAD,
        [1, " Le\u0302 Thi\u0323  A\u0301nh\u00a0", 1985, "Kinh\u200b", "một\nhai"],
    ]
    row = only(rows).rows[0]
    assert [cell.value for cell in row.cells[1:]] == ["Lê Thị Ánh", 1985, "Kinh", "một\nhai"]


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


def test_cell_of_five_thousand_words() -> None:
    story = " ".join(["đường"] * 5000)
    table = only([HEAD, [1, "Lê Ánh", 1985, "Kinh", story]])
    assert table.rows[0].cells[4].text == story


def test_a_hundred_thousand_rows() -> None:
    head = [*HEAD, *(f"Cột {n}" for n in range(10))]
    line: list[Value] = ["Kinh", None, *["x"] * 10]
    table = only([head, *([n, f"Nguyễn Văn {n}", 1985, *line] for n in range(1, 100_001))])
    assert len(table.rows) == 100_000
    assert table.rows[-1].cells[1].text == "Nguyễn Văn 100000"


WORDS: list[Value] = [*HEAD, "Nam", "Tổng cộng", "I.", "Tổ 1", "NGƯỜI LẬP", "-nt-", "(1)", 1, 2, 3]
VALUES = st.none() | st.sampled_from(WORDS) | st.integers(0, 3000) | st.text(min_size=1, max_size=9)
BOXES = st.tuples(*[st.integers(0, 12), st.integers(0, 7)] * 2).map(
    lambda b: (min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
)


@given(
    st.lists(st.lists(VALUES, max_size=6), max_size=12),
    st.lists(BOXES, max_size=4, unique_by=lambda b: b[:2]),
)
def test_any_sheet_is_read_and_no_row_twice(rows: list[list[Value]], boxes: list[Box]) -> None:
    found = find_tables(Sheet("Trang", rows, sorted(boxes)), members())
    for table in found:
        numbers = [row.number for row in table.rows] + [s.number for s in table.skipped]
        assert len(numbers) == len(set(numbers))
        assert all(len(row.cells) == len(table.columns) for row in table.rows)


needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample workbooks are not here")


def sample(name: str, vocabulary: Vocabulary) -> list[Table]:
    (path,) = SAMPLES.glob(name)
    return [t for s in read_workbook(path).sheets for t in find_tables(s, vocabulary)]


@needs_samples
def test_sample_of_teams() -> None:
    (table,) = sample("01_*", teams())
    assert len(table.rows) == 42
    assert [column.path for column in table.columns][6:11] == [
        ("Quyết định thành lập", "Số"),
        ("Quyết định thành lập", "Ngày"),
        ("Số TV",),
        ("Tổ trưởng", "Họ và tên"),
        ("Tổ trưởng", "Điện thoại"),
    ]
    assert {s.reason for s in table.skipped} == {"hàng tổng cộng", "phần ký tên"}


@needs_samples
def test_sample_of_members() -> None:
    found = sample("02_*", members())
    assert len(found) == 10
    assert sum(len(table.rows) for table in found) == 446
    assert all(row.captions and table.titles for table in found for row in table.rows)
    assert len({row.captions for table in found for row in table.rows}) == 42
    old = found[1]
    assert old.titles == ["Danh sách thành viên các tổ tự quản", "Khóm 2, xã Hưng Hội"]
    assert names(old)[:4] == ["Nguyễn Tấn Phước", "Phạm Đức Việt", "Nguyễn Chí Phụng", "Lâm Thị Ân"]
    assert "Nguyễn Quốc Đình" in names(old)


@needs_samples
@pytest.mark.parametrize(
    ("name", "count"), [("03_*", 30), ("04_*", 64), ("05_*", 37), ("06_*", 13)]
)
def test_other_samples(name: str, count: int) -> None:
    (table,) = sample(name, members())
    assert len(table.rows) == count
    assert len(table.titles) > 1
