"""What was searched for, marked in what was found: accents and case apart."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from models.text import fold
from ui.theme.theme import theme

MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def paint_hits(painter: QPainter, place: QRect, title: str, words: str, hit: str) -> None:
    """Paint a title that fits its place, with what was searched for in the colour ``hit``."""
    left = place.left()
    for part, is_hit in parts(title, words):
        painter.setPen(theme().colour(hit if is_hit else "text"))
        painter.drawText(place.translated(left - place.left(), 0), MIDDLE, part)
        left += painter.fontMetrics().horizontalAdvance(part)


def parts(title: str, words: str) -> list[tuple[str, bool]]:
    """A title cut where words searched for begin and end."""
    wanted = fold(words).split()
    plain = "".join(fold(letter) or letter for letter in title)
    if len(plain) != len(title):
        return [(title, False)]
    marks = [False] * len(title)
    for word in wanted:
        at = plain.find(word)
        while at >= 0:
            marks[at : at + len(word)] = [True] * len(word)
            at = plain.find(word, at + 1)
    cuts = [at for at in range(1, len(title)) if marks[at] != marks[at - 1]]
    edges = [0, *cuts, len(title)]
    return [(title[a:b], marks[a]) for a, b in pairwise(edges) if a < b]
