"""Restores a register before any is open: a copy is chosen, opened, and put into the machine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.entrance import copy_keys
from ui.entrance.asking import AskingPage
from ui.entrance.copy_keys import CopyKeys
from ui.keeping.copy_choice import CopyChoice
from ui.keeping.words import NO_STICK
from ui.source.backups import CopyFacts
from ui.widgets.buttons import button
from ui.widgets.steps import Step, StepList
from ui.widgets.text import label

STEPS = (
    Step("Chọn bản", "Trên USB hoặc thư mục"),
    Step("Mở bản sao lưu", "Mật khẩu hoặc phiếu"),
    Step("Phục hồi", "Kiểm tra, chép vào máy"),
)
CHOOSE, OPEN, WORK = range(3)
WORDS = (
    ("Phục hồi từ bản sao lưu", "Chọn bản cần lấy lại. Chưa có gì trên máy bị thay đổi."),
    (copy_keys.TITLE, copy_keys.HINT),
    ("Đang phục hồi", "Đừng tắt máy và đừng rút USB. Sổ cũ trên máy, nếu có, được giữ lại."),
)
LOOKING = "Đang tìm bản sao lưu…"
NONE = "Chưa thấy bản sao lưu nào."


class RestoreRun(AskingPage):
    """Shows what is found and what is asked; what is done with it is `ui.entrance.restoring`.

    Signals: `left`, `searched` the sticks again, `elsewhere` in a folder, `tried` to open the
    chosen copy, `stopped` what runs.
    """

    left = Signal()
    searched = Signal()
    elsewhere = Signal()
    tried = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepList(STEPS)
        self.choice: CopyChoice | None = None
        self.keys = CopyKeys()
        self._found = QVBoxLayout()
        self._doing, self._bar = label("", "small", "text2", wrap=True), QProgressBar()
        self._none = label("", "small", "text2", wrap=True)
        self.search_button = button("Tìm lại trên USB", "", "usb-flash-drive-outline")
        self.folder_button = button("Chọn thư mục…", done=self.elsewhere.emit)
        self.search_button.clicked.connect(lambda _on: self.searched.emit())
        for page in (self._choosing(), self.keys, self._working()):
            self.pages.addWidget(page)
        self.keys.finished.connect(self.go_on)
        self._show(CHOOSE)

    def _choosing(self) -> QWidget:
        page = _plain()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.search_button)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        column.addWidget(self._none)
        column.addLayout(self._found)
        column.addStretch(1)
        page.setFocusProxy(self.search_button)
        return page

    def _working(self) -> QWidget:
        page = _plain()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._doing)
        self._bar.setTextVisible(False)
        column.addWidget(self._bar)
        column.addStretch(1)
        return page

    def _show(self, step: int) -> None:
        self.ask(step, WORDS[step], f"Bước {step + 1} trong {len(STEPS)}")
        self.steps.go_to(step)
        self.back_button.setText("Dừng" if step == WORK else "Quay lại")
        self.next_button.setVisible(step != WORK)
        usable = self.choice is not None and not self.choice.chosen.problem
        self.next_button.setEnabled(step != CHOOSE or usable)

    @property
    def chosen(self) -> CopyFacts:
        """The copy that is marked."""
        assert self.choice is not None
        return self.choice.chosen

    def show_looking(self) -> None:
        """Say that copies are being looked for."""
        self._take_choice(None)
        self._none.setText(LOOKING)

    def show_copies(self, copies: Sequence[CopyFacts]) -> None:
        """Show what was found, the newest marked."""
        self._take_choice(CopyChoice(copies) if copies else None)
        self._none.setText("" if copies else f"{NONE} {NO_STICK}")
        if self.choice is not None:
            self.choice.changed.connect(self._choice_changed)
            self._choice_changed()
            self.choice.setFocus()

    def _take_choice(self, choice: CopyChoice | None) -> None:
        if self.choice is not None:
            self._found.removeWidget(self.choice)
            self.choice.hide()
            self.choice.deleteLater()
        self.choice = choice
        self._none.setVisible(choice is None)
        self.next_button.setEnabled(False)
        if choice is not None:
            self._found.addWidget(choice)

    def _choice_changed(self) -> None:
        if self.step == CHOOSE:
            self.next_button.setEnabled(not self.chosen.problem)

    def back(self) -> None:
        """To the question before; out of the first one; the work is stopped."""
        if self.step == WORK:
            self.stopped.emit()
        elif self.step == OPEN:
            self._show(CHOOSE)
        else:
            self.left.emit()

    def go_on(self) -> None:
        """To the next question, if this one is answered."""
        if not self.next_button.isEnabled():
            return
        if self.step == CHOOSE:
            self.keys.show_people(self.chosen.people)
            self._show(OPEN)
        elif self.step == OPEN and self.keys.check():
            self._set_busy(busy=True)
            self.tried.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self.next_button.setText("Đang mở…" if busy else "Tiếp tục")
        for part in (self.next_button, self.back_button, self.keys):
            part.setEnabled(not busy)

    def begin_work(self) -> None:
        """The copy is open and is put into the machine now."""
        self._set_busy(busy=False)
        self._show(WORK)
        self._bar.setRange(0, 0)

    def progress(self, done: int, total: int, words: str) -> None:
        """How far the work is."""
        self._doing.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def refuse(self, words: str) -> None:
        """It was not opened or not restored; everything typed stays."""
        self._set_busy(busy=False)
        if self.step == WORK:
            self._show(OPEN)
            self.say_trouble(words)
        elif self.step == OPEN:
            self.keys.refuse(words)
        else:
            self._none.setText(words)

    def go_back_to_keys(self) -> None:
        """The person thought better of it."""
        self._set_busy(busy=False)


def _plain() -> QWidget:
    page = QWidget()
    page.setProperty("k", "surface")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page
