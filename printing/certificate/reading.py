"""Reads a design from the text of its file, and refuses what could not be drawn."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields
from typing import Any, Final, get_args

from models.errors import UserError
from models.registers.issued import BOOKS
from printing.certificate.template import (
    KINDS,
    NEEDED,
    Anchor,
    Design,
    Element,
    Face,
    Picture,
    Template,
    Text,
)
from printing.certificate.values import PICTURES

COLOUR: Final = re.compile("[#][0-9A-Fa-f]{6}")
LEAST_SIDE, MOST_SIDE = 50.0, 1000.0
LONGEST: Final = 200_000
"""Characters of a file; the register keeps no more."""
LONGEST_NAME: Final = 120
MOST_ELEMENTS: Final = 200
LARGEST: Final = 1e9
"""No number of a design is larger; what is no number at all is not below it either."""
RANGES: Final[dict[str, tuple[float, float]]] = {
    "width": (1, MOST_SIDE),
    "height": (1, MOST_SIDE),
    "size": (2, 400),
    "floor": (2, 400),
    "lines": (1, 12),
    "leading": (0.7, 4),
    "spacing": (-5, 60),
    "edge": (0, 20),
    "rule": (0, 50),
    "thick": (0.05, 40),
}
"""What the numbers of an element may be, in the units that `template` says."""
DAMAGED: Final = "Mẫu giấy hỏng"


def from_json(text: str) -> Template:
    """Read a design.

    Raises:
        UserError: it is none; the place that is wrong is named.
    """
    if len(text) > LONGEST:
        raise UserError(f"Tệp này không phải mẫu giấy: dài {len(text)} ký tự, quá {LONGEST}.")
    try:
        facts = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError("Tệp này không phải mẫu giấy: không đọc được.") from error
    if not isinstance(facts, dict):
        raise UserError("Tệp này không phải mẫu giấy.")
    elements = facts.pop("elements", [])
    if not isinstance(elements, list):
        raise UserError(f"{DAMAGED}: danh sách phần tử không đúng.")
    read = tuple(_element(one, place) for place, one in enumerate(elements, start=1))
    template: Template = _made(Template, {**facts, "elements": read}, DAMAGED)
    refuse_odd(template)
    return template


def _element(facts: Any, place: int) -> Element:  # noqa: ANN401 - whatever a file holds
    where = f"{DAMAGED} ở phần tử {place}"
    if not isinstance(facts, dict) or str(facts.get("kind")) not in KINDS:
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
    if kind in ("float", "int"):
        whole = isinstance(value, int)
        return isinstance(value, int | float) and abs(value) <= LARGEST and (whole or kind != "int")
    if kind == "str":
        return isinstance(value, str)
    return isinstance(value, dict if kind.startswith("dict") else tuple)


def refuse_odd(template: Template) -> None:
    """Refuse a design that could not be drawn.

    Raises:
        UserError: what is wrong, and where.
    """
    _refuse_head(template)
    _refuse_colours(template)
    for place, one in enumerate(template.elements, start=1):
        _refuse_element(template, one, f"{DAMAGED} ở phần tử {place}")


def _refuse_head(template: Template) -> None:
    for side in (template.width, template.height):
        if not LEAST_SIDE <= side <= MOST_SIDE:
            raise UserError(f"Khổ giấy phải từ 50 đến 1000 mm mỗi chiều, đang là {side:g} mm.")
    name = template.name
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise UserError(f"Tên mẫu phải có từ 1 đến {LONGEST_NAME} ký tự trên một dòng.", "name")
    if template.book not in BOOKS:
        raise UserError(f"{DAMAGED}: không có sổ “{template.book}”. Có: {', '.join(BOOKS)}.")
    if len(template.elements) > MOST_ELEMENTS:
        count = len(template.elements)
        raise UserError(f"{DAMAGED}: có {count} phần tử, nhiều nhất {MOST_ELEMENTS}.")


def _refuse_colours(template: Template) -> None:
    named = [
        value
        for one in template.elements
        for name in ("colour", "outline", "accent")
        if (value := getattr(one, name, ""))
    ]
    lost = {one.strip("[]") for one in named if one.startswith("[")} | NEEDED[template.design]
    if lost := lost - template.colours.keys():
        raise UserError(f"{DAMAGED}: thiếu màu “{min(lost)}”.")
    of_elements = [one for one in named if not one.startswith("[")]
    for colour in [*template.colours.values(), *of_elements]:
        if not isinstance(colour, str) or not COLOUR.fullmatch(colour):
            raise UserError(f"Màu “{colour}” không đúng. Viết dấu # rồi sáu chữ số 0–9, A–F.")


def _refuse_element(template: Template, one: Element, where: str) -> None:
    for name, most in (("x", template.width), ("y", template.height)):
        if not 0 <= getattr(one, name) <= most:
            raise UserError(f"{where}: nằm ngoài tờ giấy ({name} = {getattr(one, name):g} mm).")
    for name, (least, most) in RANGES.items():
        value = getattr(one, name, None)
        if value is not None and not least <= value <= most:
            raise UserError(f"{where}: “{name}” phải từ {least:g} đến {most:g}, đang là {value:g}.")
    if isinstance(one, Text) and one.floor > one.size:
        raise UserError(f"Cỡ chữ của “{one.text}” phải từ cỡ nhỏ nhất {one.floor:g} trở lên.")
    if isinstance(one, Picture) and one.slot not in PICTURES:
        raise UserError(f"{where}: không có chỗ ảnh “{one.slot}”. Có: {', '.join(PICTURES)}.")
