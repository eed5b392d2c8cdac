"""Sets running papers (letters, plans, minutes, decisions) over pages as the decree asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from io import BytesIO
from typing import Final

from printing import content, styles
from printing.blocks import Head, head_sketch, sign_sketch, title_sketch
from printing.flowing import (
    Story,
    carried,
    closing,
    page_template,
    paragraph,
    room_for,
    turn_to,
)
from printing.fonts import ready
from printing.page import CREATOR, SETTINGS
from printing.pieces import Rows, Whole
from printing.sketch import Column, Sketch
from printing.small_parts import (
    addressed_sketch,
    annex_sketch,
    boxes_sketch,
    dotted_sketch,
)
from printing.styles import BODY, BODY_BOLD, LANDSCAPE, PORTRAIT, Paper

LED_LINES: Final = 7
"""Lines of room a paragraph needs that leads over to a table: its own, the heading, a row."""

RUNNING: Final = (content.Para, content.Article, content.Entry, content.Dotted)
"""Parts of the text that may stand over the last one and go with it to a new page."""


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
        story += turn_to(len(papers)) if papers else []
        papers.append(PORTRAIT)
        story += _story(letter, papers)
    target = BytesIO()
    document = BaseDocTemplate(
        target, pagesize=PORTRAIT.size, title=letters[0].title, creator=CREATOR, **SETTINGS
    )
    document.addPageTemplates([page_template(place, paper) for place, paper in enumerate(papers)])
    document.build(story)
    return target.getvalue()


def _story(letter: content.Letter, papers: list[Paper]) -> Story:
    """What flows of one letter; the paper of each of its annexes is added to `papers`."""
    story: Story = []
    sizes: list[int] = []
    for place, block in enumerate(letter.blocks):
        before = len(story)
        if isinstance(block, content.Annex):
            story += turn_to(len(papers))
            papers.append(LANDSCAPE if block.landscape else PORTRAIT)
        if isinstance(block, content.Signatures):
            kept, headed = _kept_with_signatures(letter.blocks[:place], sizes)
            last, story = story[-kept:], story[:-kept]
            story.append(closing(last, sign_sketch(block.sign, PORTRAIT), headed=headed))
        else:
            story += (
                [room_for(LED_LINES * BODY.line)] if content.leads(letter.blocks, place) else []
            )
            story += flowables(block, papers[-1])
        sizes.append(len(story) - before)
    return story


def _kept_with_signatures(
    blocks: Sequence[content.Block], sizes: Sequence[int]
) -> tuple[int, bool]:
    """How many of the last flowing parts hold together with the signatures; whether headed.

    The last one, the one before it, and a heading that would stand alone without them; `sizes`
    tells of how many parts each block is made.
    """
    if sizes[-1] > 1 or len(blocks) < 2:
        return min(2, sizes[-1]), False
    if isinstance(blocks[-2], content.Section):
        return 2, True
    if not isinstance(blocks[-2], RUNNING):
        return 1, False
    headed = len(blocks) > 2 and sizes[-2] == 1 and isinstance(blocks[-3], content.Section)
    return (3, True) if headed else (2, False)


@singledispatch
def flowables(block: content.Block, paper: Paper) -> Story:
    """The flowing parts of one block on `paper`."""
    raise TypeError(f"no way to set {type(block).__name__} on {paper}")


@flowables.register(Head)
def _(block: Head, paper: Paper) -> Story:
    return [carried(Whole(head_sketch(block, paper)))]


@flowables.register(content.Title)
def _(block: content.Title, paper: Paper) -> Story:
    sketch = title_sketch(paper, block.kind, block.about, block.subtitle)
    return [carried(Whole(sketch), styles.TITLE_GAP, styles.TITLE_GAP)]


@flowables.register(content.Centred)
def _(block: content.Centred, paper: Paper) -> Story:
    sketch = Sketch()
    Column(sketch, paper.text_width / 2, paper.text_width).add(block.text, styles.KIND)
    room = sketch.height + 3 * BODY.line
    return [room_for(room), carried(Whole(sketch), 0, styles.PARAGRAPH_GAP)]


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
    return [carried(Whole(sketch), 0, 2 * styles.PARAGRAPH_GAP)]


@flowables.register(content.Para)
def _(block: content.Para, _paper: Paper) -> Story:
    return [paragraph(block.text)]


@flowables.register(content.Section)
def _(block: content.Section, _paper: Paper) -> Story:
    return [room_for(4 * BODY.line), paragraph(block.text, BODY_BOLD)]


@flowables.register(content.Article)
def _(block: content.Article, _paper: Paper) -> Story:
    return [paragraph(block.runs)]


@flowables.register(content.Entry)
def _(block: content.Entry, paper: Paper) -> Story:
    if block.value:
        return [paragraph(words) for words in block.paragraphs]
    sketch = dotted_sketch(paper.text_width, label=f"{block.label}:")
    return [carried(Whole(sketch), 0, styles.PARAGRAPH_GAP)]


@flowables.register(content.Dotted)
def _(block: content.Dotted, paper: Paper) -> Story:
    line = Whole(dotted_sketch(paper.text_width))
    return [carried(line, 0, styles.PARAGRAPH_GAP) for _ in range(block.lines)]


@flowables.register(content.Choice)
def _(block: content.Choice, paper: Paper) -> Story:
    sketch = boxes_sketch(block.options, block.chosen, paper.text_width)
    return [carried(Whole(sketch), 0, styles.PARAGRAPH_GAP)]


@flowables.register(content.Ruled)
def _(block: content.Ruled, paper: Paper) -> Story:
    return [carried(Rows.of(block, paper.text_width), 2, 2 * styles.PARAGRAPH_GAP)]


@flowables.register(content.Annex)
def _(block: content.Annex, paper: Paper) -> Story:
    return [carried(Whole(annex_sketch(block, paper)), 0, styles.TITLE_GAP)]
