"""The page of backups over a window whose sticks and copies a test makes up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.keeping.fake_backups import FIRST, FakeBackups
from tests.ui.keys import press
from tests.ui.windows import shell_over
from ui.ask import Answers
from ui.keeping.backups import Backups
from ui.keeping.page import BackupPage
from ui.shell import Shell
from ui.tasks import InlineRunner

Key = Qt.Key


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def shell(qtbot: QtBot, answers: Answers) -> Iterator[Shell]:
    yield from shell_over(qtbot, FakeDesk(), answers)


@pytest.fixture
def source() -> FakeBackups:
    return FakeBackups(FIRST)


@pytest.fixture
def backups(shell: Shell, source: FakeBackups) -> Iterator[Backups]:
    made = Backups(shell, source, InlineRunner())
    yield made
    made.close()


@pytest.fixture
def page(backups: Backups) -> BackupPage:
    backups.begin()
    press(Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert backups.page is not None
    return backups.page
