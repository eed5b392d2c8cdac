"""Width goes where words stand in tall stacks, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.columns import PrintColumn
from printing.styles import LANDSCAPE
from printing.table import Table

ROOM = LANDSCAPE.text_width
COLUMNS = (
    PrintColumn("Họ và tên", 3),
    PrintColumn("Năm sinh", 1.5, "centre"),
    PrintColumn("Nơi ở", 3),
    PrintColumn("Ghi chú", 1),
)
ROW = ("Sơn Chanh Tha", "2009", "Ấp Sóc Đồn", "")
REMARK = "Chưa đủ 18 tuổi, gia đình đồng ý cho tham gia tuyên truyền trong trường học"


def widths(table: Table) -> list[float]:
    return [after - before for before, after in pairwise(table.edges)]


def test_a_long_remark_does_not_stand_in_a_tall_narrow_cell() -> None:
    remarked = (*ROW[:3], REMARK)
    table = Table(COLUMNS, ROOM, [ROW] * 20 + [remarked], numbered=True)
    assert table.lines(remarked) <= 3
    assert table.lines(ROW) == 1


def test_one_very_long_remark_takes_what_the_others_have_to_spare() -> None:
    remarked = (*ROW[:3], " ".join([REMARK] * 12))
    plain = Table(COLUMNS, ROOM, [ROW] * 20)
    table = Table(COLUMNS, ROOM, [ROW] * 20 + [remarked])
    assert widths(table)[3] > 2 * widths(plain)[3]
    assert table.lines(remarked) < plain.lines(remarked) / 2


def test_a_remark_is_not_paid_for_by_many_rows() -> None:
    rows = [("Nguyễn Thị Kim Phượng Hoàng Anh", "1975", "Ấp Phú Tòng, xã Hưng Hội", "")] * 400
    table = Table(COLUMNS, 330, [*rows, (*ROW[:3], REMARK)])
    bare = Table(COLUMNS, 330, rows)
    assert table.lines(rows[0]) == bare.lines(rows[0])


def test_columns_that_fit_stay_as_their_shares_say() -> None:
    shares = Table(COLUMNS, ROOM)
    assert widths(Table(COLUMNS, ROOM, [ROW] * 9)) == pytest.approx(widths(shares))


def test_an_empty_column_keeps_room_to_be_written_in() -> None:
    rows = [(REMARK, "2009", REMARK, "")] * 9
    assert widths(Table(COLUMNS, ROOM, rows))[3] >= widths(Table(COLUMNS, ROOM))[3] / 2 - 0.01


CELLS = st.text(st.sampled_from("aạW \n"), max_size=60)


@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=12))
def test_widths_fill_the_room_whatever_the_rows_say(rows: list[tuple[str, ...]]) -> None:
    found = widths(Table(COLUMNS, ROOM, rows, numbered=True))
    assert sum(found) == pytest.approx(ROOM)
    assert min(found) > 0
