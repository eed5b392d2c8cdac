"""Two values of each field side by side, to choose the one that holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.source import Difference
from ui.widgets.announcing import announce
from ui.widgets.buttons import button
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule, surface, unbroken

NOTHING = "(trống)"
SHARES = (2, 3, 3)


class ComparePanel(QWidget):
    """`decided` when the choice is made, `left` when it is put off; ← → choose, Tab goes on."""

    decided = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._groups: dict[str, QButtonGroup] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area = UprightArea()
        self._area.setProperty("k", "surface")
        column.addWidget(self._area, 1)
        foot = surface("foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(24, 8, 24, 8)
        line.setSpacing(8)
        line.addStretch(1)
        self._back_button = button("Quay lại biểu mẫu", done=self.left.emit)
        line.addWidget(self._back_button)
        self.decide_button = button("", "primary", "check", self.decided.emit)
        line.addWidget(self.decide_button)
        column.addWidget(foot)
        self._words = ""

    def words(self) -> str:
        """The sentence at the head."""
        return self._words

    def show_differences(
        self, words: str, heads: tuple[str, str], lines: Sequence[Difference], act: str
    ) -> None:
        """Show values side by side; ``heads`` say whose they are, ``act`` what a choice does."""
        self._words, self._groups = words, {}
        inside = QWidget()
        inside.setProperty("k", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(unbroken(words), "body", wrap=True))
        self._add_table(column, heads, lines)
        column.addStretch(1)
        self._area.setWidget(inside)
        self.decide_button.setText(f" {act}")
        self.decide_button.setAccessibleName(act)
        choices = [choice for group in self._groups.values() for choice in group.buttons()]
        for one, after in pairwise([*choices, self._back_button, self.decide_button]):
            self.setTabOrder(one, after)
        announce(self, words)

    def _add_table(
        self, column: QVBoxLayout, heads: tuple[str, str], lines: Sequence[Difference]
    ) -> None:
        table = QGridLayout()
        column.addLayout(table)
        table.setHorizontalSpacing(16)
        table.setVerticalSpacing(8)
        for at, (words, share) in enumerate(zip(("", *heads), SHARES, strict=True)):
            table.setColumnStretch(at, share)
            table.addWidget(label(words, "header"), 0, at)
        table.addWidget(rule(), 1, 0, 1, 3)
        for at, line in enumerate(lines):
            self._add(table, 2 + 2 * at, line, heads)

    def _add(self, table: QGridLayout, at: int, line: Difference, heads: tuple[str, str]) -> None:
        group = self._groups[line.token] = QButtonGroup(table)
        table.addWidget(label(line.label, "small", "text2", wrap=True), at, 0)
        for side, (head, value) in enumerate(zip(heads, (line.mine, line.theirs), strict=True)):
            shown = " ".join(value.split()) or NOTHING
            choice = QRadioButton(shown)
            choice.setAccessibleName(f"{line.label}, {head}: {shown}")
            choice.setToolTip(value)
            choice.setChecked(line.ours is (side == 0))
            if not choice.isChecked():
                choice.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops once at each line
            group.addButton(choice, side)
            table.addWidget(choice, at, side + 1)
        table.addWidget(rule(), at + 1, 0, 1, 3)

    def choice(self) -> dict[str, bool]:
        """For each difference whether the own value holds."""
        return {token: group.checkedId() == 0 for token, group in self._groups.items()}

    def take_focus(self) -> None:
        """Put the cursor on the first choice."""
        first = next(iter(self._groups.values())).checkedButton()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
