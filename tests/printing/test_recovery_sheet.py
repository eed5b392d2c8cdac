"""The recovery sheet on paper: one page, every group in order, and what to do with it."""

from __future__ import annotations

from datetime import date

from printing.recovery_sheet import RecoverySheet, recovery_sheet
from tests.printing.pdf_marks import read_pages

KEY = "2DFV-NX50-X7Y8-VWYT-4HPZ-REM7-GPZZ-KPDT-BG0N-BGXN-K90E-9Z8R-56H9-ENXK-QSWE"
SHEET = RecoverySheet(
    "CÔNG AN TỈNH CÀ MAU",
    "CÔNG AN XÃ HƯNG HỘI",
    "Hưng Hội",
    date(2026, 11, 29),
    "Trần Minh Khang",
    KEY.split("-"),
)


def test_every_group_stands_in_its_box_in_order() -> None:
    (page,) = read_pages(recovery_sheet(SHEET))
    letters = [line for line in page.lines if line.size == 24]
    letters.sort(key=lambda line: (-line.y, line.x0))
    told = "".join(line.text.replace(" ", "") for line in letters)
    assert told == KEY.replace("-", "")
    numbers = {line.text for line in page.lines if line.size == 11}
    assert numbers == {str(number) for number in range(1, 16)}


def test_it_says_whose_it_is_and_what_to_do() -> None:
    (page,) = read_pages(recovery_sheet(SHEET))
    text = " ".join(line.text for line in page.lines)
    for words in (
        "CÔNG AN XÃ HƯNG HỘI",
        "PHIẾU KHÔI PHỤC",
        "Hưng Hội, ngày 29 tháng 11 năm 2026",
        "Trần Minh Khang",
        "Quên mật khẩu",
        "Nơi cất:",
    ):
        assert words in text
    assert min(line.y for line in page.lines) > 57, "above the lower margin"


def test_a_report_of_a_bug_never_shows_the_groups() -> None:
    assert "2DFV" not in repr(SHEET)
