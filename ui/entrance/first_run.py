"""Makes the first register: one question a page, and the recovery sheet before anything else."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from models.clock import today
from ui.entrance import begin_page, office_page, sheet_page, user_page
from ui.entrance.asking import AskingPage
from ui.entrance.begin_page import BeginPage
from ui.entrance.office_page import OfficePage
from ui.entrance.sheet_page import SheetPage
from ui.entrance.user_page import UserPage
from ui.widgets.steps import Step, StepList

STEPS = (
    Step("Đơn vị", "Tỉnh, xã"),
    Step("Người dùng", "Tên và mật khẩu"),
    Step("Phiếu khôi phục", "In và cất giữ"),
    Step("Bắt đầu", "Nhập sổ cũ hoặc sổ trống"),
)
WORDS = (
    (office_page.TITLE, office_page.HINT),
    (user_page.TITLE, user_page.HINT),
    (sheet_page.TITLE, sheet_page.HINT),
    (begin_page.TITLE, begin_page.HINT),
)
OFFICE, USER, SHEET, BEGIN = range(4)
GROUPS = 15
LOOKING = "Đang lập sổ xem thử, chờ nửa phút…"
NO_OFFICE = "Chọn tỉnh, rồi chọn xã, phường trong danh sách."


def any_group() -> int:
    """The group a person is asked for, from 1; another each time."""
    return 1 + secrets.randbelow(GROUPS)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the register is to be made of; the names of places as they stand in the catalogue."""

    province: str
    commune: str
    user: str
    password: str = field(repr=False)
    area_kind: str = ""
    place: str = ""
    rank: str = ""
    post: str = ""


class FirstRun(AskingPage):
    """Office, user, sheet, and what to begin with, in this order.

    Signals: `wanted` with the `Answers` the register is to be made of; `done` when the sheet is
    proven, with whether old workbooks come first; `restoring` and `looking` instead of all that;
    `stopped` when the register to look around in is not waited for.
    """

    wanted = Signal(object)
    done = Signal(bool)
    restoring = Signal()
    looking = Signal()
    stopped = Signal()

    def __init__(self, ask_for: Callable[[], int] = any_group) -> None:
        super().__init__()
        self._ask_for = ask_for
        self._looks = False
        self.steps = StepList(STEPS)  # stands in the dark side of the window
        self.office, self.user = OfficePage(), UserPage()
        self.sheet: SheetPage | None = None
        self.begin: BeginPage | None = None
        self.pages.addWidget(self.office)
        self.pages.addWidget(self.user)
        self.office.finished.connect(self.go_on)
        self.office.restoring.connect(self.restoring)
        self.office.looking.connect(self.looking)
        self.user.finished.connect(self.go_on)
        self._show(OFFICE)

    def _show(self, step: int) -> None:
        self.ask(step, WORDS[step], f"Bước {step + 1} trong {len(STEPS)}")
        self.back_button.setVisible(step in (USER, BEGIN))
        self.next_button.setText("Bắt đầu dùng" if step == BEGIN else "Tiếp tục")
        self.steps.go_to(step)

    def back(self) -> None:
        """To the question before; what was answered stays. What is being made is stopped."""
        if self._looks:
            self.back_button.setEnabled(False)
            self.back_button.setText("Đang dừng…")
            self.stopped.emit()
        else:
            self._show(self.step - 1)

    def go_on(self) -> None:
        """To the next question, if this one is answered."""
        if self.next_button.isEnabled():
            (self._leave_office, self._leave_user, self._leave_sheet, self._begin)[self.step]()

    def _leave_office(self) -> None:
        if self.office.commune is None:
            self.say_trouble(NO_OFFICE)
        elif self.office.check():
            self._show(USER)

    def _leave_user(self) -> None:
        if self.user.check():
            self._set_busy(busy=True)
            self.wanted.emit(self._answers())

    def _leave_sheet(self) -> None:
        if self.sheet is not None and self.sheet.check():
            self._show(BEGIN)

    def _begin(self) -> None:
        if self.begin is not None:
            self._set_busy(busy=True)
            self.done.emit(self.begin.brings_old())

    def _answers(self) -> Answers:
        kind, place = self.office.words()
        rank_post = self.user.rank_post.answers()
        return Answers(*self.office.place(), *self.user.answers(), kind, place, *rank_post)

    def _set_busy(self, *, busy: bool) -> None:
        doing = "Đang mở sổ…" if self.step == BEGIN else "Đang lập sổ…"
        usual = "Bắt đầu dùng" if self.step == BEGIN else "Tiếp tục"
        self.next_button.setText(doing if busy else usual)
        for part in (self.next_button, self.back_button, self.pages):
            part.setEnabled(not busy)

    def show_sheet(self, key: str, office: str) -> None:
        """The register is made: its recovery key, to be printed and read back from paper."""
        self._set_busy(busy=False)
        name, _password = self.user.answers()
        about = (office, f"Lập ngày {today():%d/%m/%Y} · người lập {name}")
        self.sheet, self.begin = SheetPage(key, about, self._ask_for()), BeginPage()
        self.sheet.proven.connect(self.next_button.setFocus)
        self.begin.finished.connect(self.go_on)
        self.pages.addWidget(self.sheet)
        self.pages.addWidget(self.begin)
        self._show(SHEET)

    def set_looking(self, *, on: bool) -> None:
        """While a register to look around in is being made."""
        self._looks = on
        self.office.look_button.setText(LOOKING if on else self.office.LOOK)
        for part in (self.next_button, self.pages):
            part.setEnabled(not on)
        self.back_button.setText("Dừng" if on else "Quay lại")
        self.back_button.setEnabled(True)
        self.back_button.setVisible(on or self.step in (USER, BEGIN))
        (self.back_button if on else self.office.look_button).setFocus()

    def refuse(self, words: str) -> None:
        """The register could not be made; everything typed stays."""
        self._set_busy(busy=False)
        self.say_trouble(words)
