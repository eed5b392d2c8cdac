"""Tables are found as offices write them: every record once, everything else set aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exchange.cells import Box, Sheet, Value
from models.exchange.headers import Vocabulary
from models.exchange.tables import Table, find_tables
from models.exchange.workbook import read_workbook
from tests.models.exchange.sheets import ANH, HEAD, UT, names, only, sheet, tables
from tests.models.exchange.vocabularies import members, teams
from tests.models.samples import SAMPLE_WORKBOOKS, needs_sample_workbooks


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


def test_table_away_from_the_corner() -> None:
    table = only([[], [], [None, None, *HEAD], [None, None, *ANH], [None, None, None, "Tổng cộng"]])
    assert [column.letter for column in table.columns] == ["C", "D", "E", "F", "G"]
    assert names(table) == ["Lê Thị Ánh"]


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


def sample(name: str, vocabulary: Vocabulary) -> list[Table]:
    (path,) = SAMPLE_WORKBOOKS.glob(name)
    return [t for s in read_workbook(path).sheets for t in find_tables(s, vocabulary)]


@needs_sample_workbooks
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


@needs_sample_workbooks
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


@needs_sample_workbooks
@pytest.mark.parametrize(
    ("name", "count"), [("03_*", 30), ("04_*", 64), ("05_*", 37), ("06_*", 13)]
)
def test_other_samples(name: str, count: int) -> None:
    (table,) = sample(name, members())
    assert len(table.rows) == count
    assert len(table.titles) > 1
