"""Finds words that a person cannot read whole on a page: cut, or pushed over its edge."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from ui.widgets.text import ElidedLabel

SLACK = 1
"""Logical pixels by which a measure may be rounded."""


def cut_texts(page: QWidget) -> list[str]:
    """Tell which words of a page are cut though nothing says so.

    What ends in … on purpose tells the whole in its tooltip; what scrolls up and down is not cut.
    """
    found = []
    for part in page.findChildren(QWidget):
        if part.isVisibleTo(page) and (words := _words(part)):
            found += [f"{words!r}: {why}" for why in (*_cut(part), *_pushed_out(part, page))]
    return found


def _words(part: QWidget) -> str:
    if isinstance(part, QLabel | QAbstractButton):
        return part.text()
    return ""


def _cut(part: QWidget) -> Iterator[str]:
    if isinstance(part, ElidedLabel):
        if part.text() != part.whole() and part.toolTip() != part.whole():
            yield "elided, and no tooltip tells the whole"
    elif isinstance(part, QLabel) and part.wordWrap():
        if part.heightForWidth(part.width()) > part.height() + SLACK:
            yield f"{part.height()} high for {part.heightForWidth(part.width())}"
    elif part.sizeHint().width() > part.width() + SLACK:
        yield f"{part.width()} wide for {part.sizeHint().width()}"


def _pushed_out(part: QWidget, page: QWidget) -> Iterator[str]:
    """Tell where a part reaches over the left or right edge of what it stands in."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QLineEdit):
        left = part.mapTo(around, QPoint(0, 0)).x()
        if left < -SLACK or left + part.width() > around.width() + SLACK:
            right, name = left + part.width(), type(around).__name__
            yield f"from {left} to {right} in {name} {around.width()}"
            return
        if around is page:
            return
        around = around.parentWidget()
