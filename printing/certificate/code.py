"""A code's modules as runs of one path; the mask is fixed, since trying all eight is most work."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MASK: Final = 2
QUIET: Final = 4
"""Modules of empty border that a reader needs around the code."""

DARK: Final = re.compile(b"\x01+")

Runs = tuple[int, tuple[tuple[int, int, int], ...]]


@lru_cache(maxsize=8)
def modules(text: str) -> Runs:
    """Return how many modules a code has each way, and its dark runs as (first, row, length)."""
    import segno

    matrix = segno.make(text, error="m", mask=MASK, micro=False, boost_error=False).matrix
    runs = [
        (run.start(), row, run.end() - run.start())
        for row, bits in enumerate(matrix)
        for run in DARK.finditer(bits)
    ]
    return len(matrix), tuple(runs)


def draw_code(canvas: Canvas, text: str, left: float, bottom: float, size: float) -> None:
    """Draw a code with its quiet border into a square, points; a module is one unit of a scale."""
    count, runs = modules(text)
    step = size / (count + 2 * QUIET)
    x, top = left + QUIET * step, bottom + size - QUIET * step
    begin = f"q 0 g {step:.4f} 0 0 {-step:.4f} {x:.2f} {top:.2f} cm"
    parts = ["%d %d %d 1 re" % run for run in runs]  # noqa: UP031 - a third of the time
    canvas.addLiteral("\n".join((begin, *parts, "f Q")))
