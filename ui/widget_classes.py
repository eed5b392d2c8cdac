"""The classes of all widgets, made before the first list needs them."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea


def make() -> None:
    """Have PySide make the classes of all widgets; on the window's thread, 20 ms.

    It makes them when Qt first tells it of a widget that Python did not make, such as a viewport.
    """
    QScrollArea().viewport()
