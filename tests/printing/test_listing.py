"""Lists: one row to ten thousand, none at all, huge cells, and the same bytes from NFD text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from models.errors import Cancelled, UserError
from printing.blocks import Head, Signer, SignList, place_and_date
from printing.columns import Band, PrintColumn, Row
from printing.listing import ListPage, render_list
from tests.printing.pdf_marks import Page, read_pages
from tests.printing.rules import problems

HEAD = Head(
    "CÔNG AN XÃ HỒNG DÂN",
    "CÔNG AN TỈNH CÀ MAU",
    place_date=place_and_date("Hồng Dân", date(2026, 1, 5)),
)
SIGN = SignList((Signer("NGƯỜI LẬP BIỂU"), Signer("TRƯỞNG CÔNG AN XÃ", "Trần Văn Ơn", "Trung tá")))
COLUMNS = (
    PrintColumn("Họ và tên", 3),
    PrintColumn("Ngày sinh", 1.5, "centre"),
    PrintColumn("Địa chỉ", 4),
    PrintColumn("Số tiền", 1.5, "right"),
)
ROW = ("Nguyễn Thị Ước", "05/02/1985", "Ấp Nội Ô, xã Hồng Dân, tỉnh Cà Mau", "1.234.000")


def listing(rows: Sequence[Row], **changes: object) -> ListPage:
    page = ListPage(HEAD, "DANH SÁCH NGƯỜI DÂN", COLUMNS, rows, SIGN)
    return replace(page, **changes)  # type: ignore[arg-type]


def pages(page: ListPage) -> list[Page]:
    return read_pages(render_list(page))


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_ten_thousand_rows_are_numbered_to_the_end_under_a_repeated_heading() -> None:
    pdf = render_list(listing([ROW] * 10_000, total=("Cộng", "", "", "12.340.000.000")))
    first, second, *others, last = read_pages(pdf, (0, 1, 2, -2, -1))
    for page in (first, second, *others, last):
        assert "Họ và tên" in texts(page)
    numbers = [
        [int(text) for text in texts(page) if text.isdigit()] for page in (second, others[0])
    ]
    assert numbers[0][1:] + numbers[1][1:] == [*range(numbers[0][1], numbers[1][-1] + 1)]
    assert {"10000", "12.340.000.000", "Trung tá Trần Văn Ơn"} <= set(texts(last))
    assert "DANH SÁCH NGƯỜI DÂN" not in texts(second)


def test_a_long_list_follows_the_decree() -> None:
    assert problems(render_list(listing([ROW] * 90))) == []
    assert problems(render_list(listing([ROW] * 90, landscape=False))) == []


@pytest.mark.parametrize("count", range(8, 40, 3))
def test_the_signature_is_never_alone(count: int) -> None:
    last = pages(listing([ROW] * count, count_line="Danh sách này có … người./."))[-1]
    assert texts(last).count("Nguyễn Thị Ước") >= 3
    assert "TRƯỞNG CÔNG AN XÃ" in texts(last)


def test_no_rows_give_a_form_to_fill_in() -> None:
    (page,) = pages(listing([]))
    assert "5" in texts(page)
    assert "TRƯỞNG CÔNG AN XÃ" in texts(page)
    heights = sorted({round(rule.y) for rule in page.rules if rule.width > 600})
    gaps = {b - a for a, b in pairwise(heights)}
    assert max(gaps) >= 8 * 72 / 25.4


def test_a_cell_of_five_thousand_words_runs_over_pages() -> None:
    words = [f"từ{number}" for number in range(5_000)]
    rows = [ROW, ("Lê Văn Á", "", " ".join(words), ""), ROW]
    found = pages(listing(rows))
    assert len(found) > 10
    column = [line for page in found for line in page.lines if line.text.startswith("từ")]
    assert " ".join(line.text for line in column).split() == words
    assert all("Họ và tên" in texts(page) for page in found)


def test_a_name_of_sixty_letters_keeps_to_its_column() -> None:
    name = "Công Tằng Tôn Nữ Huyền Tôn Nguyễn Phúc Thị Khánh Phương Thảo"
    found = pages(listing([(name, *ROW[1:])]))
    parts = [line for line in found[0].lines if line.text and line.text in name]
    assert " ".join(line.text for line in parts if line.face.endswith("Regular")) == name
    edge = min(line.x0 for line in found[0].lines if line.text == "05/02/1985")
    assert all(line.x1 < edge for line in parts if line.face.endswith("Regular"))


def test_a_word_without_spaces_is_cut_in_its_column() -> None:
    (page,) = pages(listing([("W" * 90, "", "", "")]))
    cut = [line for line in page.lines if set(line.text) == {"W"}]
    assert sum(len(line.text) for line in cut) == 90
    assert len(cut) > 2


def test_decomposed_text_prints_as_composed() -> None:
    loose = tuple(unicodedata.normalize("NFD", cell) for cell in ROW)
    assert render_list(listing([loose])) == render_list(listing([ROW]))


def test_a_character_without_shape_is_named_before_anything_is_printed() -> None:
    with pytest.raises(UserError, match=r"U\+2610"):
        render_list(listing([ROW, ("☐ Nam", "", "", "")]))
    with pytest.raises(UserError, match=r"U\+2610"):
        render_list(listing([ROW], filter_words="☐"))


def test_the_filter_stands_in_words_under_the_title() -> None:
    (page,) = pages(listing([ROW], subtitle="(Tính đến ngày 05/01/2026)", filter_words="Ấp Nội Ô"))
    order = texts(page)
    assert order.index("DANH SÁCH NGƯỜI DÂN") < order.index("Ấp Nội Ô") < order.index("Họ và tên")


def test_pages_are_numbered_by_the_decree_or_of_the_whole() -> None:
    decree = pages(listing([ROW] * 60))
    assert [page.lines and str(place) in texts(page)[:3] for place, page in enumerate(decree, 1)][
        1:
    ]
    whole = pages(listing([ROW] * 60, numbering="of_total"))
    assert [f"Trang {n}/{len(whole)}" in texts(page) for n, page in enumerate(whole, 1)] == [
        True
    ] * len(whole)


def test_columns_may_be_grouped_lettered_and_unnumbered() -> None:
    columns = (PrintColumn("Tên", 3), *(PrintColumn(("Năm sinh", sex), 1) for sex in ("Nam", "Nữ")))
    page = listing([("Lê Á", "1980", "")], columns=columns, numbered=False, lettered=True)
    words = texts(pages(page)[0])
    assert words.count("Năm sinh") == 1
    assert {"(1)", "(2)", "(3)"} <= set(words)
    assert "STT" not in words


def test_bands_head_their_rows_and_are_not_numbered() -> None:
    band = Band("I. Bộ Công an công nhận", ("", "", "", "9.999"))
    (page,) = pages(listing([band, ROW, band, ROW]))
    words = texts(page)
    assert words.count("I. Bộ Công an công nhận") == 2
    assert [word for word in words if word in ("1", "2", "3", "4")] == ["1", "2"]
    bold = [line for line in page.lines if line.text == "9.999"]
    money = next(line for line in page.lines if line.text == "1.234.000")
    assert all(line.bold and abs(line.x1 - money.x1) < 0.1 for line in bold)


def test_more_letters_than_one_font_part_holds_still_read_back() -> None:
    odd = "".join(chr(code) for code in (*range(0xA1, 0x100), *range(0x1EA0, 0x1EFA))).replace(
        "\u00ad", ""
    )
    parts = [odd[place : place + 12] for place in range(0, len(odd), 12)]
    found = "".join(
        text for page in pages(listing([(p, "", "", "") for p in parts])) for text in texts(page)
    )
    assert all(letter in found for letter in odd)


def test_progress_is_told_by_page_and_may_stop_the_work() -> None:
    seen: list[tuple[int, int, str]] = []
    render_list(listing([ROW] * 60), progress=lambda *step: seen.append(step))
    assert seen[0] == (0, len(seen), f"Trang 1/{len(seen)}")

    def stop(_done: int, _total: int, _text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        render_list(listing([ROW]), progress=stop)
