"""Sizes that follow the text size while a window is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme


class _Following(QObject):
    """Lives as long as its widget, which ends the listening too."""

    def __init__(self, widget: QWidget, apply: Callable[[], object]) -> None:
        super().__init__(widget)
        self._apply = apply
        theme().changed.connect(self._again)
        apply()

    def _again(self) -> None:
        self._apply()


def follow_size(widget: QWidget, apply: Callable[[], object]) -> None:
    """Set sizes of a widget now, and again whenever the theme or the text size changes."""
    _Following(widget, apply)


def high(widget: QWidget, size: int, more: int = 0) -> None:
    """Give a widget a height of the look, in logical pixels at 100 %, with ``more`` for lines."""
    follow_size(widget, lambda: widget.setFixedHeight(theme().px(size) + more))


def wide(widget: QWidget, size: int) -> None:
    """Give a widget a width of the look, in logical pixels at 100 %."""
    follow_size(widget, lambda: widget.setFixedWidth(theme().px(size)))
