"""Head, title and signatures: measured rules, zeros of dates, names too long for their column."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from printing.blocks import (
    MOTTO,
    NATION,
    Head,
    Signer,
    SignList,
    head_sketch,
    place_and_date,
    sign_sketch,
    title_sketch,
)
from printing.fonts import width
from printing.sketch import Sketch, Word
from printing.styles import LANDSCAPE, MM, PORTRAIT, SIGN_SPACE, Paper


def word(sketch: Sketch, text: str) -> Word:
    return next(word for word in sketch.words if word.text == text)


def wide(word: Word) -> float:
    return width(word.text, word.face, word.size)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 5), "Hồng Dân, ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "Hồng Dân, ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "Hồng Dân, ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 10), "Hồng Dân, ngày 10 tháng 12 năm 2026"),
        (None, "Hồng Dân, ngày … tháng … năm …"),
    ],
)
def test_days_and_the_first_months_take_a_zero(day: date | None, words: str) -> None:
    assert place_and_date("Hồng Dân", day) == words


def test_an_unknown_day_may_stand_in_a_known_year() -> None:
    assert place_and_date("", None, 2026) == "…, ngày … tháng … năm 2026"


@pytest.mark.parametrize("paper", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize(
    "agency",
    ["CÔNG AN XÃ HỒNG DÂN", "CÔNG AN PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM", "CÔNG AN ĐẶC KHU CÔN ĐẢO"],
)
def test_the_head_keeps_its_columns_apart_and_its_rules_measured(paper: Paper, agency: str) -> None:
    day = place_and_date("Văn Miếu - Quốc Tử Giám", date(2026, 10, 5))
    head = Head(agency, "CÔNG AN THÀNH PHỐ HÀ NỘI", "Số: 09/BC-CAP", place_date=day)
    sketch = head_sketch(head, paper)
    nation = word(sketch, NATION)
    left = [one for one in sketch.words if one.x < nation.x and one.y < 60 and one.text.isupper()]
    assert " ".join(one.text for one in left).endswith(agency)
    assert all(12 <= one.size <= 13 and one.x >= 0 for one in left)
    assert all(one.x + wide(one) < nation.x for one in left)
    assert all(one.x + wide(one) <= paper.text_width + 0.1 for one in sketch.words)
    agency_rule, motto_rule = sketch.rules
    assert 1 / 3 <= (agency_rule.x1 - agency_rule.x0) / wide(left[-1]) <= 1 / 2
    assert motto_rule.x1 - motto_rule.x0 == pytest.approx(wide(word(sketch, MOTTO)))
    number = word(sketch, "Số: 09/BC-CAP")
    assert number.y > max(agency_rule.y0, motto_rule.y0)


def test_a_letter_says_what_it_is_about_under_its_number() -> None:
    head = Head("CÔNG AN XÃ HỒNG DÂN", number="Số: 12/CAX", about="V/v trả lời kiến nghị")
    sketch = head_sketch(head, PORTRAIT)
    about, number = word(sketch, "V/v trả lời kiến nghị"), word(sketch, "Số: 12/CAX")
    assert about.y - number.y > 13 * 1.15 + 5
    assert about.x + wide(about) / 2 == pytest.approx(number.x + wide(number) / 2)


def test_a_title_carries_its_rule_under_the_last_line() -> None:
    sketch = title_sketch(PORTRAIT, "BÁO CÁO", "Kết quả công tác " + "xây dựng phong trào " * 6)
    (rule,) = sketch.rules
    last = sketch.words[-1]
    assert 1 / 3 <= (rule.x1 - rule.x0) / wide(last) <= 1 / 2
    assert len(sketch.words) > 2
    assert title_sketch(PORTRAIT, "DANH SÁCH").rules == []


ACTING = Signer("KT. TRƯỞNG CÔNG AN XÃ\nPHÓ TRƯỞNG CÔNG AN XÃ", "Nguyễn Văn Ước", "Trung tá")


def test_one_signer_stands_right_of_the_receivers() -> None:
    sketch = sign_sketch(SignList((ACTING,), ("- Như trên;", "- Lưu: VT, CAX.")), PORTRAIT)
    office, name = word(sketch, "PHÓ TRƯỞNG CÔNG AN XÃ"), word(sketch, "Trung tá Nguyễn Văn Ước")
    assert word(sketch, "Nơi nhận:").x == 0
    assert office.x > PORTRAIT.text_width / 2
    assert name.y - office.y >= SIGN_SPACE
    assert (word(sketch, "Nơi nhận:").size, word(sketch, "- Như trên;").size) == (12, 11)
    assert name.y - name.size > word(sketch, "- Lưu: VT, CAX.").y - 60 * MM


@pytest.mark.parametrize("count", [2, 3])
def test_several_signers_share_the_width_and_sign_on_one_line(count: int) -> None:
    signers = (Signer("NGƯỜI LẬP BIỂU", "Trần Hưng", note="(Ký, ghi rõ họ tên)"),) * (count - 1)
    sketch = sign_sketch(SignList((*signers, ACTING), ("- Lưu: VT.",)), PORTRAIT)
    names = [one for one in sketch.words if one.text.startswith(("Trần", "Trung tá"))]
    assert max(one.y for one in names) - min(one.y for one in names) < 1
    assert all(a.x + wide(a) < b.x for a, b in pairwise(names))
    assert word(sketch, "Nơi nhận:").y > names[0].y


def test_the_place_may_stand_over_the_office() -> None:
    signer = Signer("TRƯỞNG ẤP", "Lê Á", place_date=place_and_date("Hồng Dân", date(2026, 1, 5)))
    sketch = sign_sketch(SignList((Signer("THƯ KÝ"), signer)), PORTRAIT)
    assert word(sketch, "THƯ KÝ").y == word(sketch, "TRƯỞNG ẤP").y > sketch.words[0].y
