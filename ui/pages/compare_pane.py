"""Two people side by side: whose value of each field stays, and what hangs on either."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.source import Choice, Comparison
from ui.widgets.banner import banner
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, rule

KEEP = ""
"""Name of the row that says which person stays."""
INDENT = 26
"""Where the words beside a round button begin."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SIDES = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}


class SideButton(QRadioButton):
    """One person's value of a field; a long one ends in … and is told whole in the tooltip."""

    def __init__(self, title: str, value: str, whose: str) -> None:
        super().__init__()
        self.value = value
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(value)
        self.setAccessibleName(f"{title}: {value or 'trống'}, của {whose}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(self.width() - 32, 1)
        text = (self.value or "—").replace("&", "&&").replace("\n", " ")
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))


class ComparePane(UprightArea):
    """Shows a `Comparison`; one stop of the Tab key, arrows choose inside.

    Signals: `changed` when another choice was made.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.rows: dict[str, tuple[SideButton, SideButton]] = {}
        self._groups: list[QButtonGroup] = []
        self._told = QVBoxLayout()

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show two people, or nothing."""
        self.comparison = comparison
        self.rows, self._groups = {}, []
        body = QWidget()
        body.setObjectName("body")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        if comparison is not None:
            column.addWidget(banner(("blue", "account-search-outline"), comparison.why))
            self._add_grid(column, comparison)
            column.addWidget(rule())
            _add_hanging(column, comparison)
            self._told = QVBoxLayout()
            self._told.setSpacing(8)
            column.addLayout(self._told)
            self._tell()
        column.addStretch(1)
        self.setWidget(body)
        self._one_stop(KEEP)

    def _add_grid(self, column: QVBoxLayout, comparison: Comparison) -> None:
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(9)
        _set_stretches(grid)
        grid.addWidget(label("Giữ người", "caption", "text2"), 0, 0)
        self._add_row(grid, 0, Choice(KEEP, "Giữ", comparison.names, comparison.kept, same=False))
        for side, detail in enumerate(comparison.details):
            line = QHBoxLayout()
            grid.addLayout(line, 1, side + 1)
            line.addSpacing(INDENT)
            line.addWidget(
                label(detail, "caption", "text2", wrap=True), 1, Qt.AlignmentFlag.AlignTop
            )
        grid.addWidget(rule(), 2, 0, 1, 3)
        shown = [one for one in comparison.choices if any(one.values)]
        for at, choice in enumerate(sorted(shown, key=lambda one: one.same), start=3):
            grid.addWidget(label(choice.label, "caption", "text2", wrap=True), at, 0)
            if choice.same:
                value = label(choice.values[0], "small", "text2", wrap=True)
                value.setContentsMargins(INDENT, 0, 0, 0)
                grid.addWidget(value, at, 1, 1, 2)
            else:
                self._add_row(grid, at, choice)

    def _add_row(self, grid: QGridLayout, at: int, choice: Choice) -> None:
        assert self.comparison is not None
        group = QButtonGroup(self)
        names = self.comparison.names
        pair = tuple(
            SideButton(choice.label, value, name)
            for value, name in zip(choice.values, names, strict=True)
        )
        for side, part in enumerate(pair):
            part.installEventFilter(self)
            part.setChecked(side == choice.proposed)
            group.addButton(part, side)
            grid.addWidget(part, at, side + 1)
        group.idToggled.connect(self._chosen)
        self._groups.append(group)
        first, second = pair
        self.rows[choice.name] = (first, second)

    # -- what is chosen

    def kept(self) -> int:
        """Which person stays."""
        return _side(self.rows[KEEP])

    def choices(self) -> dict[str, int]:
        """Whose value of every field that differs stays."""
        return {name: _side(pair) for name, pair in self.rows.items() if name != KEEP}

    def _chosen(self, _side: int, on: bool) -> None:
        if on:
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        while (item := self._told.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        if self.comparison is not None and KEEP in self.rows:
            for sentence in self.comparison.told[self.kept()]:
                self._told.addWidget(banner(("orange", "alert-outline"), sentence))

    # -- keys

    def begin(self) -> None:
        """Put the focus on the first choice."""
        if self.rows:
            self.rows[KEEP][self.kept()].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows are taken before the button, which would leave its row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            names = list(self.rows)
            at = next((at for at, name in enumerate(names) if watched in self.rows[name]), -1)
            if at >= 0 and key in SIDES:
                self._go(names[at], SIDES[key])
                return True
            if at >= 0 and key in STEPS:
                name = names[(at + STEPS[key]) % len(names)]
                self._go(name, _side(self.rows[name]))
                return True
        return super().eventFilter(watched, event)

    def _go(self, name: str, side: int) -> None:
        part = self.rows[name][side]
        part.setChecked(True)
        self._one_stop(name)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(part)

    def _one_stop(self, name: str) -> None:
        for other, pair in self.rows.items():
            for side, part in enumerate(pair):
                stop = other == name and side == _side(pair)
                policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
                part.setFocusPolicy(policy)


def _side(pair: tuple[SideButton, SideButton]) -> int:
    return int(pair[1].isChecked())


def _set_stretches(grid: QGridLayout) -> None:
    for at, stretch in enumerate((3, 5, 5)):
        grid.setColumnStretch(at, stretch)


def _add_hanging(column: QVBoxLayout, comparison: Comparison) -> None:
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setHorizontalSpacing(16)
    _set_stretches(grid)
    heading = label("Kèm theo", "caption", "text2")
    heading.setAlignment(Qt.AlignmentFlag.AlignTop)
    grid.addWidget(heading, 0, 0)
    for side, lines in enumerate(comparison.hanging, start=1):
        words = label("\n".join(lines) or "Chưa có gì.", "small", "text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setContentsMargins(INDENT, 0, 0, 0)
        grid.addWidget(words, 0, side)
