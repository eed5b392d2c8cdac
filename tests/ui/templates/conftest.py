"""A window over a register, for the pages of designs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.workplaces import opened_workplace
from ui.workplace import Workplace


@pytest.fixture
def answers() -> list[bool | Path | None]:
    """What a person answers, in turn."""
    return []


@pytest.fixture
def place(qtbot: QtBot, register: Path, answers: list[bool | Path | None]) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent, *answers) as place:
        qtbot.waitUntil(lambda: not place._runner.busy)
        yield place
