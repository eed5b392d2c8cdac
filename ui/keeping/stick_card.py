"""The card of the stick: which one is plugged in, and the backup that is made on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.keeping.steps import BackupSteps
from ui.keeping.words import NO_STICK, gigabytes
from ui.looks import Look
from ui.source.backups import Plugged
from ui.widgets.avatar import IconTile
from ui.widgets.banner import banner
from ui.widgets.buttons import button, menu_button
from ui.widgets.chip import StatusChip
from ui.widgets.progress import time_left
from ui.widgets.text import label, rule

TITLES = ("Gom dữ liệu", "Mã hóa và ghi ra USB", "Đọc lại từ USB và kiểm tra", "Xong, được rút USB")
BEWARE = "Đừng rút USB. Phần mềm đang so từng phần với dữ liệu trên máy."
OURS, NEW = Look("green", "check-circle"), Look("blue", "plus")
USB = "usb-flash-drive-outline"


class StickCard(QFrame):
    """Shows one stick and the steps of a backup to it.

    Signals: `wanted` a backup, `stopped`, `changed` the stick, `elsewhere` a folder, `ejected`.
    """

    wanted = Signal()
    stopped = Signal()
    changed = Signal(object)
    elsewhere = Signal()
    ejected = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._clock = clock
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(12)
        self.sticks: Sequence[Plugged] = ()
        self.chosen: Plugged | None = None
        self.steps: BackupSteps | None = None
        self.start_button, self.stop_button = QPushButton(), QPushButton()
        self._inside: QWidget | None = None
        self._outcome: tuple[tuple[str, str], str, bool] | None = None
        self._began = self._step_began = 0.0
        self._words, self._left = label(""), label("")
        self.show_sticks(())

    # -- what is plugged in

    def show_sticks(self, sticks: Sequence[Plugged], chosen: Path | None = None) -> None:
        """Show what is plugged in, and one of it."""
        self.sticks = sticks
        fit = [one for one in sticks if one.root == chosen]
        usable = [one for one in sticks if not one.refusal]
        before, self.chosen = self.chosen, next(iter(fit or usable or sticks), None)
        if before and self.chosen and before.root != self.chosen.root:
            self._outcome = None
        if self.steps is None:
            self._show(self._idle())

    def _nothing(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(14)
        row.addWidget(IconTile(USB, "grey", 46, 24))
        row.addWidget(label(NO_STICK, "body", wrap=True), 1)
        row.addWidget(button("Thư mục khác…", done=self.elsewhere.emit))
        return box

    def _found(self, stick: Plugged) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(12)
        column.addWidget(self._head(stick))
        if stick.refusal:
            column.addWidget(banner(("orange", "alert-circle-outline"), stick.refusal))
            return box
        column.addWidget(rule())
        row = QHBoxLayout()
        column.addLayout(row)
        words = "Sổ được mã hóa, ghi ra USB, rồi đọc lại để chắc là đúng. Vẫn nhập sổ bình thường."
        row.addWidget(label(words, "small", "text2", wrap=True), 1)
        self.start_button = button("Sao lưu ngay", "primary", USB, self.wanted.emit)
        row.addWidget(self.start_button)
        return box

    def _head(self, stick: Plugged) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(IconTile(USB, "orange" if stick.refusal else "green", 46, 24))
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(4)
        line = QHBoxLayout()
        words.addLayout(line)
        line.setSpacing(8)
        line.addWidget(label(stick.name, "heading"))
        line.addWidget(label(stick.where, "small", "text2"))
        if not stick.refusal:
            chip = ("USB của đơn vị", OURS) if stick.known else ("USB mới", NEW)
            line.addWidget(StatusChip(*chip))
        line.addStretch(1)
        room = QHBoxLayout()
        words.addLayout(room)
        room.setSpacing(10)
        room.addWidget(_used(stick))
        free = f"còn {gigabytes(stick.free)} trên {gigabytes(stick.size)}"
        room.addWidget(label(free, "small", "text2"), 1)
        row.addWidget(self._others())
        return box

    def _others(self) -> QWidget:
        menu = QMenu(self)
        for one in self.sticks:
            entry = menu.addAction(f"{one.name} ({one.where})")
            entry.triggered.connect(lambda _on, root=one.root: self.changed.emit(root))
        menu.addSeparator()
        menu.addAction("Thư mục khác…").triggered.connect(lambda _on: self.elsewhere.emit())
        other = menu_button("Đổi USB", menu)
        other.setEnabled(self.steps is None)
        return other

    # -- a backup on its way

    def begin(self, stick: str, records: int) -> None:
        """Show the steps, the first one beginning."""
        self.steps, self._outcome = BackupSteps(TITLES), None
        self.steps.lines[0].detail = f"{records:,} bản ghi".replace(",", ".")
        self.steps.lines[1].detail = stick
        self.steps.lines[2].detail = BEWARE
        self._began = self._step_began = self._clock()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(10)
        if self.chosen:
            column.addWidget(self._head(self.chosen))
            column.addWidget(rule())
        line = QHBoxLayout()
        column.addLayout(line)
        line.addWidget(label("Đang sao lưu", "strong"))
        self._words, self._left = label("", "small", "text2"), label("", "small", "text2")
        line.addWidget(self._words)
        line.addStretch(1)
        line.addWidget(self._left)
        column.addWidget(self.steps)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addStretch(1)
        self.stop_button = button("Dừng sao lưu", "", "stop-circle-outline", self.stopped.emit)
        foot.addWidget(self.stop_button)
        self._show(box)
        self.stop_button.setFocus()
        self.progress(0, 0, 1)

    def progress(self, at: int, done: int, total: int) -> None:
        """A step is done as far as this."""
        steps = self.steps
        if steps is None:
            return
        if at != steps.at:
            steps.lines[steps.at].right = f"{max(1, round(self._clock() - self._step_began))} giây"
            self._step_began = self._clock()
        steps.show_step(at, done / total if total else 0)
        self._words.setText(f"Bước {at + 1}/{len(TITLES)}")
        left = time_left(done, total, self._clock() - self._step_began)
        self._left.setText(left.replace("còn", "Còn khoảng"))

    def end(self, look: tuple[str, str], words: str, *, eject: bool = False) -> None:
        """The backup has ended: how, in words, under the stick until another one is shown."""
        self.steps = None
        self._outcome = (look, words, eject)
        self._show(self._idle())

    def _idle(self) -> QWidget:
        """The stick that is shown, or none, and how the last backup to it ended."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._found(self.chosen) if self.chosen else self._nothing())
        if self._outcome is not None:
            look, words, eject = self._outcome
            act = "Ngắt USB an toàn" if eject else ""
            column.addWidget(banner(look, words, "", act, self.ejected.emit))
        return box

    def _show(self, inside: QWidget) -> None:
        """Put something in the card in place of what is there; the focus stays in the card."""
        here = QApplication.focusWidget()
        had_focus = here is not None and self.isAncestorOf(here)
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._column.addWidget(inside)
        if had_focus:
            (self.stop_button if self.steps else self.start_button).setFocus()


def _used(stick: Plugged) -> QProgressBar:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setFixedWidth(150)
    bar.setRange(0, 1000)
    bar.setValue(1000 - round(1000 * stick.free / max(1, stick.size)))
    return bar
