"""Dead cycles are looked for on the window's thread alone.

Python looks for them on whatever thread happens to make an object. Found on another than its own,
an object of Qt would be destroyed there while the window still talks to it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 250


class Collecting(QObject):
    """Looks now and then as long as it lives, by the thresholds that Python itself goes by."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(look)
        self._timer.start(LOOK_MS)

    def spare(self) -> None:
        """Look no more at what is there now, when the program is loaded; later calls do nothing.

        Measured: looking at everything took 67 ms, which is more than a key may take.
        """
        if not gc.get_freeze_count():
            gc.freeze()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def look() -> None:
    """Collect the oldest generation that is due."""
    due = [
        generation
        for generation, (many, enough) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if many > enough
    ]
    if due:
        gc.collect(due[-1])
