"""Four readings typed into the window set a printer right, to a tenth of a millimetre on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, type_text
from tests.ui.paper.drawn import PORTRAIT, file_printer, job_of, read_lines
from ui.paper.book import A4, sheet_of, trial_sheet
from ui.paper.offset_box import OffsetBox
from ui.paper.offsets import NOWHERE, Feed, Offset, Offsets
from ui.paper.pdf import PageSize
from ui.paper.press import print_job
from ui.source import MemorySettings

NAME = "Canon LBP 2900"
FEED = Feed(NAME, "A4 đứng", "Khay 1")
CROSS = 20.0
Printer = tuple[float, float, float, float]
"""Millimetres to the right and down, and how much is stretched each way."""
PRINTERS: list[Printer] = [
    (1.5, -1.0, 1, 1),
    (-2.3, 0.8, 1.012, 0.991),
    (4, 5, 0.985, 1.02),
]


def misses(printer: Printer, offset: Offset, x: float, y: float) -> tuple[float, float]:
    """Where a printer puts a point of a page that it is sent with an offset."""
    right, down, across, along = printer
    return (
        right + across * (offset.across * x + offset.right),
        down + along * (offset.along * y + offset.down),
    )


def readings(printer: Printer, offset: Offset) -> tuple[float, float, float, float]:
    """What a person measures on the test page from the edges of the paper to the crosses."""
    left, top = misses(printer, offset, CROSS, CROSS)
    far = A4.width - CROSS, A4.height - CROSS
    right, bottom = misses(printer, offset, *far)
    return left, A4.width - right, top, A4.height - bottom


def type_readings(box: OffsetBox, told: tuple[float, float, float, float]) -> None:
    """Open the four fields and type what was measured, as a clerk does."""
    box.measure.click()
    for number, mm in zip(box.measures.edges, told, strict=True):
        number.setFocus()
        number.selectAll()
        type_text(number, f"{mm:.2f}".replace(".", ","))
        press(Qt.Key.Key_Return)
    box.measures.apply.click()


@pytest.fixture
def box(qtbot: QtBot) -> OffsetBox:
    box = OffsetBox()
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.show_offset(NOWHERE, NAME, FEED.paper)
    return box


@pytest.mark.parametrize("printer", PRINTERS)
def test_lines_land_where_they_are_meant_once_the_readings_are_typed(
    box: OffsetBox, tmp_path: Path, printer: Printer
) -> None:
    settings = MemorySettings()
    box.changed.connect(lambda offset: Offsets(settings).put(FEED, offset))
    type_readings(box, readings(printer, NOWHERE))
    kept = Offsets(settings).get(FEED)
    assert kept == box.offset() != NOWHERE
    job = job_of(PORTRAIT, dpi=600)
    sent = replace(job, sides=(replace(job.sides[0], offset=kept),))
    path = tmp_path / "out.pdf"
    print_job(NAME, file_printer(path), sent, lambda *_told: None)
    (page,) = read_lines(path)
    paper = [misses(printer, NOWHERE, x, y) for x, y in zip(page.across, page.down, strict=True)]
    for place, meant in zip(paper, ((10, 10), (200, 287)), strict=True):
        assert place == pytest.approx(meant, abs=0.1)


@pytest.mark.parametrize("printer", PRINTERS)
def test_a_second_test_page_sets_right_what_the_first_left(
    box: OffsetBox, printer: Printer
) -> None:
    before = Offset(0.7, -0.4, 1.003, 0.998)
    box.show_offset(before, NAME, FEED.paper)
    type_readings(box, readings(printer, before))
    for x, y in ((10, 10), (200, 287)):
        assert misses(printer, box.offset(), x, y) == pytest.approx((x, y), abs=0.1)
    settled = box.offset()
    type_readings(box, readings(printer, settled))
    assert box.offset().right == pytest.approx(settled.right, abs=0.11)
    assert box.offset().across == pytest.approx(settled.across, abs=0.0003)


def test_what_is_scaled_is_told_and_can_be_taken_back(box: OffsetBox) -> None:
    assert not box.scale.isVisible()
    type_readings(box, readings((0, 0, 1.01, 0.99), NOWHERE))
    assert box.scale.text() == "Co giãn: ngang 99,01 %, dọc 101,01 %."
    box.across.setFocus()
    press(Qt.Key.Key_Up)
    assert box.offset().scaled
    box.unscale.click()
    assert (box.offset().scaled, box.unscale.isVisible()) == (False, False)


def test_readings_no_printer_gives_are_refused_beside_their_fields(box: OffsetBox) -> None:
    heard: list[Offset] = []
    box.changed.connect(heard.append)
    type_readings(box, (20, 38, 20, 20))
    assert box.measures.error.text().startswith("Số đo theo chiều ngang lệch 11 %. Đo lại")
    assert (box.measures.isVisible(), box.offset(), heard) == (True, NOWHERE, [])


def test_the_test_page_is_as_large_as_the_page_that_is_shown() -> None:
    sheets = (PageSize(209.97, 297.03), PageSize(210, 148), PageSize(420, 297), PageSize(400, 300))
    whole = (A4, *sheets[1:])
    assert tuple(map(trial_sheet, sheets)) == whole
    names = ("A4 đứng", "A5 ngang", "A3 ngang", "400 × 300 mm")
    assert tuple(map(sheet_of, sheets)) == names


def test_readings_of_a_small_sheet_are_taken_for_that_sheet(box: OffsetBox) -> None:
    box.show_offset(NOWHERE, NAME, "A5 ngang", PageSize(210, 148))
    type_readings(box, (20, 20, 21.08, 21.08))
    assert box.offset().along == pytest.approx(108 / (148 - 2 * 21.08), abs=1e-3)
