"""A history in words: each deed with the fields it changed, older ones fetched when asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.source import Deed, Past, ReadPast
from ui.widgets.buttons import button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule

Aside = Callable[[Callable[[], object], Callable[[object], None]], None]
"""Does a reading off the window's thread and hands over what came."""
EMPTY = "trống"


class PastView(UprightArea):
    """Begins with the newest deeds."""

    def __init__(self, title: str, read: ReadPast, aside: Aside) -> None:
        super().__init__(title)
        self._read, self._aside = read, aside
        self._shown = 0
        self._here = [True]
        self.destroyed.connect(self._here.clear)
        body = QWidget()
        body.setObjectName("body")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(20, 14, 16, 16)
        self._column.setSpacing(10)
        self.more = button("Xem tiếp các lần trước", "link", done=self.read_on)
        self.more.hide()
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(body)
        self.read_on()

    def read_on(self) -> None:
        """Fetch the next deeds."""
        offset = self._shown
        self._aside(lambda: self._read(offset), self._came)

    def _came(self, past: object) -> None:
        if not self._here:  # another record is shown by now
            return
        assert isinstance(past, Past)
        if not past.deeds and not self._shown:
            self._put(label("Chưa có thay đổi nào.", "small", "text2", wrap=True))
        for deed in past.deeds:
            if self._shown:
                self._put(rule())
            self._put(_deed(deed))
            self._shown += 1
        self.more.setVisible(past.more)

    def _put(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 2, part)


def _deed(deed: Deed) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label(deed.title, "medium", wrap=True))
    if deed.told:
        column.addWidget(label(deed.told, "caption", "text2", wrap=True))
    if deed.edits:
        column.addSpacing(4)
        _add_edits(column, deed)
    return result


def _add_edits(column: QVBoxLayout, deed: Deed) -> None:
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    for at, edit in enumerate(deed.edits):
        name = label(edit.label, "caption", "text2", wrap=True)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, at, 0)
        both = f"{edit.was or EMPTY} → {edit.now or EMPTY}"
        value = label(edit.now if deed.added else both, "small", wrap=True)
        value.setAlignment(Qt.AlignmentFlag.AlignTop)
        value.setAccessibleName(f"{edit.label}: trước {edit.was or EMPTY}, nay {edit.now or EMPTY}")
        grid.addWidget(value, at, 1)
