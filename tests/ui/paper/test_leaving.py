"""A print page that is left while its sheets are on their way: they are noted, nobody is asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press
from tests.ui.paper.clerk import CANON, page_of
from tests.ui.paper.drawn import FilePrinters
from tests.ui.readings import HandRunner
from tests.ui.windows import shell_over

Key = Qt.Key


def test_what_was_on_its_way_is_noted_after_the_page_is_gone(
    qtbot: QtBot, printers: FilePrinters, desk: FakeDesk
) -> None:
    runner = HandRunner()
    for shell in shell_over(qtbot, desk, printers=printers, runner=runner):
        shell.open_register("teams")
        press(Key.Key_P, CONTROL)
        page = page_of(shell)
        while runner.waiting:
            runner.step()
        page.setFocus()
        press(Key.Key_Return)
        press(Key.Key_Escape)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        while runner.waiting:
            runner.step()
        assert f"leaving list [] ở máy in {CANON}, 3 trang" in desk.done
        assert desk.done[-1] == "sent list [0, 1, 2]"
