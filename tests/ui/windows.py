"""A window over a desk without a database, everything done at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.fakes import today
from tests.ui.paper.drawn import FilePrinters
from ui.ask import Answers
from ui.paper.printers import Printers
from ui.paper.printing import Printing
from ui.paper.tools import PrintRoom
from ui.shell import Means, Shell
from ui.table.worker import Inline
from ui.tasks import InlineRunner, Runner
from ui.window import MainWindow


def shell_over(
    qtbot: QtBot,
    desk: FakeDesk,
    answers: Answers | None = None,
    width: int = 1366,
    printers: Printers | None = None,
    *,
    runner: Runner | None = None,
) -> Iterator[Shell]:
    asker = answers or Answers()
    means = Means(
        runner or InlineRunner(),
        asker,
        lambda source, _failed: Inline(source),
        today,
        desk.settings,
    )
    shell = Shell(desk, means)
    room = PrintRoom(printers or FilePrinters(Path()), runner or InlineRunner())
    printing = Printing(shell, desk.papers, room)
    window = MainWindow(shell, desk.settings)
    window.resize(width, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield shell
    window.close()
    printing.close()
    window.deleteLater()
