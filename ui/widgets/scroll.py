"""An area that scrolls up and down only, and gives wrapped texts the height they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class UprightArea(QScrollArea):
    """Qt's own area squeezes what is inside when texts wrap: it asks for a height without a width.

    Here the inside is never lower than its layout needs at the width there is.

    With a name it is read: it takes the focus, shows it, and keys scroll it. Without one, what is
    inside takes the focus.
    """

    def __init__(self, name: str = "", within: QWidget | None = None) -> None:
        super().__init__(within)
        self.setProperty("k", "read" if name else "")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, widget: QWidget) -> None:
        """Take what scrolls."""
        super().setWidget(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the inside the height it needs."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return
        width = self.viewport().width()
        tall = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        inside.setMinimumHeight(max(tall, layout.totalMinimumSize().height()))
