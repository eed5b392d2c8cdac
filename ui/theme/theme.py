"""The theme in force: what every painter and widget asks for colours, letters and sizes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.theme import high_contrast
from ui.theme.images import write_images
from ui.theme.palette import palette
from ui.theme.qss import stylesheet
from ui.theme.sizes import BODY, FAMILY, REGULAR, Scheme, TextSize
from ui.theme.tokens import DARK, LIGHT

FONTS = Path(__file__).parents[2] / "resources" / "fonts" / "inter"
FACES = ("Regular", "Medium", "SemiBold")


class Theme(QObject):
    """Colours and sizes in force; `changed` tells whoever keeps a copy of either."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Mapping[str, str] = LIGHT
        self.text_size = TextSize.MEDIUM
        self._colours: dict[str, QColor] = {}
        self._worn: tuple[Mapping[str, str], TextSize] | None = None

    @property
    def dark(self) -> bool:
        """Whether the dark table is in force."""
        return self.tokens is DARK

    def colour(self, token: str) -> QColor:
        """The colour of a token; an unknown token is a `KeyError`."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(self.tokens[token])
        return found

    def inverse(self, token: str) -> QColor:
        """The colour of the other table, for the few things that stand out, such as a toast."""
        return QColor((LIGHT if self.dark else DARK)[token])

    def px(self, size: int) -> int:
        """A height or letter size in logical pixels at the text size in force."""
        return (size * self.text_size + 50) // 100

    def font(self, size: int = BODY, weight: int = REGULAR) -> QFont:
        """Letters of a size of the look's section 2.4, before the text size is applied."""
        return _font(self.px(size), weight)

    def use(self, tokens: Mapping[str, str], text_size: TextSize) -> bool:
        """Dress the whole application; safe to call again at any time.

        What is worn already is not put on again: Qt would style every widget there is anew.

        Returns:
            Whether the application is dressed otherwise than before.
        """
        if (tokens, text_size) == self._worn:
            return False
        self.tokens, self.text_size = tokens, text_size
        self._colours.clear()
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return False
        self._worn = tokens, text_size
        application.setFont(self.font())
        application.setPalette(palette(tokens))
        application.setStyleSheet(
            stylesheet(tokens, LIGHT if self.dark else DARK, self.px, write_images(tokens))
        )
        self.changed.emit()
        return True


@cache
def _font(pixels: int, weight: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def theme() -> Theme:
    """The one theme of the program."""
    return Theme()


def load_fonts() -> None:
    """Make the bundled letters known; where they are missing the system's sans stands in."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(FONTS / f"Inter-{face}.ttf"))


def tokens_for(scheme: Scheme) -> Mapping[str, str]:
    """The table a setting means; "Theo máy" asks the desktop, its high contrast goes before all."""
    if high_contrast.wanted():
        return high_contrast.tokens_of(QApplication.style().standardPalette())
    if scheme is Scheme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT
