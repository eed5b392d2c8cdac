"""How far a printer misses, corrected in half millimetres or by what was measured on paper."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.paper.offsets import MOST, STEP, Offset
from ui.theme.sizes import CAPTION, MEDIUM
from ui.theme.theme import theme
from ui.widgets.buttons import button
from ui.widgets.text import label

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
        self._telling = True
        self.across, self.down = _number("Ngang"), _number("Dọc")
        self.sketch = _Sketch()
        self.hint = label("", "caption", "text2", wrap=True)
        self.measures = _Measures()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label("Chỉnh lệch giấy", "strong"), 1)
        self.test = button("In trang thử", "link", "target", self.testing.emit)
        head.addWidget(self.test)
        column.addLayout(head)
        column.addLayout(self._numbers())
        column.addWidget(self.hint)
        self.measure = button("Nhập số đo…", "link", "ruler", self._measure)
        column.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.measures)
        self.measures.hide()
        self.across.valueChanged.connect(lambda _mm: self._tell())
        self.down.valueChanged.connect(lambda _mm: self._tell())
        self.measures.measured.connect(self._take_measures)

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        for row, (words, number) in enumerate((("Ngang", self.across), ("Dọc", self.down))):
            name = label(words, "small", "text2")
            name.setBuddy(number)
            grid.addWidget(name, row, 0)
            grid.addWidget(number, row, 1)
        grid.addWidget(self.sketch, 0, 2, 2, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def show_offset(self, offset: Offset, printer: str, sheet: str) -> None:
        """Show what is kept for a printer and paper."""
        self._telling = False
        self.across.setValue(offset.right)
        self.down.setValue(offset.down)
        self._telling = True
        self.sketch.show_offset(offset)
        whose = f" Nhớ riêng cho máy {printer}, giấy {sheet}." if printer else ""
        self.hint.setText(f"Phải, xuống là số dương.{whose}")

    def offset(self) -> Offset:
        """What the numbers say."""
        return Offset(round(self.across.value(), 1), round(self.down.value(), 1))

    def _tell(self) -> None:
        self.sketch.show_offset(self.offset())
        if self._telling:
            self.changed.emit(self.offset())

    def _measure(self) -> None:
        self.measures.setVisible(not self.measures.isVisible())
        if self.measures.isVisible():
            self.measures.begin()
            self.grown.emit()

    def _take_measures(self, right: float, down: float) -> None:
        self.measures.hide()
        offset = self.offset().moved(right, down)
        self._telling = False
        self.across.setValue(offset.right)
        self._telling = True
        self.down.setValue(offset.down)
        self._tell()
        self.across.setFocus()


class _Measures(QWidget):
    """Four distances read off the test page with a ruler."""

    measured = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        hint = "Trên trang thử, đo từ mép giấy đến tâm dấu thập; đúng là 20 mm."
        column.addWidget(label(hint, "caption", "text2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        self.edges: list[QDoubleSpinBox] = []
        for at, name in enumerate(("Trái", "Phải", "Trên", "Dưới")):
            number = _number(name, 0.0, 2 * TRUE)
            self.edges.append(number)
            words = label(name, "caption", "text2")
            words.setBuddy(number)
            grid.addWidget(words, at // 2 * 2, at % 2)
            grid.addWidget(number, at // 2 * 2 + 1, at % 2)
        column.addLayout(grid)
        self.apply = button("Tính mức chỉnh", done=self._tell)
        column.addWidget(self.apply)

    def begin(self) -> None:
        """Ask anew."""
        for number in self.edges:
            number.setValue(TRUE)
        self.edges[0].setFocus()
        self.edges[0].selectAll()

    def _tell(self) -> None:
        from printing.calibration import offset_of

        self.measured.emit(*offset_of(*(number.value() for number in self.edges)))


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


def _number(name: str, least: float = -MOST, most: float = MOST) -> QDoubleSpinBox:
    number = QDoubleSpinBox()
    number.setLocale(QLocale(QLocale.Language.Vietnamese))
    number.setDecimals(1)
    number.setSingleStep(STEP)
    number.setRange(least, most)
    number.setSuffix(" mm")
    number.setAccessibleName(name)
    number.setKeyboardTracking(False)
    number.setMinimumWidth(0)
    number.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    number.lineEdit().setTextMargins(8, 0, 0, 0)
    return number
