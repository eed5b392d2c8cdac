"""A window over a desk without a database, everything done at once."""

from __future__ import annotations

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.fakes import today
from ui.ask import Answers
from ui.shell import Means, Shell
from ui.table.worker import Inline
from ui.tasks import InlineRunner
from ui.window import MainWindow


def shell_over(
    qtbot: QtBot, desk: FakeDesk, answers: Answers | None = None, width: int = 1366
) -> Iterator[Shell]:
    asker = answers or Answers()
    means = Means(
        InlineRunner(), asker, lambda source, _failed: Inline(source), today, desk.settings
    )
    shell = Shell(desk, means)
    window = MainWindow(shell, desk.settings)
    window.resize(width, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield shell
    window.close()
    window.deleteLater()
