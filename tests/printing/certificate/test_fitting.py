"""Words are shrunk to their floor, then set on even lines, then told of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from printing.certificate.fitting import filled, first_line, fitted
from printing.certificate.template import Text
from printing.styles import MM

NAME = Text(text="{name}", x=0, y=0, width=100, face="serif-bold", size=24, floor=16, lines=2)


def test_what_fits_keeps_its_size() -> None:
    found = fitted(NAME, "Trần An")
    assert (found.size, len(found.lines), found.fits) == (24, 1, True)


def test_a_longer_text_shrinks_before_it_breaks() -> None:
    found = fitted(NAME, "Nguyễn Hoàng Phước Thịnh Vượng")
    assert len(found.lines) == 1
    assert 16 <= found.size < 24
    assert found.lines[0][1] <= 100 * MM


def test_below_the_floor_it_takes_two_even_lines() -> None:
    found = fitted(NAME, "Công Tằng Tôn Nữ Hoàng Thị Ngọc Phượng Khuê Nguyễn")
    assert len(found.lines) == 2
    assert found.fits
    widths = [width for _line, width in found.lines]
    assert max(widths) < 1.4 * min(widths)
    assert max(widths) <= 100 * MM


@pytest.mark.parametrize("lines", [1, 2])
def test_what_fits_nowhere_is_told(lines: int) -> None:
    found = fitted(replace(NAME, lines=lines), "Công Tằng Tôn Nữ Hoàng Thị " * 6)
    assert not found.fits
    assert found.size == 16


def test_running_words_break_before_they_shrink() -> None:
    running = replace(NAME, running=True)
    words = "Nguyễn Hoàng Phước Thịnh Vượng"
    assert (fitted(running, words).size, len(fitted(running, words).lines)) == (24, 2)


def test_a_phrase_in_quotation_marks_stays_on_one_line() -> None:
    running = replace(NAME, width=150, running=True, size=15)
    words = "Đã hoàn thành lớp bồi dưỡng “Nghiệp vụ bảo vệ an ninh ở cơ sở” khóa 2"
    lines = [line for line, _width in fitted(running, words).lines]
    assert any("“Nghiệp vụ bảo vệ an ninh ở cơ sở”" in line for line in lines)
    assert " ".join(lines) == words


def test_letter_space_counts() -> None:
    spaced = replace(NAME, lines=1, spacing=30.0)
    assert fitted(spaced, "Trần An Bình").size < 24


def test_fields_are_filled_and_an_empty_line_is_left_out() -> None:
    element = replace(NAME, text="Số: {number}/{symbol}")
    assert filled(element, {"number": "12", "symbol": "QĐ"}) == "Số: 12/QĐ"
    assert filled(element, {"number": "12"}) == "Số: 12/"
    assert filled(element, {"number": " "}) == ""
    assert filled(replace(NAME, text="Chữ sẵn"), {}) == "Chữ sẵn"
    assert filled(NAME, {"name": "Ho\u0300a"}) == "H\u00f2a"
    assert filled(NAME, {"name": "{symbol}", "symbol": "khác"}) == "{symbol}"


def test_lines_in_the_middle_stand_around_the_place_of_one() -> None:
    middle = replace(NAME, middle=True)
    words = "Công Tằng Tôn Nữ Hoàng Thị Ngọc Phượng Khuê Nguyễn"
    found = fitted(middle, words)
    assert (len(found.lines), found.size) == (2, 16.5)
    assert first_line(middle, found) == pytest.approx(16.5 * middle.leading / 2)
    assert first_line(NAME, fitted(NAME, words)) == 0
    assert fitted(middle, "Trần An").size == 24
