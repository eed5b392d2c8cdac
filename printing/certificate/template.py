"""A certificate's design as data: a page in millimetres and the elements on it.

Places are millimetres from the upper left corner of the page. `y` is the baseline of a text and
the upper edge of everything else; `anchor` says which point of the element `x` is.
"""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, asdict, dataclass, fields, replace
from typing import Any, Final, Literal, get_args

from models.errors import UserError

Anchor = Literal["left", "centre", "right"]
Face = Literal["serif", "serif-bold", "serif-italic", "serif-bold-italic", "script", "display"]
Design = Literal["festive", "ink-saving", "plain", "none"]
COLOUR: Final = re.compile("[#][0-9A-Fa-f]{6}")
FIELD: Final = re.compile(r"\{(\w+)\}")
LEAST_SIDE, MOST_SIDE = 50.0, 1000.0
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
    """

    x: float
    y: float
    anchor: Anchor = "centre"
    on_blank: bool = True


@dataclass(frozen=True, kw_only=True)
class Text(Element):
    """Words with fields in braces; not drawn where all its fields are empty.

    Attributes:
        width: millimetres it may take.
        size: points; shrunk down to `floor`, then set on `lines` even lines.
        running: words of a sentence, which go on another line before they shrink.
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
    """

    name: str
    version: int
    book: str
    width: float
    height: float
    design: Design
    colours: dict[str, str]
    elements: tuple[Element, ...]

    def colour(self, name: str) -> str:
        """Return the colour that an element names, or the one it is."""
        return self.colours[name.strip("[]")] if name.startswith("[") else name

    @property
    def slots(self) -> tuple[Picture, ...]:
        """The pictures it has room for."""
        return tuple(one for one in self.elements if isinstance(one, Picture))


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
    facts["elements"] = [{"kind": _NAMES[type(one)], **_told(one)} for one in template.elements]
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _told(one: Element) -> dict[str, Any]:
    """An element's values without those that every one of its kind has."""
    return {
        field.name: getattr(one, field.name)
        for field in fields(one)
        if field.default is MISSING or getattr(one, field.name) != field.default
    }


def from_json(text: str) -> Template:
    """Read a design.

    Raises:
        UserError: it is none; the place that is wrong is named.
    """
    try:
        facts = json.loads(text)
    except ValueError as error:
        raise UserError("Tệp này không phải mẫu giấy: không đọc được.") from error
    if not isinstance(facts, dict):
        raise UserError("Tệp này không phải mẫu giấy.")
    elements = facts.pop("elements", [])
    if not isinstance(elements, list):
        raise UserError("Mẫu giấy hỏng: danh sách phần tử không đúng.")
    read = tuple(_element(one, place) for place, one in enumerate(elements, start=1))
    template: Template = _made(Template, {**facts, "elements": read}, "Mẫu giấy hỏng")
    _refuse_odd(template)
    return template


def _element(facts: Any, place: int) -> Element:  # noqa: ANN401 - whatever a file holds
    where = f"Mẫu giấy hỏng ở phần tử {place}"
    if not isinstance(facts, dict) or facts.get("kind") not in KINDS:
        raise UserError(f"{where}: không rõ loại.")
    rest = {name: value for name, value in facts.items() if name != "kind"}
    element: Element = _made(KINDS[facts["kind"]], rest, where)
    return element


def _made(kind: type[Any], facts: dict[str, Any], where: str) -> Any:  # noqa: ANN401
    known = {field.name: field for field in fields(kind)}
    for name, value in facts.items():
        if name not in known:
            raise UserError(f"{where}: có “{name}” là chỗ lạ.")
        if not _fits(str(known[name].type), value):
            raise UserError(f"{where}: “{name}” không thể là “{value}”.")
    missing = [name for name, f in known.items() if f.default is MISSING and name not in facts]
    if missing:
        raise UserError(f"{where}: thiếu “{missing[0]}”.")
    return kind(**facts)


def _fits(kind: str, value: object) -> bool:
    """Whether a value from a file is of the kind a field is declared with."""
    words = {"Anchor": Anchor, "Face": Face, "Design": Design}
    if kind in words:
        return value in get_args(words[kind])
    if kind == "bool" or isinstance(value, bool):
        return kind == "bool" and isinstance(value, bool)
    kinds = {"float": (int, float), "int": (int,), "str": (str,)}
    if kind in kinds:
        return isinstance(value, kinds[kind])
    return isinstance(value, dict if kind.startswith("dict") else tuple)


def _refuse_odd(template: Template) -> None:
    for side in (template.width, template.height):
        if not LEAST_SIDE <= side <= MOST_SIDE:
            raise UserError(f"Khổ giấy phải từ 50 đến 1000 mm mỗi chiều, đang là {side:g} mm.")
    named = [
        value
        for one in template.elements
        for name in ("colour", "outline", "accent")
        if (value := getattr(one, name, ""))
    ]
    lost = {one.strip("[]") for one in named if one.startswith("[")} | NEEDED[template.design]
    if lost := lost - template.colours.keys():
        raise UserError(f"Mẫu giấy hỏng: thiếu màu “{min(lost)}”.")
    of_elements = [one for one in named if not one.startswith("[")]
    for colour in [*template.colours.values(), *of_elements]:
        if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
            raise UserError(f"Màu “{colour}” không đúng. Viết dấu # rồi sáu chữ số 0–9, A–F.")
    for one in template.elements:
        if isinstance(one, Text) and not 2 <= one.floor <= one.size <= 400:
            raise UserError(f"Cỡ chữ của “{one.text}” phải từ cỡ nhỏ nhất {one.floor:g} trở lên.")
