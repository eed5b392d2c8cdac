"""Measures a printed paper against Nghị định 30/2020, Phụ lục I, and names what is out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.printing.pdf_marks import MM, HorizontalRule, Line, Page, read_pages

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
FACES = ("SoPhongTraoSerif", "TimesNewRoman")
PLACE_DATE = re.compile(
    r".+, ngày (0[1-9]|[12]\d|3[01]|…) tháng (0[12]|[3-9]|1[0-2]|…) năm (\d{4}|…)$"
)
NUMBER = re.compile(r"Số: +(\d{2,})?/[A-ZĐ-]+$|Số: *$")
BEARING = 0.6 * MM
"""What the white edge of a letter may add or take at a margin."""


def problems(pdf: bytes, *, annex: bool = False) -> list[str]:
    """Every departure from the decree, in words; empty for a good paper.

    With `annex` the pages after the first turn of the sheet are counted anew.
    """
    pages = read_pages(pdf)
    found = [*_head(pages[0]), *_titles(pages[0]), *_signature(pages)]
    number = 0
    for place, page in enumerate(pages, start=1):
        turned = place > 1 and page.width > pages[place - 2].width
        number = 1 if annex and turned else number + 1
        found += [f"trang {place}: {words}" for words in _page(page, number)]
    return found


def _page(page: Page, number: int) -> Iterator[str]:
    yield from _margins(page)
    yield from _looks(page)
    yield from _page_number(page, number)
    yield from _body(page)


def _is_number(page: Page, line: Line) -> bool:
    return line.text.isdigit() and line.y > page.height - 20 * MM


def _margins(page: Page) -> Iterator[str]:
    wide = page.width > page.height
    left, right, bottom = (30, 15, 15) if wide else (30, 20, 20)
    lines = [line for line in page.lines if not _is_number(page, line)]
    spans = {
        "lề trái": (min(line.x0 for line in lines) + BEARING, left, 35),
        "lề phải": (page.width - max(line.x1 for line in lines) + BEARING, right, 999),
        "lề trên": (page.height - max(line.y + 0.7 * line.size for line in lines), 20, 25),
        "lề dưới": (min(line.y - 0.22 * line.size for line in lines) + BEARING, bottom, 999),
    }
    for name, (points, least, most) in spans.items():
        if not least - 0.1 <= points / MM <= most + 0.6:
            yield f"{name} {points / MM:.1f} mm"


def _looks(page: Page) -> Iterator[str]:
    for line in page.lines:
        if not line.face.startswith(FACES):
            yield f"phông {line.face}: {line.text[:20]}"
        if not line.black:
            yield f"chữ không đen: {line.text[:20]}"


def _page_number(page: Page, number: int) -> Iterator[str]:
    tops = [line for line in page.lines if _is_number(page, line)]
    if number == 1 and tops:
        yield "trang 1 có số trang"
    if number > 1:
        if [line.text for line in tops] != [str(number)]:
            yield f"số trang {[line.text for line in tops]}, cần {number}"
        for line in tops:
            right = 15 if page.width > page.height else 20
            middle = (30 * MM + page.width - right * MM) / 2
            if abs(line.centre - middle) > 2 or not 13 <= line.size <= 14 or line.bold:
                yield "số trang lệch hoặc sai cỡ"


def _one(page: Page, text: str) -> Line | None:
    return next((line for line in page.lines if line.text == text), None)


def _under(page: Page, line: Line) -> HorizontalRule | None:
    """The rule close under a line."""
    near = [
        rule
        for rule in page.rules
        if 0 < line.y - rule.y < 12 and abs(rule.centre - line.centre) < line.width / 2 + 4
    ]
    return max(near, key=lambda rule: rule.y, default=None)


def _head(page: Page) -> Iterator[str]:
    nation, motto = _one(page, NATION), _one(page, MOTTO)
    if nation is None or not (12 <= nation.size <= 13 and nation.bold):
        yield "Quốc hiệu thiếu hoặc sai cỡ, kiểu chữ"
    if motto is None or not (13 <= motto.size <= 14 and motto.bold):
        yield "Tiêu ngữ thiếu hoặc sai cỡ, kiểu chữ"
        return
    rule = _under(page, motto)
    if rule is None or not 0.97 <= rule.width / motto.width <= 1.03:
        yield "đường kẻ dưới Tiêu ngữ không dài bằng dòng chữ"
    yield from _left_column(page, motto)
    yield from _place_and_number(page, motto)


def _left_column(page: Page, motto: Line) -> Iterator[str]:
    left = [line for line in page.lines if line.x1 < motto.x0 and line.y > motto.y - 50]
    agency = [line for line in left if line.bold and line.text.isupper()]
    for line in left:
        if line.text.isupper() and not 12 <= line.size <= 13:
            yield f"cơ quan sai cỡ chữ: {line.text}"
    if not agency:
        yield "thiếu cơ quan ban hành in đậm"
        return
    last = min(agency, key=lambda line: line.y)
    rule = _under(page, last)
    if rule is None or not 0.33 <= rule.width / last.width <= 0.5:
        yield "đường kẻ dưới cơ quan ban hành không bằng 1/3 đến 1/2"
    elif abs(rule.centre - last.centre) > 4:
        yield "đường kẻ dưới cơ quan ban hành lệch"


def _place_and_number(page: Page, motto: Line) -> Iterator[str]:
    for line in page.lines:
        below = motto.y - 60 < line.y < motto.y
        upright = line.size == 13 and not line.bold and not line.italic
        if below and line.text.startswith("Số:") and not (upright and NUMBER.match(line.text)):
            yield f"số, ký hiệu sai: {line.text}"
        slanted = line.italic and 13 <= line.size <= 14
        dated = below and ", ngày " in line.text and abs(line.centre - motto.centre) < 4
        if dated and not (slanted and PLACE_DATE.match(line.text)):
            yield f"địa danh, ngày tháng sai: {line.text}"


def _titles(page: Page) -> Iterator[str]:
    nation, motto = _one(page, NATION), _one(page, MOTTO)
    under = [line for line in page.lines if motto and line.y < motto.y - 25 and line.bold]
    under = [line for line in under if not (nation and line.x1 < nation.x0)]
    kinds = [line for line in under if line.text.isupper() and len(line.text) > 5]
    if not kinds:
        yield "thiếu tên loại"
        return
    if not 13 <= kinds[0].size <= 14:
        yield "tên loại sai cỡ chữ"
    middle = (30 * MM + page.width - (15 if page.width > page.height else 20) * MM) / 2
    if abs(kinds[0].centre - middle) > 3:
        yield "tên loại không ở giữa"
    small = [line for line in under if any(map(str.islower, line.text))]
    after = [line for line in small if line.y > kinds[0].y - 60]
    about = [line for line in after if abs(line.centre - middle) < 3 and line.y < kinds[0].y]
    if about:
        rule = _under(page, about[-1])
        if rule is None or not 0.33 <= rule.width / about[-1].width <= 0.5:
            yield "đường kẻ dưới trích yếu không bằng 1/3 đến 1/2"


def _body(page: Page) -> Iterator[str]:
    """Lines that fill the column or begin at the first-line indent belong to the body."""
    left, right = 30 * MM, page.width - 20 * MM
    if page.width > page.height:
        return
    body = [
        line
        for line in page.lines
        if line.size > 12.4
        and not line.text.isupper()
        and (abs(line.x1 - right) < 1 and line.x0 < left + 20 * MM)
        and not line.text.startswith(".")
    ]
    for line in body:
        if not 13 <= line.size <= 14:
            yield f"cỡ chữ thân {line.size}"
        indent = (line.x0 - left) / MM
        if not (abs(indent) < 0.5 or abs(indent - 12.7) < 0.5 or abs(indent - 10) < 0.5):
            yield f"lùi đầu dòng {indent:.1f} mm: {line.text[:20]}"
    for above, below in pairwise(body):
        gap = (above.y - below.y) / (above.size * 1.15)
        if below.x0 < left + 2 and 0 < gap < 3 and not 0.98 <= gap <= 1.5:
            yield f"cách dòng {gap:.2f}"


def _signature(pages: list[Page]) -> Iterator[str]:
    for page in pages:
        for line in page.lines:
            if line.text == "Nơi nhận:" and not (line.size == 12 and line.bold and line.italic):
                yield "chữ Nơi nhận sai cỡ, kiểu chữ"
            if line.text.startswith("- Lưu:") and line.size != 11:
                yield "danh sách nơi nhận sai cỡ chữ"
        offices = [
            line for line in page.lines if re.match(r"(KT\. )?TRƯỞNG CÔNG AN|CHỦ T", line.text)
        ]
        signs = [line for line in offices if line.bold and line.y < page.height * 0.9]
        if any(not 13 <= line.size <= 14 for line in signs):
            yield "chức vụ người ký sai cỡ chữ"
        if signs and not _text_above(page, max(line.y for line in signs)):
            yield "khối chữ ký đứng một mình trên trang"


def _text_above(page: Page, y: float) -> bool:
    above = [line for line in page.lines if line.y > y + 5 and not _is_number(page, line)]
    return len(above) >= 2 or any(line.width > 100 * MM for line in above)
