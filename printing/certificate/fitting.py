"""Words fitted into their place: shrunk to the floor, then on even lines, then told of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from printing.certificate.faces import FACES, faces_ready
from printing.fonts import printable
from printing.styles import MM
from printing.wrap import SHRINK_STEP, Ruler

if TYPE_CHECKING:
    from collections.abc import Mapping

    from printing.certificate.template import Text

QUOTED: Final = re.compile("“[^”]*”")
NBSP: Final = "\u00a0"
MIDDLE_SHARE: Final = 0.7
"""Size of two lines that share the height of one and of the white around it."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of one size with their widths in points; `fits` is false where they stick out."""

    size: float
    lines: tuple[tuple[str, float], ...]
    fits: bool


def filled(element: Text, data: Mapping[str, str]) -> str:
    """Return the words of an element with its fields filled in; empty where all of them are."""
    names = element.names
    if names and not any(data.get(name, "").strip() for name in names):
        return ""
    text = element.text
    for name in names:
        text = text.replace("{%s}" % name, data.get(name, ""))  # noqa: UP031 - braces are the mark
    return printable(text).strip()


def fitted(element: Text, words: str) -> Fitted:
    """Set words in their element: as large as one line allows, else as its lines allow."""
    return _fitted(
        words,
        FACES[element.face],
        (element.size, element.floor, element.spacing),
        element.width * MM,
        element.lines,
        running=element.running,
        middle=element.middle,
    )


def first_line(element: Text, found: Fitted) -> float:
    """Return how far the first line stands above the place of the element, in points."""
    count = len(found.lines)
    if count == 1:  # a shrunk line sits in the middle of its usual height
        return (element.size - found.size) * 0.18
    return (count - 1) * found.size * element.leading / 2 if element.middle else 0.0


@lru_cache(maxsize=4096)
def _fitted(
    words: str,
    face: str,
    sizes: tuple[float, float, float],
    room: float,
    most: int,
    *,
    running: bool,
    middle: bool,
) -> Fitted:
    size, floor, spacing = sizes
    whole = _ruler(face).width(words) / _UNIT
    extra = spacing * len(words)
    wanted = (room - extra) / whole if whole else size
    if wanted >= size:
        return _lines(face, size, spacing, [words], room)
    if wanted >= floor and not running:
        shrunk = max(floor, int(wanted / SHRINK_STEP) * SHRINK_STEP)
        return _lines(face, shrunk, spacing, [words], room)
    largest = max(floor, int(size * MIDDLE_SHARE / SHRINK_STEP) * SHRINK_STEP) if middle else size
    steps = int((largest - floor) / SHRINK_STEP + 1e-6)
    found = Fitted(floor, (), fits=False)
    for step in range(steps + 1) if most > 1 else ():
        one = largest - step * SHRINK_STEP
        lines = _even(words, face, one, room)
        if len(lines) <= most:
            found = _lines(face, one, spacing, lines, room)
            if found.fits:
                return found
    return found if found.lines else _lines(face, floor, spacing, [words], room)


_UNIT: Final = 100.0
"""Size at which words are measured once; widths are in proportion to the size."""


@lru_cache(maxsize=16)
def _ruler(face: str) -> Ruler:
    faces_ready()
    return Ruler(face, _UNIT)


def _even(words: str, face: str, size: float, room: float) -> list[str]:
    """Break into even lines; a phrase in quotation marks stays whole where it fits."""
    ruler, scaled = _ruler(face), room * _UNIT / size
    kept = QUOTED.sub(
        lambda found: found[0].replace(" ", NBSP) if ruler.width(found[0]) <= scaled else found[0],
        words,
    )
    lines = [line for part in kept.split("\n") for line in ruler.balanced(part, scaled)]
    return [line.replace(NBSP, " ") for line in lines]


def _lines(face: str, size: float, spacing: float, lines: list[str], room: float) -> Fitted:
    ruler = _ruler(face)
    measured = tuple(
        (line, ruler.width(line) * size / _UNIT + spacing * max(0, len(line) - 1)) for line in lines
    )
    return Fitted(size, measured, fits=all(width <= room + 0.01 for _line, width in measured))
