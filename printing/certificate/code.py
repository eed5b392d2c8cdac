"""A code's modules as runs of one path; the mask is fixed, since trying all eight is most work."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MASK: Final = 2
QUIET: Final = 4
"""Modules of empty border that a reader needs around the code."""

Runs = tuple[int, tuple[tuple[int, int, int], ...]]


@lru_cache(maxsize=8)
def modules(text: str) -> Runs:
    """Return how many modules a code has each way, and its dark runs as (row, first, length)."""
    import segno

    matrix = segno.make(text, error="m", mask=MASK, micro=False, boost_error=False).matrix
    runs = [
        (row, at - length, length)
        for row, bits in enumerate(matrix)
        for dark, length, at in _runs(bits)
        if dark
    ]
    return len(matrix), tuple(runs)


def _runs(bits: bytearray) -> list[tuple[int, int, int]]:
    """Return the runs of equal modules in a row: their shade, length and end."""
    found, at = [], 0
    for dark, run in groupby(bits):
        length = sum(1 for _ in run)
        at += length
        found.append((dark, length, at))
    return found


def draw_code(canvas: Canvas, text: str, left: float, bottom: float, size: float) -> None:
    """Draw a code with its quiet border into a square, points."""
    count, runs = modules(text)
    step = size / (count + 2 * QUIET)
    top = bottom + size - QUIET * step
    x0 = left + QUIET * step
    parts = [
        f"{x0 + first * step:.2f} {top - (row + 1) * step:.2f} {length * step:.2f} {step:.2f} re"
        for row, first, length in runs
    ]
    canvas.addLiteral("\n".join(("q 0 g", *parts, "f Q")))
