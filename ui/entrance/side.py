"""The dark side of the first window: whose program this is, and how far one has come."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme.sizes import CAPTION, SEMIBOLD, SMALL, TITLE
from ui.theme.theme import theme
from ui.widgets.secrets import SECRETS

WIDTH, LEAST, MARGIN, SHIELD = 320, 264, 36, 40
STEPS_FROM = 214
ROOM_FOR_SIDE = 1000
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
PROMISE = "Dữ liệu chỉ nằm trên máy này và USB của đơn vị."


class SidePanel(QWidget):
    """Mark, name, promise; and the list of steps where there is one."""

    def __init__(self, steps: QWidget | None = None) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setProperty("k", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleDescription(f"{PROMISE} {SECRETS}")
        self._own = steps
        self._over: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, STEPS_FROM - 4, 16, 90)
        if steps is not None:
            self._column.addWidget(steps)
        self._column.addStretch(1)

    def show_steps(self, steps: QWidget | None) -> None:
        """Show other steps for a while; none gives the first ones back."""
        if self._over is not None:
            self._column.removeWidget(self._over)
            self._over.hide()
            self._over.deleteLater()
        self._over = steps
        if self._own is not None:
            self._own.setVisible(steps is None)
        if steps is not None:
            self._column.insertWidget(0, steps)

    def give_room(self, whole: int) -> None:
        """Be narrower where the whole window is."""
        self.setFixedWidth(WIDTH if whole >= ROOM_FOR_SIDE else LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), theme()
        mark = pixmap("shield-star", "nav_focus", SHIELD)
        painter.drawPixmap(QPointF(MARGIN + 2, 45), mark)
        room = self.width() - MARGIN - 12
        painter.setPen(style.colour("nav_on"))
        painter.setFont(style.font(TITLE + 2, SEMIBOLD))
        painter.drawText(QRectF(MARGIN, 100, room, 32), LEFT, "Sổ phong trào")
        painter.setPen(style.colour("nav_text"))
        painter.setFont(style.font(SMALL))
        painter.drawText(QRectF(MARGIN, 131, room, 24), LEFT, "Toàn dân bảo vệ an ninh Tổ quốc")
        painter.setPen(style.colour("nav_dim"))
        painter.setFont(style.font(CAPTION))
        foot = QRectF(MARGIN, self.height() - 87, self.width() - 2 * MARGIN, 76)
        painter.drawText(foot, int(Qt.TextFlag.TextWordWrap), f"{PROMISE}\n{SECRETS}")
