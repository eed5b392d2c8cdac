"""Small drawn parts of running papers: dotted lines, boxes to tick, receivers, annex headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from printing import styles
from printing.content import Annex
from printing.fonts import drawable
from printing.sketch import ASCENT, Column, Rule, Sketch, Word
from printing.styles import BODY, Paper
from printing.wrap import Ruler, ruler

BOX: Final = 0.72
"""Side of a box to tick as a part of the text size."""


def body_ruler() -> Ruler:
    """Widths of body text."""
    return ruler(BODY.face, BODY.size)


def dots(room: float) -> str:
    """A dotted line `room` points wide."""
    return "." * max(3, int(room / body_ruler().width(".")))


def dotted_sketch(room: float, label: str = "") -> Sketch:
    """A line to be filled in; the label stands before the dots, set in like a paragraph."""
    sketch = Sketch()
    measure = body_ruler()
    indent = styles.FIRST_LINE if label else 0.0
    *full, last = measure.wrap(drawable(label), room - indent - measure.width("." * 20))
    y = ASCENT * BODY.size
    for line in full:
        sketch.words.append(Word(indent, y, line, BODY.face, BODY.size))
        y += BODY.line
    used = indent + measure.width(f"{last} ") if last else 0.0
    words = f"{last} {dots(room - used)}" if last else dots(room)
    sketch.words.append(Word(indent, y, words, BODY.face, BODY.size))
    sketch.height = (len(full) + 1) * BODY.line
    return sketch


def boxes_sketch(options: Sequence[str], chosen: int | None, room: float) -> Sketch:
    """Boxes to tick with their words, two in a line while they fit; drawn, not letters."""
    sketch = Sketch()
    measure = body_ruler()
    side = BODY.size * BOX
    words = [drawable(option) for option in options]
    needed = side + styles.BOX_GAP + max(map(measure.width, words))
    step = (room - styles.FIRST_LINE) / 2
    across = 2 if needed <= step else 1
    for place, option in enumerate(words):
        x = styles.FIRST_LINE + place % across * step
        baseline = place // across * BODY.line + ASCENT * BODY.size
        _box(sketch, x, baseline - side, side, ticked=place == chosen)
        x += side + styles.BOX_GAP
        sketch.words.append(Word(x, baseline, option, BODY.face, BODY.size))
    sketch.height = -(-len(words) // across) * BODY.line
    return sketch


def _box(sketch: Sketch, x: float, y: float, side: float, *, ticked: bool) -> None:
    """Four lines, and two more for the tick."""
    right, bottom = x + side, y + side
    sketch.rules += [
        Rule(x, y, right, y),
        Rule(right, y, right, bottom),
        Rule(x, bottom, right, bottom),
        Rule(x, y, x, bottom),
    ]
    if ticked:
        foot = x + side * 0.4
        sketch.rules.append(Rule(x + side * 0.15, y + side * 0.5, foot, y + side * 0.82))
        sketch.rules.append(Rule(foot, y + side * 0.82, x + side * 0.88, y + side * 0.15))


def addressed_sketch(lines: Sequence[str], paper: Paper) -> Sketch:
    """Kính gửi: with a receiver a line, the dashes one under another."""
    sketch = Sketch()
    measure = body_ruler()
    label = "Kính gửi: "
    widest = max(map(measure.width, lines))
    room = paper.text_width
    left = (room - min(measure.width(label) + widest, room)) / 2
    inner = left + measure.width(label)
    parts = [part for line in lines for part in measure.wrap(drawable(line), room - inner)]
    for place, part in enumerate(parts):
        y = place * BODY.line + ASCENT * BODY.size
        x, words = (inner, part) if place else (left, f"{label}{part}")
        sketch.words.append(Word(x, y, words, BODY.face, BODY.size))
    sketch.height = len(parts) * BODY.line
    return sketch


def annex_sketch(annex: Annex, paper: Paper) -> Sketch:
    """The heading of an annex: its name, its title, the paper it belongs to."""
    sketch = Sketch()
    column = Column(sketch, paper.text_width / 2, paper.text_width)
    column.add(annex.name, styles.ANNEX)
    column.add(annex.title, styles.ANNEX)
    column.add(annex.reference, styles.ANNEX_REFERENCE)
    return sketch
