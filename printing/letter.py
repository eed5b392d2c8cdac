"""Sets running papers (letters, plans, minutes, decisions) over pages as the decree asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, singledispatch
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from printing import content, styles
from printing.blocks import Head, head_sketch, sign_sketch, title_sketch
from printing.fonts import drawable, ready
from printing.page import CREATOR, SETTINGS, number_page
from printing.pieces import Piece, Rows, Whole
from printing.sketch import Column, Sketch
from printing.small_parts import (
    addressed_sketch,
    annex_sketch,
    boxes_sketch,
    dotted_sketch,
)
from printing.styles import BODY, BODY_BOLD, LANDSCAPE, PORTRAIT, Paper, Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate, Paragraph

Story = list["Flowable"]
KEPT_LINES: Final = 2
"""Lines of the last paragraph that go with the signatures to a new page."""
LED_LINES: Final = 7
"""Lines of room a paragraph needs that leads over to a table: its own, the heading, a row."""


def render_letter(letter: content.Letter) -> bytes:
    """The PDF of a running paper; UserError when a character cannot be printed."""
    return render_letters([letter])


def render_letters(letters: Sequence[content.Letter]) -> bytes:
    """One PDF of several running papers; each begins a page and counts its pages anew."""
    from reportlab.platypus import BaseDocTemplate

    ready()
    story: Story = []
    papers: list[Paper] = []
    for letter in letters:
        story += _turn_to(len(papers)) if papers else []
        papers.append(PORTRAIT)
        story += _story(letter, papers)
    target = BytesIO()
    document = BaseDocTemplate(
        target, pagesize=PORTRAIT.size, title=letters[0].title, creator=CREATOR, **SETTINGS
    )
    document.addPageTemplates([_template(place, paper) for place, paper in enumerate(papers)])
    document.build(story)
    return target.getvalue()


def _story(letter: content.Letter, papers: list[Paper]) -> Story:
    """What flows of one letter; the paper of each of its annexes is added to `papers`."""
    story: Story = []
    for place, block in enumerate(letter.blocks):
        if isinstance(block, content.Annex):
            story += _turn_to(len(papers))
            papers.append(LANDSCAPE if block.landscape else PORTRAIT)
        if isinstance(block, content.Signatures):
            kept = _kept_with_signatures(letter.blocks[:place])
            last, story = story[-kept:], story[:-kept]
            story.append(_closing_class()(last, sign_sketch(block.sign, PORTRAIT)))
        else:
            story += (
                [_room_for(LED_LINES * BODY.line)] if content.leads(letter.blocks, place) else []
            )
            story += flowables(block, papers[-1])
    return story


def _kept_with_signatures(blocks: Sequence[content.Block]) -> int:
    """How many of the last parts of the text hold together with the signatures."""
    count = 1
    for kind in (content.Para, content.Section):
        if count < len(blocks) and isinstance(blocks[-count - 1], kind):
            count += 1
    return count


def _template(place: int, paper: Paper) -> PageTemplate:
    """The pages of one paper or of one annex, which counts its pages anew."""
    from reportlab.platypus import Frame, PageTemplate

    drawn = 0

    def number(canvas: Canvas, _document: BaseDocTemplate) -> None:
        nonlocal drawn
        drawn += 1
        number_page(canvas, paper, drawn, 0)

    frame = Frame(
        paper.left * styles.MM,
        paper.bottom * styles.MM,
        paper.text_width,
        paper.text_height,
        *(0, 0, 0, 0),
    )
    return PageTemplate(str(place), [frame], onPage=number, pagesize=paper.size)


def _turn_to(place: int) -> Story:
    """Turn to the pages of an annex or of the next paper."""
    from reportlab.platypus import NextPageTemplate, PageBreak

    return [NextPageTemplate(str(place)), PageBreak()]


@cache
def _flowing() -> Callable[[Piece, float, float], Flowable]:
    """What lets the flowing library carry our pieces; made when first printed, for the start."""
    from reportlab.platypus import Flowable

    class Flowing(Flowable):
        """A piece with the gaps around it, in points."""

        def __init__(self, piece: Piece, before: float = 0.0, after: float = 0.0) -> None:
            super().__init__()
            self.piece = piece
            self.spaceBefore = before
            self.spaceAfter = after

        def wrap(self, room: float, _height: float) -> tuple[float, float]:
            """Tell the size."""
            return room, self.piece.height

        def split(self, _room: float, height: float) -> list[Flowable]:
            """Divide as the piece allows."""
            parts = self.piece.divide(height)
            return [Flowing(part, 0, self.spaceAfter) for part in parts] if parts else []

        def draw(self) -> None:
            """Draw the piece in its box."""
            self.piece.draw(self.canv, 0, self.piece.height)

    return Flowing


@cache
def _closing_class() -> Callable[[list[Flowable], Sketch], Flowable]:
    """What keeps the signatures with the end of the text before them."""
    from reportlab.platypus import Flowable

    class Closing(Flowable):
        """The last of the text, with what stands just before it, and the signatures."""

        def __init__(self, text: list[Flowable], sign: Sketch) -> None:
            super().__init__()
            self.text = text
            self.sign = sign
            self.spaceBefore = text[0].getSpaceBefore()

        def wrap(self, room: float, height: float) -> tuple[float, float]:
            """Tell the size of all."""
            self.heights = [part.wrapOn(self.canv, room, height)[1] for part in self.text]
            self.above = sum(self.heights) + sum(part.getSpaceAfter() for part in self.text[:-1])
            return room, self.above + styles.SIGN_GAP + self.sign.height

        def split(self, room: float, height: float) -> list[Flowable]:
            """Leave on this page what fits, but take the end of the text over."""
            above = self.above
            for place in reversed(range(len(self.text))):
                above -= self.heights[place]
                kept = min(height - above, self.heights[place] - KEPT_LINES * BODY.line)
                parts = self.text[place].splitOn(self.canv, room, kept) if kept > 0 else []
                if len(parts) > 1:
                    rest = [*parts[1:], *self.text[place + 1 :]]
                    return [*self.text[:place], parts[0], Closing(rest, self.sign)]
                above -= self.text[place - 1].getSpaceAfter() if place else 0
            return []

        def draw(self) -> None:
            """Draw the text, then the signatures."""
            y = self.sign.height + styles.SIGN_GAP + self.above
            for part, height in zip(self.text, self.heights, strict=True):
                part.drawOn(self.canv, 0, y - height)
                y -= height + part.getSpaceAfter()
            self.sign.draw(self.canv, 0, self.sign.height)

    return Closing


def _carried(piece: Piece, before: float = 0.0, after: float = 0.0) -> Flowable:
    """A piece as something that flows."""
    return _flowing()(piece, before, after)


def paragraph(
    text: content.Text, style: Style = BODY, first_line: float = styles.FIRST_LINE
) -> Paragraph:
    """Justified text with the first line set in, never one line alone on a page."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    look = ParagraphStyle(
        style.face,
        fontName=style.face,
        fontSize=style.size,
        leading=style.line,
        alignment=TA_JUSTIFY,
        firstLineIndent=first_line,
        spaceAfter=styles.PARAGRAPH_GAP,
        allowWidows=0,
        allowOrphans=0,
    )
    return Paragraph(markup(text), look)


