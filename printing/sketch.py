"""Words and rules laid out before they are drawn, so their height is known and can be tested."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from printing.fonts import drawable
from printing.styles import RULE, Style
from printing.wrap import fitted, ruler

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

ASCENT: Final = 0.891
"""Top of the line to the baseline as a part of the size; the figure of Times itself."""


@dataclass(frozen=True)
class Word:
    """A string on a baseline: `x` from the left edge, `y` down from the top, in points."""

    x: float
    y: float
    text: str
    face: str
    size: float


@dataclass(frozen=True)
class Rule:
    """A straight line between two points, measured like a Word."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Sketch:
    """What will be drawn in a box; grows downwards."""

    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    height: float = 0.0

    def merge(self, other: Sketch, x: float = 0.0, y: float = 0.0) -> None:
        """Take over another sketch, moved right by `x` and down by `y`."""
        self.words += [Word(w.x + x, w.y + y, w.text, w.face, w.size) for w in other.words]
        self.rules += [Rule(r.x0 + x, r.y0 + y, r.x1 + x, r.y1 + y) for r in other.rules]
        self.height = max(self.height, y + other.height)

    def draw(self, canvas: Canvas, left: float, top: float, thick: float = RULE) -> None:
        """Put it on the page with its upper left corner at (`left`, `top`), PDF points."""
        text = canvas.beginText()
        for word in self.words:
            text.setFont(word.face, word.size)
            text.setTextOrigin(left + word.x, top - word.y)
            text.textOut(word.text)
        canvas.drawText(text)
        canvas.setLineWidth(thick)
        canvas.lines([(left + r.x0, top - r.y0, left + r.x1, top - r.y1) for r in self.rules])


class Column:
    """Lines centred one under another in a column of a sketch."""

    def __init__(self, sketch: Sketch, centre: float, room: float, y: float = 0.0) -> None:
        self.sketch = sketch
        self.centre = centre
        self.room = room
        self.y = y
        self.last_width = 0.0

    def add(self, text: str, style: Style) -> None:
        """Centre a text, shrunk and wrapped where it must be; nothing for an empty text."""
        if not text:
            return
        measure, lines = fitted(drawable(text), style, self.room)
        for line in lines:
            self.last_width = measure.width(line)
            place = self.centre - self.last_width / 2
            baseline = self.y + ASCENT * measure.size
            self.sketch.words.append(Word(place, baseline, line, measure.face, measure.size))
            self.gap(measure.size * style.leading)

    def left(self, text: str, style: Style) -> None:
        """Set a text from the left edge of the column, wrapped where it must be."""
        for line in ruler(style.face, style.size).wrap(drawable(text), self.room) if text else ():
            x, baseline = self.centre - self.room / 2, self.y + ASCENT * style.size
            self.sketch.words.append(Word(x, baseline, line, style.face, style.size))
            self.gap(style.line)

    def rule(self, share: float, drop: float) -> None:
        """Draw a centred rule, a part of the last line long, `drop` points under its box."""
        half = self.last_width * share / 2
        self.gap(drop)
        self.sketch.rules.append(Rule(self.centre - half, self.y, self.centre + half, self.y))

    def gap(self, points: float) -> None:
        """Go down."""
        self.y += points
        self.sketch.height = max(self.sketch.height, self.y)
