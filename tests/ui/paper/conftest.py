"""A window with two printers that print into a folder, on its print page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press
from tests.ui.paper.clerk import CANON, HP, page_of
from tests.ui.paper.drawn import FilePrinters
from tests.ui.windows import shell_over
from ui.ask import Answers
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.shell import Shell

Key = Qt.Key


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path, CANON, HP)


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "mot.pdf", tmp_path / "hai.pdf")


@pytest.fixture
def shell(
    qtbot: QtBot, desk: FakeDesk, answers: Answers, printers: FilePrinters
) -> Iterator[Shell]:
    yield from shell_over(qtbot, desk, answers, printers=printers)


@pytest.fixture
def teams(shell: Shell) -> RegisterPage:
    return shell.open_register("teams")


@pytest.fixture
def page(teams: RegisterPage, shell: Shell) -> PaperPage:
    teams.setFocus()
    press(Key.Key_P, CONTROL)
    return page_of(shell)