def markup(text: content.Text) -> str:
    """Runs as the markup the paragraph reads."""
    if isinstance(text, str):
        return escape(drawable(text)).replace("\n", "<br/>")
    parts = []
    for run in text:
        words = markup(run.text)
        words = f"<b>{words}</b>" if run.bold else words
        parts.append(f"<i>{words}</i>" if run.italic else words)
    return "".join(parts)


def _room_for(height: float) -> Flowable:
    """Turn the page unless so much room is left."""
    from reportlab.platypus import CondPageBreak

    return CondPageBreak(height)


@singledispatch
def flowables(block: content.Block, paper: Paper) -> Story:
    """The flowing parts of one block on `paper`."""
    raise TypeError(f"no way to set {type(block).__name__} on {paper}")


@flowables.register(Head)
def _(block: Head, paper: Paper) -> Story:
    return [_carried(Whole(head_sketch(block, paper)))]


@flowables.register(content.Title)
def _(block: content.Title, paper: Paper) -> Story:
    sketch = title_sketch(paper, block.kind, block.about, block.subtitle)
    return [_carried(Whole(sketch), styles.TITLE_GAP, styles.TITLE_GAP)]


@flowables.register(content.Centred)
def _(block: content.Centred, paper: Paper) -> Story:
    sketch = Sketch()
    Column(sketch, paper.text_width / 2, paper.text_width).add(block.text, styles.KIND)
    room = sketch.height + 3 * BODY.line
    return [_room_for(room), _carried(Whole(sketch), 0, styles.PARAGRAPH_GAP)]


@flowables.register(content.Basis)
def _(block: content.Basis, _paper: Paper) -> Story:
    return [paragraph(line, styles.BASIS) for line in content.basis_lines(block)]


@flowables.register(content.Addressed)
def _(block: content.Addressed, paper: Paper) -> Story:
    lines = content.addressed_lines(block)
    if len(lines) == 1:
        sketch = Sketch()
        column = Column(sketch, paper.text_width / 2, paper.text_width)
        column.add(f"Kính gửi: {lines[0]}", BODY)
    else:
        sketch = addressed_sketch(lines, paper)
    return [_carried(Whole(sketch), 0, 2 * styles.PARAGRAPH_GAP)]


@flowables.register(content.Para)
def _(block: content.Para, _paper: Paper) -> Story:
    return [paragraph(block.text)]


@flowables.register(content.Section)
def _(block: content.Section, _paper: Paper) -> Story:
    return [_room_for(4 * BODY.line), paragraph(block.text, BODY_BOLD)]


@flowables.register(content.Article)
def _(block: content.Article, _paper: Paper) -> Story:
    return [paragraph(block.runs)]


@flowables.register(content.Entry)
def _(block: content.Entry, paper: Paper) -> Story:
    if block.value:
        return [paragraph(f"{block.label}: {block.value}")]
    sketch = dotted_sketch(paper.text_width, label=f"{block.label}:")
    return [_carried(Whole(sketch), 0, styles.PARAGRAPH_GAP)]


@flowables.register(content.Dotted)
def _(block: content.Dotted, paper: Paper) -> Story:
    line = Whole(dotted_sketch(paper.text_width))
    return [_carried(line, 0, styles.PARAGRAPH_GAP) for _ in range(block.lines)]


@flowables.register(content.Choice)
def _(block: content.Choice, paper: Paper) -> Story:
    sketch = boxes_sketch(block.options, block.chosen, paper.text_width)
    return [_carried(Whole(sketch), 0, styles.PARAGRAPH_GAP)]


@flowables.register(content.Ruled)
def _(block: content.Ruled, paper: Paper) -> Story:
    return [_carried(Rows.of(block, paper.text_width), 2, 2 * styles.PARAGRAPH_GAP)]


@flowables.register(content.Annex)
def _(block: content.Annex, paper: Paper) -> Story:
    return [_carried(Whole(annex_sketch(block, paper)), 0, styles.TITLE_GAP)]
