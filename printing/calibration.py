"""The sheet that shows how far a printer misses: four crosses and two scales in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from models.errors import UserError
from printing import styles
from printing.fonts import REGULAR
from printing.page import finished, new_canvas
from printing.sketch import Column, Sketch
from printing.styles import LANDSCAPE, MM, PORTRAIT, Paper, Style
from printing.wrap import ruler

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CROSS_FROM_EDGE: Final = 20.0
"""Millimetres from both edges of the sheet to the middle of each cross."""
CROSS_ARM: Final = 5.0
SCALE_FROM_EDGE: Final = 50.0
SCALE_LONG: Final = 100
"""Millimetres that each scale shows where the sheet has room for so many."""
TICKS: Final = {0: 5.0, 5: 3.5}
"""Length of the tick at full and half centimetres, in millimetres; the others are short."""
SHORT_TICK: Final = 2.0
FIGURES: Final = Style(REGULAR, 9)
WORDS: Final = Style(REGULAR, 12)
STEPS: Final = (
    "In đúng khổ giấy, không chọn “vừa trang”.",
    "Đo từ mép giấy đến tâm dấu thập ở bốn góc: đúng là 20 mm mỗi chiều.",
    "Nhập các số đo được vào độ lệch của máy in này. Mỗi thước phải dài đúng {long} mm.",
)


def calibration_paper(width: float, height: float) -> Paper:
    """The sheet of a size in millimetres, with the margins of the program's own that lies so."""
    return replace(LANDSCAPE if width > height else PORTRAIT, width=width, height=height)


def scale_of(paper: Paper) -> int:
    """How many millimetres both scales show on a sheet, in full centimetres."""
    room = min(paper.width, paper.height) - SCALE_FROM_EDGE - CROSS_FROM_EDGE
    return min(SCALE_LONG, int(room / 10) * 10)


def calibration_sheet(printer: str, paper: Paper = PORTRAIT) -> bytes:
    """The PDF of the sheet; UserError when the name of the printer cannot be printed."""
    canvas = new_canvas(paper, "Trang in thử")
    canvas.setLineWidth(styles.GRID)
    for x in (CROSS_FROM_EDGE, paper.width - CROSS_FROM_EDGE):
        for y in (CROSS_FROM_EDGE, paper.height - CROSS_FROM_EDGE):
            _cross(canvas, x * MM, y * MM)
    long = scale_of(paper)
    for place in range(long + 1):
        _tick(canvas, place)
    words = Sketch()
    column = Column(words, paper.width * MM / 2, paper.text_width - 20 * MM)
    column.add("TRANG IN THỬ", styles.KIND)
    for line in (printer, *STEPS):
        column.add(line.replace("{long}", str(long)), WORDS)
    words.draw(canvas, 0, (paper.height / 2 + 20) * MM)
    return finished(canvas)


def _cross(canvas: Canvas, x: float, y: float) -> None:
    """A fine cross whose middle is measured; points."""
    arm = CROSS_ARM * MM
    canvas.lines([(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)])


def _tick(canvas: Canvas, place: int) -> None:
    """One millimetre of both scales, which run right and up from their corner."""
    start, along = CROSS_FROM_EDGE * MM, (SCALE_FROM_EDGE + place) * MM
    tick = TICKS.get(place % 10, SHORT_TICK) * MM
    canvas.lines([(along, start, along, start + tick), (start, along, start + tick, along)])
    if place % 10 == 0:
        figure, measure = str(place), ruler(FIGURES.face, FIGURES.size)
        canvas.setFont(FIGURES.face, FIGURES.size)
        canvas.drawString(along - measure.width(figure) / 2, start + tick + 2, figure)
        canvas.drawString(start + tick + 2, along - FIGURES.size / 3, figure)


@dataclass(frozen=True)
class Aim:
    """How a print is moved and scaled so that it lands where it should.

    Attributes:
        right: millimetres to the right.
        down: millimetres downwards.
        scale: across and down the sheet, both from the upper left corner.
    """

    right: float = 0.0
    down: float = 0.0
    scale: tuple[float, float] = (1.0, 1.0)


STRAIGHT: Final = Aim()
MOST_SCALE: Final = 0.05
"""A printer that stretches by more fits the page to its paper; that is set right there."""


def aim_of(paper: Paper, left: float, right: float, top: float, bottom: float) -> Aim:
    """The aim of a printer from the four distances measured on its calibration sheet.

    Args:
        paper: the sheet it was printed on.
        left: millimetres from the left edge of the paper to the crosses near it.
        right: the same from the right edge.
        top: the same from the upper edge.
        bottom: the same from the lower edge.

    Raises:
        UserError: no printer misses by so much; what to look at is told.
    """
    across, from_left = _axis(paper.width, left, right)
    along, from_top = _axis(paper.height, top, bottom)
    for name, factor in (("ngang", across), ("dọc", along)):
        if abs(factor - 1) > MOST_SCALE:
            raise UserError(
                f"Số đo theo chiều {name} lệch {abs(factor - 1) * 100:.0f} %. Đo lại từ mép giấy "
                "đến tâm dấu thập, và in đúng khổ, không chọn “vừa trang”."
            )
    return Aim(-from_left / across, -from_top / along, (1 / across, 1 / along))


def _axis(length: float, near: float, far: float) -> tuple[float, float]:
    """How much a printer stretches one way, and where it puts what should be at the edge."""
    factor = (length - near - far) / (length - 2 * CROSS_FROM_EDGE)
    return factor, near - CROSS_FROM_EDGE * factor
