"""The Word file says what the PDF says, on the same sheet, in the order Word demands."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from printing.catalogue import DOCUMENTS, Document, render, render_word
from printing.content import Dotted, Entry, Letter, Para, Title
from tests.printing.pdf_marks import read_pages
from tests.printing.samples import FILLED

WRITTEN = pytest.mark.parametrize(
    "form", [form for form in DOCUMENTS if form.word], ids=lambda form: form.form
)
ORDER = ("w:keepNext", "w:widowControl", "w:pBdr", "w:tabs", "w:spacing", "w:ind", "w:jc")


def sheet(form: Document[Any]) -> Letter:
    built = form.build(FILLED[form.form])
    assert isinstance(built, Letter)
    return built


@cache
def written(form: Document[Any]) -> WordDocument:
    """The form filled, as read back; tests only look at it."""
    return docx.Document(BytesIO(render_word(sheet(form))))


def words(document: WordDocument) -> str:
    return "".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in " \u00a0.…\n")


@WRITTEN
def test_every_line_of_the_pdf_is_in_the_word_file(form: Document[Any]) -> None:
    text = bare(words(written(form)))
    for page in read_pages(render(sheet(form))):
        for line in page.lines:
            if not (line.text.isdigit() and line.y > page.height - 20 * 72 / 25.4):
                assert bare(line.text) in text, line.text


@WRITTEN
def test_blank_forms_are_dotted_in_word_too(form: Document[Any]) -> None:
    blank = form.build(form.blank())
    assert isinstance(blank, Letter)
    document = docx.Document(BytesIO(render_word(blank)))
    leaders = document.element.body.xml.count('w:leader="dot"')
    dotted = sum(
        block.lines
        if isinstance(block, Dotted)
        else int(isinstance(block, Entry) and not block.value)
        for block in blank.blocks
    )
    assert leaders == dotted


def test_a_line_in_brackets_stands_under_the_title() -> None:
    document = docx.Document(
        BytesIO(render_word(Letter("", (Title("BẢNG", "", "(Năm 2026)"), Para("x")))))
    )
    assert [line.text for line in document.paragraphs] == ["BẢNG", "(Năm 2026)", "x"]


@WRITTEN
def test_the_sheet_has_the_margins_of_the_decree_and_numbers_from_page_two(
    form: Document[Any],
) -> None:
    section = written(form).sections[0]
    measures = section.page_width, section.left_margin, section.right_margin
    for found, wanted in zip(measures, (210, 30, 20), strict=True):
        assert found is not None
        assert abs(found - Mm(wanted)) < 1000
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


@WRITTEN
def test_paragraph_properties_stand_in_the_order_of_the_format(form: Document[Any]) -> None:
    for properties in written(form).element.body.iter(qn("w:pPr")):
        tags = [child.tag for child in properties]
        places = [tags.index(qn(name)) for name in ORDER if qn(name) in tags]
        assert places == sorted(places)


def test_the_annex_is_a_landscape_section_with_its_own_numbers() -> None:
    document = written(next(form for form in DOCUMENTS if form.form == "F12"))
    annex = document.sections[1]
    assert (annex.page_width or 0) > (annex.page_height or 0)
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_tables_repeat_their_heading_and_keep_rows_whole() -> None:
    document = written(next(form for form in DOCUMENTS if form.form == "F05"))
    table = next(table for table in document.tables if "STT" in table.cell(0, 0).text)
    first, *others = [row._tr.xml for row in table.rows]
    assert "w:tblHeader" in first
    assert not any("w:tblHeader" in row for row in others)
    assert all("w:cantSplit" in row for row in (first, *others))


def test_the_boxes_of_a_choice_are_characters() -> None:
    text = words(written(next(form for form in DOCUMENTS if form.form == "F09")))
    assert "☑ Hoàn thành xuất sắc nhiệm vụ" in text
    assert text.count("☐") == 3


def test_an_unknown_block_is_a_bug() -> None:
    with pytest.raises(TypeError, match="int"):
        render_word(Letter("", (1,)))  # type: ignore[arg-type]
