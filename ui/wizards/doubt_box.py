"""A row of the file beside those it may mean, and the answers: one of them, somebody else, none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import ElidedLabel, label, surface, unbroken
from ui.wizards.import_facts import Flaw, Known, Line

MOST = 3
LEAST, LOW = 76, 600
"""The values have so much room in a window so low, and half of what it is higher."""
WHAT_HAPPENS = "Là người đã có: ô khác nhau lấy theo tệp, ô tệp để trống giữ nguyên."


class DoubtBox(QWidget):
    """Signals: `same` which of them, `other`, `dropped`."""

    same = Signal(int)
    other = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        box = surface("strip orange")
        outer.addWidget(box)
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 8, 14, 9)
        column.setSpacing(6)
        self.head = label("", "medium", wrap=True)
        self.every = QCheckBox("")
        self.area = UprightArea("Trong tệp và trong sổ")
        self.note = label(WHAT_HAPPENS, "caption", "text2", wrap=True)
        self.drop_button = button("Bỏ dòng này", "", done=self.dropped.emit)
        self.other_button = button("Là người khác", "", done=self.other.emit)
        self.same_buttons = [
            button("", "", "account-check-outline", partial(self.same.emit, at))
            for at in range(MOST)
        ]
        self.every.toggled.connect(self._offer)
        self._many = False
        self._build(column)

    def _build(self, column: QVBoxLayout) -> None:
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(12)
        top.addWidget(IconMark("alert-outline", "orange_text", 18))
        top.addWidget(self.head, 1)
        column.addWidget(self.area)
        column.addWidget(self.every)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        for part in (self.drop_button, self.other_button, *self.same_buttons):
            row.addWidget(part)
        self.drop_button.setToolTip("Bỏ dòng này (Delete)")
        self.other_button.setToolTip("Là người khác (Ctrl+2)")
        self.same_buttons[0].setToolTip("Là người đã có (Ctrl+1)")

    def show_doubt(self, line: Line, flaw: Flaw, alike: int) -> None:
        """Show a row beside those it may mean; ``alike`` rows can be answered at once."""
        where = f"{line.sheet}, dòng {line.row}: {flaw.value}"
        self.head.setText(unbroken(f"{where}. {flaw.message}"))
        self.every.setChecked(False)
        self.every.setVisible(alike > 1)
        self.every.setText(f"Trả lời vậy cho cả {alike} dòng như thế (Ctrl+3)")
        many = self._many = len(line.known) > 1
        self._offer()
        for at, part in enumerate(self.same_buttons):
            part.setVisible(at < len(line.known))
            words = f"Là người {at + 1}" if many else "Là người này"
            part.setText(f" {words}")
            part.setAccessibleName(words)
        inside = QWidget()
        inside.setObjectName("body")
        self._lay_side_by_side(QGridLayout(inside), line.known[:MOST])
        self.area.setWidget(inside)
        self.area.setAccessibleName("; ".join(_spoken(line.known)))
        self._fit()

    def _offer(self) -> None:
        """One of several is chosen for one row: beside another row it is somebody else."""
        for part in self.same_buttons:
            part.setEnabled(not (self._many and self.every.isChecked()))

    def _lay_side_by_side(self, grid: QGridLayout, known: tuple[Known, ...]) -> None:
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        for column, stretch in enumerate((2, 4, *(4 for _one in known))):
            grid.setColumnStretch(column, stretch)
        grid.addWidget(label("Trong tệp", "caption", "text2"), 0, 1)
        for at, one in enumerate(known, start=1):
            place = f"Trong tệp, dòng {one.row}" if one.row else "Trong sổ"
            number = f"{at}. " if len(known) > 1 else ""
            service = f" · {one.service}" if one.service else ""
            grid.addWidget(ElidedLabel(f"{number}{place}{service}", "caption", "text2"), 0, at + 1)
        rows = _rows(known)
        for row, (name, told, theirs) in enumerate(rows, start=1):
            unlike = any(differs for _value, differs in theirs)
            grid.addWidget(label(name, "caption", "text2"), row, 0)
            grid.addWidget(ElidedLabel(told, "medium" if unlike else "small"), row, 1)
            for at, (value, differs) in enumerate(theirs, start=2):
                words = f"≠ {value}" if differs else value or "—"
                role, colour = ("medium", "orange") if differs else ("small", "")
                grid.addWidget(ElidedLabel(words, role, colour), row, at)
        for at, one in enumerate(known, start=2):
            more = [f"{name}: {theirs}" for name, ours, theirs, _differs in one.sides if not ours]
            rest = label(" · ".join(more), "caption", "text2", wrap=True)
            grid.addWidget(rest, len(rows) + 1, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inside = self.area.widget()
        if inside is not None:
            high = self.window().height()
            self.note.setVisible(high >= LOW)
            self.area.setFixedHeight(
                min(inside.sizeHint().height() + 2, max(LEAST, (high - LOW) // 2 + LEAST))
            )


def _rows(known: tuple[Known, ...]) -> list[tuple[str, str, list[tuple[str, bool]]]]:
    """Of what the row tells: label, value, and everybody's with whether it differs; those first."""
    told = {name: ours for one in known for name, ours, _theirs, _differs in one.sides if ours}
    theirs = [{side[0]: (side[2], side[3]) for side in one.sides} for one in known]
    rows = [(name, ours, [one.get(name, ("", False)) for one in theirs])
            for name, ours in told.items()]  # fmt: skip
    return sorted(rows, key=lambda row: not any(differs for _value, differs in row[2]))


def _spoken(known: tuple[Known, ...]) -> list[str]:
    """What a screen reader says: everybody, with what differs."""
    told: list[str] = []
    for one in known:
        place = f"dòng {one.row} trong tệp" if one.row else "trong sổ"
        unlike = [
            f"{name} trong tệp {ours}, đã có {theirs}"
            for name, ours, theirs, differs in one.sides
            if differs
        ]
        told.append(f"{one.name} {place}. {', '.join(unlike) or 'Không có ô nào khác'}")
    return told
