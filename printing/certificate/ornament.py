"""The ornament of a page: tint, rays, drum, frame, in the designs there are; drawn by code alone.

Drawn once a document as a form that every page shows. Sizes are those of an A4 sheet and scale with
the shorter side. On blanks nothing of it is drawn: they carry their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from printing.certificate.rings import (
    Point,
    at,
    birds,
    circle,
    comb,
    dots,
    polygon,
    spirals,
    star,
    teeth,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from printing.certificate.template import Template

SHORT_SIDE: Final = 210.0
TINT_FROM_EDGE, RAYS_FROM_EDGE = 8.0, 18.0
RAYS: Final = 96
DRUM: Final = 60.0
LINE, BAND, BAND_WIDE = 8.0, 9.9, 8.4
CORNER: Final = 19.0
GOLD_LINE, NOTCH = 20.0, 28.6
"""Millimetres from the edge: the gold line, and where it turns round the corner squares."""
INNER: Final = (21.3, 29.9)
"""The same of the hair line, which is the inner edge of the frame."""
FACE: Final = 16.4
TOOTH, LINK = 1.5, 5.2


class Ornament:
    """Draws one design; the canvas is in millimetres of the page, origin bottom left."""

    def __init__(self, canvas: Canvas, template: Template) -> None:
        self.canvas, self.template = canvas, template
        self.scale = min(template.width, template.height) / SHORT_SIDE
        self.wide, self.high = template.width / self.scale, template.height / self.scale

    def draw(self) -> None:
        """Draw everything that stands behind the words."""
        canvas = self.canvas
        canvas.saveState()
        canvas.scale(self.scale, self.scale)
        if self.template.design in ("festive", "ink-saving"):
            self._ground()
            self._drum_mark()
            self._corner_faces()
            self._frame()
        elif self.template.design == "plain":
            self._plain_frame()
        canvas.restoreState()

    # -- colours

    def _fill(self, name: str) -> None:
        from reportlab.lib.colors import HexColor

        self.canvas.setFillColor(HexColor(self.template.colour(f"[{name}]")))

    def _ink(self, name: str, thick: float) -> None:
        from reportlab.lib.colors import HexColor

        self.canvas.setStrokeColor(HexColor(self.template.colour(f"[{name}]")))
        self.canvas.setLineWidth(thick)

    def _box(self, inset: float, *, fill: int = 0) -> None:
        width, height = self.wide - 2 * inset, self.high - 2 * inset
        self.canvas.rect(inset, inset, width, height, stroke=1 - fill, fill=fill)

    # -- ground

    def _ground(self) -> None:
        if self.template.design == "festive":
            self._fill("tint")
            self._box(TINT_FROM_EDGE, fill=1)
            self._rays()

    def _rays(self) -> None:
        """Sun rays from the middle, so pale that the words stay calm."""
        canvas, centre = self.canvas, (self.wide / 2, self.high / 2 - 3)
        canvas.saveState()
        clip = canvas.beginPath()
        inset = RAYS_FROM_EDGE
        clip.rect(inset, inset, self.wide - 2 * inset, self.high - 2 * inset)
        canvas.clipPath(clip, stroke=0)
        self._fill("rays")
        path = canvas.beginPath()
        for place in range(RAYS):
            path.moveTo(*centre)
            path.lineTo(*at(self.wide, place / RAYS, centre))
            path.lineTo(*at(self.wide, (place + 0.5) / RAYS, centre))
            path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()

    def _drum_mark(self) -> None:
        """The drum's face, large and pale, behind the words."""
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(self.wide / 2, self.high / 2 - 6)
        self._fill("drum")
        self._ink("drum_line", 0.16)
        star(canvas, 13.5, 14, 0.42)
        for inner, outer, count in ((14.5, 16.3, 90), (24.2, 26, 130), (42.6, 44.6, 190)):
            comb(canvas, inner, outer, count)
        for radius in (14, 16.8, 23.6, 26.5, 31.5, 42, 45.2, 51.2, 53.4, 55.6, 58.4, DRUM):
            circle(canvas, radius)
        dots(canvas, 17.8, 60, 0.7)
        spirals(canvas, 20.7, 1.75, 30)
        dots(canvas, 27.6, 84, 0.7)
        teeth(canvas, 28.4, 30.9, 60)
        birds(canvas, 36.2, 5.6)
        spirals(canvas, 48.2, 2.2, 56)
        teeth(canvas, 53.6, 55.4, 130)
        dots(canvas, 57, 150, 0.8)
        dots(canvas, 52.3, 150, 0.6)
        canvas.restoreState()

    # -- frame

    def _frame(self) -> None:
        """The red band with its links, the corner squares, the notched lines within."""
        canvas = self.canvas
        self._ink("dark", 0.75)
        self._box(LINE)
        canvas.saveState()
        self._fill("band")
        self._sides(BAND, BAND_WIDE)
        self._fill("links")
        self._ink("links", 0.2)
        for length, turn in ((self.wide, 0), (self.high, 1), (self.wide, 2), (self.high, 3)):
            canvas.saveState()
            self._turned(turn)
            self._band(length)
            canvas.restoreState()
        canvas.restoreState()
        for turn in range(4):
            canvas.saveState()
            self._turned(turn)
            self._corner()
            canvas.restoreState()
        self._ink("gold", 0.55)
        polygon(canvas, self._notched(GOLD_LINE, NOTCH), stroke=1, fill=0)
        self._ink("dark", 0.18)
        polygon(canvas, self._notched(*INNER), stroke=1, fill=0)

    def _sides(self, inset: float, thick: float) -> None:
        """Fill four bars that make a frame."""
        canvas, wide, high = self.canvas, self.wide, self.high
        for x, y, width, height in (
            (inset, inset, wide - 2 * inset, thick),
            (inset, high - inset - thick, wide - 2 * inset, thick),
            (inset, inset, thick, high - 2 * inset),
            (wide - inset - thick, inset, thick, high - 2 * inset),
        ):
            canvas.rect(x, y, width, height, stroke=0, fill=1)

    def _turned(self, turn: int) -> None:
        """Let the lower left corner be the one that is so many quarter turns further."""
        corners = ((0, 0), (self.wide, 0), (self.wide, self.high), (0, self.high))
        self.canvas.translate(*corners[turn])
        self.canvas.rotate(90 * turn)

    def _band(self, length: float) -> None:
        """The marks of one side of the band: teeth along both edges, linked circles between."""
        canvas, begin, end = self.canvas, LINE + CORNER, length - LINE - CORNER
        bottom, top = BAND + 0.45, BAND + BAND_WIDE - 0.45
        count = round((end - begin) / TOOTH)
        step = (end - begin) / count
        path = canvas.beginPath()
        for place in range(count):
            x = begin + place * step
            for base, tip in ((bottom, bottom + 1.1), (top, top - 1.1)):
                path.moveTo(x, base)
                path.lineTo(x + step / 2, tip)
                path.lineTo(x + step, base)
                path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        self._links(begin, end, (bottom + top) / 2)

    def _links(self, begin: float, end: float, middle: float) -> None:
        canvas, radius = self.canvas, 1.55
        count = round((end - begin) / LINK)
        step = (end - begin) / count
        path = canvas.beginPath()
        for place in range(count):
            x = begin + (place + 0.5) * step
            for part in (1.0, 0.56, 0.22):
                path.circle(x, middle, radius * part)
            if place + 1 < count:
                path.moveTo(x + radius * 0.5, middle + radius * 0.87)
                path.curveTo(
                    x + step / 2, middle + radius * 0.6,
                    x + step / 2, middle - radius * 0.6,
                    x + step - radius * 0.5, middle - radius * 0.87,
                )  # fmt: skip
        canvas.drawPath(path, stroke=1, fill=0)

    def _corner(self) -> None:
        """The square of the lower left corner with a star of twelve rays."""
        canvas, side = self.canvas, CORNER
        self._fill("dark")
        canvas.rect(LINE - 0.4, LINE - 0.4, side + 0.8, side + 0.8, stroke=0, fill=1)
        self._fill("band")
        canvas.rect(LINE + 0.6, LINE + 0.6, side - 1.2, side - 1.2, stroke=0, fill=1)
        self._ink("links", 0.22)
        canvas.rect(LINE + 1.5, LINE + 1.5, side - 3, side - 3, stroke=1, fill=0)
        canvas.saveState()
        canvas.translate(LINE + side / 2, LINE + side / 2)
        self._fill("links")
        star(canvas, 3.3, 12, 0.4)
        circle(canvas, 3.8)
        dots(canvas, 4.4, 32, 0.4)
        teeth(canvas, 5, 6.2, 30)
        circle(canvas, 5)
        circle(canvas, 6.6)
        for quarter in range(4):
            canvas.saveState()
            canvas.rotate(45 + 90 * quarter)
            polygon(canvas, [(7.4, 0), (8.6, 0.95), (10, 0), (8.6, -0.95)])
            canvas.restoreState()
        canvas.restoreState()

    def _notched(self, inset: float, notch: float) -> list[Point]:
        """Return a line around the page that turns inwards round the corner squares."""
        wide, high = self.wide, self.high
        return [
            (notch, inset), (wide - notch, inset), (wide - notch, notch), (wide - inset, notch),
            (wide - inset, high - notch), (wide - notch, high - notch),
            (wide - notch, high - inset), (notch, high - inset), (notch, high - notch),
            (inset, high - notch), (inset, notch), (notch, notch),
        ]  # fmt: skip

    def _corner_faces(self) -> None:
        """A small drum behind each corner, cut off by the inner line as if tucked under it."""
        canvas = self.canvas
        canvas.saveState()
        clip = canvas.beginPath()
        first, *rest = self._notched(*INNER)
        clip.moveTo(*first)
        for point in rest:
            clip.lineTo(*point)
        clip.close()
        canvas.clipPath(clip, stroke=0)
        for turn in range(4):
            canvas.saveState()
            self._turned(turn)
            canvas.translate(INNER[1], INNER[1])
            self._face()
            canvas.restoreState()
        canvas.restoreState()

    def _face(self) -> None:
        canvas = self.canvas
        self._fill("face")
        circle(canvas, FACE, fill=1)
        self._fill("gold")
        self._ink("gold", 0.22)
        star(canvas, 6.2, 12, 0.3)
        spirals(canvas, 9.9, 1.15, 26)
        comb(canvas, 6.9, 8.1, 70)
        teeth(canvas, 13.2, 15, 62)
        for radius in (6.6, 8.4, 11.4, 13.1):
            circle(canvas, radius)
        dots(canvas, 12.2, 70, 0.45)
        circle(canvas, FACE - 0.8)
        dots(canvas, FACE + 1.1, 78, 0.55)

    def _plain_frame(self) -> None:
        """Two lines and nothing that costs ink."""
        self._ink("dark", 1.6)
        self._box(LINE + 1)
        self._ink("gold", 0.6)
        self._box(LINE + 3.6)
