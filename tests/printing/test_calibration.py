"""The sheet for testing a printer: crosses where they are said to be, scales of true length."""

from __future__ import annotations

import pytest

from models.errors import UserError
from printing.calibration import calibration_paper, calibration_sheet
from printing.styles import LANDSCAPE, MM, PORTRAIT, Paper
from tests.printing.pdf_marks import read_pages

SIZES = {"A5": (148, 210), "A5 across": (210, 148), "A3": (297, 420), "larger": (400, 300)}
OTHERS = [calibration_paper(*size) for size in SIZES.values()]


@pytest.mark.parametrize("paper", [PORTRAIT, LANDSCAPE, *OTHERS])
def test_the_crosses_stand_twenty_millimetres_from_the_edges(paper: Paper) -> None:
    (page,) = read_pages(calibration_sheet("Canon LBP 2900", paper))
    arms = [rule for rule in page.rules if abs(rule.width - 10 * MM) < 0.01]
    places = {(round(rule.centre / MM), round(rule.y / MM)) for rule in arms}
    wide, high = round(paper.width), round(paper.height)
    assert places == {(20, 20), (20, high - 20), (wide - 20, 20), (wide - 20, high - 20)}


def test_the_scale_is_a_hundred_millimetres_long() -> None:
    (page,) = read_pages(calibration_sheet("Canon LBP 2900"))
    ticks = sorted(rule.y / MM for rule in page.rules if abs(rule.x0 / MM - 20) < 0.01)
    assert ticks[-1] - ticks[0] == pytest.approx(100, abs=0.01)
    texts = [line.text for line in page.lines]
    assert "Canon LBP 2900" in texts
    assert texts.count("100") == 2


def test_the_sheets_of_the_program_are_those_of_their_sizes() -> None:
    assert (calibration_paper(210, 297), calibration_paper(297, 210)) == (PORTRAIT, LANDSCAPE)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_on_another_sheet_the_scales_end_before_its_crosses_and_nothing_is_cut(
    size: tuple[int, int],
) -> None:
    long = 70 if min(size) == 148 else 100
    (page,) = read_pages(calibration_sheet("Canon LBP 2900", calibration_paper(*size)))
    ticks = sorted(rule.y / MM for rule in page.rules if abs(rule.x0 / MM - 20) < 0.01)
    assert ticks[-1] - ticks[0] == pytest.approx(long, abs=0.01)
    assert ticks[-1] <= size[1] - 20
    words = " ".join(line.text for line in page.lines)
    assert f"dài đúng {long} mm" in words
    assert all(line.x0 > 0 and line.x1 < size[0] * MM for line in page.lines)


def test_a_printer_with_a_strange_name_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="không in được"):
        calibration_sheet("プリンタ")
