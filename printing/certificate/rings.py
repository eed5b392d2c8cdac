"""Rings of the bronze drum, each drawn the cheapest way a PDF knows; millimetres throughout.

A ring of dots is one circle with round dashes, a comb is one thick dashed circle: a third fewer
bytes and less work than drawing every mark.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Point = tuple[float, float]
BIRD: Final = (
    (-1.30, 0.10), (-0.84, 0.13), (-0.72, 0.22), (-0.56, 0.20), (-0.66, 0.36), (-0.46, 0.23),
    (-0.36, 0.08), (-0.14, 0.12), (-0.02, 0.20), (0.00, 0.52), (0.18, 0.88), (0.52, 1.06),
    (0.50, 0.70), (0.42, 0.34), (0.40, 0.14), (0.66, 0.10), (1.20, 0.24), (1.02, 0.06),
    (1.30, -0.02), (1.00, -0.10), (1.14, -0.26), (0.62, -0.16), (0.34, -0.14), (0.52, -0.32),
    (0.24, -0.20), (-0.04, -0.18), (-0.34, -0.10), (-0.56, 0.06), (-0.74, 0.04),
)  # fmt: skip
"""A crane in flight, seen from the side with a wing raised; its beak to the left, 2.6 long."""
BIRDS: Final = 11


def at(radius: float, turn: float, centre: Point = (0, 0)) -> Point:
    """Return the point of a circle at a part of a full turn, from the right counterclockwise."""
    return centre[0] + radius * cos(2 * pi * turn), centre[1] + radius * sin(2 * pi * turn)


def polygon(canvas: Canvas, points: list[Point], *, stroke: int = 0, fill: int = 1) -> None:
    """Draw a closed shape."""
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)


def circle(canvas: Canvas, radius: float, centre: Point = (0, 0), *, fill: int = 0) -> None:
    """Draw a circle, or a disc."""
    canvas.circle(*centre, radius, stroke=1 - fill, fill=fill)


def dots(canvas: Canvas, radius: float, count: int, thick: float) -> None:
    """Draw a ring of dots."""
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineWidth(thick)
    gap = 2 * pi * radius / count
    canvas.setDash([0.01, gap - 0.01])
    circle(canvas, radius)
    canvas.restoreState()


def comb(canvas: Canvas, inner: float, outer: float, count: int, share: float = 0.35) -> None:
    """Draw a ring of short radial strokes between two radii."""
    canvas.saveState()
    canvas.setLineWidth(outer - inner)
    radius = (inner + outer) / 2
    step = 2 * pi * radius / count
    canvas.setDash([step * share, step * (1 - share)])
    circle(canvas, radius)
    canvas.restoreState()


def teeth(canvas: Canvas, inner: float, outer: float, count: int) -> None:
    """Draw a ring of saw teeth that point outwards."""
    path = canvas.beginPath()
    for place in range(count):
        path.moveTo(*at(inner, place / count))
        path.lineTo(*at(outer, (place + 0.5) / count))
        path.lineTo(*at(inner, (place + 1) / count))
        path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def spirals(canvas: Canvas, radius: float, size: float, count: int) -> None:
    """Draw a ring of concentric circles, each joined to the next by a tangent."""
    path = canvas.beginPath()
    for place in range(count):
        centre = at(radius, place / count)
        for part in (1.0, 0.56, 0.22):
            path.circle(*centre, size * part)
        path.moveTo(*at(radius + size, place / count))
        path.lineTo(*at(radius - size, (place + 1) / count))
    canvas.drawPath(path, stroke=1, fill=0)


def star(canvas: Canvas, radius: float, rays: int, waist: float, *, fill: int = 1) -> None:
    """Draw a star whose hollows lie at a part of its radius."""
    points = [
        at(radius * (1 if place % 2 == 0 else waist), 0.25 + place / (2 * rays))
        for place in range(2 * rays)
    ]
    polygon(canvas, points, fill=fill, stroke=1 - fill)


def birds(canvas: Canvas, radius: float, size: float) -> None:
    """Draw cranes that fly round one behind another."""
    path = canvas.beginPath()
    for place in range(BIRDS):
        turn = place / BIRDS
        angle = 2 * pi * turn + pi / 2
        centre = at(radius, turn)
        for number, (x, y) in enumerate(BIRD):
            along, out = -x * size, -y * size
            point = (
                centre[0] + along * cos(angle) - out * sin(angle),
                centre[1] + along * sin(angle) + out * cos(angle),
            )
            (path.lineTo if number else path.moveTo)(*point)
        path.close()
    canvas.drawPath(path, stroke=0, fill=1)
