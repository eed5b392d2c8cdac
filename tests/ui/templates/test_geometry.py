"""Where elements go: half millimetres, lines to hold to, sides that stay while one is pulled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from printing.certificate.layers import Box
from printing.certificate.template import Code, Picture, Text
from tests.printing.certificate.designs_for_tests import FESTIVE, named
from ui.templates.geometry import (
    SHARES,
    Grip,
    agreeing,
    boxes_at,
    frame,
    grips,
    held,
    moved,
    pulled,
    under,
)

PAGE = named(FESTIVE)
TEXT = Text(text="A", x=100, y=50, width=60)


def left_of(one: Any) -> float:
    return float(one.x - getattr(one, "width", getattr(one, "size", 0)) * SHARES[one.anchor])


@pytest.mark.parametrize("anchor", ["left", "centre", "right"])
@pytest.mark.parametrize(("grip", "by"), [(Grip.RIGHT, 10.2), (Grip.LEFT, -10.2)])
def test_the_other_side_stays_while_one_is_pulled(anchor: Any, grip: Grip, by: float) -> None:
    before = replace(TEXT, anchor=anchor)
    after = pulled(PAGE, before, grip, (by, 3))
    assert isinstance(after, Text)
    assert (after.width, after.y) == (70, 50)
    left, right = left_of(after), left_of(after) + after.width
    stays = left_of(before) if grip is Grip.RIGHT else left_of(before) + 60
    assert (left if grip is Grip.RIGHT else right) == pytest.approx(stays)


def test_pictures_and_squares_are_pulled_by_their_corner() -> None:
    photo = Picture(x=50, y=50, slot="photo", width=30, height=40, anchor="left")
    assert grips(photo) == grips(Code(x=1, y=1)) == (Grip.CORNER,)
    larger = pulled(PAGE, photo, Grip.CORNER, (2.6, -5.1))
    assert isinstance(larger, Picture)
    assert (larger.x, larger.y, larger.width, larger.height) == (50, 50, 32.5, 35)
    square = pulled(PAGE, Code(x=50, y=50, size=20), Grip.CORNER, (1, 4))
    assert isinstance(square, Code)
    assert (square.size, square.x) == (24, 52)
    least = pulled(PAGE, square, Grip.CORNER, (-99, -99))
    assert isinstance(least, Code)
    assert least.size == 3


def test_nothing_leaves_the_page() -> None:
    away = moved(PAGE, TEXT, -5, 999)
    assert (away.x, away.y) == (0, PAGE.height)


def test_a_dragged_element_holds_to_lines_and_else_goes_by_halves() -> None:
    at = held(PAGE, 0, (149.2, 33.3), 21.3, near=1.5)
    assert (at.x, at.upright, at.y, at.level) == (148.5, 148.5, 33.5, None)
    at = held(PAGE, 0, (149.2, 22.0), 21.3, near=0)
    assert (at.x, at.upright, at.y, at.level) == (149.0, None, 22.0, None)
    assert held(PAGE, 0, (30, 22.0), 21.3, near=1.5).level == 21.3


def test_values_that_hang_together_agree() -> None:
    assert agreeing(TEXT, "size", 8.0) == {"size": 8.0, "floor": 8.0}
    assert agreeing(TEXT, "floor", 20.0) == {"floor": 20.0, "size": 20.0}
    assert agreeing(TEXT, "anchor", "left") == {"anchor": "left", "x": 70.0}
    assert agreeing(TEXT, "text", "B") == {"text": "B"}


def test_the_smallest_of_several_is_hit() -> None:
    boxes = [Box(0, 0, 100, 100), Box(40, 40, 10, 10), Box(200, 0, 1, 1)]
    assert [under(boxes, x, y, 1) for x, y in ((45, 45), (10, 10), (150, 50), (199.2, 0))] == [
        1, 0, -1, 2,
    ]  # fmt: skip
    assert frame(TEXT, Box(90, 45, 20, 7)) == (70, 45, 60, 7)


def test_boxes_go_along_with_what_is_moved() -> None:
    boxes = [Box(float(at), 0, 1, 1) for at in range(len(PAGE.elements))]
    first = replace(PAGE.elements[0], x=PAGE.elements[0].x + 3)
    now = replace(PAGE, elements=(first, *PAGE.elements[1:], TEXT))
    found = boxes_at(now, PAGE, boxes)
    assert len(found) == len(PAGE.elements)
    assert (found[0].left, found[1].left) == (3, 1)
    assert len(boxes_at(replace(PAGE, elements=()), PAGE, boxes)) == 0
