"""A small picture of one paper, drawn from the very PDF that would be printed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.paper.pdf import Pdf
from ui.theme.theme import theme

HIGH, ROOM, ROUND = 150, 14, 8
NOTHING = "Chưa có giấy để xem"


class PaperPicture(QWidget):
    """Shows the first page of a PDF in a quiet frame."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme().px(HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Hình giấy chứng nhận")
        self.setAccessibleDescription(NOTHING)
        self._image = QImage()

    @property
    def is_drawn(self) -> bool:
        """Whether a paper is shown."""
        return not self._image.isNull()

    def show_pdf(self, content: bytes) -> None:
        """Draw a paper."""
        pdf = Pdf(content)
        page, place = pdf.sizes[0], self.rect().adjusted(ROOM, ROOM, -ROOM, -ROOM)
        scale = self.devicePixelRatioF()
        fit = min(place.width() / page.width, place.height() / page.height)
        pixels = QSize(round(page.width * fit * scale), round(page.height * fit * scale))
        self._image = pdf.strip(0, pixels, 0, pixels.height(), grey=False)
        self._image.setDevicePixelRatio(scale)
        pdf.close()
        self.setAccessibleDescription("")
        self.update()

    def show_nothing(self) -> None:
        """There is no paper to show."""
        self._image = QImage()
        self.setAccessibleDescription(NOTHING)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.colour("line"))
        painter.setBrush(style.colour("sunken"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, ROUND, ROUND)
        if self._image.isNull():
            painter.setPen(style.colour("text3"))
            painter.setFont(style.font(12))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), NOTHING)
            return
        size = self._image.deviceIndependentSize().toSize()
        place = QRect(self.rect().center() - QRect(0, 0, *size.toTuple()).center(), size)
        painter.drawImage(place.topLeft(), self._image)
