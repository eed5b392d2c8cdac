"""Labels and lines in the look's roles, and the one way to change a variant."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

JOINER = "\u2060"


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


class ElidedLabel(QLabel):
    """One line that ends in … when it does not fit, and then tells the whole in its tooltip."""

    def __init__(self, text: str = "", role: str = "small", colour: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("t", role)
        if colour:
            self.setProperty("c", colour)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1)
        )
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(self._whole)
            self.setToolTip(self._whole if shown != self._whole else "")
