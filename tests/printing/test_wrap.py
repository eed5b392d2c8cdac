"""Lines broken by width: everything stays, nothing passes the room, titles are even."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.fonts import BOLD, REGULAR
from printing.styles import Style
from printing.wrap import REMEMBERED, Ruler, fitted, ruler

LETTERS = st.text(alphabet="aăâeêiouưyđmWệỗ -,./\n\u00a0", max_size=120)


@given(text=LETTERS, room=st.floats(20, 300))
def test_no_line_passes_the_room_and_no_letter_is_lost(text: str, room: float) -> None:
    lines = ruler(REGULAR, 12).wrap(text, room)
    assert all(ruler(REGULAR, 12).width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_what_fits_is_not_touched() -> None:
    assert ruler(REGULAR, 12).wrap("Ấp  Nội Ô", 200) == ["Ấp  Nội Ô"]


def test_line_ends_break_and_hard_spaces_hold() -> None:
    assert ruler(REGULAR, 12).wrap("a\n\nb", 100) == ["a", "", "b"]
    narrow = ruler(REGULAR, 12).width("năm 2025\u00a0-\u00a02026") - 1
    assert (
        ruler(REGULAR, 12).wrap("năm 2025\u00a0-\u00a02026", narrow)[1] == "2025\u00a0-\u00a02026"
    )


def test_an_overlong_word_is_cut() -> None:
    lines = ruler(REGULAR, 12).wrap("Wwwwwwwwwwwwwwwwwwwwwwwwwww", 50)
    assert len(lines) > 2
    assert "".join(lines) == "Wwwwwwwwwwwwwwwwwwwwwwwwwww"


def test_a_title_is_set_in_even_lines_without_cutting_words() -> None:
    measure = ruler(BOLD, 14)
    title = "Kết quả xây dựng, nhân rộng, hoạt động mô hình tự quản về an ninh"
    lines = measure.balanced(title, measure.width(title) * 0.95)
    assert len(lines) == 2
    assert min(map(measure.width, lines)) > 0.8 * max(map(measure.width, lines))
    assert " ".join(measure.balanced("Thành viên", 40)) == "Thành viên"


def test_a_long_name_shrinks_first_and_wraps_then() -> None:
    style = Style(BOLD, 13, 12)
    name = "CÔNG AN PHƯỜNG VĂN MIẾU"
    whole = ruler(BOLD, 13).width(name)
    assert (fitted(name, style, whole)[0].size, len(fitted(name, style, whole)[1])) == (13, 1)
    assert (fitted(name, style, whole * 0.95)[0].size) == 12
    measure, lines = fitted(name, style, whole * 0.6)
    assert (measure.size, len(lines)) == (12, 2)


def test_the_memory_of_widths_is_bounded() -> None:
    measure = Ruler(REGULAR, 11)
    for number in range(REMEMBERED + 10):
        measure.width(str(number))
    assert len(measure._widths) <= REMEMBERED


@pytest.mark.parametrize("size", [8, 12, 14])
def test_rulers_are_shared(size: float) -> None:
    assert ruler(REGULAR, size) is ruler(REGULAR, size)
