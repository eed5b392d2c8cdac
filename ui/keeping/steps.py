"""The four steps of a backup, one under another, the present one with its bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme.sizes import CAPTION, MEDIUM, REGULAR, SEMIBOLD, SMALL
from ui.theme.theme import theme

CIRCLE, LEFT, BAR, LINE = 22, 38, 8, 2
PLAIN, TALL = 44, 56
AT_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
AT_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(slots=True)
class StepLine:
    """One step: its words, a line below, and a word at the right."""

    title: str
    detail: str = ""
    right: str = ""


class BackupSteps(QWidget):
    """`at` is the present step; as many as there are means that all are done."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self.lines = [StepLine(title) for title in titles]
        self.at, self.share = 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, at: int, share: float) -> None:
        """Go to a step, done as far as a share between 0 and 1."""
        if at != self.at:
            self.updateGeometry()
        self.at, self.share = at, share
        title = self.lines[min(at, len(self.lines) - 1)].title
        self.setAccessibleName(f"Bước {min(at + 1, len(self.lines))}/{len(self.lines)}: {title}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, sum(self._heights()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, sum(self._heights()))

    def _heights(self) -> list[int]:
        style = theme()
        tall = [style.px(TALL if at == self.at else PLAIN) for at in range(len(self.lines))]
        return [*tall[:-1], style.px(28)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for at, tall in enumerate(self._heights()):
            if at + 1 < len(self.lines):
                self._join(painter, top, tall, at)
            self._circle(painter, QRectF(3, top + 2, CIRCLE, CIRCLE), at)
            self._words(painter, top, at)
            top += tall

    def _join(self, painter: QPainter, top: float, tall: int, at: int) -> None:
        token = "accent" if at < self.at else "line2"
        painter.setPen(QPen(theme().colour(token), LINE))
        middle = 3 + CIRCLE / 2
        painter.drawLine(QPointF(middle, top + CIRCLE + 5), QPointF(middle, top + tall - 1))

    def _circle(self, painter: QPainter, box: QRectF, at: int) -> None:
        style = theme()
        if at < self.at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            painter.drawEllipse(box)
            mark = pixmap("check-bold", "on_accent", 14)
            painter.drawPixmap(box.topLeft() + QPointF(4, 4), mark)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("line2" if at == self.at else "edge"), 1.5))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if at == self.at:
            painter.setPen(QPen(style.colour("accent_text"), 3))
            painter.drawArc(box.adjusted(1, 1, -1, -1), 90 * 16, -int(self.share * 360 * 16))

    def _words(self, painter: QPainter, top: float, at: int) -> None:
        style, line, now = theme(), self.lines[at], at == self.at
        high, wide = style.px(20), self.width() - LEFT
        painter.setFont(style.font(SMALL, SEMIBOLD if now else MEDIUM if at < self.at else REGULAR))
        painter.setPen(style.colour("text" if at <= self.at else "text2"))
        painter.drawText(QRectF(LEFT, top + 3, wide, high), AT_LEFT, line.title)
        painter.setFont(style.font(SMALL))
        painter.setPen(style.colour("text2"))
        right = (
            f"{round(self.share * 100)}%" if now and self.at < len(self.lines) - 1 else line.right
        )
        painter.drawText(QRectF(LEFT, top + 3, wide, high), AT_RIGHT, right)
        below = top + 3 + high
        if now and at + 1 < len(self.lines):
            self._bar(painter, QRectF(LEFT, below + 1, wide, BAR))
            below += BAR + 3
        painter.setFont(style.font(CAPTION))
        painter.setPen(style.colour("text2"))
        words = painter.fontMetrics().elidedText(
            line.detail, Qt.TextElideMode.ElideMiddle, int(wide)
        )
        painter.drawText(QRectF(LEFT, below, wide, style.px(17)), AT_LEFT, words)

    def _bar(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("grey_tint"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(theme().colour("accent"))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), box.width() * self.share, BAR), 3, 3)
