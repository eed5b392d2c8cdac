"""The faces of certificates by the names that designs use; a letter a face lacks is named."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, cast

from printing.fonts import BOLD, BOLD_ITALIC, BUNDLED, ITALIC, REGULAR, printable, ready

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

SCRIPT: Final = "Script"
DISPLAY: Final = "Display"
FACES: Final = {
    "serif": REGULAR,
    "serif-bold": BOLD,
    "serif-italic": ITALIC,
    "serif-bold-italic": BOLD_ITALIC,
    "script": SCRIPT,
    "display": DISPLAY,
}
OWN: Final = {
    SCRIPT: BUNDLED.parent / "script" / "SoPhongTraoScript.ttf",
    DISPLAY: BUNDLED.parent / "display" / "SoPhongTraoDisplay.ttf",
}


@cache
def faces_ready() -> bool:
    """Register all faces with the drawing library, once per process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    ready()
    for name, file in OWN.items():
        pdfmetrics.registerFont(TTFont(name, str(file)))
    return True


@cache
def _letters(face: str) -> frozenset[int]:
    from reportlab.pdfbase import pdfmetrics

    faces_ready()
    return frozenset(cast("TTFont", pdfmetrics.getFont(face)).face.charToGlyph)


def lacking(text: str, face: str) -> tuple[str, ...]:
    """Return the characters of a text that a face of a design cannot draw, each once."""
    letters = _letters(FACES[face])
    return tuple(dict.fromkeys(mark for mark in printable(text) if ord(mark) not in letters))
