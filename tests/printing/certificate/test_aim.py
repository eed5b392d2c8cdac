"""Four readings of a sheet put every word where it should be, on the printer that was measured."""

from __future__ import annotations

import pytest

from models.errors import UserError
from printing.calibration import CROSS_FROM_EDGE, STRAIGHT, aim_of, calibration_sheet
from printing.styles import LANDSCAPE
from tests.printing.certificate.designs_for_tests import page, printed
from tests.printing.pdf_marks import MM, read_pages

WIDTH, HEIGHT = LANDSCAPE.width, LANDSCAPE.height
Printer = tuple[float, float, float, float]
"""Millimetres to the right and down, and how much is stretched each way."""
PRINTERS: list[Printer] = [
    (0, 0, 1, 1),
    (1.5, -1.0, 1, 1),
    (-2.3, 0.8, 1.012, 0.991),
    (4, 5, 0.985, 1.02),
]


def misses(printer: Printer, x: float, y: float) -> tuple[float, float]:
    """Where a printer puts what should be at a place, millimetres from the upper left corner."""
    right, down, across, along = printer
    return right + across * x, down + along * y


def readings(printer: Printer) -> tuple[float, float, float, float]:
    """What a person measures on the sheet from the edges of the paper to the crosses."""
    left, top = misses(printer, CROSS_FROM_EDGE, CROSS_FROM_EDGE)
    right, bottom = misses(printer, WIDTH - CROSS_FROM_EDGE, HEIGHT - CROSS_FROM_EDGE)
    return left, WIDTH - right, top, HEIGHT - bottom


def places(pdf: bytes) -> dict[str, tuple[float, float]]:
    (sheet,) = read_pages(pdf)
    return {line.text: (line.x0 / MM, HEIGHT - line.y / MM) for line in sheet.lines}


@pytest.mark.parametrize("printer", PRINTERS)
def test_words_land_where_they_are_meant_to_a_tenth_of_a_millimetre(printer: Printer) -> None:
    aim = aim_of(LANDSCAPE, *readings(printer))
    meant = places(printed(page(), words_only=True))
    sent = places(printed(page(), words_only=True, aim=aim))
    assert meant.keys() == sent.keys()
    for words, place in sent.items():
        assert misses(printer, *place) == pytest.approx(meant[words], abs=0.1), words


def test_a_straight_printer_needs_nothing() -> None:
    aim = aim_of(LANDSCAPE, 20, 20, 20, 20)
    assert (aim.right, aim.down) == pytest.approx((0, 0))
    assert aim.scale == pytest.approx((1, 1))
    assert printed(page(), aim=STRAIGHT) == printed(page())


@pytest.mark.parametrize("wrong", [(20, 38, 20, 20), (20, 20, 2, 20)])
def test_a_page_that_was_fitted_to_the_paper_is_told(
    wrong: tuple[float, float, float, float],
) -> None:
    with pytest.raises(UserError, match="Đo lại từ mép giấy"):
        aim_of(LANDSCAPE, *wrong)


def test_the_sheet_has_its_crosses_at_twenty_millimetres() -> None:
    (sheet,) = read_pages(calibration_sheet("Canon LBP 2900", LANDSCAPE))
    across = {
        (round(rule.centre / MM, 1), round(rule.y / MM, 1))
        for rule in sheet.rules
        if rule.width / MM == pytest.approx(10, abs=0.1)
    }
    assert {(20, 20), (WIDTH - 20, 20), (20, HEIGHT - 20), (WIDTH - 20, HEIGHT - 20)} <= across
