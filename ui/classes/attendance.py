"""The tab for attendance: what the keys mean, the sheet, the totals, and sittings to add."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.classes.sheet_model import SheetModel
from ui.classes.sheet_paint import SheetTotals
from ui.classes.sheet_view import SheetView
from ui.form.pick_field import PickField
from ui.source import Option
from ui.source.classes import PARTS, ClassSheet
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.date_field import DateField
from ui.widgets.fields import SearchField
from ui.widgets.key_cap import KeyCap
from ui.widgets.text import label, surface

MEANINGS = (("Space", "Có mặt"), ("P", "Có phép"), ("K", "Không phép"), ("M", "Muộn"))
SEARCH_WIDTH, DAY_WIDTH, PART_WIDTH = 160, 150, 120
AROUND = 58
"""Edges and gaps of the row above the sheet."""
NO_SITTING = "Lớp chưa có buổi học. Thêm buổi đầu tiên ở trên."
NO_TRAINEE = "Lớp chưa có học viên. Thêm ở thẻ Học viên."


class NewSitting(QWidget):
    """A day and a part of it. Signals: `added` both, as typed."""

    added = Signal(str, str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.day = DateField(today)
        self.day.setPlaceholderText("Ngày dd/mm/yyyy")
        self.day.setAccessibleName("Ngày của buổi học")
        self.day.setFixedWidth(DAY_WIDTH)
        self.part = PickField([Option(part, part) for part in PARTS])
        self.part.setAccessibleName("Buổi")
        self.part.setFixedWidth(PART_WIDTH)
        self.part.put(Option(PARTS[0], PARTS[0]))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 8)
        row.setSpacing(8)
        row.addWidget(label("Buổi học mới", "small", "text2"))
        row.addWidget(self.day)
        row.addWidget(self.part)
        row.addWidget(button("Thêm buổi", icon="plus", done=self._add))
        row.addStretch(1)
        self.day.returnPressed.connect(self._add)

    def _add(self) -> None:
        chosen = self.part.chosen()
        self.added.emit(self.day.text(), chosen.text if chosen is not None else PARTS[0])


class KeyMeanings(QWidget):
    """The keys of the sheet in words; `above` while they stand in the row of the search."""

    def __init__(self) -> None:
        super().__init__()
        self.above = True
        self.setContentsMargins(6, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label("Phím:", "caption", "text2"))
        for keys, word in MEANINGS:
            row.addWidget(KeyCap(keys))
            row.addWidget(label(word, "caption", "text2"))
            row.addSpacing(4)
        row.addStretch(1)


class AttendanceTab(QWidget):
    """Signals: `told` a line for the key bar, `sitting_added` a day and a part."""

    told = Signal(str)
    sitting_added = Signal(str, str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.model = SheetModel()
        self.view = SheetView(self.model)
        self.search = SearchField("Tìm học viên", "")
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.search.searched.connect(self.view.go_to_name)
        self.search.left_downward.connect(self.view.setFocus)
        self.whole = button("Cả buổi có mặt", icon="check-all", done=self.fill_present)
        self.add = icon_button("plus", "Thêm buổi học", done=self._open_new)
        self.new = NewSitting(today)
        self.new.added.connect(self.sitting_added)
        self.totals = SheetTotals(self.view, self.model)
        self.nothing = label("", "small", "text2", wrap=True)
        self.nothing.setContentsMargins(20, 16, 20, 16)
        self.view.stood.connect(self.told)
        self.view.told.connect(self.told)
        self.meanings = KeyMeanings()
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._build()
        theme().changed.connect(self._lay_out)

    def _build(self) -> None:
        column, top = self._column, self._top
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        top.setContentsMargins(16, 8, 12, 8)
        top.setSpacing(6)
        top.addWidget(self.search)
        top.addWidget(self.meanings, 1)
        top.addStretch(0)
        top.addWidget(self.add)
        top.addWidget(self.whole)
        column.addWidget(self.new)
        column.addWidget(surface("rule"))
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self.totals)
        column.addStretch(0)

    def _lay_out(self) -> None:
        """Put what the keys mean under the row above the sheet where it does not fit into it."""
        parts = (self.search, self.meanings, self.add, self.whole)
        wanted = sum(min(one.sizeHint().width(), one.maximumWidth()) for one in parts)
        fits = wanted + AROUND <= self.width()
        if fits is not self.meanings.above:
            self.meanings.above = fits
            self._column.removeWidget(self.meanings)
            self._top.removeWidget(self.meanings)
            if fits:
                self._top.insertWidget(1, self.meanings, 1)
            else:
                self._column.insertWidget(1, self.meanings)
            self.meanings.setContentsMargins(*((6, 0, 0, 0) if fits else (16, 0, 12, 8)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def show_sheet(self, sheet: ClassSheet, unsaved: dict[tuple[int, int], str]) -> None:
        """Show a class as it is kept, with what is not kept yet on top of it."""
        is_new = sheet.id != self.model.sheet.id
        self.model.show(sheet, unsaved)
        whole = bool(sheet.sittings and sheet.seats)
        for part in (self.view, self.totals, self.whole, self.search):
            part.setVisible(whole)
        self.nothing.setText("" if whole else NO_TRAINEE if sheet.sittings else NO_SITTING)
        self.nothing.setVisible(not whole)
        self.add.setVisible(bool(sheet.sittings))
        if is_new or not sheet.sittings:
            self.new.setVisible(not sheet.sittings)

    def sitting_kept(self) -> None:
        """The new sitting is there."""
        self.new.day.clear()

    def begin(self) -> None:
        """Put the cursor where work goes on."""
        if self.view.isVisibleTo(self):
            self.view.begin()
            self.view.setFocus()
        elif not self.model.sheet.sittings:
            self.new.day.setFocus()

    def fill_present(self) -> None:
        """Let everybody not marked yet have been at the current sitting."""
        self.view.fill_present()
        self.view.setFocus()

    def current_sitting(self) -> int:
        """Key of the sitting of the cursor; 0 for none."""
        column = self.view.currentIndex().column()
        sittings = self.model.sheet.sittings
        return sittings[column].id if 0 <= column < len(sittings) else 0

    def _open_new(self) -> None:
        self.new.show()
        self.new.day.setFocus()
