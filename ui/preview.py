"""The very pages that will be printed, shown before they are: a PDF from memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.errors import World, WorldError
from ui.actions import ActionSet, Scope
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.page_head import PageHead
from ui.widgets.text import label, surface

STEP, SMALLEST, LARGEST = 1.2, 0.2, 5.0
HINTS = ("page_up", "page_down", "larger", "send", "close")


class Preview(QWidget):
    """Pages one under another, fitted to the height; printing and storing are wished for.

    Signals: `sent` with the bytes to print, `stored` with the bytes and a file name to propose,
    `left`, `told` with a line for the key bar.
    """

    sent = Signal(bytes)
    stored = Signal(bytes, str)
    left = Signal()
    told = Signal(str)

    def __init__(self, title: str, context: str) -> None:
        super().__init__()
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        self._bytes, self._title = b"", title
        self._count = 0  # the view tells of a last page while the document is already gone
        self._modes = QPdfView.ZoomMode
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setDocument(self.document)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.acts = ActionSet(
            self,
            Scope.PREVIEW,
            {
                "page_up": lambda: self.turn(-1),
                "page_down": lambda: self.turn(1),
                "larger": lambda: self.zoom(STEP),
                "smaller": lambda: self.zoom(1 / STEP),
                "send": self._send,
                "store": lambda: self.stored.emit(self._bytes, f"{self._title}.pdf"),
                "close": self.left.emit,
            },
        )
        self._build(title, context)
        self._colour()
        theme().changed.connect(self._colour)
        self.view.pageNavigator().currentPageChanged.connect(self._tell)

    def _colour(self) -> None:
        around = self.view.palette()
        around.setColor(QPalette.ColorRole.Dark, theme().colour("bg"))
        self.view.setPalette(around)
        self.view.setFrameShape(QFrame.Shape.NoFrame)

    def _build(self, title: str, context: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead(title, context, self.left.emit)
        self.store_button = button("Lưu thành PDF", icon="file-pdf-box",
                                   done=lambda: self.acts.run("store"))  # fmt: skip
        self.send_button = button("In", "primary", "printer-outline", self._send)
        head.add(self.store_button)
        head.add(self.send_button)
        column.addWidget(head)
        column.addWidget(self._bar())
        column.addWidget(self.view, 1)

    def _bar(self) -> QWidget:
        bar = surface("head")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(icon_button("chevron-left", "Trang trước", "PgUp", lambda: self.turn(-1)))
        self.place = label("", "small", "text2")
        row.addWidget(self.place)
        row.addWidget(icon_button("chevron-right", "Trang sau", "PgDown", lambda: self.turn(1)))
        row.addStretch(1)
        row.addWidget(icon_button("magnify-minus-outline", "Thu nhỏ", "Ctrl+-",
                                  lambda: self.zoom(1 / STEP)))  # fmt: skip
        row.addWidget(button("Vừa trang", "plain", done=self.fit))
        row.addWidget(icon_button("magnify-plus-outline", "Phóng to", "Ctrl++",
                                  lambda: self.zoom(STEP)))  # fmt: skip
        return bar

    def show_pages(self, pdf: bytes) -> None:
        """Show a PDF.

        Raises:
            WorldError: the bytes are no PDF.
        """
        self._bytes = pdf
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._count = self.document.pageCount()
        if not self._count:
            raise WorldError("Chưa xem trước được: trang in bị hỏng. Lập lại giúp.", World.DAMAGED)
        self.send_button.setText(f" In {self._count} trang")
        self._tell()

    def page(self) -> int:
        """Which page is shown, from 0."""
        return self.view.pageNavigator().currentPage()

    def turn(self, pages: int) -> None:
        """Go on or back by pages."""
        target = self.page() + pages
        if 0 <= target < self._count:
            self.view.pageNavigator().jump(target, QPointF(), 0)

    def zoom(self, factor: float) -> None:
        """Larger or smaller."""
        self.view.setZoomMode(self._modes.Custom)
        now = self.view.zoomFactor() * factor
        self.view.setZoomFactor(min(max(now, SMALLEST), LARGEST))

    def fit(self) -> None:
        """Whole pages again."""
        self.view.setZoomMode(self._modes.FitInView)

    def _send(self) -> None:
        self.sent.emit(self._bytes)

    def _tell(self) -> None:
        words = f"{self.page() + 1} / {self._count} trang"
        self.place.setText(words)
        self.told.emit(f"Trang {words}")
