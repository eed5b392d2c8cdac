"""Makes the first register: one question a page, and the recovery sheet before anything else."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.clock import today
from ui.entrance import office_page, sheet_page, user_page
from ui.entrance.office_page import OfficePage
from ui.entrance.sheet_page import SheetPage
from ui.entrance.user_page import UserPage
from ui.widgets.banner import banner
from ui.widgets.buttons import button
from ui.widgets.scroll import UprightArea
from ui.widgets.steps import Step, StepList
from ui.widgets.text import label, restyle, surface

STEPS = (
    Step("Đơn vị", "Tỉnh, xã"),
    Step("Người dùng", "Tên và mật khẩu"),
    Step("Phiếu khôi phục", "Chép tay và cất giữ"),
)
WORDS = (
    (office_page.TITLE, office_page.HINT),
    (user_page.TITLE, user_page.HINT),
    (sheet_page.TITLE, sheet_page.HINT),
)
OFFICE, USER, SHEET = range(3)
GROUPS = 15
NO_OFFICE = "Chọn tỉnh, rồi chọn xã, phường trong danh sách."


def any_group() -> int:
    """The group a person is asked for, from 1; another each time."""
    return 1 + secrets.randbelow(GROUPS)


class FirstRun(QWidget):
    """Office, user, sheet, in this order.

    Signals: `wanted` province, commune, user and password of the
    register to be made; `done` when the sheet is proven.
    """

    wanted = Signal(str, str, str, str)
    done = Signal()

    def __init__(self, ask_for: Callable[[], int] = any_group) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ask_for = ask_for
        self.steps = StepList(STEPS)  # stands in the dark side of the window
        self.office, self.user = OfficePage(), UserPage()
        self.sheet: SheetPage | None = None
        self.pages = QStackedWidget()
        self._trouble: QWidget | None = None
        self.back_button = button("Quay lại", done=self.back)
        self.next_button = button("Tiếp tục", "primary", done=self.go_on)
        for part in (self.back_button, self.next_button):
            restyle(part, h="big")
            part.setAutoDefault(True)  # so that Enter presses it, too
        self._place_words = label("", "small", "text2")
        self._build()
        self.office.finished.connect(self.go_on)
        self.user.finished.connect(self.go_on)
        self._show(OFFICE)

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("body")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(40, 32, 40, 16)
        self._column.setSpacing(4)
        self._title, self._hint = label("", "title", wrap=True), label("", "small", "text2")
        self._hint.setWordWrap(True)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addSpacing(16)
        self._column.addWidget(self.pages, 1)
        self.pages.addWidget(self.office)
        self.pages.addWidget(self.user)
        area = UprightArea()
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = surface("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(40, 16, 40, 16)
        row.setSpacing(10)
        row.addWidget(self._place_words)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return foot

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self.pages.currentIndex()

    def _show(self, step: int) -> None:
        self.say_trouble("")
        self.pages.setCurrentIndex(step)
        title, hint = WORDS[step]
        self._title.setText(title)
        self._hint.setText(hint)
        self._place_words.setText(f"Bước {step + 1} trong {len(STEPS)}")
        self.back_button.setVisible(step == USER)
        self.next_button.setText("Bắt đầu dùng" if step == SHEET else "Tiếp tục")
        page = self.pages.widget(step)
        if page is not None:
            self.setFocusProxy(page)
            page.setFocus()
        self.steps.go_to(step)

    def back(self) -> None:
        """To the question before; what was answered stays."""
        self._show(self.step - 1)

    def go_on(self) -> None:
        """To the next question, if this one is answered."""
        if not self.next_button.isEnabled():
            return
        if self.step == OFFICE:
            if self.office.commune is None:
                self.say_trouble(NO_OFFICE)
            else:
                self._show(USER)
        elif self.step == USER:
            if self.user.check():
                self._set_busy(busy=True)
                self.wanted.emit(*self.office.place(), *self.user.answers())
        elif self.sheet is not None and self.sheet.check():
            self.done.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self.next_button.setText("Đang lập sổ…" if busy else "Tiếp tục")
        for part in (self.next_button, self.back_button, self.pages):
            part.setEnabled(not busy)

    def show_sheet(self, key: str, office: str) -> None:
        """The register is made: its recovery key, shown this once."""
        self._set_busy(busy=False)
        name, _password = self.user.answers()
        about = (office, f"Lập ngày {today():%d/%m/%Y} · người lập {name}")
        self.sheet = SheetPage(key, about, self._ask_for())
        self.sheet.proven.connect(self.next_button.setFocus)
        self.pages.addWidget(self.sheet)
        self._show(SHEET)

    def refuse(self, words: str) -> None:
        """The register could not be made; everything typed stays."""
        self._set_busy(busy=False)
        self.say_trouble(words)

    def say_trouble(self, words: str) -> None:
        """A sentence above the question; no words take it away."""
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
        if words:
            self._trouble = banner(("red", "alert-circle"), words)
            self._column.insertWidget(3, self._trouble)

    def trouble(self) -> str:
        """The sentence above the question, empty without one."""
        return self._trouble.accessibleName() if self._trouble is not None else ""
