"""The current row of a workbook in words, with what can be done about it besides typing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label, restyle, surface, unbroken
from ui.wizards.import_facts import WAITING, Flaw, Kind, Line

EMPTY = "Không có dòng nào cần xem lại."
WORDS = {
    Kind.DROPPED: "Đã bỏ dòng này, không nhập.",
    Kind.FINE: "Dòng này đúng.",
}
LOOKS = {
    Kind.WRONG: ("red", "alert-circle"),
    Kind.DOUBTFUL: ("orange", "alert-outline"),
    Kind.DROPPED: ("grey", "minus-circle-outline"),
    Kind.DECIDED: ("green", "check-circle"),
    Kind.ODD: ("grey", "information-outline"),
    Kind.REPAIRED: ("blue", "information-outline"),
    Kind.FINE: ("green", "check-circle"),
}
STRIPS = ("red", "orange")


class LineWords(QWidget):
    """What can be done besides typing into the cell.

    Signals: `dropped` when the row is to be left out, `taken_back` when it is not after all;
    `typed` the row, its column and the year alone of a wrong date there.
    """

    dropped = Signal()
    typed = Signal(object, int, str)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._box = surface("foot")
        outer.addWidget(self._box)
        row = QHBoxLayout(self._box)
        row.setContentsMargins(16, 9, 14, 9)
        row.setSpacing(12)
        self._marks = {kind: IconMark(icon, f"{colour}_text", 18)
                       for kind, (colour, icon) in LOOKS.items()}  # fmt: skip
        for mark in self._marks.values():
            row.addWidget(mark)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(1)
        self.head = label("", "medium")
        self.body = label(EMPTY, "small", "text2", wrap=True)
        self.every = QCheckBox("")
        for part in (self.head, self.body, self.every):
            words.addWidget(part)
        self._shown: tuple[Line, Flaw] | None = None
        self.year_button = button("", done=self._take_year)
        self.back_button = button("", done=self.taken_back.emit)
        self.drop_button = button("Bỏ dòng này", done=self.dropped.emit)
        for act in (self.year_button, self.back_button, self.drop_button):
            row.addWidget(act)
        self.drop_button.setToolTip("Bỏ dòng này (Delete)")
        self.back_button.setToolTip("Lấy lại (Ctrl+Backspace)")
        self.show_line(None, None, 0)

    def show_line(self, line: Line | None, flaw: Flaw | None, alike: int) -> None:
        """Say where a row stands and what is to be looked at; ``alike`` cells read the same."""
        kind = flaw.kind if flaw is not None else line.kind if line is not None else None
        for one, mark in self._marks.items():
            mark.setVisible(one is kind)
        self.head.setVisible(line is not None)
        self.drop_button.setVisible(line is not None and line.kind is not Kind.DROPPED)
        self.back_button.setVisible(line is not None and line.kind in (Kind.DECIDED, Kind.DROPPED))
        self._shown = (line, flaw) if line is not None and flaw is not None else None
        self.year_button.setVisible(flaw is not None and bool(flaw.year))
        self.year_button.setText(f"Chỉ lấy năm {flaw.year}" if flaw is not None else "")
        self.every.setChecked(False)
        self.every.setVisible(alike > 1)
        self.every.setText(f"Làm vậy với cả {alike} dòng như thế (Ctrl+3)")
        if line is None:
            self.body.setText(EMPTY)
            restyle(self._box, k="foot")
            return
        dropped = line.kind is Kind.DROPPED
        self.back_button.setText("Lấy lại dòng này" if dropped else "Lấy lại như trong tệp")
        cell = f", cột {flaw.letter}" if flaw is not None and flaw.letter else ""
        value = f": {flaw.value}" if flaw is not None and flaw.value else ""
        self.head.setText(unbroken(f"{line.sheet}, dòng {line.row}{cell}{value}"))
        more = " Sửa ngay trong ô, không cần mở Excel." if line.kind is Kind.WRONG else ""
        said = f"{flaw.message}{more}" if flaw is not None else WORDS.get(line.kind, "")
        self.body.setText(unbroken(said))
        colour, _icon = LOOKS[line.kind]
        waits = line.kind in WAITING and colour in STRIPS
        restyle(self._box, k=f"strip {colour}" if waits else "foot")

    def _take_year(self) -> None:
        if self._shown is not None:
            line, flaw = self._shown
            self.typed.emit(line, flaw.column, flaw.year)
