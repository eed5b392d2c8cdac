"""The head of every printed page, drawn while the office is being chosen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.sizes import BODY
from ui.theme.theme import theme

FONTS = Path(__file__).parents[2] / "resources" / "fonts" / "serif"
STATE, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc"
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LINE, SMALLEST = 17, 8


@cache
def _family() -> str:
    for style in ("Regular", "Bold"):
        kept = QFontDatabase.addApplicationFont(str(FONTS / f"SoPhongTraoSerif-{style}.ttf"))
    families = QFontDatabase.applicationFontFamilies(kept)
    return families[0] if families else "serif"


def _font(room: float, *, bold: bool) -> QFont:
    """The letters of a paper, smaller where its longest line would not fit the room."""
    font = QFont(_family())
    font.setPixelSize(theme().px(BODY))
    font.setBold(True)
    wide = QFontMetricsF(font).horizontalAdvance(STATE)
    font.setPixelSize(max(SMALLEST, int(theme().px(BODY) * min(1.0, room / wide))))
    font.setBold(bold)
    return font


class Letterhead(QWidget):
    """Two lines of the office at the left, the two of the state at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(560, theme().px(2 * LINE + 8))

    def show_lines(self, above: str, own: str) -> None:
        """The agency above, and our own."""
        self.lines = (above, own)
        self.setAccessibleName(f"Đầu trang khi in: {above}, {own}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.width() / 2
        self._pair(painter, QRectF(0, 0, half, self.height()), self.lines, own=True)
        self._pair(painter, QRectF(half, 0, half, self.height()), (STATE, MOTTO), own=False)

    def _pair(self, painter: QPainter, box: QRectF, lines: tuple[str, str], *, own: bool) -> None:
        """Paint one half; the rule is short under an office, full under the motto."""
        tall = theme().px(LINE)
        painter.setPen(theme().colour("text"))
        for at, words in enumerate(lines):
            painter.setFont(_font(box.width() - 8, bold=at == 1 or not own))
            place = QRectF(box.left(), at * tall, box.width(), tall)
            painter.drawText(place, CENTRE, words)
        wide = QFontMetricsF(_font(box.width() - 8, bold=True)).horizontalAdvance(lines[1])
        rule = wide * (0.45 if own else 0.92)
        if wide:
            painter.setPen(QPen(theme().colour("text"), 1))
            start = box.center().x() - rule / 2
            under = 2 * tall + 2
            painter.drawLine(int(start), under, int(start + rule), under)
