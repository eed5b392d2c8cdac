"""The colour table of a desktop in high contrast: the system's own colours under our names.

Shapes, borders and spacing stay; a status is then told by its word and shape alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from ui.theme.tokens import LIGHT

Role = QPalette.ColorRole
GROUND = ("bg", "surface", "sunken", "raised", "hover", "tint", "nav", "chart2")
CHOSEN = ("accent", "accent_hover", "accent_pressed", "sel", "nav_sel", "nav_focus")
ON_CHOSEN = ("on_accent", "nav_on", "on_badge")


def wanted() -> bool:
    """Whether the desktop asks for high contrast."""
    style = QGuiApplication.styleHints()  # held: with it goes what it answers
    hints = style.accessibility()
    return hints.contrastPreference() is Qt.ContrastPreference.HighContrast


def tokens_of(palette: QPalette) -> Mapping[str, str]:
    """Every token from four colours of the system: ground, letters, chosen ground and letters.

    A chosen row keeps the ground: its letters and chips are painted in the colours of letters, and
    the bar at its left says that it is chosen.
    """
    ground, letters = palette.color(Role.Base).name(), palette.color(Role.Text).name()
    chosen, on_chosen = palette.color(Role.Highlight), palette.color(Role.HighlightedText)
    table = dict.fromkeys(LIGHT, letters)
    table.update(dict.fromkeys(GROUND, ground))
    table.update(dict.fromkeys(CHOSEN, chosen.name()))
    table.update(dict.fromkeys(ON_CHOSEN, on_chosen.name()))
    table.update({name: ground for name in LIGHT if name.endswith("_tint")} | {"sel": ground})
    return MappingProxyType(table)
