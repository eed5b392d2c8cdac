"""How a printer misses, set right in half millimetres or by what was measured on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from ui.paper.book import A4
from ui.paper.offsets import MOST, STEP, Offset
from ui.paper.pdf import PageSize
from ui.theme.sizes import CAPTION, MEDIUM
from ui.theme.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import button
from ui.widgets.numbers import NumberField
from ui.widgets.text import label

if TYPE_CHECKING:
    from printing.calibration import Aim

WAYS = ("Ngang", "Dọc")
FINE = 0.1
"""Step of what is measured; a ruler shows no less, a calliper does."""
TRUE = 20.0
"""Millimetres from the edges to the crosses of the test page."""
SKETCH = QSize(74, 58)
SHOWN_PER_MM = 1.2


class OffsetBox(QWidget):
    """Two numbers, a sketch, and four measures that give the numbers.

    Signals: `changed` the offset, `testing` when the test page is wanted, `grown` when the fields
    for what was measured were opened.
    """

    changed = Signal(object)
    testing = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._telling, self._offset = True, Offset()
        self.across, self.down = (NumberField(name, -MOST, MOST, step=STEP) for name in WAYS)
        self.sketch = _Sketch()
        self.hint = label("", "caption", "text2", wrap=True)
        self.scale = label("", "caption", "text2", wrap=True)
        self.unscale = button("Bỏ co giãn", "link", done=self._unscale)
        self.measures = _Measures()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(label("Chỉnh lệch giấy", "strong"), 1)
        self.test = button("In trang thử", "link", "target", self.testing.emit)
        head.addWidget(self.test)
        self._add_numbers(column)
        column.addWidget(self.hint)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.scale, 1)
        row.addWidget(self.unscale)
        self.measure = button("Nhập số đo…", "link", "ruler", self._measure)
        column.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.measures)
        self.measures.hide()
        self.across.valueChanged.connect(lambda _mm: self._tell())
        self.down.valueChanged.connect(lambda _mm: self._tell())
        self.measures.measured.connect(self._take_measures)

    def _add_numbers(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        for row, (words, number) in enumerate(zip(WAYS, (self.across, self.down), strict=True)):
            name = label(words, "small", "text2")
            name.setBuddy(number)
            grid.addWidget(name, row, 0)
            grid.addWidget(number, row, 1)
        grid.addWidget(self.sketch, 0, 2, 2, 1)
        grid.setColumnStretch(1, 1)

    def show_offset(self, offset: Offset, printer: str, sheet: str, test: PageSize = A4) -> None:
        """Show what is kept for a printer and paper; ``test`` is the paper of its test page."""
        self.measures.sheet = test
        self._put(offset)
        whose = f" Nhớ riêng cho máy {printer}, giấy {sheet}." if printer else ""
        self.hint.setText(f"Phải, xuống là số dương.{whose}")

    def offset(self) -> Offset:
        """What the numbers say."""
        right, down = round(self.across.value(), 1), round(self.down.value(), 1)
        return replace(self._offset, right=right, down=down)

    def _put(self, offset: Offset) -> None:
        """Show an offset without telling of it."""
        self._offset, self._telling = offset, False
        self.across.setValue(offset.right)
        self.down.setValue(offset.down)
        self._telling = True
        self.sketch.show_offset(offset)
        words = f"Co giãn: ngang {_percent(offset.across)}, dọc {_percent(offset.along)}."
        self.scale.setText(words)
        for part in (self.scale, self.unscale):
            part.setVisible(offset.scaled)

    def _tell(self) -> None:
        if self._telling:
            self._put(self.offset())
            self.changed.emit(self.offset())

    def _unscale(self) -> None:
        self._put(replace(self.offset(), across=1.0, along=1.0))
        self.changed.emit(self.offset())
        self.measure.setFocus()

    def _measure(self) -> None:
        self.measures.setVisible(not self.measures.isVisible())
        if self.measures.isVisible():
            self.measures.begin()
            self.grown.emit()

    def _take_measures(self, aim: Aim) -> None:
        self.measures.hide()
        self._put(self.offset().after(aim.right, aim.down, aim.scale))
        self.changed.emit(self.offset())
        self.across.setFocus()


class _Measures(QWidget):
    """Four distances read off the test page with a ruler; `measured` what sets it right."""

    measured = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sheet = A4
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        hint = "Trên trang thử, đo từ mép giấy đến tâm dấu thập; đúng là 20 mm."
        column.addWidget(label(hint, "caption", "text2", wrap=True))
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        self.edges: list[NumberField] = []
        for at, name in enumerate(("Trái", "Phải", "Trên", "Dưới")):
            number = NumberField(name, 0.0, 2 * TRUE, step=FINE, decimals=2)
            self.edges.append(number)
            words = label(name, "caption", "text2")
            words.setBuddy(number)
            grid.addWidget(words, at // 2 * 2, at % 2)
            grid.addWidget(number, at // 2 * 2 + 1, at % 2)
        self.error = label("", "caption", "red", wrap=True)
        self.error.hide()
        column.addWidget(self.error)
        self.apply = button("Tính mức chỉnh", done=self._tell)
        column.addWidget(self.apply)

    def begin(self) -> None:
        """Ask anew."""
        self.error.hide()
        for number in self.edges:
            number.setValue(TRUE)
        self.edges[0].setFocus()
        self.edges[0].selectAll()

    def _tell(self) -> None:
        from printing.calibration import aim_of
        from printing.styles import Paper

        paper = Paper(self.sheet.width, self.sheet.height, 0, 0, 0, 0)
        try:
            aim = aim_of(paper, *(number.value() for number in self.edges))
        except UserError as error:
            self.error.setText(error.message)
            self.error.show()
            announce(self.error, error.message, assertive=True)
            self.edges[0].setFocus()
        else:
            self.error.hide()
            self.measured.emit(aim)


class _Sketch(QWidget):
    """The sheet, where things should be printed, and where they are moved to."""

    def __init__(self) -> None:
        super().__init__()
        self._offset = Offset()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_offset(self, offset: Offset) -> None:
        """Move the upper frame."""
        self._offset = offset
        words = f"Chữ in dời {offset.right:+.1f} mm ngang, {offset.down:+.1f} mm dọc"
        self.setAccessibleName(words.replace(".", ","))
        self.update()

    def sizeHint(self) -> QSize:
        return SKETCH

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(style.colour("edge"), 1))
        painter.setBrush(style.colour("surface"))
        painter.drawRoundedRect(sheet, 3, 3)
        meant = sheet.adjusted(9, 9, -9, -9)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("line2"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(meant)
        painter.setClipRect(sheet)
        moved = meant.translated(
            self._offset.right * SHOWN_PER_MM * 2, self._offset.down * SHOWN_PER_MM * 2
        )
        painter.setPen(QPen(style.colour("accent_text"), 2))
        painter.drawRect(moved)
        painter.setFont(style.font(CAPTION, MEDIUM))
        painter.drawText(moved, int(Qt.AlignmentFlag.AlignCenter), "Chữ in")


def _percent(scale: float) -> str:
    return f"{scale * 100:.2f} %".replace(".", ",")
