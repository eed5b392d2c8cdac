"""Pages are made while nobody touches the program, and are as those made when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.models.samples import person
from tests.ui.keys import press
from tests.ui.workplaces import opened_workplace, read, shown
from ui.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, register: Path) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent) as place:
        yield place


def test_all_pages_are_there_after_a_rest_and_read_when_opened(
    qtbot: QtBot, place: Workplace
) -> None:
    shell, first = place.shell, shown(place)
    place.idle.glance.setInterval(0)
    place.idle.glance.start()
    qtbot.waitUntil(lambda: set(shell.registers) == set(shell.bundles))
    assert shown(place) is first
    page = shell.registers["people"]
    assert not page.model.query.search
    assert page.model.generation == 0
    person("Thạch Thị Hồng Nhung")
    shell.open_register("people")
    assert read(qtbot, place, 1) is page
    assert page.width() == shell.pages.width()


def test_a_shortcut_is_a_touch_and_nothing_is_made_while_somebody_works(
    qtbot: QtBot, place: Workplace
) -> None:
    read(qtbot, place, 0)
    place.idle.glance.stop()
    place.idle.glance.timeout.emit()
    assert place.ahead.busy
    press(Qt.Key.Key_F1)
    made = set(place.shell.registers)
    place.ahead._make_one()
    assert set(place.shell.registers) == made
    assert not place.ahead.busy


def test_nothing_is_made_once_the_window_is_closed(qtbot: QtBot, place: Workplace) -> None:
    read(qtbot, place, 0)
    place.idle.glance.stop()
    place.idle.glance.timeout.emit()
    assert place.ahead.busy
    place.close()
    assert not place.ahead.busy
