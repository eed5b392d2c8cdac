"""The pictures a design shows and the scan of its blank: there or not, loaded, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.source.templates import PictureFacts
from ui.theme.theme import theme
from ui.widgets.buttons import button
from ui.widgets.text import label

SHOWN, MARK = 52, 22


class PictureRows(QWidget):
    """Lists pictures.

    Signals: `loaded` and `dropped` with the slot of a picture.
    """

    loaded = Signal(str)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, PictureRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(label("Ảnh trên giấy", "strong"))

    def show_pictures(self, facts: Sequence[PictureFacts], *, may_change: bool) -> None:
        """Show which pictures there are."""
        for one in facts:
            row = self.rows.get(one.slot)
            if row is None:
                row = self.rows[one.slot] = PictureRow(one.slot)
                row.load_button.clicked.connect(partial(self._load, one.slot))
                row.drop_button.clicked.connect(partial(self._drop, one.slot))
                self._column.addWidget(row)
            row.show_facts(one, may_change=may_change)

    def _load(self, slot: str) -> None:
        self.loaded.emit(slot)

    def _drop(self, slot: str) -> None:
        self.dropped.emit(slot)


class PictureRow(QWidget):
    """One picture with what can be done about it."""

    def __init__(self, slot: str) -> None:
        super().__init__()
        self.slot = slot
        self.picture = QLabel()
        self.picture.setFixedSize(SHOWN, SHOWN)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = label("", "medium", wrap=True)
        self.state = label("", "caption", "text2", wrap=True)
        self.load_button = button("Nạp ảnh…", "link")
        self.drop_button = button("Bỏ ảnh", "link")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        across.addLayout(words, 1)
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.state)
        acts = QHBoxLayout()
        words.addLayout(acts)
        acts.setSpacing(6)
        acts.addWidget(self.load_button)
        acts.addWidget(self.drop_button)
        acts.addStretch(1)

    def show_facts(self, facts: PictureFacts, *, may_change: bool) -> None:
        """Show a picture, or that there is none."""
        self.name.setText(facts.name)
        self.state.setText(facts.hint if not facts.data else facts.told)
        self.load_button.setText("Đổi ảnh…" if facts.data else "Nạp ảnh…")
        for part, word in ((self.load_button, "Nạp ảnh"), (self.drop_button, "Bỏ ảnh")):
            part.setAccessibleName(f"{word}: {facts.name}")
        self.load_button.setEnabled(may_change)
        self.drop_button.setVisible(bool(facts.data))
        self.drop_button.setEnabled(may_change)
        ratio = self.devicePixelRatioF()
        side = round(SHOWN * ratio)
        if not facts.data:
            self.picture.setPixmap(_empty_place(side, ratio))
            self.picture.setAccessibleName(f"{facts.name}: chưa có ảnh")
            return
        image = QImage.fromData(facts.data)
        paper = QPixmap.fromImage(
            image.scaled(
                side, side,
                Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation,
            )
        )  # fmt: skip
        paper.setDevicePixelRatio(ratio)
        self.picture.setPixmap(paper)
        self.picture.setAccessibleName(facts.name)
        self.picture.setFont(theme().font())


def _empty_place(side: int, ratio: float) -> QPixmap:
    """A dashed frame with a pale picture in it, so many pixels each way."""
    place = QPixmap(side, side)
    place.fill(Qt.GlobalColor.transparent)
    place.setDevicePixelRatio(ratio)
    shown = side / ratio
    painter = QPainter(place)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("line2"), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(0.5, 0.5, shown - 1, shown - 1), 4, 4)
    at = (shown - MARK) / 2
    painter.drawPixmap(QPointF(at, at), icons.pixmap("image-outline", "text3", MARK))
    painter.end()
    return place
