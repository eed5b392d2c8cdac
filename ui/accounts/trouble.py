"""Why an act was not done, in a box above the fields; nothing while there is nothing to say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import banner


class Trouble(QWidget):
    """One sentence, or no room at all."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._box: QWidget | None = None
        self.hide()

    def say(self, words: str = "") -> None:
        """Show a sentence in place of the one before."""
        if self._box is not None:
            self._column.removeWidget(self._box)
            self._box.deleteLater()
        self._box = banner(("red", "alert-circle"), words) if words else None
        if self._box is not None:
            self._column.addWidget(self._box)
        self.setVisible(bool(words))

    def said(self) -> str:
        """The sentence shown."""
        return self._box.accessibleName() if self._box is not None else ""
