"""A page of an import over a made-up source, as the tests of this room begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press
from tests.ui.windows import shell_over
from tests.ui.wizards.fake_import import FakeImport, imported_by
from ui.ask import Answers
from ui.shell import Shell
from ui.wizards.import_page import ImportPage

Key = Qt.Key


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "ds.xlsx", tmp_path / "còn lại")


@pytest.fixture
def shell(qtbot: QtBot, answers: Answers) -> Iterator[Shell]:
    yield from shell_over(qtbot, FakeDesk(), answers)


@pytest.fixture
def source(shell: Shell) -> FakeImport:
    source = imported_by(shell)
    shell.open_register("teams")
    return source


@pytest.fixture
def page(shell: Shell, source: FakeImport) -> ImportPage:
    press(Key.Key_I, CONTROL)
    page = shell.pages.currentWidget()
    assert isinstance(page, ImportPage)
    return page
