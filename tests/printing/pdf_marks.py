"""Reads back what stands on a PDF page: lines of text with face and size, and drawn rules."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
X, Y, BOX = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
FACE, FLAGS = ctypes.create_string_buffer(100), ctypes.c_int()
COLOURS = tuple(ctypes.c_uint() for _ in range(4))
"""Where the reader puts what it is asked of a letter."""


@dataclass(frozen=True)
class Letter:
    """One character: where it begins and ends, its baseline, its look."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    face: str
    black: bool


@dataclass(frozen=True)
class Line:
    """Letters on one baseline in one face and size; points from the lower left corner."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    face: str
    black: bool

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def bold(self) -> bool:
        return "Bold" in self.face

    @property
    def italic(self) -> bool:
        return "Italic" in self.face


@dataclass(frozen=True)
class HorizontalRule:
    """A drawn horizontal line."""

    x0: float
    x1: float
    y: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Page:
    """Everything read from one page; `width` and `height` in points."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[HorizontalRule, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@lru_cache(maxsize=128)
def read_pages(pdf: bytes, places: Sequence[int] = ()) -> list[Page]:
    """The pages of a PDF at some places (negative ones from the end), or all; read once."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        return [_read_page(document[place % count]) for place in places or range(count)]
    finally:
        document.close()


def _read_page(page: pypdfium2.PdfPage) -> Page:
    text = page.get_textpage()
    letters = [_letter(text, place) for place in range(text.count_chars())]
    lines = tuple(_joined([letter for letter in letters if letter]))
    return Page(page.get_width(), page.get_height(), lines, tuple(_rules(page)))


def _letter(text: pypdfium2.PdfTextPage, place: int) -> Letter | None:
    """One character; None for those the reader made up and for line ends."""
    if raw.FPDFText_IsGenerated(text, place) == 1:
        return None
    mark = chr(raw.FPDFText_GetUnicode(text, place))
    if mark in "\r\n":
        return None
    raw.FPDFText_GetCharOrigin(text, place, X, Y)
    raw.FPDFText_GetLooseCharBox(text, place, BOX)
    raw.FPDFText_GetFontInfo(text, place, FACE, len(FACE), FLAGS)
    raw.FPDFText_GetFillColor(text, place, *COLOURS)
    black = not any(colour.value for colour in COLOURS[:3])
    size = raw.FPDFText_GetFontSize(text, place)
    face = FACE.value.decode()
    face = face.partition("+")[2] or face
    return Letter(mark, X.value, BOX.right, Y.value, round(size, 2), face, black)


def _joined(letters: list[Letter]) -> list[Line]:
    """Letters as lines, a new one where baseline or look change or a wide gap opens."""
    groups: list[list[Letter]] = []
    for before, letter in pairwise([None, *letters]):
        assert letter is not None
        same = before is not None and (
            abs(before.y - letter.y) < 0.5
            and (before.face, before.size) == (letter.face, letter.size)
            and -0.5 * letter.size < letter.x0 - before.x1 < 0.4 * letter.size
        )
        if same:
            groups[-1].append(letter)
        else:
            groups.append([letter])
    return [line for line in map(_line, groups) if line.text]


def _line(letters: list[Letter]) -> Line:
    first = letters[0]
    last = next((one for one in reversed(letters) if one.text != " "), first)
    return Line(
        "".join(letter.text for letter in letters).strip(),
        first.x0,
        last.x1,
        first.y,
        first.size,
        first.face,
        all(letter.black for letter in letters),
    )


def _rules(page: pypdfium2.PdfPage) -> list[HorizontalRule]:
    """Every horizontal line drawn, forms included."""
    found = []
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=3):
        matrix = item.get_matrix()
        ends: list[tuple[float, float]] = []
        for place in range(raw.FPDFPath_CountSegments(item)):
            segment = raw.FPDFPath_GetPathSegment(item, place)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            ends.append(matrix.on_point(x.value, y.value))
        found += [
            HorizontalRule(min(a[0], b[0]), max(a[0], b[0]), a[1])
            for a, b in zip(ends[::2], ends[1::2], strict=False)
            if abs(a[1] - b[1]) < 0.05 and abs(a[0] - b[0]) > 1
        ]
    return found
