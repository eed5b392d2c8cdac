"""Writes a running paper for Word from the same blocks as the PDF, because offices edit in Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import singledispatch
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from printing import content, styles
from printing.blocks import MOTTO, NATION, Head
from printing.fonts import drawable
from printing.styles import BODY, LANDSCAPE, PORTRAIT, Paper
from printing.word_parts import (
    bare_table,
    dotted_line,
    fitted_lines,
    paper_section,
    rule_under,
    ruled_table,
    runs,
    set_line,
    two_columns,
)
from printing.wrap import ruler

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

FIXED_DAY: Final = datetime(2024, 1, 1, tzinfo=UTC)
"""The clock of every file written, so that the same words give the same bytes."""
FACE: Final = "Times New Roman"
BOXES_FACE: Final = "Segoe UI Symbol"
"""The face of Windows that has the boxes to tick, which Times lacks."""


def write_letter(letter: content.Letter) -> bytes:
    """The .docx of a running paper; UserError when a character could not be printed."""
    from docx import Document

    document = Document()
    _settle(document, letter.title)
    paper_section(document.sections[0], PORTRAIT, first=True)
    for place, block in enumerate(letter.blocks):
        write(block, document)
        if isinstance(block, content.Para) and content.leads(letter.blocks, place):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    target = BytesIO()
    document.save(target)
    return _same_clock(target)


def _settle(document: Document, title: str) -> None:
    """Face, size and the facts of the file."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name = FACE
    normal.font.size = Pt(BODY.size)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
    normal.paragraph_format.space_after = Pt(0)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = title, "", ""
    facts.created = facts.modified = FIXED_DAY


def _same_clock(source: BytesIO) -> bytes:
    """The same package with one time for all its parts."""
    target = BytesIO()
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, FIXED_DAY.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return target.getvalue()


@singledispatch
def write(block: content.Block, _document: Document) -> None:
    """Write one block at the end of the document."""
    raise TypeError(f"no way to write {type(block).__name__}")


@write.register(Head)
def _(block: Head, document: Document) -> None:
    right_width = ruler(styles.NATION.face, styles.NATION.size).width(NATION) + 6
    left_width = PORTRAIT.text_width - right_width
    left, right = bare_table(document, (left_width, right_width)).rows[0].cells
    room = left_width - styles.HEAD_COLUMN_GAP
    fitted_lines(left, block.parent, styles.PARENT, room)
    last, style = fitted_lines(left, block.agency, styles.AGENCY, room)
    rule_under(left, last, style, styles.AGENCY_RULE, left_width)
    _set_some(left, (block.number, styles.NUMBER), (block.about, styles.ABOUT_LETTER))
    set_line(right, NATION, styles.NATION)
    set_line(right, MOTTO, styles.MOTTO)
    rule_under(right, MOTTO, styles.MOTTO, 1.0, right_width)
    _set_some(right, (block.place_date, styles.PLACE_DATE))


def _set_some(cell: _Cell, *lines: tuple[str, styles.Style]) -> None:
    """Centre the lines that are not empty."""
    for text, style in lines:
        if text:
            set_line(cell, text, style)


@write.register(content.Title)
def _(block: content.Title, document: Document) -> None:
    from docx.shared import Pt

    room = PORTRAIT.text_width
    fitted_lines(document, block.kind, styles.KIND, room, before=styles.TITLE_GAP)
    if block.about:
        last, style = fitted_lines(document, block.about, styles.ABOUT, room)
        rule_under(document, last, style, styles.AGENCY_RULE, room)
    if block.subtitle:
        set_line(document, block.subtitle, styles.SUBTITLE)
    document.paragraphs[-1].paragraph_format.space_after = Pt(styles.TITLE_GAP)


@write.register(content.Centred)
def _(block: content.Centred, document: Document) -> None:
    line = set_line(document, block.text, styles.KIND, after=styles.PARAGRAPH_GAP)
    line.paragraph_format.keep_with_next = True


@write.register(content.Basis)
def _(block: content.Basis, document: Document) -> None:
    for text in content.basis_lines(block):
        runs(document, (content.Run(text, italic=True),))


@write.register(content.Addressed)
def _(block: content.Addressed, document: Document) -> None:
    first, *others = content.addressed_lines(block)
    set_line(document, f"Kính gửi: {first}", BODY, before=styles.PARAGRAPH_GAP)
    for line in others:
        set_line(document, line, BODY)


@write.register(content.Para)
def _(block: content.Para, document: Document) -> None:
    runs(document, block.text)


@write.register(content.Section)
def _(block: content.Section, document: Document) -> None:
    runs(document, (content.Run(block.text, bold=True),)).paragraph_format.keep_with_next = True


@write.register(content.Article)
def _(block: content.Article, document: Document) -> None:
    runs(document, block.runs)


@write.register(content.Entry)
def _(block: content.Entry, document: Document) -> None:
    if block.value:
        for words in block.paragraphs:
            runs(document, words)
    else:
        dotted_line(document, f"{block.label}: ")


@write.register(content.Dotted)
def _(block: content.Dotted, document: Document) -> None:
    for _line in range(block.lines):
        dotted_line(document, "")


@write.register(content.Choice)
def _(block: content.Choice, document: Document) -> None:
    for first in range(0, len(block.options), 2):
        line = two_columns(document)
        for place in range(first, min(first + 2, len(block.options))):
            line.add_run("\t" * (place > first))
            box = "☑" if place == block.chosen else "☐"
            line.add_run(f"{box} ").font.name = BOXES_FACE
            line.add_run(drawable(block.options[place]))


@write.register(content.Ruled)
def _(block: content.Ruled, document: Document) -> None:
    paper = LANDSCAPE if len(document.sections) > 1 else PORTRAIT
    ruled_table(document, block, paper.text_width)


@write.register(content.Signatures)
def _(block: content.Signatures, document: Document) -> None:
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    signers = block.sign.signers
    beside = len(signers) < 2
    count = 2 if beside else len(signers)
    table = bare_table(document, (PORTRAIT.text_width / count,) * count)
    for cell, signer in zip(table.rows[0].cells[count - len(signers) :], signers, strict=True):
        offices = [*filter(None, (signer.place_date,)), *signer.office.split("\n")]
        for line in offices:
            style = styles.PLACE_DATE if line == signer.place_date else styles.OFFICE
            set_line(cell, line, style)
        _set_some(cell, (signer.note, styles.SIGN_NOTE))
        set_line(cell, signer.printed_name, styles.SIGNER, before=styles.SIGN_SPACE)
    _recipients(table.rows[0].cells[0] if beside else document, block.sign.recipients)


def _recipients(place: Document | _Cell, recipients: Sequence[str]) -> None:
    """Nơi nhận with its list."""
    if recipients:
        set_line(place, "Nơi nhận:", styles.RECIPIENTS_HEAD, align="left")
    for line in recipients:
        set_line(place, line, styles.RECIPIENTS, align="left")


@write.register(content.Annex)
def _(block: content.Annex, document: Document) -> None:
    paper: Paper = LANDSCAPE if block.landscape else PORTRAIT
    paper_section(document.add_section(), paper, first=False)
    set_line(document, block.name, styles.ANNEX)
    set_line(document, block.title, styles.ANNEX)
    if block.reference:
        set_line(document, block.reference, styles.ANNEX_REFERENCE, after=styles.TABLE_GAP)
