"""Certificates as they come out: words in their places, ornament once, codes that are read."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from reportlab.pdfbase.pdfmetrics import getAscentDescent

from printing.certificate.designs import shipped
from printing.certificate.sheets import CertificatePage, Job, Sheet, render_certificates
from printing.certificate.template import resized, to_json
from printing.certificate.values import sample_data
from tests.printing.certificate.designs_for_tests import (
    CODE,
    FESTIVE,
    LONG_NAME,
    named,
    page,
    printed,
)
from tests.printing.golden import FOLDER, differences, marks
from tests.printing.pdf_marks import MM, read_pages

CAPITALS = 0.66
"""Height of capitals without marks, of the size."""
every_design = pytest.mark.parametrize("design", shipped(), ids=lambda one: one.name)


def pixels(pdf: bytes, dpi: int = 60, place: int = 0) -> Any:
    document = pypdfium2.PdfDocument(pdf)
    picture = document[place].render(scale=dpi / 72).to_pil().convert("RGB")
    document.close()
    return picture


def ink(pdf: bytes) -> Any:
    """The part of a page that is not white."""
    picture = pixels(pdf).convert("L")
    return sum(picture.histogram()[:250]) / (picture.width * picture.height)


@every_design
def test_a_design_stands_as_kept(design: Any) -> None:
    kept = json.loads((FOLDER / "certificates.json").read_text("utf-8"))
    assert differences(marks(printed(page(design))), kept[design.name]) == []


@every_design
def test_the_page_is_the_one_of_the_design(design: Any) -> None:
    (sheet,) = read_pages(printed(page(design)))
    assert sheet.width / MM == pytest.approx(design.width, abs=0.1)
    assert sheet.height / MM == pytest.approx(design.height, abs=0.1)


@pytest.mark.parametrize("size", [(210, 148), (297, 210), (420, 297), (400, 300)])
def test_any_paper_takes_a_design(size: tuple[float, float]) -> None:
    (sheet,) = read_pages(printed(page(resized(named(FESTIVE), *size))))
    assert (sheet.width / MM, sheet.height / MM) == pytest.approx(size, abs=0.1)
    title = next(line for line in sheet.lines if line.text.startswith("GIẤY"))
    assert title.centre == pytest.approx(sheet.width / 2, abs=1)
    assert title.size == pytest.approx(45 * min(size[0] / 297, size[1] / 210), abs=0.1)


@every_design
def test_the_code_is_read_as_printed_at_200_dots(design: Any) -> None:
    found = zxingcpp.read_barcodes(pixels(printed(page(design)), dpi=200))
    assert [one.text for one in found] == [CODE]


def test_every_code_of_a_run_is_its_own() -> None:
    codes = [CODE[:-2] + two for two in ("10", "22", "34")]
    sheets = tuple(Sheet(sample_data(), code) for code in codes)
    pdf = render_certificates([CertificatePage(named(FESTIVE), sheets)])
    read = [zxingcpp.read_barcodes(pixels(pdf, 200, place))[0].text for place in range(3)]
    assert read == codes


def test_the_ornament_stands_once_in_the_file() -> None:
    one, ten = len(printed(page())), len(printed(page(count=10)))
    assert ten - one < 9 * 6000
    assert ten < 2 * one


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert printed(page()) == printed(page())


def test_blanks_get_words_alone() -> None:
    whole, words = printed(page()), printed(page(), words_only=True)
    assert ink(words) < 0.1 < ink(whole)
    (sheet,) = read_pages(words)
    assert "CỘNG HÒA" not in sheet.text
    assert "GIẤY CHỨNG NHẬN" in sheet.text
    where = {line.text: (line.x0, line.y) for line in read_pages(whole)[0].lines}
    assert all(where[line.text] == pytest.approx((line.x0, line.y)) for line in sheet.lines)


def test_the_designs_take_less_and_less_ink() -> None:
    names = (FESTIVE, "Giấy chứng nhận, ít mực", "Giấy chứng nhận, khung đơn giản")
    inks = [ink(printed(page(named(name)))) for name in names]
    assert inks == sorted(inks, reverse=True)
    assert inks[2] < 0.13 < inks[0]


def test_slots_and_seal_are_shown_on_the_screen_and_never_printed() -> None:
    award = named("Giấy khen")
    assert printed(page(award)) != printed(page(award), preview=True)
    bare = replace(award, elements=tuple(one for one in award.elements if one.x > 0))
    assert printed(page(bare)) == printed(page(award), preview=False)


def picture(colour: str, side: int = 80) -> bytes:
    """A PNG of one colour."""
    rows = zlib.compress((b"\0" + bytes.fromhex(colour[1:]) * side) * side)
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = (b"IHDR" + head, b"IDAT" + rows, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in parts
    )


def test_a_picture_of_the_office_fills_its_slot() -> None:
    pdf = printed(page(named("Giấy khen")), pictures={"emblem": picture("#0000FF")})
    shown = pixels(pdf)
    middle = shown.getpixel((round(148.5 / 25.4 * 60), round(33.2 / 25.4 * 60)))
    assert middle == (0, 0, 255)


def test_a_scan_of_the_blank_is_under_the_words_of_the_preview_alone() -> None:
    scan = picture("#00FF00")
    shown = pixels(printed(page(), words_only=True, preview=True, scan=scan))
    assert shown.getpixel((5, 5)) == (0, 255, 0)
    assert printed(page(), words_only=True, scan=scan) == printed(page(), words_only=True)


def test_a_further_print_says_so() -> None:
    again = replace(page(), sheets=(Sheet(sample_data(), CODE, again=True),))
    assert "Bản in lại" in read_pages(printed(again))[0].text
    assert "Bản in lại" not in read_pages(printed(page()))[0].text


def test_a_name_of_sixty_letters_takes_two_even_lines() -> None:
    (sheet,) = read_pages(printed(page(name=LONG_NAME)))
    lines = [line for line in sheet.lines if line.text.strip() and line.text in LONG_NAME]
    assert " ".join(line.text for line in lines) == LONG_NAME
    widths = [line.width for line in lines]
    assert len(LONG_NAME) > 60
    assert max(widths) < 195 * MM
    assert max(widths) < 1.35 * min(widths)


def test_words_that_do_not_fit_are_red_on_the_screen() -> None:
    name = " ".join([LONG_NAME] * 4)
    shown = pixels(printed(page(name=name), preview=True), 100)
    red = sum(count for count, colour in shown.getcolors(1 << 20) if colour == (208, 2, 27))
    assert red > 100


def test_designs_and_papers_of_several_kinds_go_into_one_file() -> None:
    both = [page(named("Giấy khen")), page(named("Giấy chứng nhận A5"))]
    told: list[tuple[int, int, str]] = []
    pdf = render_certificates(both, progress=lambda *step: told.append(step))
    widths = [round(sheet.width / MM) for sheet in read_pages(pdf)]
    assert widths == [297, 210]
    assert told == [(0, 2, "Trang 1/2"), (1, 2, "Trang 2/2")]


def test_a_job_is_plain_unless_said_otherwise() -> None:
    assert Job() == Job({}, words_only=False, preview=False, scan=b"")
    assert to_json(named(FESTIVE)).startswith('{\n "name": "Giấy chứng nhận, khung lễ hội"')


@every_design
def test_the_second_line_of_a_long_name_keeps_off_the_words_around(design: Any) -> None:
    (sheet,) = read_pages(printed(page(design, name=LONG_NAME)))
    _upper, lower = (line for line in sheet.lines if line.text.strip() and line.text in LONG_NAME)
    below = max((line for line in sheet.lines if line.y < lower.y), key=lambda line: line.y)
    _ascent, descent = getAscentDescent(lower.face.replace("SoPhongTrao", ""), lower.size)
    assert lower.y + descent > below.y + below.size * CAPITALS
