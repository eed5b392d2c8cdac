"""Where a person is in a piece of work with several steps: down the dark side, or across a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme.sizes import BODY, CAPTION, MEDIUM, SEMIBOLD, SMALL
from ui.theme.theme import theme

CIRCLE, BETWEEN, APART = 28, 36, 14
LONGEST_LINE = 110
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is called, and a few words about it."""

    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Ink:
    """Tokens a row of steps is painted in."""

    done: str
    tick: str
    ring: str
    now: str
    number: str
    line: str
    words: str
    faint: str


DARK_SIDE = Ink(
    "nav_focus", "on_badge", "nav_focus", "nav_sel", "nav_on", "nav_line", "nav_on", "nav_dim"
)
ON_PAGE = Ink("accent", "on_accent", "accent_text", "tint", "accent_text", "line2", "text", "text2")


class _Steps(QWidget):
    def __init__(self, steps: Sequence[Step], ink: Ink) -> None:
        super().__init__()
        self.steps = list(steps)
        self.at = 0
        self._ink = ink
        self._tell()

    def go_to(self, at: int, detail: str = "") -> None:
        """Make a step the present one, those before it done; other words for it if given."""
        self.at = at
        if detail:
            self.steps[at] = Step(self.steps[at].title, detail)
        self._tell()
        self.update()

    def _tell(self) -> None:
        number, step = self.at + 1, self.steps[min(self.at, len(self.steps) - 1)]
        self.setAccessibleName(f"Bước {number} trong {len(self.steps)}: {step.title}")

    def _circle(self, painter: QPainter, box: QRectF, number: int) -> None:
        style, ink = theme(), self._ink
        if number < self.at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour(ink.done))
            painter.drawEllipse(box)
            painter.drawPixmap(box.topLeft() + QPointF(6, 6), pixmap("check-bold", ink.tick, 16))
            return
        now = number == self.at
        painter.setPen(QPen(style.colour(ink.ring if now else ink.faint), 2 if now else 1))
        painter.setBrush(style.colour(ink.now) if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(style.font(SMALL, SEMIBOLD))
        painter.setPen(style.colour(ink.number if now else ink.faint))
        painter.drawText(box, CENTRE, str(number + 1))

    def _line(self, painter: QPainter, start: QPointF, end: QPointF, number: int) -> None:
        """Join a step to the next one."""
        passed = number < self.at
        painter.setPen(QPen(theme().colour(self._ink.done if passed else self._ink.line), 2))
        painter.drawLine(start, end)

    def _words(self, painter: QPainter, left: QPointF, room: float, number: int) -> None:
        style, ink, step = theme(), self._ink, self.steps[number]
        reached = number <= self.at
        painter.setFont(style.font(BODY, MEDIUM if reached else 400))
        painter.setPen(style.colour(ink.words if reached else ink.faint))
        painter.drawText(QRectF(left.x(), left.y() - 19, room, 20), LEFT, step.title)
        painter.setFont(style.font(CAPTION))
        painter.setPen(style.colour(ink.faint))
        words = painter.fontMetrics().elidedText(
            step.detail, Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(QRectF(left.x(), left.y() + 1, room, 17), LEFT, words)


class StepList(_Steps):
    """Steps one under another, on the dark side of the first windows."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__(steps, DARK_SIDE)
        self.setFixedHeight(len(steps) * CIRCLE + (len(steps) - 1) * BETWEEN + 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self.steps)):
            top = 4 + number * (CIRCLE + BETWEEN)
            box = QRectF(0, top, CIRCLE, CIRCLE)
            self._circle(painter, box, number)
            if number + 1 < len(self.steps):
                middle = box.center().x()
                start, end = QPointF(middle, box.bottom() + 1), QPointF(middle, top + 63)
                self._line(painter, start, end, number)
            self._words(painter, QPointF(42, box.center().y()), self.width() - 42, number)


class Stepper(_Steps):
    """Steps across a page, under its head."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__(steps, ON_PAGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(600, theme().px(48))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _wide(self, step: Step) -> int:
        title = QFontMetrics(theme().font(BODY, MEDIUM)).horizontalAdvance(step.title)
        detail = QFontMetrics(theme().font(CAPTION)).horizontalAdvance(step.detail)
        return max(title, min(detail, 150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, widths = self.height() / 2, [self._wide(step) for step in self.steps]
        fixed = sum(widths) + len(widths) * (CIRCLE + 8)
        gaps = max(len(widths) - 1, 1)
        line = min((self.width() - fixed) / gaps - 2 * APART / 2, LONGEST_LINE)
        left = 0.0
        for number, wide in enumerate(widths):
            box = QRectF(left, middle - CIRCLE / 2, CIRCLE, CIRCLE)
            self._circle(painter, box, number)
            self._words(painter, QPointF(box.right() + 8, middle), wide + 2, number)
            end = box.right() + 8 + wide
            if number + 1 < len(widths) and line > 8:
                start = QPointF(end + APART / 2, middle)
                self._line(painter, start, QPointF(end + line, middle), number)
            left = end + max(line, 0) + APART / 2
