"""What the flowing library is told of our pieces: how they wrap, where they may be divided.

The classes are made when first used, because importing the library costs the start of the program
a third of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final

from printing import content, styles
from printing.fonts import drawable
from printing.page import number_page
from printing.pieces import Piece
from printing.sketch import Sketch
from printing.styles import BODY, Paper, Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable, PageTemplate, Paragraph

Story = list["Flowable"]
KEPT_LINES: Final = 2
"""Lines of the last paragraph that go with the signatures to a new page."""


def page_template(place: int, paper: Paper) -> PageTemplate:
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


def turn_to(place: int) -> Story:
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
def _closing_class() -> Callable[[list[Flowable], Sketch, bool], Flowable]:
    """What keeps the signatures with the end of the text before them."""
    from reportlab.platypus import Flowable

    class Closing(Flowable):
        """The last of the text, its first part a heading or not, and the signatures."""

        def __init__(self, text: list[Flowable], sign: Sketch, headed: bool) -> None:
            super().__init__()
            self.text = text
            self.sign = sign
            self.headed = headed
            self.spaceBefore = text[0].getSpaceBefore()

        def wrap(self, room: float, height: float) -> tuple[float, float]:
            """Tell the size of all."""
            self.heights = [part.wrapOn(self.canv, room, height)[1] for part in self.text]
            self.above = sum(self.heights) + sum(part.getSpaceAfter() for part in self.text[:-1])
            return room, self.above + styles.SIGN_GAP + self.sign.height

        def split(self, room: float, height: float) -> list[Flowable]:
            """Leave on this page what fits, but take the end of the text over."""
            above, below = self.above, 0.0
            for place in reversed(range(int(self.headed), len(self.text))):
                above -= self.heights[place]
                kept = min(height - above, below + self.heights[place] - KEPT_LINES * BODY.line)
                parts = _parts(self.text[place], room, kept, self.heights[place], self.canv)
                rest = [*parts[1:], *self.text[place + 1 :]]
                if parts and rest:
                    return [*self.text[:place], parts[0], Closing(rest, self.sign, False)]
                below += self.heights[place]
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


def _parts(part: Flowable, room: float, kept: float, whole: float, canvas: Canvas) -> Story:
    """What `kept` points of a part may hold, and the rest; the part alone where all of it fits."""
    if kept >= whole:
        return [part]
    return part.splitOn(canvas, room, kept) if kept > 0 else []


def closing(last: Story, sign: Sketch, *, headed: bool) -> Flowable:
    """The `last` of the text, held together with the signatures under it.

    When `headed` the first part is a heading and goes where the next one goes.
    """
    return _closing_class()(last, sign, headed)


def carried(piece: Piece, before: float = 0.0, after: float = 0.0) -> Flowable:
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
        return escape(drawable(text), quote=False).replace("\n", "<br/>")
    parts = []
    for run in text:
        words = markup(run.text)
        words = f"<b>{words}</b>" if run.bold else words
        parts.append(f"<i>{words}</i>" if run.italic else words)
    return "".join(parts)


def room_for(height: float) -> Flowable:
    """Turn the page unless so much room is left."""
    from reportlab.platypus import CondPageBreak

    return CondPageBreak(height)
