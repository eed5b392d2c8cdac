"""The strip under the head of the editor: a draft put back, or a save that was overtaken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import ElidedLabel, label, surface, unbroken

if TYPE_CHECKING:
    from printing.certificate.telling import Difference

Acts = Sequence[tuple[str, Callable[[], object]]]
LINE, MOST_LINES, INDENT = 21, 5, 12
HEADS = ("Bản đang sửa", "Bản đã lưu")


class Strip(QFrame):
    """Says something, with buttons for what can be done, and both values of what differs."""

    def __init__(self, icon: str, words: str, acts: Acts, lines: Sequence[Difference] = ()) -> None:
        super().__init__()
        self.setProperty("k", "strip orange")
        self.words, self.lines = words, tuple(lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(12)
        row.addWidget(IconMark(icon, "orange_text", 16))
        row.addWidget(label(unbroken(words), "medium", "orange", wrap=True), 1)
        self.buttons = [button(name, done=act) for name, act in acts]
        for part in self.buttons:
            row.addWidget(part)
        if lines:
            area = UprightArea("Chỗ khác nhau")
            area.setWidget(_side_by_side(lines))
            shown = min(len(lines), MOST_LINES) + 1
            area.setFixedHeight(theme().px(LINE) * shown + 12)
            column.addWidget(area)


def _side_by_side(lines: Sequence[Difference]) -> QWidget:
    """What differs part by part: as it is on this page, and as it was saved elsewhere."""
    table = surface("surface")
    grid = QGridLayout(table)
    grid.setContentsMargins(INDENT, 6, 8, 6)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for at, (words, share) in enumerate(zip(("Phần", *HEADS), (2, 3, 3), strict=True)):
        grid.setColumnStretch(at, share)
        grid.addWidget(label(words, "header"), 0, at)
    for row, line in enumerate(lines, start=1):
        grid.addWidget(ElidedLabel(line.part, "small", "text2"), row, 0)
        for at, (head, words) in enumerate(zip(HEADS, (line.first, line.second), strict=True)):
            value = label(words, "small", wrap=True)
            value.setAccessibleName(f"{line.part}, {head.lower()}: {words}")
            grid.addWidget(value, row, at + 1)
    grid.setRowStretch(len(lines) + 1, 1)
    return table


class Strips(QWidget):
    """The place for one strip at a time; each of its buttons takes it away."""

    def __init__(self) -> None:
        super().__init__()
        self.strip: Strip | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def put_up(self, icon: str, words: str, acts: Acts, lines: Sequence[Difference] = ()) -> Strip:
        """Show a strip in place of the one that is there."""
        self.take_down()
        strip = Strip(icon, words, [(name, self._then(act)) for name, act in acts], lines)
        self._column.addWidget(strip)
        self.strip = strip
        announce(strip, words)
        return strip

    def take_down(self) -> None:
        """Say it no longer."""
        if self.strip is not None:
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None

    def _then(self, act: Callable[[], object]) -> Callable[[], None]:
        def done() -> None:
            self.take_down()
            act()

        return done
