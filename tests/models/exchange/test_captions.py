"""Rows that name a section are no records, and the records below know their sections."""

from __future__ import annotations

from models.exchange.cells import Value
from tests.models.exchange.sheets import ANH, BAO, HEAD, UT, names, only


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
