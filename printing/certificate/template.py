"""A certificate's design as data: a page in millimetres and the elements on it.

Places are millimetres from the upper left corner of the page. `y` is the baseline of a text and
the upper edge of everything else; `anchor` says which point of the element `x` is.
"""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, asdict, dataclass, fields, replace
from typing import Any, Final, Literal

Anchor = Literal["left", "centre", "right"]
Face = Literal["serif", "serif-bold", "serif-italic", "serif-bold-italic", "script", "display"]
Design = Literal["festive", "ink-saving", "plain", "none"]
FIELD: Final = re.compile(r"\{(\w+)\}")
ALWAYS: Final = frozenset({"text", "slot", "wrong"})
"""Colours of every design: words, outlines of slots, and words that do not fit, on the screen."""
FRAME: Final = frozenset({"drum", "drum_line", "dark", "band", "links", "gold", "face"})
NEEDED: Final[dict[str, frozenset[str]]] = {
    "festive": ALWAYS | FRAME | {"tint", "rays"},
    "ink-saving": ALWAYS | FRAME,
    "plain": ALWAYS | {"dark", "gold"},
    "none": ALWAYS,
}
"""Colours that the ornament of a design takes from it."""


@dataclass(frozen=True, kw_only=True)
class Element:
    """What stands on the page.

    Attributes:
        x: millimetres from the left edge to the point that `anchor` names.
        y: millimetres from the upper edge.
        on_blank: whether it is printed on blanks too; what blanks carry already is not.
        hidden: left out for now, with its place kept.
    """

    x: float
    y: float
    anchor: Anchor = "centre"
    on_blank: bool = True
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class Text(Element):
    """Words with fields in braces; not drawn where all its fields are empty.

    Attributes:
        width: millimetres it may take.
        size: points; shrunk down to `floor`, then set on `lines` even lines.
        running: words of a sentence, which go on another line before they shrink.
        middle: several lines stand around the place of one, smaller, instead of going on below it.
        spacing: points between letters.
        outline: colour of a line around the letters, `edge` points wide; none when empty.
        rule: millimetres under the baseline of a line as long as the text; 0 for none.
        required: whether an empty text is a flaw.
    """

    text: str
    width: float
    face: Face = "serif"
    size: float = 14.0
    floor: float = 10.0
    lines: int = 1
    running: bool = False
    middle: bool = False
    leading: float = 1.28
    colour: str = "[text]"
    spacing: float = 0.0
    outline: str = ""
    edge: float = 0.0
    rule: float = 0.0
    required: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it holds."""
        return tuple(FIELD.findall(self.text))


@dataclass(frozen=True, kw_only=True)
class Picture(Element):
    """A slot the office fills with a picture of its own; round slots are outlined as circles."""

    slot: str
    width: float
    height: float
    round: bool = False
    required: bool = False
    on_blank: bool = False


@dataclass(frozen=True, kw_only=True)
class Code(Element):
    """The signed code, `size` millimetres each way, its quiet border included."""

    size: float = 20.0


@dataclass(frozen=True, kw_only=True)
class Line(Element):
    """A line `thick` points; tapered ones have a lozenge in the middle."""

    width: float
    thick: float = 0.75
    colour: str = "[text]"
    tapered: bool = False
    accent: str = "[red]"


@dataclass(frozen=True, kw_only=True)
class Seal(Element):
    """Where the seal will be stamped: shown on the screen, never printed."""

    size: float = 36.0
    on_blank: bool = False


KINDS: Final[dict[str, type[Element]]] = {
    "text": Text,
    "picture": Picture,
    "code": Code,
    "line": Line,
    "seal": Seal,
}
_NAMES: Final = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True)
class Template:
    """One design.

    Attributes:
        name: as the office calls it.
        version: counted up with every change, so that an issued paper knows its own.
        book: the issue book it takes numbers from.
        width: millimetres.
        colours: by name; elements may name them in brackets, the ornament takes its own.
        origin: the design of the program that it was copied from; empty where it is that itself.
    """

    name: str
    version: int
    book: str
    width: float
    height: float
    design: Design
    colours: dict[str, str]
    elements: tuple[Element, ...]
    origin: str = ""

    def colour(self, name: str) -> str:
        """Return the colour that an element names, or the one it is."""
        return self.colours[name.strip("[]")] if name.startswith("[") else name

    @property
    def slots(self) -> tuple[Picture, ...]:
        """The pictures it shows."""
        return tuple(one for one in self.elements if isinstance(one, Picture) and not one.hidden)


def resized(template: Template, width: float, height: float) -> Template:
    """Return the design on another page: everything scaled and centred, letters with it."""
    scale = min(width / template.width, height / template.height)
    left = (width - template.width * scale) / 2
    top = (height - template.height * scale) / 2
    lengths = ("width", "height", "size", "floor", "thick", "spacing", "edge", "rule")

    def moved(one: Element) -> Element:
        mine = {field.name for field in fields(one)}
        scaled = {name: round(getattr(one, name) * scale, 2) for name in lengths if name in mine}
        return replace(
            one, x=round(left + one.x * scale, 2), y=round(top + one.y * scale, 2), **scaled
        )

    return replace(
        template, width=width, height=height, elements=tuple(map(moved, template.elements))
    )


def to_json(template: Template) -> str:
    """Return a design as the text of its file: the same text for the same design."""
    facts = asdict(replace(template, elements=()))
    if not template.origin:
        del facts["origin"]
    facts["elements"] = [{"kind": _NAMES[type(one)], **_told(one)} for one in template.elements]
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _told(one: Element) -> dict[str, Any]:
    """An element's values without those that every one of its kind has."""
    return {
        field.name: getattr(one, field.name)
        for field in fields(one)
        if field.default is MISSING or getattr(one, field.name) != field.default
    }
