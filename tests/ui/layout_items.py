"""Python's hold on the items of a layout, of whose end it never hears.

Qt deletes a `QWidgetItem` with its widget and tells nobody: a wrapper that is still kept then
answers for whatever C++ puts at that address next, such as the line edit of a spin box. PySide
makes such wrappers for every item of a layout that is added to another after it was filled, and
for what `itemAt` returns.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import Shiboken

from models.exchange.quiet import without_collecting


def held_items() -> dict[int, QLayoutItem]:
    """The items of layouts that are held now, by their identity."""
    with without_collecting():
        wrappers = Shiboken.getAllValidWrappers()
    return {
        id(one): one
        for one in wrappers
        if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)
    }


def whereabouts(item: QLayoutItem) -> str:
    """The widget of an item and what it stands in, from the inside out."""
    widget: QWidget | None = item.widget()
    names = []
    while widget is not None:
        names.append(f"{type(widget).__name__} {widget.accessibleName()}".strip())
        widget = widget.parentWidget()
    return " < ".join(names) or type(item).__name__
