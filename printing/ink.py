"""Writes text as PDF operators with each letter looked up once per document.

The drawing library translates every string letter by letter in Python, which is most of the work
of a long list; a table that is asked by the interpreter's own translation takes a fifth of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

ELSEWHERE: Final = "\uffff"
"""Stands for a letter that the first part of the embedded font has no more room for."""


class _Codes(dict[int, str]):
    """Code point → what stands for it in a PDF string; filled when a letter is first met."""

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        self.font = font
        self.document = document

    def __missing__(self, point: int) -> str:
        ((part, code),) = self.font.splitString(chr(point), self.document)
        self[point] = ELSEWHERE if part else escaped(code)
        return self[point]


def escaped(code: bytes) -> str:
    """Bytes as they stand between the brackets of a PDF string."""
    plain = code.isalnum() or code in b" .,-/:;"
    return code.decode("ascii") if plain and code.isascii() else "".join(f"\\{b:03o}" for b in code)


class Ink:
    """Collects text for the pages of one canvas; nothing shows before `flush`."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._document: PDFDocument = cast("Any", canvas)._doc
        self._parts: list[str] = []
        self._codes: dict[str, _Codes] = {}
        self._font = ("", 0.0)

    def face(self, face: str, size: float) -> None:
        """Go on in this face and size."""
        from reportlab.pdfbase import pdfmetrics

        if face not in self._codes:
            self._codes[face] = _Codes(cast("TTFont", pdfmetrics.getFont(face)), self._document)
        self._font = (face, size)
        self._now = self._codes[face]
        self._parts.append(self._switch(0))

    def _switch(self, part: int) -> str:
        """The operator that selects a part of the embedded font."""
        name = self._now.font.getSubsetInternalName(part, self._document)
        return f"{name} {self._font[1]:g} Tf"

    def at(self, x: float, y: float, text: str) -> None:
        """Set `text` with its baseline beginning at (x, y), PDF points of the page."""
        codes = text.translate(self._now)
        if ELSEWHERE in codes:
            codes = self._in_parts(text)
            self._parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm {codes} {self._switch(0)}")
        else:
            self._parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm ({codes}) Tj")

    def _in_parts(self, text: str) -> str:
        """The operators for a string whose letters lie in several parts of the font."""
        pieces = self._now.font.splitString(text, self._document)
        return " ".join(f"{self._switch(part)} ({escaped(code)}) Tj" for part, code in pieces)

    def flush(self) -> None:
        """Put the collected text on the page."""
        self.canvas.addLiteral("\n".join(("BT", *self._parts, "ET")))
        self._parts.clear()
