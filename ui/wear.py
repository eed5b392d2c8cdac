"""Dresses the application in the letters, colours and text size a person chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui import icons
from ui.theme.sizes import Scheme, TextSize
from ui.theme.theme import load_fonts, theme, tokens_for

if TYPE_CHECKING:
    from ui.source.keeping import Settings

SCHEME, TEXT_SIZE = "window/scheme", "window/text"


def dress_application(settings: Settings) -> None:
    """Letters, colours and text size, as the person chose, also when the desktop's change."""
    load_fonts()
    wear(settings)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: wear(settings))


def wear(settings: Settings) -> None:
    """Put on the chosen theme and text size again."""
    kept = settings.get(SCHEME, Scheme.SYSTEM)
    scheme = Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM
    size = settings.get(TEXT_SIZE, "100")
    known = {str(int(one)): one for one in TextSize}
    if theme().use(tokens_for(scheme), known.get(size, TextSize.MEDIUM)):
        icons.redress()
