"""A design drawn in layers, for whoever changes it: the ground, the words, the element in hand.

Each layer is a page of the very engine that prints, so what is seen is what comes out. The ground
takes most of the work and seldom changes; the element in hand can be moved about without drawing
anything again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from printing.certificate.checking import flaws, unknown_fields
from printing.certificate.fitting import filled, first_line, fitted
from printing.certificate.ornament import INNER, LINE, SHORT_SIDE
from printing.certificate.sheets import (
    CertificatePage,
    Sheet,
    printed_elements,
    render_certificates,
)
from printing.certificate.template import Code, Line, Picture, Seal, Text
from printing.styles import MM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from printing.certificate.checking import Flaw
    from printing.certificate.sheets import Job
    from printing.certificate.template import Element, Template

ASCENT, DESCENT = 0.78, 0.24
"""Parts of the size that letters stand above and below their line, tone marks included."""
TAPERED_HIGH = 10.0
"""Points that a tapered line takes with its lozenge."""
UNFRAMED = 10.0
"""Millimetres from the edge where a page has no frame; most printers leave less white."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where an element is drawn, in millimetres from the upper left corner of the page.

    Attributes:
        fits: whether its words fit into their place.
        drawn: whether it is drawn at all.
    """

    left: float
    top: float
    width: float
    height: float
    fits: bool = True
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a page: a PDF of two pages, all but the element in hand, and that alone.

    Attributes:
        boxes: of all elements, in their order.
        flaws: what would have to be seen to before printing, as sentences.
    """

    pdf: bytes
    boxes: tuple[Box, ...]
    flaws: tuple[str, ...]


def ground(template: Template, job: Job) -> bytes:
    """Return what is under the words as a PDF: ornament, or the picture of a blank."""
    bare = replace(template, elements=())
    return render_certificates([CertificatePage(bare, (Sheet({}),), job)])


def words(template: Template, chosen: int, sheet: Sheet, job: Job) -> Words:
    """Return the words over the ground; `chosen` is the place of the element in hand, or -1."""
    shown = printed_elements(template, words_only=job.words_only)
    mine = template.elements[chosen] if 0 <= chosen < len(template.elements) else None
    above = replace(job, words_only=True, scan=b"")
    pages = [
        _page(template, tuple(one for one in shown if one is not mine), sheet, above),
        _page(template, tuple(one for one in shown if one is mine), sheet, above),
    ]
    found = flaws(CertificatePage(template, (sheet,), job))
    boxes = tuple(
        _box(one, sheet.data, drawn=any(one is other for other in shown))
        for one in template.elements
    )
    lost = [f"Không có chỗ điền tên “{name}”." for name in unknown_fields(template)]
    told = [_of_any(flaw) for flaw in found]
    return Words(render_certificates(pages), boxes, (*lost, *told))


def _of_any(flaw: Flaw) -> str:
    """A flaw without the page and name of the sample."""
    told = flaw.message.partition(": ")[2] if flaw.sheet else flaw.message
    return f"{told[:1].upper()}{told[1:]}"


def _page(
    template: Template, elements: tuple[Element, ...], sheet: Sheet, job: Job
) -> CertificatePage:
    """A page without ornament; to leave that out, everything is drawn as on a blank."""
    on_blank = tuple(replace(one, on_blank=True) for one in elements)
    return CertificatePage(replace(template, elements=on_blank), (sheet,), job)


def margin(template: Template) -> float:
    """Return how far words stay from the edge of a page at least, in millimetres."""
    scale = min(template.width, template.height) / SHORT_SIDE
    inner = {"festive": INNER[0], "ink-saving": INNER[0], "plain": LINE + 6}
    return inner[template.design] * scale if template.design in inner else UNFRAMED


def _box(one: Element, data: Mapping[str, str], *, drawn: bool) -> Box:
    if isinstance(one, Text):
        return _text_box(one, data, drawn=drawn)
    width, height = _size(one)
    top = one.y - height / 2 if isinstance(one, Line) else one.y
    return Box(_left(one, width), top, width, height, drawn=drawn)


def _size(one: Element) -> tuple[float, float]:
    if isinstance(one, Picture):
        return one.width, one.height
    if isinstance(one, Code | Seal):
        return one.size, one.size
    if isinstance(one, Line):
        return one.width, (TAPERED_HIGH if one.tapered else one.thick) / MM
    raise TypeError(type(one))


def _text_box(one: Text, data: Mapping[str, str], *, drawn: bool) -> Box:
    said = filled(one, data)
    if not said:
        return Box(
            _left(one, one.width), one.y - one.size * ASCENT / MM, one.width,
            one.size * (ASCENT + DESCENT) / MM, drawn=False,
        )  # fmt: skip
    found = fitted(one, said)
    width = max(wide for _line, wide in found.lines) / MM
    lower = (len(found.lines) - 1) * found.size * one.leading
    top = one.y - (first_line(one, found) + found.size * ASCENT) / MM
    height = (lower + found.size * (ASCENT + DESCENT)) / MM
    return Box(_left(one, width), top, width, height, found.fits, drawn)


def _left(one: Element, width: float) -> float:
    return one.x - width * {"left": 0.0, "centre": 0.5, "right": 1.0}[one.anchor]
