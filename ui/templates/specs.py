"""Which values each kind of element has, in what words, and by what field each is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from printing.certificate.telling import ANCHOR_WORDS, FACE_WORDS
from printing.certificate.template import Code, Element, Line, Picture, Seal, Text
from printing.certificate.values import PICTURES
from ui.templates.entries import (
    ChoiceEntry,
    ColourEntry,
    Entry,
    FlagEntry,
    NumberEntry,
    Told,
    WordsEntry,
)
from ui.widgets.numbers import NumberField


@dataclass(frozen=True, slots=True)
class Spec:
    """A field of a kind of element: which value it holds, its words, and how it is made."""

    name: str
    words: str
    make: Callable[[str, Told], Entry]
    wide: bool = False


def _mm(name: str, words: str, least: float = 0.0, most: float = 1000.0) -> Spec:
    return Spec(name, words, lambda said, told: NumberEntry(NumberField(said, least, most), told))


def _points(name: str, words: str, least: float, most: float) -> Spec:
    return Spec(
        name,
        words,
        lambda said, told: NumberEntry(NumberField(said, least, most, unit="pt"), told),
    )


def _times(name: str, words: str, least: float, most: float) -> Spec:
    return Spec(
        name,
        words,
        lambda said, told: NumberEntry(
            NumberField(said, least, most, step=0.05, unit="", decimals=2), told
        ),
    )


def _whole(name: str, words: str, least: int, most: int) -> Spec:
    return Spec(
        name,
        words,
        lambda said, told: NumberEntry(
            NumberField(said, least, most, step=1, unit="", decimals=0), told, whole=True
        ),
    )


def _one_of(name: str, words: str, choices: Sequence[tuple[str, str]], *,
            wide: bool = True) -> Spec:  # fmt: skip
    return Spec(name, words, lambda said, told: ChoiceEntry(said, choices, told), wide)


def _colour(name: str, words: str) -> Spec:
    return Spec(name, words, ColourEntry, wide=True)


def _flag(name: str, words: str, *, turned: bool = False) -> Spec:
    return Spec(name, words, lambda said, told: FlagEntry(said, told, turned=turned), wide=True)


PLACE: Final = (_mm("x", "Ngang"), _mm("y", "Dọc"))
SHOWN: Final = (
    _flag("hidden", "Hiện trên giấy", turned=True),
    _flag("on_blank", "In cả khi in trên phôi"),
)
PICTURE_WORDS: Final = tuple((slot, word[:1].upper() + word[1:]) for slot, word in PICTURES.items())
SPECS: Final[dict[type[Element], tuple[Spec, ...]]] = {
    Text: (
        Spec("text", "Chữ", WordsEntry, wide=True),
        _one_of("face", "Kiểu chữ", FACE_WORDS),
        _points("size", "Cỡ chữ", 2, 400),
        _points("floor", "Thu nhỏ tới", 2, 400),
        _mm("width", "Rộng nhất", 1),
        _whole("lines", "Nhiều dòng nhất", 1, 12),
        *PLACE,
        _one_of("anchor", "Căn theo", ANCHOR_WORDS, wide=False),
        _times("leading", "Giãn dòng", 0.7, 4),
        _colour("colour", "Màu chữ"),
        _points("spacing", "Giãn chữ", -5, 60),
        _mm("rule", "Gạch dưới cách", 0, 50),
        _flag("running", "Xuống dòng trước khi thu nhỏ"),
        _flag("middle", "Hai dòng thì giãn đều lên, xuống"),
        _flag("required", "Thiếu thì không cho in"),
        *SHOWN,
    ),
    Picture: (
        _one_of("slot", "Ảnh", PICTURE_WORDS),
        *PLACE,
        _mm("width", "Rộng", 3),
        _mm("height", "Cao", 3),
        _one_of("anchor", "Căn theo", ANCHOR_WORDS),
        _flag("round", "Khung tròn khi chưa có ảnh"),
        _flag("required", "Thiếu thì không cho in"),
        *SHOWN,
    ),
    Code: (
        *PLACE,
        _mm("size", "Cạnh", 3, 400),
        _one_of("anchor", "Căn theo", ANCHOR_WORDS, wide=False),
        *SHOWN,
    ),
    Line: (
        *PLACE,
        _mm("width", "Dài", 1),
        _points("thick", "Dày", 0.1, 40),
        _one_of("anchor", "Căn theo", ANCHOR_WORDS),
        _colour("colour", "Màu"),
        _flag("tapered", "Thon hai đầu, có hoa giữa"),
        *SHOWN,
    ),
    Seal: (*PLACE, _mm("size", "Đường kính", 3, 400), SHOWN[0]),
}
