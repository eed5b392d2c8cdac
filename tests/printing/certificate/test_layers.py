"""The layers of the editor are the engine's own pages, and boxes stand where things are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from printing.certificate.layers import ground, margin, words
from printing.certificate.sheets import Job, Sheet
from printing.certificate.template import Picture, Template, Text
from printing.certificate.values import sample_data
from tests.printing.certificate.designs_for_tests import CODE, FESTIVE, named, page, printed
from tests.printing.certificate.test_sheets import ink, picture, pixels
from tests.printing.pdf_marks import MM, read_pages

SHEET = Sheet(sample_data(), CODE)
LOOK = Job(preview=True)


def place_of(template: Template, text: str) -> int:
    return next(
        at for at, one in enumerate(template.elements) if isinstance(one, Text) and one.text == text
    )


def test_the_layers_are_the_page_that_is_printed() -> None:
    template = named(FESTIVE)
    chosen = place_of(template, "{name}")
    made = words(template, chosen, SHEET, LOOK)
    others, mine = read_pages(made.pdf)
    whole = {(one.text, round(one.x0, 1), round(one.y, 1)) for one in read_pages(
        printed(page(template), preview=True))[0].lines}  # fmt: skip
    apart = [{(one.text, round(one.x0, 1), round(one.y, 1)) for one in sheet.lines}
             for sheet in (others, mine)]  # fmt: skip
    assert apart[0] | apart[1] == whole
    assert [one.text for one in mine.lines] == ["Nguyễn Văn Hòa"]
    assert read_pages(ground(template, LOOK))[0].lines == ()
    assert ink(ground(template, LOOK)) > 0.5
    assert made.flaws == ()


@pytest.mark.parametrize("text", ["{name}", "{place_date}", "Số vào sổ: {number}", "{merit}"])
def test_a_box_is_where_the_words_are(text: str) -> None:
    template = named(FESTIVE)
    at = place_of(template, text)
    made = words(template, at, SHEET, LOOK)
    lines = read_pages(made.pdf)[1].lines
    box = made.boxes[at]
    assert box.left == pytest.approx(min(one.x0 for one in lines) / MM, abs=1)
    assert box.left + box.width == pytest.approx(max(one.x1 for one in lines) / MM, abs=1)
    for line in lines:
        assert box.top < template.height - line.y / MM < box.top + box.height


def test_what_is_hidden_is_in_no_layer_and_keeps_its_box() -> None:
    template = named(FESTIVE)
    at = place_of(template, "{name}")
    hidden = replace(template.elements[at], hidden=True)
    bare = replace(
        template, elements=(*template.elements[:at], hidden, *template.elements[at + 1 :])
    )
    made = words(bare, at, SHEET, LOOK)
    assert [one.text for one in read_pages(made.pdf)[1].lines] == []
    assert (made.boxes[at].drawn, made.boxes[at].width > 20) == (False, True)
    assert "Nguyễn Văn Hòa" not in read_pages(printed(page(bare)))[0].text


def test_on_a_blank_the_ground_is_bare_and_its_own_words_are_left_out() -> None:
    template = named(FESTIVE)
    look = replace(LOOK, words_only=True)
    assert ink(ground(template, look)) == 0
    made = words(template, -1, SHEET, look)
    assert "CỘNG HÒA" not in read_pages(made.pdf)[0].text
    assert not made.boxes[0].drawn


def test_flaws_are_told_without_the_sample() -> None:
    template = named(FESTIVE)
    strange = replace(template, elements=(*template.elements, Text(text="{xã}", x=9, y=9, width=9)))
    made = words(strange, -1, replace(SHEET, data={**SHEET.data, "merit": "Đã " * 300}), LOOK)
    assert made.flaws[0] == "Không có chỗ điền tên “xã”."
    assert made.flaws[1].startswith("Nội dung chứng nhận dài")


def test_words_stay_within_the_frame() -> None:
    assert margin(named(FESTIVE)) == pytest.approx(21.3)
    assert margin(replace(named(FESTIVE), design="none")) == 10
    assert margin(named("Giấy chứng nhận, khung đơn giản")) == 14


def test_a_photo_that_is_glued_has_its_frame_on_paper() -> None:
    template = replace(named("Giấy chứng nhận, khung đơn giản"), design="none", elements=(
        Picture(x=40, y=40, slot="photo", width=30, height=40, anchor="left"),))  # fmt: skip
    empty = pixels(printed(page(template)), 100)
    edge = empty.getpixel((round(55 / 25.4 * 100), round(40 / 25.4 * 100)))
    assert edge != (255, 255, 255)
    full = pixels(printed(page(template), pictures={"photo": picture("#0000FF")}), 100)
    assert full.getpixel((round(55 / 25.4 * 100), round(60 / 25.4 * 100))) == (0, 0, 255)
