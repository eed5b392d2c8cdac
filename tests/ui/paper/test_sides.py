"""The order of pages on both sides of sheets, checked by putting the pile together again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.paper.sides import backs, fronts, on_both_sides

Page = tuple[str, int]


def paper_of(page: Page) -> str:
    return page[0]


def test_every_paper_begins_on_a_sheet_of_its_own() -> None:
    pages = [("a", 1), ("a", 2), ("a", 3), ("b", 1)]
    sides = on_both_sides(pages, paper_of)
    assert sides == [("a", 1), ("a", 2), ("a", 3), None, ("b", 1), None]
    assert fronts(sides) == [("a", 1), ("a", 3), ("b", 1)]
    assert backs(sides) == [None, None, ("a", 2)]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 99))))
def test_the_turned_pile_reads_in_order(pages: list[Page]) -> None:
    sides = on_both_sides(pages, paper_of)
    front, back = fronts(sides), backs(sides)
    assert len(front) == len(back)
    sheets = zip(front, reversed(back), strict=True)
    read = [side for sheet in sheets for side in sheet if side is not None]
    assert read == pages
    for one, other in zip(front, reversed(back), strict=True):
        assert one is not None
        assert other is None or paper_of(one) == paper_of(other)
