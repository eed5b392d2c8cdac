"""Lines, rules, tables and page settings of a Word file, in the measures of the printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from printing import styles
from printing.columns import Band, PrintColumn, total_band
from printing.content import Ruled, Run, Text
from printing.fonts import BOLD_ITALIC, ITALIC, drawable
from printing.styles import BODY, Paper, Style
from printing.table import Table as Measured
from printing.wrap import fitted, ruler

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

Align = Literal["left", "centre", "right"]
HEADER_DISTANCE: Final = 10.0
"""Millimetres from the edge of the sheet to the page number."""
AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
AFTER_NUMBERING: Final = ("w:cols", "w:titlePg", "w:docGrid")
"""What must follow in the file; Word refuses parts in another order."""
TWENTIETHS: Final = 20
"""Units of the file format in a point."""
BOLD_FACES: Final = (styles.BODY_BOLD.face, BOLD_ITALIC)


def set_line(
    place: Document | _Cell,
    text: str,
    style: Style,
    *,
    align: Align = "centre",
    before: float = 0.0,
    after: float = 0.0,
) -> Paragraph:
    """Add a line in one style; gaps in points. An empty first paragraph of a cell is used."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    sides = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "centre": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }
    line = _fresh(place)
    line.alignment = sides[align]
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(before), Pt(after)
    run = line.add_run(drawable(text))
    run.font.size = Pt(style.size)
    run.bold = style.face in BOLD_FACES
    run.italic = style.face in (ITALIC, BOLD_ITALIC)
    return line


def fitted_lines(
    place: Document | _Cell, text: str, style: Style, room: float, *, before: float = 0.0
) -> tuple[str, Style]:
    """Add a text shrunk, then broken, as the PDF sets it in `room` points.

    `before` is the gap over the first line in points. Returns the last line and how it is set.
    """
    if not text:
        return "", style
    measure, lines = fitted(drawable(text), style, room)
    set_as = replace(style, size=measure.size)
    for place_of, line in enumerate(lines):
        set_line(place, line, set_as, before=0.0 if place_of else before)
    return lines[-1], set_as


def _fresh(place: Document | _Cell) -> Paragraph:
    """A new paragraph, or the one a new cell comes with."""
    first: Paragraph | None = place.paragraphs[0] if len(place.paragraphs) == 1 else None
    if first is not None and not first.text and hasattr(place, "width") and not first.runs:
        return first
    return place.add_paragraph()


