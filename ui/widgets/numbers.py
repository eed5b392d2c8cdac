"""A field for a measured number, in the country's way of writing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy

TURNS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NumberField(QDoubleSpinBox):
    """Takes whatever width there is; undo and redo are those of the page, not of its digits."""

    def __init__(
        self,
        name: str,
        least: float,
        most: float,
        *,
        step: float = 0.5,
        unit: str = "mm",
        decimals: int = 1,
    ) -> None:
        super().__init__()
        self.setLocale(QLocale(QLocale.Language.Vietnamese))
        self.setDecimals(decimals)
        self.setSingleStep(step)
        self.setRange(least, most)
        if unit:
            self.setSuffix(f" {unit}")
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.lineEdit().setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and any(event.matches(turn) for turn in TURNS):  # type: ignore[attr-defined]
            return False
        return super().event(event)
