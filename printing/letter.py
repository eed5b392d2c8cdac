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
    for place, block in enumerate(letter.blocks):
        if isinstance(block, content.Annex):
            story += turn_to(len(papers))
            papers.append(LANDSCAPE if block.landscape else PORTRAIT)
        if isinstance(block, content.Signatures):
            kept = _kept_with_signatures(letter.blocks[:place])
            last, story = story[-kept:], story[:-kept]
            story.append(closing(last, sign_sketch(block.sign, PORTRAIT)))
        else:
            story += (
                [room_for(LED_LINES * BODY.line)] if content.leads(letter.blocks, place) else []
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
        return [paragraph(f"{block.label}: {block.value}")]
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
