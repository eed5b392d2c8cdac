"""Running papers: nothing lost over pages, signatures with the text, tables divided by rows."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import UserError
from printing.blocks import Head, Signer, SignList, place_and_date
from printing.columns import Band, PrintColumn, Row
from printing.content import (
    Addressed,
    Annex,
    Article,
    Basis,
    Block,
    Centred,
    Choice,
    Dotted,
    Entry,
    Letter,
    Para,
    Ruled,
    Run,
    Section,
    Signatures,
    Title,
)
from printing.flowing import markup
from printing.fonts import REGULAR, width
from printing.letter import flowables, render_letter
from printing.styles import MM, PORTRAIT
from tests.printing.pdf_marks import Page, read_pages
from tests.printing.rules import problems

HEAD = Head(
    "CÔNG AN XÃ HỒNG DÂN",
    "CÔNG AN TỈNH CÀ MAU",
    "Số: 09/BC-CAX",
    place_date=place_and_date("Hồng Dân", date(2026, 2, 5)),
)
SIGN = Signatures(
    SignList((Signer("TRƯỞNG CÔNG AN XÃ", "Nguyễn Văn Ước", "Trung tá"),), ("- Lưu: VT, CAX.",))
)
SENTENCE = (
    "Công an xã Hồng Dân báo cáo kết quả thực hiện phong trào Toàn dân bảo vệ an ninh Tổ quốc, đã "
    "tiếp nhận 1.245 hồ sơ, trong đó có 312 hồ sơ thường trú và không có hồ sơ nào quá hạn."
)
COLUMNS = (PrintColumn("Họ và tên", 3), PrintColumn("Ghi chú", 3))


def pages(*blocks: Block) -> list[Page]:
    return read_pages(render_letter(Letter("Báo cáo", blocks)))


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def letter(*blocks: Block) -> bytes:
    return render_letter(Letter("Báo cáo", (HEAD, Title("BÁO CÁO", "Kết quả"), *blocks, SIGN)))


@pytest.mark.parametrize("count", range(1, 24))
def test_any_length_follows_the_decree_and_never_signs_alone(count: int) -> None:
    pdf = letter(*[Para(SENTENCE)] * count)
    assert problems(pdf) == []
    last = read_pages(pdf)[-1]
    assert sum(text[:4] in SENTENCE for text in texts(last) if len(text) > 20) >= 2


@pytest.mark.parametrize("count", range(2, 8))
def test_a_last_heading_goes_with_its_text(count: int) -> None:
    found = read_pages(
        letter(*[Para(SENTENCE * 2)] * count, Section("V. TỔ CHỨC"), Para("Xong./."))
    )
    homes = [
        n
        for n, page in enumerate(found)
        for text in texts(page)
        if text in ("V. TỔ CHỨC", "Xong./.")
    ]
    assert len(set(homes)) == 1


def test_a_paragraph_of_pages_is_divided_before_the_signatures() -> None:
    found = read_pages(letter(Para(SENTENCE * 40)))
    assert len(found) > 2
    words = " ".join(text for page in found for text in texts(page))
    assert words.count("1.245") == 40


def test_a_table_is_divided_between_rows_under_its_heading() -> None:
    rows: list[Row] = [Band("I. Tổ", ("", "9")), *[(f"Lê Văn Á {n}", "x") for n in range(90)]]
    found = read_pages(letter(Ruled(COLUMNS, rows, ("Cộng", "90"))))
    assert len(found) >= 3
    assert all("Họ và tên" in texts(page) for page in found)
    names = [text for page in found for text in texts(page) if text.startswith("Lê Văn")]
    assert names == [f"Lê Văn Á {n}" for n in range(90)]
    assert texts(found[-1]).count("Cộng") == 1
    assert "90" in texts(found[-1])


@pytest.mark.parametrize("count", range(20, 32))
def test_the_row_of_totals_comes_under_at_least_one_row(count: int) -> None:
    rows = [(f"Lê Văn Á {n}", "x") for n in range(count)]
    found = read_pages(letter(Ruled(COLUMNS, rows, ("Cộng", "90")), Para(SENTENCE)))
    home = next(page for page in found if "Cộng" in texts(page))
    assert any(text.startswith("Lê Văn Á") for text in texts(home))


def test_a_long_label_is_wrapped_before_its_dots() -> None:
    label = (
        "4. Cơ sở pháp lý của việc thành lập (quyết định số, ngày, tháng, năm, cơ quan ban hành)"
    )
    (page,) = pages(HEAD, Entry(label), Para("a"))
    lines = [line.text for line in page.lines if line.x0 == pytest.approx(121.04, abs=0.1)]
    assert " ".join(lines[:2]).startswith(label)
    assert lines[1].endswith("....")


def test_a_cell_higher_than_a_page_is_divided() -> None:
    words = [f"từ{n}" for n in range(1500)]
    found = read_pages(letter(Ruled(COLUMNS, [("Lê Á", " ".join(words)), ("Lê B", "")])))
    read = " ".join(t for page in found for t in texts(page) if t.startswith("từ")).split()
    assert read == words
    assert problems(letter(Ruled(COLUMNS, [("Lê Á", " ".join(words))]))) == []


def test_annexes_turn_the_sheet_and_count_their_own_pages() -> None:
    rows = [(f"Lê {n}", "") for n in range(60)]
    found = pages(
        HEAD,
        Title("BÁO CÁO"),
        Para("Một./."),
        SIGN,
        Annex("Phụ lục I", "BẢNG", "(Kèm theo)", True),
        Ruled(COLUMNS, rows),
    )
    first, *annex = found
    assert first.height > first.width
    assert all(page.width > page.height for page in annex)
    assert {"Phụ lục I", "BẢNG", "(Kèm theo)"} <= set(texts(annex[0]))
    assert [("2" in texts(page)[:1] or "3" in texts(page)[:1]) for page in annex[:3]] == [
        False,
        True,
        True,
    ]


def test_one_receiver_stands_on_the_line_and_several_below_one_another() -> None:
    (one,) = pages(HEAD, Addressed(("Công an tỉnh Cà Mau",)), Para("a"))
    assert "Kính gửi: Công an tỉnh Cà Mau" in texts(one)
    (many,) = pages(HEAD, Addressed(("Công an tỉnh", "Ủy ban nhân dân xã")), Para("a"))
    lines = {line.text: line for line in many.lines}
    label = width("Kính gửi: ", REGULAR, 14)
    first, second = lines["Kính gửi: - Công an tỉnh;"], lines["- Ủy ban nhân dân xã."]
    assert second.x0 - first.x0 == pytest.approx(label, abs=0.1)


def test_grounds_end_with_semicolons_and_a_full_stop_in_italics() -> None:
    (page,) = pages(
        HEAD, Basis(("Căn cứ Luật A;", "Căn cứ Luật B", "Theo đề nghị của C")), Para("a")
    )
    slanted = [line.text for line in page.lines if line.italic][1:]
    assert slanted == ["Căn cứ Luật A;", "Căn cứ Luật B;", "Theo đề nghị của C."]


def test_an_article_is_bold_to_its_heading() -> None:
    (page,) = pages(
        HEAD, Centred("QUYẾT ĐỊNH:"), Article(1, "Thành lập tổ.", "Tên."), Article(2, "", "Hết.")
    )
    faces = {line.text: line.bold for line in page.lines}
    assert faces["Điều 1. Tên."]
    assert not faces["Thành lập tổ."]
    assert faces["Điều 2. Hết."]


def test_what_is_not_known_is_dotted_to_the_margin() -> None:
    (page,) = pages(HEAD, Entry("1. Tên"), Entry("2. Loại", "Câu lạc bộ"), Dotted(2))
    dotted = [line for line in page.lines if line.text.endswith("....")]
    assert len(dotted) == 3
    right = page.width - PORTRAIT.right * MM
    assert all(right - 4 < line.x1 <= right + 0.1 for line in dotted)
    assert "2. Loại: Câu lạc bộ" in texts(page)


def test_boxes_are_drawn_and_the_chosen_one_ticked() -> None:
    chosen = pages(HEAD, Choice(("Có", "Không"), 1), Para("a"))[0]
    none = pages(HEAD, Choice(("Có", "Không")), Para("a"))[0]
    assert {"Có", "Không"} <= set(texts(chosen))
    boxes = [rule for rule in none.rules if 8 < rule.width < 12]
    assert len(boxes) == 4
    assert render_letter(Letter("", (HEAD, Choice(("Có",), 0)))) != render_letter(
        Letter("", (HEAD, Choice(("Có",))))
    )
    (long,) = pages(HEAD, Choice(("x" * 60, "y" * 60)), Para("a"))
    places = {line.text[0]: line.y for line in long.lines if line.text[0] in "xy"}
    assert places["x"] > places["y"]


def test_marks_of_the_markup_are_only_text() -> None:
    assert markup("a < b & c\nd") == "a &lt; b &amp; c<br/>d"
    assert markup((Run("x", bold=True, italic=True), Run("y"))) == "<i><b>x</b></i>y"
    (page,) = pages(HEAD, Para("Tổ <b>1</b> & 2"))
    assert "Tổ <b>1</b> & 2" in texts(page)


def test_a_character_without_shape_is_refused_anywhere() -> None:
    for block in (Para("☐"), Title("☐"), Entry("☐"), Choice(("☐",)), Addressed(("☐",))):
        with pytest.raises(UserError, match=r"U\+2610"):
            pages(HEAD, block)


def test_an_unknown_block_is_a_bug() -> None:
    with pytest.raises(TypeError, match="int"):
        flowables(1, PORTRAIT)  # type: ignore[arg-type]


@pytest.mark.parametrize("count", range(8, 30))
def test_a_short_last_line_takes_one_before_it_to_the_signatures(count: int) -> None:
    found = read_pages(
        letter(Para(SENTENCE), Section("IV. PHƯƠNG HƯỚNG"), Dotted(count), Para("Hết./."))
    )
    last = texts(found[-1])
    assert sum(text.startswith("....") for text in last) >= 1
    assert "Hết./." in last
    dotted = [sum(text.startswith("....") for text in texts(page)) for page in found]
    assert sum(dotted) == count


def test_a_whole_paragraph_stays_where_it_has_room_though_the_last_one_moves() -> None:
    homes = []
    for more in range(12):
        body: list[Block] = [Para(SENTENCE)] * 9
        body += [Dotted(more), Article(2, SENTENCE), Article(3, SENTENCE)]
        words = [" ".join(texts(page)) for page in read_pages(letter(*body))]
        homes.append([n for n, text in enumerate(words) for k in (2, 3) if f"Điều {k}." in text])
    assert [0, 1] in homes


def test_a_value_of_several_lines_stands_as_paragraphs_under_its_label() -> None:
    (page,) = pages(
        HEAD, Entry("9. Quy ước", "1. Giữ gìn an ninh.\n\n2. Họp mỗi tháng."), Para("a")
    )
    starts = {line.text: line.x0 for line in page.lines}
    assert starts["9. Quy ước:"] == pytest.approx(starts["1. Giữ gìn an ninh."], abs=1)
    assert starts["9. Quy ước:"] == pytest.approx(starts["2. Họp mỗi tháng."], abs=1)
