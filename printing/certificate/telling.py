"""What people call the parts of a design, and in what words two designs differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from printing.certificate.template import Code, Element, Line, Picture, Seal, Template, Text
from printing.certificate.values import PICTURES, label_of_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FACE_WORDS: Final = (
    ("serif", "Có chân"),
    ("serif-bold", "Có chân, đậm"),
    ("serif-italic", "Có chân, nghiêng"),
    ("serif-bold-italic", "Có chân, đậm nghiêng"),
    ("script", "Thư pháp"),
    ("display", "Tiêu đề"),
)
ANCHOR_WORDS: Final = (("left", "Trái"), ("centre", "Giữa"), ("right", "Phải"))
ORNAMENT_WORDS: Final = (
    ("festive", "Lễ hội"),
    ("ink-saving", "Ít mực"),
    ("plain", "Đơn giản"),
    ("none", "Không có"),
)
COLOUR_NAMES: Final = {
    "text": "Chữ",
    "red": "Đỏ của tiêu đề",
    "dark": "Đỏ sẫm",
    "name": "Họ tên",
    "quiet": "Chữ phụ",
    "gold": "Vàng kim",
    "outline": "Viền chữ",
    "band": "Dải khung",
    "links": "Hoa văn trên dải",
    "face": "Mặt trống ở góc",
    "tint": "Nền giấy",
    "rays": "Tia nắng",
    "drum": "Mặt trống",
    "drum_line": "Nét mặt trống",
    "slot": "Khung chỗ trống",
    "wrong": "Chữ không vừa",
}
SAID: Final[dict[str, str | tuple[str, str]]] = {
    "text": "“{}”",
    "slot": "ảnh {}",
    "x": "ngang {} mm",
    "y": "dọc {} mm",
    "width": "rộng {} mm",
    "height": "cao {} mm",
    "size": "cỡ {} pt",
    "floor": "thu nhỏ tới {} pt",
    "lines": "nhiều nhất {} dòng",
    "leading": "giãn dòng {}",
    "spacing": "giãn chữ {} pt",
    "rule": "gạch dưới cách {} mm",
    "thick": "dày {} pt",
    "edge": "viền {} pt",
    "face": "kiểu chữ {}",
    "anchor": "căn {}",
    "colour": "màu {}",
    "outline": "viền màu {}",
    "accent": "hoa màu {}",
    "hidden": ("ẩn", "hiện trên giấy"),
    "on_blank": ("in trên phôi", "không in trên phôi"),
    "required": ("thiếu thì không cho in", "thiếu vẫn in"),
    "running": ("xuống dòng trước khi thu nhỏ", "thu nhỏ trước khi xuống dòng"),
    "middle": ("hai dòng giãn đều", "dòng sau nối xuống"),
    "round": ("khung tròn", "khung vuông"),
    "tapered": ("thon hai đầu", "đều nét"),
}
"""Field of an element to its words with a place for the value, or to those of yes and of no."""
NONE: Final = "không có"
_NAMED: Final = {
    "face": dict(FACE_WORDS),
    "anchor": dict(ANCHOR_WORDS),
    "slot": PICTURES,
    "colour": COLOUR_NAMES,
    "outline": COLOUR_NAMES,
    "accent": COLOUR_NAMES,
}
_Pair = tuple[Element | None, Element | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a design: what it is called, how the first design has it, how the second."""

    part: str
    first: str
    second: str


def name_of(element: Element) -> str:
    """Return what people call an element."""
    if isinstance(element, Text):
        named = ", ".join(map(label_of_field, element.names))
        return (named[:1].upper() + named[1:]) or element.text or "Chữ trống"
    if isinstance(element, Picture):
        picture = PICTURES.get(element.slot, element.slot)
        return f"Ảnh: {picture}"
    return {Code: "Mã kiểm tra", Line: "Đường kẻ", Seal: "Chỗ đóng dấu"}[type(element)]


def differences(first: Template, second: Template) -> list[Difference]:
    """Tell part by part in what two designs differ; their names and versions are not looked at."""
    return [*_of_page(first, second), *_of_elements(first.elements, second.elements)]


def _of_page(first: Template, second: Template) -> Iterator[Difference]:
    papers = [f"{_figure(one.width)} × {_figure(one.height)} mm" for one in (first, second)]
    ornaments = [dict(ORNAMENT_WORDS)[one.design] for one in (first, second)]
    for part, (was, now) in (("Khổ giấy", papers), ("Hoa văn", ornaments)):
        if was != now:
            yield Difference(part, was, now)
    for name in dict.fromkeys((*first.colours, *second.colours)):
        was, now = (one.colours.get(name, NONE) for one in (first, second))
        if was != now:
            yield Difference(f"Màu: {COLOUR_NAMES.get(name, name)}", was, now)


def _of_elements(first: Sequence[Element], second: Sequence[Element]) -> Iterator[Difference]:
    for was, now in _paired(first, second):
        if was is None or now is None:
            there = was or now
            if there is not None:
                words = _said(there, ("x", "y"))
                yield Difference(name_of(there), words if was else NONE, words if now else NONE)
        elif was != now:
            names = [one.name for one in fields(was)
                     if getattr(was, one.name) != getattr(now, one.name)]  # fmt: skip
            yield Difference(name_of(was), _said(was, names), _said(now, names))


def _paired(first: Sequence[Element], second: Sequence[Element]) -> list[_Pair]:
    """Put together what is the same part: by what it says, and the rest by kind in their order."""
    found: list[_Pair] = []
    left, right = list(first), list(second)
    for told in (_mark, type):
        waiting: defaultdict[Any, list[Element]] = defaultdict(list)
        for one in right:
            waiting[told(one)].append(one)
        rest = []
        for one in left:
            same = waiting[told(one)]
            if same:
                found.append((one, same.pop(0)))
            else:
                rest.append(one)
        left, right = rest, [one for same in waiting.values() for one in same]
    gone: list[_Pair] = [(one, None) for one in left]
    come: list[_Pair] = [(None, one) for one in right]
    return [*found, *gone, *come]


def _mark(one: Element) -> tuple[type[Element], str]:
    return type(one), getattr(one, "text", getattr(one, "slot", ""))


def _said(one: Element, names: Sequence[str]) -> str:
    return ", ".join(_value(one, name) for name in names)


def _value(one: Element, name: str) -> str:
    value, said = getattr(one, name), SAID[name]
    if isinstance(said, tuple):
        return said[not value]
    if name in _NAMED:
        key = str(value).strip("[]")
        word = _NAMED[name].get(key, key)
        return said.format(word[:1].lower() + word[1:] if word else NONE)
    if name == "size" and not isinstance(one, Text):
        said = "cỡ {} mm"
    return said.format(value if isinstance(value, str) else _figure(value))


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")
