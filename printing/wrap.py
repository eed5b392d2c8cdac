"""Measures and breaks lines; what fits is never broken, and every width is measured once."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import Final

from printing.fonts import ready
from printing.styles import Style

REMEMBERED: Final = 8192
"""Widths and broken cells kept; more would only grow the memory of long lists."""
SHRINK_STEP: Final = 0.5


class Ruler:
    """Widths of strings in one face and size, in points, with a memory."""

    def __init__(self, face: str, size: float) -> None:
        from reportlab.pdfbase import pdfmetrics

        ready()
        self.face = face
        self.size = size
        self._measure = pdfmetrics.stringWidth
        self._widths: dict[str, float] = {}
        self._space = self.width(" ")

    def width(self, text: str) -> float:
        """Width of `text` set on one line."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) >= REMEMBERED:
                self._widths.clear()
            known = self._widths[text] = self._measure(text, self.face, self.size)
        return known

    def wrap(self, text: str, room: float) -> list[str]:
        """Break `text` at spaces and line ends so that every line is at most `room` wide."""
        lines: list[str] = []
        for part in text.split("\n"):
            lines.extend(self._wrap_part(part, room))
        return lines

    def _wrap_part(self, text: str, room: float) -> list[str]:
        """Break one stretch without line ends; a word wider than the room is cut."""
        if self.width(text) <= room:
            return [text]
        lines: list[str] = []
        line, used = "", 0.0
        for word in text.split(" "):
            needed = self.width(word)
            if line and used + self._space + needed <= room:
                line, used = f"{line} {word}", used + self._space + needed
                continue
            if line:
                lines.append(line)
            while needed > room and len(word) > 1:
                head = self._longest_head(word, room)
                lines.append(word[:head])
                word = word[head:]  # noqa: PLW2901 - the rest of the word is what goes on
                needed = self.width(word)
            line, used = word, needed
        lines.append(line)
        return lines

    def _longest_head(self, word: str, room: float) -> int:
        """How many letters of an overlong word fit; at least one."""
        ends = accumulate(map(self.width, word))
        return max(1, sum(1 for end in ends if end <= room))

    def balanced(self, text: str, room: float) -> list[str]:
        """Wrap with the lines as even as the number of lines allows, as titles are set."""
        lines = self.wrap(text, room)
        if len(lines) == 1 or "\n" in text:
            return lines
        narrow, wide = max(room / 2, *map(self.width, text.split(" "))), room
        while wide - narrow > 1:
            middle = (narrow + wide) / 2
            if len(self.wrap(text, middle)) > len(lines):
                narrow = middle
            else:
                wide = middle
        return self.wrap(text, wide)


@lru_cache(maxsize=64)
def ruler(face: str, size: float) -> Ruler:
    """The shared ruler of a face and size."""
    return Ruler(face, size)


def fitted(text: str, style: Style, room: float) -> tuple[Ruler, list[str]]:
    """Set `text` in as few lines as its least size allows, and as large as those lines allow.

    So a long name shrinks before it wraps. Returns the ruler of the size chosen and the lines.
    """
    sizes = [style.size]
    while sizes[-1] - SHRINK_STEP >= (style.least or style.size):
        sizes.append(sizes[-1] - SHRINK_STEP)
    tried = [(ruler(style.face, size), _even_lines(text, style.face, size, room)) for size in sizes]
    fewest = len(tried[-1][1])
    return next(one for one in tried if len(one[1]) == fewest)


def _even_lines(text: str, face: str, size: float, room: float) -> list[str]:
    """The lines of `text`, each given line broken evenly where it must be."""
    return [row for line in text.split("\n") for row in ruler(face, size).balanced(line, room)]
