"""Labels and lines in the look's roles, and the one way to change a variant."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QWidget

JOINER = "\u2060"
BREAK = "\u200b"
_LONG, _PIECE = re.compile(r"\S{25,}"), re.compile(r"\S{1,8}")


def restyle(widget: QWidget, **variants: str) -> None:
    """Set variant properties (``k``, ``e``, ``w``, ``t``, ``c``) and have them take effect.

    A widget that was never shown takes them when it is; asking for its style costs a start 16 ms.
    """
    changed = False
    for name, value in variants.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


def label(text: str = "", role: str = "small", colour: str = "", *, wrap: bool = False) -> QLabel:
    """Plain text in a role of the look's section 2.4; never rich text, whatever it contains."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("t", role)
    if colour:
        result.setProperty("c", colour)
    result.setWordWrap(wrap)
    return result


def rule() -> QFrame:
    """A line across."""
    return surface("rule")


def surface(kind: str) -> QFrame:
    """A frame of a kind the stylesheet knows: card, well, popup, rule, head, foot, or a colour."""
    result = QFrame()
    result.setProperty("k", kind)
    return result


def unbroken(message: str) -> str:
    """Keep dates and numbers with slashes on one line."""
    return message.replace("/", f"{JOINER}/{JOINER}")


def breakable(text: str) -> str:
    """Let a word that is wider than any column (a key, an address) go on in the next line."""
    return _LONG.sub(lambda found: BREAK.join(_PIECE.findall(found[0])), text)


class ElidedLabel(QLabel):
    """One line or a few, ending in … when the text does not fit; the tooltip then tells it all."""

    def __init__(
        self, text: str = "", role: str = "small", colour: str = "", *, lines: int = 1
    ) -> None:
        super().__init__()
        self._lines = lines
        self.setWordWrap(lines > 1)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("t", role)
        if colour:
            self.setProperty("c", colour)
        kinds = self.sizePolicy().Policy  # its module's import would make it before the first paint
        self.setSizePolicy(kinds.Ignored, kinds.Fixed)
        self._whole = text
        self._fit()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self._fit()

    def whole(self) -> str:
        """The text, uncut."""
        return self._whole

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def changeEvent(self, _event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        shown = self._cut(self._whole, max(self.width(), 1))
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(self._whole)
            self.setToolTip(self._whole if shown != self._whole else "")

    def _cut(self, text: str, width: int) -> str:
        """Give as much of a text as its lines hold."""
        metrics, elide = self.fontMetrics(), Qt.TextElideMode.ElideRight
        if self._lines == 1:
            return metrics.elidedText(text, elide, width)
        layout = QTextLayout(text, self.font())
        layout.setTextOption(QTextOption())
        layout.beginLayout()
        begins: list[int] = []
        while len(begins) <= self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            begins.append(line.textStart())
        layout.endLayout()
        if len(begins) <= self._lines:
            return text
        last = begins[self._lines - 1]
        return text[:last] + metrics.elidedText(text[last:], elide, width)
