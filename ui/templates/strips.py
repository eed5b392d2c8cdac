"""Strips under the head of the editor: a draft that was put back, and a save that was overtaken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.widgets.announcing import announce
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label, unbroken


class Strip(QFrame):
    """Says something, with buttons for what can be done about it; each takes the strip away."""

    def __init__(
        self, icon: str, words: str, acts: Sequence[tuple[str, Callable[[], object]]]
    ) -> None:
        super().__init__()
        self.setProperty("k", "strip orange")
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(12)
        row.addWidget(IconMark(icon, "orange_text", 16))
        row.addWidget(label(unbroken(words), "medium", "orange", wrap=True), 1)
        self.buttons = [button(name, done=self._then(act)) for name, act in acts]
        for part in self.buttons:
            row.addWidget(part)

    def _then(self, act: Callable[[], object]) -> Callable[[], None]:
        def done() -> None:
            self.take_away()
            act()

        return done

    def take_away(self) -> None:
        """Say it no longer."""
        self.hide()
        self.deleteLater()


def put_up(place: QVBoxLayout, strip: Strip) -> Strip:
    """Show a strip in place of those that are there."""
    take_down(place)
    place.addWidget(strip)
    announce(strip, strip.words)
    return strip


def take_down(place: QVBoxLayout) -> None:
    """Take all strips away."""
    while (item := place.takeAt(0)) is not None:
        part = item.widget()
        if isinstance(part, Strip):
            part.take_away()
