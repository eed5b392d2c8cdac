"""Where elements go when they are moved and sized: steps of half a millimetre, lines to hold to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from printing.certificate.template import Code, Line, Picture, Seal, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from printing.certificate.layers import Box
    from printing.certificate.template import Element, Template

STEP, LONG_STEP = 0.5, 5.0
"""Millimetres that an arrow key moves, without and with Shift."""
LEAST_WIDTH, LEAST_SIDE = 5.0, 3.0
SHARES = {"left": 0.0, "centre": 0.5, "right": 1.0}


class Grip(StrEnum):
    """The points by which an element in hand is made larger and smaller."""

    LEFT = "left"
    RIGHT = "right"
    CORNER = "corner"


@dataclass(frozen=True, slots=True)
class Held:
    """A place, and the lines it holds to: upright ones by x and level ones by y, millimetres."""

    x: float
    y: float
    upright: float | None = None
    level: float | None = None


def moved(template: Template, element: Element, x: float, y: float) -> Element:
    """Return an element elsewhere, its point on the page still."""
    return replace(
        element,
        x=round(min(max(x, 0.0), template.width), 2),
        y=round(min(max(y, 0.0), template.height), 2),
    )


def grips(element: Element) -> tuple[Grip, ...]:
    """Return the points by which an element can be sized."""
    if isinstance(element, Text | Line):
        return (Grip.LEFT, Grip.RIGHT)
    return (Grip.CORNER,)


def frame(element: Element, box: Box) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what an element may take, in millimetres."""
    if isinstance(element, Text):
        left = element.x - element.width * SHARES[element.anchor]
        return left, box.top, element.width, box.height
    return box.left, box.top, box.width, box.height


def pulled(template: Template, element: Element, grip: Grip, by: tuple[float, float]) -> Element:
    """Return an element sized by pulling a grip so many millimetres; the other side stays."""
    across, down = by
    if isinstance(element, Code | Seal):
        size = _stepped(element.size + max(across, down), LEAST_SIDE, template.height)
        x = element.x + (size - element.size) * SHARES[element.anchor]
        return replace(element, size=size, x=round(x, 2))
    wide = getattr(element, "width", LEAST_WIDTH)
    width = _stepped(wide + (-across if grip is Grip.LEFT else across), LEAST_WIDTH, template.width)
    share = SHARES[element.anchor]
    x = element.x + (width - wide) * (share - 1 if grip is Grip.LEFT else share)
    values: dict[str, Any] = {"width": width}
    if isinstance(element, Picture):
        values["height"] = _stepped(element.height + down, LEAST_SIDE, template.height)
    return replace(moved(template, element, x, element.y), **values)


def _stepped(value: float, least: float, most: float) -> float:
    return round(min(max(round(value / STEP) * STEP, least), most), 2)


def agreeing(element: Element, name: str, value: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a value of an element with those that must change along with it.

    Letters never shrink to more than their size; an element held at another point stays where it
    is.
    """
    values = {name: value}
    if name == "size" and isinstance(element, Text):
        values["floor"] = min(element.floor, value)
    elif name == "floor" and isinstance(element, Text):
        values["size"] = max(element.size, value)
    elif name == "anchor":
        width = getattr(element, "width", getattr(element, "size", 0.0))
        values["x"] = round(element.x + width * (SHARES[value] - SHARES[element.anchor]), 2)
    return values


def held(template: Template, place: int, at: tuple[float, float], margin: float,
         near: float) -> Held:  # fmt: skip
    """Return where an element goes that is dragged to a point.

    It holds to the middle of the page, its margins, and the points of other elements that are
    nearer than `near` millimetres; else it goes by half millimetres.
    """
    x, y = at
    others = [one for other, one in enumerate(template.elements) if other != place]
    upright = _nearest(
        x, [template.width / 2, margin, template.width - margin, *(one.x for one in others)], near
    )
    level = _nearest(
        y, [template.height / 2, margin, template.height - margin, *(one.y for one in others)], near
    )
    return Held(
        round(x / STEP) * STEP if upright is None else upright,
        round(y / STEP) * STEP if level is None else level,
        upright,
        level,
    )


def _nearest(value: float, lines: Sequence[float], near: float) -> float | None:
    best = min(lines, key=lambda line: abs(line - value))
    return best if abs(best - value) <= near else None


def under(boxes: Sequence[Box], x: float, y: float, slack: float) -> int:
    """Return the place of the element at a point, the smallest where several are; -1 for none."""
    hit = [
        (box.width * box.height, -place)
        for place, box in enumerate(boxes)
        if -slack <= x - box.left <= box.width + slack
        and -slack <= y - box.top <= box.height + slack
    ]
    return -min(hit)[1] if hit else -1


def boxes_at(template: Template, drawn: Template, boxes: Sequence[Box]) -> list[Box]:
    """Return boxes as they are now, of a design that was drawn a moment ago in another state.

    What was only moved takes its box along; what was not drawn yet has none.
    """
    found = []
    for place, one in enumerate(template.elements[: len(boxes)]):
        box, before = boxes[place], drawn.elements[place]
        found.append(replace(box, left=box.left + one.x - before.x, top=box.top + one.y - before.y))
    return found
