"""What was told can be read again, and shown again at its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.errors import World, WorldError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import press
from tests.ui.windows import shell_over
from ui.pages.notices_sheet import NOTHING, NoticesSheet
from ui.shell import Shell

FULL = "Đĩa đầy, còn 9 MB. Xóa bớt tệp rồi làm lại."


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    yield from shell_over(qtbot, FakeDesk())


def sheet_of(shell: Shell) -> NoticesSheet:
    shell.run("notices")
    sheet = shell.pages.currentWidget()
    assert isinstance(sheet, NoticesSheet)
    return sheet


def test_nothing_was_told_yet(shell: Shell) -> None:
    shell.open_register("teams")
    assert sheet_of(shell).whole.text() == NOTHING


def test_a_failure_that_was_closed_is_read_and_shown_again(shell: Shell, qtbot: QtBot) -> None:
    page = shell.open_register("teams")
    shell.notifier.failed(WorldError(FULL, World.DISK_FULL))
    shell.notifier.say("Đã lưu Tổ tự quản số 3.")
    shell.notifier.toast.close_notice()
    sheet = sheet_of(shell)
    qtbot.waitUntil(lambda: sheet.whole.text() == "Đã lưu Tổ tự quản số 3.")
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: sheet.whole.text() == FULL)
    press(Qt.Key.Key_Return)
    notice = shell.notifier.toast.notice
    assert notice is not None
    assert (notice.text, notice.failed) == (FULL, True)
    assert len(shell.notifier.told) == 2
    press(Qt.Key.Key_Escape)
    assert shell.pages.currentWidget() is page


def test_only_the_newest_notice_undoes_the_last_change(shell: Shell) -> None:
    undone: list[str] = []
    shell.notifier.undoable("Đã xóa 1 tổ.", lambda: undone.append("first"))
    shell.notifier.undoable("Đã xóa 2 tổ.", lambda: undone.append("second"))
    first, second = shell.notifier.told
    shell.notifier.tell_again(first)
    notice = shell.notifier.toast.notice
    assert notice is not None
    assert notice.run is None
    shell.notifier.tell_again(second)
    shell.notifier.toast._act()
    assert undone == ["second"]
