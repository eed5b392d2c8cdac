"""Dresses the application in the letters, colours and text size a person chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import icons
from ui.theme.sizes import Scheme, TextSize
from ui.theme.theme import load_fonts, theme, tokens_for
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from ui.source.keeping import Settings

SCHEME, TEXT_SIZE = "window/scheme", "window/text"


def dress_application(application: QApplication, settings: Settings) -> FocusRing:
    """Letters, colours, text size and focus ring, as the person chose; kept by the caller."""
    load_fonts()
    wear(settings)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: wear(settings))
    return FocusRing(application)


def wear(settings: Settings) -> None:
    """Put on the chosen theme and text size again."""
    kept = settings.get(SCHEME, Scheme.SYSTEM)
    scheme = Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM
    size = settings.get(TEXT_SIZE, "100")
    known = {str(int(one)): one for one in TextSize}
    if theme().use(tokens_for(scheme), known.get(size, TextSize.MEDIUM)):
        icons.redress()
