"""Rows over pages: everything once and in order, nothing too high, the tail never alone."""

from __future__ import annotations

from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.paging import Cut, Rooms, paginate

ROOMS = Rooms(pad=5, line=10, first=200, other=300, tail=120)


def pages(lines: list[int], cuts: list[Cut]) -> list[list[tuple[int, int]]]:
    """The (row, lines) that stand on each page."""
    found = []
    for begin, end in pairwise(cuts):
        page = []
        for row in range(begin.row, end.row + (end.line > 0)):
            first = begin.line if row == begin.row else 0
            after = end.line if row == end.row else lines[row]
            page.append((row, after - first))
        found.append(page)
    return found


def height(page: list[tuple[int, int]]) -> float:
    return sum(ROOMS.height(lines) for _, lines in page)


@given(lines=st.lists(st.integers(1, 80), min_size=1, max_size=60))
def test_rows_stay_whole_in_order_and_within_the_page(lines: list[int]) -> None:
    cuts = paginate(array("l", lines), ROOMS)
    drawn = pages(lines, cuts)
    whole = [sum(n for page in drawn for r, n in page if r == row) for row in range(len(lines))]
    assert whole == lines
    assert all(height(page) <= ROOMS.other + 1e-6 for page in drawn)
    assert height(drawn[0]) <= ROOMS.first + 1e-6
    for row, count in enumerate(lines):
        parts = sum(any(r == row for r, _ in page) for page in drawn)
        room = ROOMS.other if row else ROOMS.first
        assert parts == 1 or ROOMS.height(count) > room or row == len(lines) - 1


@given(lines=st.lists(st.integers(1, 6), min_size=4, max_size=60))
def test_the_tail_fits_under_the_last_rows(lines: list[int]) -> None:
    drawn = pages(lines, paginate(array("l", lines), ROOMS))
    room = ROOMS.first if len(drawn) == 1 else ROOMS.other
    assert height(drawn[-1]) + ROOMS.tail <= room + 1e-6
    assert drawn[-1]


def test_three_rows_move_with_the_signature() -> None:
    cuts = paginate(array("l", [1] * 13), ROOMS)
    assert cuts == [Cut(0), Cut(10), Cut(13)]


def test_a_heading_goes_with_its_rows() -> None:
    lines = array("l", [1] * 60)
    assert paginate(lines, ROOMS, lambda row: row == 12)[1] == Cut(12)
    assert paginate(lines, ROOMS)[1] == Cut(13)
    assert paginate(array("l", [1] * 13), ROOMS, lambda row: row == 9)[1] == Cut(9)


def test_a_row_higher_than_a_page_is_divided_with_the_signature_under_its_end() -> None:
    cuts = paginate(array("l", [100]), ROOMS)
    assert cuts[0] == Cut(0)
    assert all(cut.row == 0 for cut in cuts[:-1])
    last = pages([100], cuts)[-1]
    assert height(last) + ROOMS.tail <= ROOMS.other


@pytest.mark.parametrize("lines", [[], [1], [3, 3]])
def test_short_lists_stay_on_one_page(lines: list[int]) -> None:
    assert paginate(array("l", lines), ROOMS) == [Cut(0), Cut(len(lines))]
