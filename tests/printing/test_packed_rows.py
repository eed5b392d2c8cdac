"""Packed rows: the same rows in the same order, in a part of the memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Sequence

import pytest

from printing.packed_rows import ROWS, PackedRows


def made(count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        yield (f"Nguyễn Thị Ước {number}", f"0960{number:08d}", "Ấp Nội Ô\x1f\n", "")


@pytest.mark.parametrize("count", [0, 1, ROWS - 1, ROWS, ROWS + 1, 3 * ROWS])
def test_rows_come_back_as_they_were(count: int) -> None:
    plain, packed = list(made(count)), PackedRows(made(count))
    assert len(packed) == count
    assert bool(packed) == bool(count)
    assert list(packed) == plain
    assert [packed[place] for place in range(count)] == plain
    assert [packed[-place] for place in range(1, count + 1)] == plain[::-1]
    assert packed[1 : ROWS + 9 : 7] == plain[1 : ROWS + 9 : 7]


@pytest.mark.parametrize("place", [300, -301])
def test_no_row_stands_past_the_ends(place: int) -> None:
    packed = PackedRows(made(300))
    with pytest.raises(IndexError):
        packed[place]


def test_two_readers_do_not_disturb_each_other() -> None:
    packed, plain = PackedRows(made(3 * ROWS)), list(made(3 * ROWS))
    assert [(row, packed[-1], packed[0]) for row in packed] == [
        (row, plain[-1], plain[0]) for row in plain
    ]


def test_they_take_a_tenth_of_the_memory_of_a_list() -> None:
    def taken(hold: Callable[[Iterator[tuple[str, ...]]], Sequence[Sequence[str]]]) -> int:
        tracemalloc.start()
        try:
            held = hold(made(20_000))
            return tracemalloc.get_traced_memory()[0] if held else 0
        finally:
            tracemalloc.stop()

    assert taken(PackedRows) < taken(list) / 10
