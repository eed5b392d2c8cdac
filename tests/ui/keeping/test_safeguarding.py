"""Beside the copies, by keyboard: the recovery sheet again, a package, what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import isValid

from models.errors import AccessError, Cancelled, WorldError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keeping.fake_backups import FIRST, FakeBackups
from tests.ui.keys import press, type_text
from tests.ui.paper.drawn import FilePrinters, blank, pixels, words_pdf
from tests.ui.readings import HandRunner
from tests.ui.windows import shell_over
from ui.ask import Answers
from ui.entrance.sheet_printing import NO_PRINTER
from ui.keeping.backups import Backups
from ui.keeping.package_sheet import PackageSheet
from ui.keeping.page import BackupPage
from ui.keeping.safeguarding import CHANGE, Safeguarding
from ui.keeping.sheet_again import AskPassword, SheetAgain
from ui.shell import Shell
from ui.source.backups import Progress
from ui.source.safekeeping import Aside, Safeguards
from ui.tasks import InlineRunner

Key = Qt.Key
KEY = "2DFV-NX50-X7Y8-VWYT-4HPZ-REM7-GPZZ-KPDT-BG0N-BGXN-K90E-9Z8R-56H9-ENXK-QSWE"
OLD = (Aside("before-1", "20/11/2026 09:15, trước khi phục hồi, 18 MB"), Aside("before-2", "khác"))
LONG = "bà con ấp sóc đồn"


class FakeSafekeeping:
    """Remembers what was asked; ``failing`` is raised by the next act."""

    def __init__(self) -> None:
        self.now = Safeguards("Lập lại ngày 03/07/2026.", OLD, "36 MB")
        self.failing: Exception | None = None
        self.asked: list[str] = []

    def _do(self, words: str) -> None:
        if self.failing is not None:
            failing, self.failing = self.failing, None
            raise failing
        self.asked.append(words)

    def safeguards(self) -> Safeguards:
        return self.now

    def about_sheet(self) -> tuple[str, str]:
        return "Công an xã Hưng Hội", "Lập ngày 20/11/2026"

    def show_sheet(self, password: str) -> str:
        self._do(f"show {password}")
        return KEY

    def new_sheet(self, password: str) -> str:
        self._do(f"new {password}")
        return KEY

    def changing(self, password: str, key: str) -> Callable[[Progress], None]:
        return lambda _tell: self._do(f"change {password} {key[:4]}")

    def draw_sheet(self, key: str) -> bytes:
        return words_pdf(key[:4])

    def sheet_proven(self) -> str:
        self._do("proven")
        return "Đã lập lại phiếu khôi phục."

    def package(self, path: Path, password: str, tell: Progress) -> str:
        tell(1, 2, "Người")
        self._do(f"package {path.name} {password}")
        return "Đã lưu 4316 bản ghi."

    def clear(self, name: str) -> str:
        self._do(f"clear {name}")
        self.now = Safeguards(aside=OLD[1:], size="18 MB")
        return "Đã xóa hẳn sổ cũ."


class Place:
    """The page of backups with its safeguards, over a window."""

    def __init__(self, shell: Shell, answers: Answers, printers: FilePrinters) -> None:
        self.shell, self.answers, self.printers = shell, answers, printers
        self.source = FakeSafekeeping()
        self.backups = Backups(shell, FakeBackups(FIRST), InlineRunner())
        self.work = Safeguarding(shell, self.backups, self.source, printers, lambda: 3)
        self.backups.begin()
        press(Key.Key_6, Qt.KeyboardModifier.AltModifier)

    @property
    def page(self) -> BackupPage:
        assert self.backups.page is not None
        return self.backups.page

    def sheet(self) -> SheetAgain:
        """Go through the password to the sheet."""
        self.work.sheet_button.click()
        asking = self.work.over
        assert isinstance(asking, AskPassword)
        type_text(asking.password, "mật khẩu")
        press(Key.Key_Return)
        assert isinstance(self.work.over, SheetAgain)
        return self.work.over


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def place(qtbot: QtBot, answers: Answers, tmp_path: Path) -> Iterator[Place]:
    for shell in shell_over(qtbot, FakeDesk(), answers):
        made = Place(shell, answers, FilePrinters(tmp_path, "Canon LBP 2900"))
        yield made
        made.backups.close()


def test_the_sheet_is_printed_and_proven_from_paper(place: Place) -> None:
    over = place.sheet()
    over.sheet.print_button.click()
    (printed,) = place.printers.printed
    assert [blank(page) for page in pixels(printed, 60)] == [False]
    assert "Đã gửi 1 trang tới Canon LBP 2900" in over.sheet.told()
    assert over.sheet.typed.hasFocus()
    over.done_button.click()
    assert over.sheet.typed_box.said() == "Chưa gõ đủ 4 ký tự của nhóm số 3."
    type_text(over.sheet.typed, "x7y8")
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert over.done_button.hasFocus()
    press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert place.source.asked == ["show mật khẩu", "proven"]
    assert place.shell.pages.currentWidget() is place.page
    assert place.shell.notifier.said == ["Đã lập lại phiếu khôi phục."]


def test_a_sheet_that_comes_after_one_went_away_is_not_shown(place: Place) -> None:
    late = HandRunner()
    place.work._runner = late
    place.work.sheet_button.click()
    for fails in (False, True):
        asking = place.work.over
        assert isinstance(asking, AskPassword)
        type_text(asking.password, "mật khẩu")
        press(Key.Key_Return)
        press(Key.Key_Escape)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(asking)
        place.source.failing = AccessError("Sai mật khẩu.") if fails else None
        late.step()
        assert place.shell.pages.currentWidget() is place.page
        place.work.make_sheet()
    assert place.shell.notifier.said == ["Sai mật khẩu."]


def test_a_new_code_counts_once_the_sheet_is_proven_and_it_is_confirmed(
    place: Place, answers: Answers
) -> None:
    confirmed: list[Callable[[Progress], None]] = []
    place.work.confirmed.connect(confirmed.append)
    place.work.sheet_button.click()
    asking = place.work.over
    assert isinstance(asking, AskPassword)
    type_text(asking.password, "mật khẩu")
    while not asking.code.buttons[0].hasFocus():
        press(Key.Key_Tab)
    press(Key.Key_Down)
    assert asking.wants_other
    press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    over = place.work.over
    assert isinstance(over, SheetAgain)
    over.done_button.click()
    assert answers.asked == []
    type_text(over.sheet.typed, "x7y8")
    press(Key.Key_Return)
    press(Key.Key_Space)
    answers._answers.extend([False, True])
    press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (answers.asked, confirmed) == ([CHANGE.title], [])
    press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (change,) = confirmed
    assert place.source.asked == ["new mật khẩu"]
    change(lambda *_all: None)
    assert place.source.asked == ["new mật khẩu", "change mật khẩu 2DFV"]


def test_a_wrong_password_shows_no_key(place: Place) -> None:
    place.source.failing = AccessError("Mật khẩu chưa đúng.")
    place.work.sheet_button.click()
    asking = place.work.over
    assert isinstance(asking, AskPassword)
    press(Key.Key_Return)
    assert asking.box.said() == "Chưa nhập mật khẩu."
    type_text(asking.password, "sai")
    press(Key.Key_Return)
    assert asking.box.said() == "Mật khẩu chưa đúng."
    assert place.work.over is asking
    press(Key.Key_Escape)
    assert place.shell.pages.currentWidget() is place.page
    assert place.source.asked == []


def test_without_a_printer_the_sheet_is_copied_by_hand(qtbot: QtBot, tmp_path: Path) -> None:
    for shell in shell_over(qtbot, FakeDesk(), Answers()):
        place = Place(shell, Answers(), FilePrinters(tmp_path))
        over = place.sheet()
        over.sheet.print_button.click()
        assert over.sheet.told() == NO_PRINTER
        place.backups.close()


def test_a_printer_that_is_off_is_told_and_tried_again(place: Place) -> None:
    over = place.sheet()
    place.printers.broken.add("Canon LBP 2900")
    over.sheet.print_button.click()
    assert "máy in Canon LBP 2900 chưa bật" in over.sheet.told()
    place.printers.broken.clear()
    over.sheet.print_button.click()
    assert len(place.printers.printed) == 1


def test_a_package_needs_a_long_password_and_a_place(place: Place, tmp_path: Path) -> None:
    place.work.package_button.click()
    sheet = place.work.over
    assert isinstance(sheet, PackageSheet)
    type_text(sheet.passwords.password, "mười ký tự")
    press(Key.Key_Return)
    type_text(sheet.passwords.again, "mười ký tự")
    press(Key.Key_Return)
    assert sheet.passwords.password_box.said() == "Mật khẩu của gói cần từ 12 ký tự, đang có 10."
    for field in (sheet.passwords.password, sheet.passwords.again):
        field.clear()
        type_text(field, LONG)
    sheet.passwords.again.setFocus()
    place.answers._answers.extend([None, tmp_path / "gói"])
    press(Key.Key_Return)
    assert place.source.asked == []
    press(Key.Key_Return)
    assert place.source.asked == [f"package gói.xlsx {LONG}"]
    assert place.shell.notifier.said == ["Đã lưu 4316 bản ghi."]
    assert place.shell.pages.currentWidget() is place.page


@pytest.mark.parametrize(
    ("failing", "told"),
    [
        (Cancelled(), "Đã dừng. Chưa có gói nào."),
        (WorldError("Ổ đĩa đã đầy."), "Ổ đĩa đã đầy."),
    ],
)
def test_a_package_that_was_not_written_keeps_the_password(
    place: Place, tmp_path: Path, failing: Exception, told: str
) -> None:
    place.work.package_button.click()
    sheet = place.work.over
    assert isinstance(sheet, PackageSheet)
    for field in (sheet.passwords.password, sheet.passwords.again):
        field.setText(LONG)
    place.source.failing = failing
    place.answers._answers.append(tmp_path / "goi.xlsx")
    sheet.try_it()
    assert sheet.trouble.said() == told
    assert sheet.passwords.text() == LONG
    assert sheet.act_button.isEnabled()


@pytest.mark.parametrize("agrees", [True, False])
def test_what_was_set_aside_is_shown_and_erased_one_by_one(place: Place, agrees: bool) -> None:
    menu = place.work.aside_button.menu()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == [one.words for one in OLD]
    place.answers._answers.append(agrees)
    menu.actions()[0].trigger()
    assert place.source.asked == (["clear before-1"] if agrees else [])
    left = place.work.aside_button.menu()
    assert isinstance(left, QMenu)
    assert len(left.actions()) == (1 if agrees else 2)
