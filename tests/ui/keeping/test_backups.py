"""Backups in the window, by keyboard: sticks come and go, copies are made, stopped and restored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from models.errors import Cancelled, World, WorldError
from tests.ui.keeping.fake_backups import COPIES, FIRST, FULL, FakeBackups
from tests.ui.keys import CONTROL, press
from ui.ask import Answers
from ui.keeping.backups import Backups
from ui.keeping.page import BackupPage
from ui.keeping.restore_page import RestorePage
from ui.keeping.words import DONE, NO_STICK, PLACE, PULLED, STOPPED, WORKING
from ui.shell import Shell
from ui.source.backups import Progress, Standing
from ui.widgets.chip import StatusChip

Key = Qt.Key
OTHER = replace(FIRST, root=Path("/F"), name="KINGSTON", where="ổ F:", known=False)
FOREIGN = replace(
    FIRST, root=Path("/G"), refusal="USB SAOLUU-01 là của Công an xã Vĩnh Trạch. Cắm USB khác."
)


def words(page: BackupPage | RestorePage) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_the_page_says_how_safe_the_register_is(page: BackupPage, shell: Shell) -> None:
    assert shell.pages.currentWidget() is page
    shown = words(page)
    for text in ("3 ngày", "SAOLUU-01", "còn 12,4 GB trên 16,0 GB", "Chưa cắm 10 ngày"):
        assert text in shown
    assert shown.count("SAOLUU-01") >= 4
    assert shell.bar.items[PLACE].badge == 0


def test_a_backup_is_made_by_one_key(page: BackupPage, source: FakeBackups, shell: Shell) -> None:
    seen: list[str] = []

    def look(_tell: Progress) -> None:
        steps = page.stick.steps
        assert steps is not None
        seen.append(steps.lines[0].detail)
        seen.append(shell.keys.said())

    source.during = look
    press(Key.Key_Return, CONTROL)
    assert "back up /E" in source.asked
    assert seen == ["4.316 bản ghi", WORKING]
    assert DONE in words(page)
    assert shell.notifier.said == [f"{DONE} HungHoi-2026-11-20-0915.stpbak"]
    assert page.stick.steps is None
    assert source.asked[-1].startswith("standing")


def test_how_it_ended_stays_while_the_stick_does(page: BackupPage, source: FakeBackups) -> None:
    def fill(_tell: Progress) -> None:
        source.sticks = (replace(FIRST, free=FIRST.free - 18_200_000),)

    source.during = fill
    press(Key.Key_Return, CONTROL)
    assert DONE in words(page)
    assert page.stick.start_button.hasFocus()
    source.sticks = (OTHER,)
    press(Key.Key_F5)
    assert DONE not in words(page)


def test_the_steps_tell_where_it_is(page: BackupPage) -> None:
    page.stick.begin("SAOLUU-01", 4316)
    page.stick.progress(2, 62, 100)
    steps = page.stick.steps
    assert steps is not None
    assert steps.accessibleName() == "Bước 3/4: Đọc lại từ USB và kiểm tra"
    assert [line.right != "" for line in steps.lines[:1]] == [True]
    assert "Bước 3/4" in words(page)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FULL, "USB chỉ còn 9 MB, cần 18 MB. Cắm USB khác."),
        (WorldError("Chưa sao lưu được.", World.GONE), PULLED),
        (Cancelled(), STOPPED),
    ],
)
def test_a_backup_that_fails_says_why(
    page: BackupPage, source: FakeBackups, shell: Shell, error: Exception, told: str
) -> None:
    source.failing = error
    press(Key.Key_Return, CONTROL)
    assert told in words(page)
    assert DONE not in words(page)
    assert shell.notifier.said == ([] if isinstance(error, Cancelled) else [told])
    press(Key.Key_Return, CONTROL)
    assert DONE in words(page)


def test_without_a_stick_nothing_is_asked(
    page: BackupPage, source: FakeBackups, backups: Backups
) -> None:
    source.sticks = ()
    press(Key.Key_F5)
    assert NO_STICK in words(page)
    press(Key.Key_Return, CONTROL)
    assert not [one for one in source.asked if one.startswith("back up")]


def test_a_stick_of_the_office_is_read_again_when_it_comes_back(
    page: BackupPage, source: FakeBackups, shell: Shell
) -> None:
    assert source.asked.count("look again /E") == 1
    source.sticks = ()
    press(Key.Key_F5)
    source.sticks, source.bad = (FIRST, OTHER), ["Bản sao lưu A.stpbak hỏng: trang 7."]
    press(Key.Key_F5)
    assert source.asked.count("look again /E") == 2
    assert "look again /F" not in source.asked
    assert shell.notifier.said == ["Bản sao lưu A.stpbak hỏng: trang 7."]
    assert "back up /E" not in source.asked


def test_by_itself_only_where_that_was_set(
    page: BackupPage, source: FakeBackups, shell: Shell
) -> None:
    page.automatic.emit(True)
    assert "Đang bật" in words(page)
    for sticks in ((), (FIRST,)):
        source.sticks = sticks
        press(Key.Key_F5)
    assert source.asked.count("back up /E") == 1


def test_a_refused_stick_is_named_and_not_written(page: BackupPage, source: FakeBackups) -> None:
    source.sticks = (FOREIGN,)
    press(Key.Key_F5)
    assert "Vĩnh Trạch" in words(page)
    press(Key.Key_Return, CONTROL)
    page.stick.changed.emit(FOREIGN.root)
    press(Key.Key_Return, CONTROL)
    assert not [one for one in source.asked if one.startswith("back up")]


def test_another_stick_is_chosen(page: BackupPage, source: FakeBackups) -> None:
    source.sticks = (FIRST, OTHER)
    press(Key.Key_F5)
    page.stick.changed.emit(OTHER.root)
    assert "USB mới" in [chip.accessibleName() for chip in page.stick.findChildren(StatusChip)]
    press(Key.Key_Return, CONTROL)
    assert "back up /F" in source.asked


def test_it_reminds_once_a_day_and_on_the_left_bar(
    backups: Backups, source: FakeBackups, shell: Shell
) -> None:
    source.stand = Standing(days=9, records=5)
    backups.begin()
    assert shell.notifier.said == ["9 ngày chưa sao lưu. Cắm USB rồi bấm Sao lưu ngay."]
    assert shell.bar.items[PLACE].badge == 1
    backups.begin()
    assert len(shell.notifier.said) == 1
    backups.standings.set_after(14)
    assert shell.bar.items[PLACE].badge == 0


def test_an_empty_register_is_not_reminded_of(
    backups: Backups, source: FakeBackups, shell: Shell
) -> None:
    source.stand = Standing()
    backups.begin()
    assert shell.notifier.said == []
    source.stand = Standing(records=1)
    backups.begin()
    assert shell.notifier.said[0].startswith("Chưa sao lưu lần nào")


class TestClosing:
    """What is asked when the window is closed."""

    @pytest.fixture
    def answers(self) -> Answers:
        return Answers(False, True)

    def test_a_due_backup_comes_first(
        self, backups: Backups, source: FakeBackups, answers: Answers
    ) -> None:
        source.stand = Standing(days=9, records=5)
        backups.begin()
        assert not backups.may_close()
        assert "back up /E" in source.asked
        assert backups.may_close()
        assert answers.asked == ["9 ngày chưa sao lưu"] * 2

    def test_nothing_is_asked_where_nothing_can_be_done(
        self, backups: Backups, source: FakeBackups, answers: Answers
    ) -> None:
        backups.begin()
        assert backups.may_close()
        source.stand, source.sticks = Standing(days=9, records=5), (FOREIGN,)
        backups.look()
        backups.standings.read()
        assert backups.may_close()
        assert answers.asked == []


class TestRestoring:
    """From a list of copies to the digits of what is lost."""

    @pytest.fixture
    def answers(self) -> Answers:
        return Answers(False, True)

    def test_a_copy_is_chosen_beside_what_the_machine_holds(
        self, page: BackupPage, backups: Backups, shell: Shell
    ) -> None:
        confirmed: list[object] = []
        backups.restoring.confirmed.connect(confirmed.append)
        page.restore_button.click()
        choice = shell.pages.currentWidget()
        assert isinstance(choice, RestorePage)
        shown = words(choice)
        assert "sẽ mất 3 bản ghi" in shown
        assert "641" in shown
        press(Key.Key_Return, CONTROL)
        assert confirmed == []
        press(Key.Key_Return, CONTROL)
        assert confirmed == [COPIES[0].path]
        press(Key.Key_Down)
        assert "tệp bị cụt" in words(choice)
        assert not choice.restore_button.isEnabled()
        press(Key.Key_Return, CONTROL)
        assert confirmed == [COPIES[0].path]
        press(Key.Key_Escape)
        assert shell.pages.currentWidget() is page
        assert next(keys for _name, keys, _word in shell.keys.shown()) == "Ctrl+Enter"


def test_a_drill_tells_what_it_found(page: BackupPage, source: FakeBackups, shell: Shell) -> None:
    page.drill_button.click()
    assert shell.notifier.said == ["Thử phục hồi đạt: 4316 bản ghi khớp."]
    source.failing = WorldError("Thử phục hồi chưa đạt: người số 3.")
    page.drill_button.click()
    assert shell.notifier.said[-1] == "Thử phục hồi chưa đạt: người số 3."


def test_the_stick_is_let_go(page: BackupPage, source: FakeBackups, shell: Shell) -> None:
    press(Key.Key_Return, CONTROL)
    page.stick.ejected.emit()
    assert "eject /E" in source.asked
    assert shell.notifier.said[-1] == "Được rút USB."


def test_the_whole_history_is_read_when_asked_for(page: BackupPage, source: FakeBackups) -> None:
    page.history.all_button.click()
    assert source.asked[-1] == "standing 500"
    assert not page.history.all_button.isVisible()
