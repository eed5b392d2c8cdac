"""An import is only done by a plan that holds what was decided; what came before counts no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.errors import Cancelled, World, WorldError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press
from tests.ui.readings import HandRunner
from tests.ui.windows import shell_over
from tests.ui.wizards.fake_import import FakeImport
from ui.ask import Answers
from ui.sentences import words_for
from ui.shell import Shell
from ui.wizards.import_page import READ_AGAIN, ImportPage
from ui.wizards.importing import CHECKING

Key = Qt.Key
FULL = WorldError("Chưa lưu được: ổ đĩa đã đầy.", World.DISK_FULL)


@pytest.fixture
def runner() -> HandRunner:
    return HandRunner()


@pytest.fixture
def shell(qtbot: QtBot, answers: Answers, runner: HandRunner) -> Iterator[Shell]:
    yield from shell_over(qtbot, FakeDesk(), answers, runner=runner)


@pytest.fixture
def page(shell: Shell, source: FakeImport, runner: HandRunner) -> ImportPage:
    runner.waiting.clear()
    press(Key.Key_I, CONTROL)
    runner.step()
    page = shell.pages.currentWidget()
    assert isinstance(page, ImportPage)
    return page


def shown(page: ImportPage) -> list[int]:
    model = page.flaws.model
    return [model.line(at).row for at in range(model.rowCount())]


def may_go_on(page: ImportPage) -> bool:
    return page.carry_button.isEnabled() and page.store_button.isEnabled()


@pytest.mark.parametrize("error", [FULL, Cancelled()])
def test_nothing_is_done_by_a_plan_from_before_a_check_that_failed(
    page: ImportPage, shell: Shell, source: FakeImport, runner: HandRunner, error: Exception
) -> None:
    source.refuses = error
    press(Key.Key_Delete)
    runner.step()
    assert shell.notifier.said == [words_for(error)]
    assert shell.keys.said() == READ_AGAIN
    assert not may_go_on(page)
    assert page.carry_button.text() == " Chưa kiểm tra lại"
    press(Key.Key_Return, CONTROL)
    press(Key.Key_S, CONTROL)
    assert runner.waiting == []
    source.refuses = None
    press(Key.Key_F5)
    runner.step()
    assert may_go_on(page)
    assert shown(page) == [12, 31, 44, 67]


def test_what_is_decided_meanwhile_stops_the_check_and_begins_another(
    page: ImportPage, shell: Shell, runner: HandRunner
) -> None:
    press(Key.Key_Delete)
    page.flaws.go_on(1)
    press(Key.Key_Delete)
    assert len(runner.waiting) == 2
    runner.step()
    assert shell.notifier.said == []
    assert page.carry_button.text() == f" {CHECKING}"
    assert not page.carry_button.isEnabled()
    runner.step()
    assert may_go_on(page)
    assert shown(page) == [31, 44, 67]


def test_a_check_that_ends_while_the_file_is_read_again_opens_nothing(
    page: ImportPage, shell: Shell, source: FakeImport, runner: HandRunner
) -> None:
    press(Key.Key_Delete)
    press(Key.Key_F5)
    assert page.flaws.model.locked
    source.refuses = FULL
    runner.step()
    assert shell.notifier.said == []
    assert page.flaws.model.locked
    assert not page.carry_button.isEnabled()
    source.refuses = None
    runner.step()
    assert not page.flaws.model.locked
    assert may_go_on(page)


def test_the_file_is_not_read_again_while_it_is_being_written(
    page: ImportPage, shell: Shell, source: FakeImport, runner: HandRunner
) -> None:
    press(Key.Key_Return, CONTROL)
    press(Key.Key_F5)
    press(Key.Key_Return, CONTROL)
    assert len(runner.waiting) == 1
    runner.step()
    assert source.done[-1] == "carry out the plan"
    assert "Đã nhập 1.009 tổ. 5 dòng chưa nhập." in shell.notifier.said


def test_progress_of_the_check_stays_when_the_one_before_ends(
    page: ImportPage, shell: Shell, runner: HandRunner
) -> None:
    press(Key.Key_Delete)
    press(Key.Key_F5)
    shell.progress._patience.timeout.emit()
    assert shell.progress.isVisible()
    runner.step()
    assert shell.progress.isVisible()
    runner.step()
    assert not shell.progress.isVisible()
