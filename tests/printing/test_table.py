"""Widths, sizes and headings of tables."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.columns import LEAST_SIZE, Band, PrintColumn, fitting_size, spread, total_band
from printing.styles import LANDSCAPE
from printing.table import Table
from printing.wrap import REMEMBERED

ROOM = LANDSCAPE.text_width
WEIGHTS = st.lists(st.floats(0.1, 10), min_size=1, max_size=12)


@given(shares=WEIGHTS, part=st.floats(0.1, 3))
def test_widths_fill_the_room_and_respect_the_least(shares: list[float], part: float) -> None:
    least = [ROOM * part / len(shares)] * len(shares)
    widths = spread(shares, least, ROOM)
    assert sum(widths) == pytest.approx(ROOM)
    assert part > 1 or all(width >= low - 1e-6 for width, low in zip(widths, least, strict=True))


def test_short_words_widen_their_column_and_long_ones_do_not() -> None:
    columns = (PrintColumn("A", 1), PrintColumn("B", 40))
    narrow = Table(columns, 200, [("a" * 30, "b")])
    wide = Table(columns, 200, [("14/03/2019", "b")])
    assert wide.edges[1] > narrow.edges[1]
    assert wide.lines(("14/03/2019", "b")) == 1


def test_many_columns_take_a_smaller_size_down_to_the_least() -> None:
    assert Table([PrintColumn("Cột", 1)] * 3, ROOM).size == 13
    assert Table([PrintColumn("Cột", 1)] * 12, ROOM).size == 12
    crowd = [PrintColumn("Nghiêng", 1)] * 17
    assert 8 <= Table(crowd, ROOM).size < 12
    wide = [PrintColumn("W" * 14, 1)] * 20
    size, least = fitting_size(wide, [set()] * 20, ROOM)
    assert size == LEAST_SIZE
    assert sum(least) > ROOM
    assert Table(wide, ROOM).edges[-1] == pytest.approx(ROOM)


def test_a_heading_has_two_levels_where_columns_share_one() -> None:
    columns = [PrintColumn("Tên", 2), *(PrintColumn(("Năm sinh", s), 1) for s in ("Nam", "Nữ"))]
    heading = Table(columns, 300).heading
    top = {word.text: word.y for word in heading.words}
    assert top["Năm sinh"] < top["Tên"] < top["Nam"] == top["Nữ"]
    inner = [rule for rule in heading.rules if rule.y0 == rule.y1 and 0 < rule.y0 < heading.height]
    assert len(inner) == 1
    assert inner[0].x0 > 0


def test_a_band_runs_to_its_first_figure() -> None:
    table = Table([PrintColumn(str(n), 1, "right") for n in range(5)], 400, numbered=True)
    pieces = table.band(Band("I. Nhóm", ("", "", "7")))
    assert [piece[:2] for piece in pieces] == [(0, 3), (3, 4), (4, 5), (5, 6)]
    assert table.band(Band("I. Nhóm"))[0][:2] == (0, 6)
    assert table.lines(Band("nhóm " * 60)) > 1


def test_the_row_of_totals_is_a_centred_band() -> None:
    assert total_band(None) is None
    band = total_band(("", "Cộng", "", "12"))
    assert band is not None
    assert (band.text, band.cells, band.centred) == ("Cộng", ("", "", "", "12"), True)


def test_the_memory_of_broken_cells_is_bounded() -> None:
    table = Table([PrintColumn("A", 1)], 60)
    for number in range(REMEMBERED + 5):
        table.lines((f"ấp số {number} xã",))
    assert len(table._broken) <= REMEMBERED


def test_edges_never_go_back() -> None:
    table = Table([PrintColumn("A", 0), PrintColumn("B", 1)], 300)
    assert all(after > before for before, after in pairwise(table.edges))
