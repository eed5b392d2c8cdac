"""The attendance sheet under the hands: one key a person, the cursor goes on down by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from models.text import fold
from ui.classes.sheet_model import SheetModel
from ui.classes.sheet_paint import SheetCorner, SheetDelegate, SheetHeading, SheetNames
from ui.classes.sheet_typing import SheetTyping
from ui.source.classes import ABSENT, EXCUSED, LATE, PRESENT
from ui.theme.sizes import DENSE
from ui.theme.theme import theme

KEYS = {
    Qt.Key.Key_Space: PRESENT,
    Qt.Key.Key_P: EXCUSED,
    Qt.Key.Key_K: ABSENT,
    Qt.Key.Key_M: LATE,
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}
SITTING_LEAST, SITTING, PRESENT_WIDTH, ENOUGH_WIDTH = 56, 112, 62, 96
CONTROL = Qt.KeyboardModifier.ControlModifier


class SheetView(QTableView):
    """Takes single keys, so the input method is off here.

    Digits go to the trainee of that number on the printed sheet. Signals: `stood` where the cursor
    is, in words; `told` what a key did.
    """

    stood = Signal(str)
    told = Signal(str)

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self.sheet, self.typing = model, SheetTyping(model)
        self._digits = ""
        self._begun = 0
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(self, model))
        self.setHorizontalHeader(SheetHeading(self, model))
        self.setVerticalHeader(SheetNames(self, model))
        self._corner = SheetCorner(self)
        self._prepare()
        model.modelReset.connect(self._lay_out)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _index: self._mark(PRESENT, step=0))
        theme().changed.connect(self._lay_out)

    def _prepare(self) -> None:
        self.setAccessibleName("Bảng điểm danh")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._lay_out()

    def _lay_out(self) -> None:
        style, upright = theme(), self.verticalHeader()
        upright.setMinimumSectionSize(style.px(DENSE))
        upright.setDefaultSectionSize(style.px(DENSE))
        across, sittings = self.horizontalHeader(), self.sheet.sittings
        sums = style.px(PRESENT_WIDTH), style.px(ENOUGH_WIDTH)
        room = self.viewport().width() - sum(sums)
        each = room // sittings if sittings else 0
        wide = max(style.px(SITTING_LEAST), min(style.px(SITTING), each))
        for column in range(sittings):
            across.resizeSection(column, wide)
        for column, width in enumerate(sums, start=sittings):
            across.resizeSection(column, width)
        self.updateGeometries()
        self._corner.setGeometry(0, 0, upright.width(), across.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # -- moving

    def _moved(self, index: QModelIndex) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        if index.isValid():
            self.stood.emit(f"Ô: {self.sheet.spoken(index.row(), index.column())}")

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        if 0 <= row < self.sheet.rowCount():
            self.setCurrentIndex(self.sheet.index(row, column))

    def go_to_name(self, words: str) -> bool:
        """Put the cursor on the first trainee whose name holds the words; tell whether there is."""
        wanted = fold(words)
        for row, seat in enumerate(self.sheet.sheet.seats):
            if wanted and wanted in fold(seat.name):
                self.go(row, max(0, self.currentIndex().column()))
                return True
        return False

    def begin(self) -> None:
        """Put the cursor where work goes on: the first trainee not marked in the last sitting."""
        if not self.sheet.rowCount() or not self.sheet.sittings:
            return
        if self._begun == self.sheet.sheet.id:
            return
        self._begun = self.sheet.sheet.id
        held = self.sheet.held()
        column = held[-1] if held else 0
        blank = [r for r in range(self.sheet.rowCount()) if not self.sheet.mark(r, column)]
        self.go(blank[0] if blank else 0, column)

    # -- typing

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z here while there is typing to take back; then it is the window's again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            back = event.key() == Qt.Key.Key_Z and event.modifiers() == CONTROL
            if (back and self.typing.can_take_back) or event.key() == Qt.Key.Key_Delete:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if held == CONTROL:
            if key == Qt.Key.Key_Z and self.typing.can_take_back:
                self.take_back()
            elif key in (Qt.Key.Key_Down, Qt.Key.Key_D):
                self.fill_down()
            else:
                super().keyPressEvent(event)
            return
        if key in KEYS:
            self._mark(KEYS[key])
        elif event.text().isdecimal():
            self._number(event.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(1)
        else:
            self._digits = ""
            super().keyPressEvent(event)

    def _mark(self, letter: str, step: int = 1) -> None:
        self._digits = ""
        index = self.currentIndex()
        if index.isValid() and index.column() < self.sheet.sittings:
            self.typing.put({(index.row(), index.column()): letter})
            self._step(step)

    def _step(self, step: int) -> None:
        index = self.currentIndex()
        row = min(index.row() + step, self.sheet.rowCount() - 1)
        if row == index.row():
            self._moved(index)
        else:
            self.go(row, index.column())

    def _number(self, digit: str) -> None:
        """Go to the trainee whose number is typed, digit by digit."""
        typed = self._digits + digit
        if int(typed) > self.sheet.rowCount():
            typed = digit
        if 0 < int(typed) <= self.sheet.rowCount():
            self.go(int(typed) - 1, max(0, self.currentIndex().column()))
        self._digits = typed

    def fill_down(self) -> None:
        """Copy the mark of the cell down to all who have none."""
        index = self.currentIndex()
        if index.isValid() and index.column() < self.sheet.sittings:
            many = self.typing.fill_down(index.row(), index.column())
            self.told.emit(
                f"Đã chép xuống {many} ô trống." if many else "Không còn ô trống bên dưới."
            )

    def fill_present(self) -> None:
        """Let everybody not marked yet have been at the sitting of the cursor."""
        index = self.currentIndex()
        if index.isValid() and index.column() < self.sheet.sittings:
            many = self.typing.fill_present(index.column())
            self.told.emit(
                f"Buổi {index.column() + 1}: thêm {many} người có mặt."
                if many
                else f"Buổi {index.column() + 1} đã điểm danh đủ."
            )

    def take_back(self) -> None:
        """Take the last typing back and go where it was."""
        place = self.typing.take_back()
        if place is not None:
            self.go(*place)