def runs(document: Document, text: Text) -> Paragraph:
    """Add a justified paragraph of the body."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    line = document.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    look = line.paragraph_format
    look.first_line_indent, look.space_after = Pt(styles.FIRST_LINE), Pt(styles.PARAGRAPH_GAP)
    look.line_spacing = BODY.leading / SINGLE
    look.widow_control = True
    for part in (Run(text),) if isinstance(text, str) else text:
        run = line.add_run(drawable(part.text))
        run.bold, run.italic = part.bold, part.italic
    return line


SINGLE: Final = 1.15
"""Baseline distance of single spacing as a part of the size of Times."""


def dotted_line(document: Document, label: str) -> None:
    """Add a label and dots up to the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Pt

    line = document.add_paragraph()
    look = line.paragraph_format
    look.space_after = Pt(styles.PARAGRAPH_GAP)
    look.first_line_indent = Pt(styles.FIRST_LINE if label else 0)
    look.tab_stops.add_tab_stop(
        Pt(styles.PORTRAIT.text_width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )
    line.add_run(f"{drawable(label)}\t")


def two_columns(document: Document) -> Paragraph:
    """Add a line that a tab divides in two halves, set in like a paragraph."""
    from docx.shared import Pt

    line = document.add_paragraph()
    line.paragraph_format.left_indent = Pt(styles.FIRST_LINE)
    half = (styles.PORTRAIT.text_width + styles.FIRST_LINE) / 2
    line.paragraph_format.tab_stops.add_tab_stop(Pt(half))
    return line


def rule_under(place: Document | _Cell, text: str, style: Style, share: float, room: float) -> None:
    """Add a rule a part of a text long, centred in `room` points: an indented border."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    indent = max(0.0, (room - ruler(style.face, style.size).width(text) * share) / 2)
    line = place.add_paragraph()
    look = line.paragraph_format
    look.left_indent = look.right_indent = Pt(indent)
    look.line_spacing, look.space_after = Pt(3), Pt(styles.NUMBER_GAP)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)


def bare_table(document: Document, widths: Sequence[float]) -> Table:
    """Add a table of one row without lines, for what stands side by side; widths in points."""
    table = _table(document, widths)
    _pad_cells(table, 0)
    _new_row(table)
    return table


def _table(document: Document, widths: Sequence[float], style: str | None = None) -> Table:
    """Add a table without rows; rows take the widths, in points, when they are added."""
    from docx.shared import Pt

    table: Table = document.add_table(rows=0, cols=len(widths), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    return table


def _pad_cells(table: Table, points: float) -> None:
    """Set the white left and right in every cell."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for name in ("left", "right"):
        side = OxmlElement(f"w:{name}")
        side.set(qn("w:w"), str(round(points * TWENTIETHS)))
        side.set(qn("w:type"), "dxa")
        margins.append(side)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _row_property(row: _Row, name: str) -> None:
    """Set a yes-property of a table row."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def ruled_table(document: Document, source: Ruled, room: float) -> None:
    """Add a ruled table, its heading repeated on every page, its rows undivided.

    The columns are as wide as in the PDF.
    """
    from docx.shared import Pt

    measured = Measured(source.columns, room, source.rows, numbered=source.numbered)
    widths = [after - before for before, after in pairwise(measured.edges)]
    table = _table(document, widths, "Table Grid")
    _pad_cells(table, styles.CELL_PAD_X)
    columns = measured.columns
    _headings(table, columns, measured.size)
    number = 0
    for row in source.rows or [("",) * len(source.columns)] * source.blank:
        number += not isinstance(row, Band)
        added = _fill(measured, table, row, str(number) if source.numbered else None)
        if not source.rows:
            added.height = Pt(measured.height(styles.BLANK_LINES))
    total = total_band(source.total)
    if total:
        _fill(measured, table, total, "" if source.numbered else None)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _new_row(table: Table) -> _Row:
    """Add an undivided row."""
    row: _Row = cast("Any", table).add_row()
    _row_property(row, "cantSplit")
    return row


def _headings(table: Table, columns: Sequence[PrintColumn], points: float) -> None:
    """The heading in one row, or two with shared headings over some columns."""
    grouped = any(column.group for column in columns)
    first = _new_row(table)
    last = _new_row(table) if grouped else first
    size = Style(styles.BODY_BOLD.face, points)
    for row in {id(first): first, id(last): last}.values():
        _row_property(row, "tblHeader")
    for place, column in enumerate(columns):
        if grouped and not column.group:
            set_line(first.cells[place].merge(last.cells[place]), column.words, size)
        else:
            set_line(last.cells[place], column.words, size)
    for group in dict.fromkeys(column.group for column in columns if column.group):
        places = [place for place, column in enumerate(columns) if column.group == group]
        joined = first.cells[places[0]].merge(first.cells[places[-1]])
        set_line(joined, group, size)


def _fill(measured: Measured, table: Table, row: Sequence[str] | Band, number: str | None) -> _Row:
    """Add a row; a band's words run over the columns before its first figure."""
    columns = measured.columns
    cells = [row.text, *row.cells[1:]] if isinstance(row, Band) else list(row)
    if number is not None:
        cells = [row.text, *row.cells] if isinstance(row, Band) else [number, *cells]
    cells += [""] * (len(columns) - len(cells))
    added = _new_row(table)
    face = styles.BODY_BOLD.face if isinstance(row, Band) else styles.TABLE_TEXT.face
    style = Style(face, measured.size)
    start = 0
    if isinstance(row, Band):
        after = next((place for place, text in enumerate(cells[1:], 1) if text), len(columns))
        joined = added.cells[0].merge(added.cells[after - 1])
        set_line(joined, row.text, style, align="centre" if row.centred else "left")
        start = after
    for place in range(start, len(columns)):
        set_line(added.cells[place], cells[place], style, align=columns[place].align)
    return added


def paper_section(section: Section, paper: Paper, *, first: bool) -> None:
    """Set sheet, margins and the page number on top, which page 1 does not show."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    wide = paper.width > paper.height
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.left_margin, section.right_margin = Mm(paper.left), Mm(paper.right)
    section.top_margin, section.bottom_margin = Mm(paper.top), Mm(paper.bottom)
    section.header_distance = Mm(HEADER_DISTANCE)
    section.different_first_page_header_footer = True
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(start, *AFTER_NUMBERING)
    if first:
        line = section.header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _page_field(line)


def _page_field(line: Paragraph) -> None:
    """Insert the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = line.add_run("2")
    run.font.size = Pt(styles.PAGE_NUMBER.size)
    field.append(run._r)
    line._p.append(field)
