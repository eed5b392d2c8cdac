"""The strip under the head of the editor: a draft put back, or a save that was overtaken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.announcing import announce
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label, unbroken

Acts = Sequence[tuple[str, Callable[[], object]]]


class Strip(QFrame):
    """Says something, with buttons for what can be done about it."""

    def __init__(self, icon: str, words: str, acts: Acts) -> None:
        super().__init__()
        self.setProperty("k", "strip orange")
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(12)
        row.addWidget(IconMark(icon, "orange_text", 16))
        row.addWidget(label(unbroken(words), "medium", "orange", wrap=True), 1)
        self.buttons = [button(name, done=act) for name, act in acts]
        for part in self.buttons:
            row.addWidget(part)


class Strips(QWidget):
    """The place for one strip at a time; each of its buttons takes it away."""

    def __init__(self) -> None:
        super().__init__()
        self.strip: Strip | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def put_up(self, icon: str, words: str, acts: Acts) -> Strip:
        """Show a strip in place of the one that is there."""
        self.take_down()
        strip = Strip(icon, words, [(name, self._then(act)) for name, act in acts])
        self._column.addWidget(strip)
        self.strip = strip
        announce(strip, words)
        return strip

    def take_down(self) -> None:
        """Say it no longer."""
        if self.strip is not None:
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None

    def _then(self, act: Callable[[], object]) -> Callable[[], None]:
        def done() -> None:
            self.take_down()
            act()

        return done
