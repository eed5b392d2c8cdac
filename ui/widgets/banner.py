"""A coloured box that says what needs doing here, with at most one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label, surface, unbroken


def banner(
    look: tuple[str, str],
    title: str,
    text: str = "",
    action: str = "",
    done: Callable[[], object] | None = None,
) -> QWidget:
    """A box in a status colour; ``look`` is that colour and an icon."""
    colour, icon = look
    box = surface(colour)
    row = QHBoxLayout(box)
    row.setContentsMargins(14, 7, 10, 7)
    row.setSpacing(12)
    row.addWidget(IconMark(icon, f"{colour}_text", 18))
    words = QVBoxLayout()
    row.addLayout(words, 1)
    words.setSpacing(1)
    words.addWidget(label(unbroken(title), "value" if text else "small", colour, wrap=True))
    if text:
        words.addWidget(label(unbroken(text), "small", "text2", wrap=True))
    if action:
        row.addWidget(button(action, done=done))
    box.setAccessibleName(f"{title} {text}".strip())
    return box
