"""One dressed application for all tests of the window, drawn off the screen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CACHE_HOME"] = os.path.join(tempfile.gettempdir(), "so-phong-trao-tests")  # noqa: PTH118

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.keys import let_go
from tests.ui.layout_items import held_items, whereabouts
from ui import idle
from ui.collecting import Collecting
from ui.theme.sizes import TextSize
from ui.theme.theme import load_fonts, theme
from ui.theme.tokens import LIGHT

MINUTE, HOUR = 60_000, 3_600_000
OFF_SCREEN_ONLY = "This plugin does not support"
"""What Qt says of every pop-up where there is no screen."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFF_SCREEN_ONLY, extend=True))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["so-phong-trao", "-style", "Fusion"]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts()
    theme().use(LIGHT, TextSize.MEDIUM)
    yield qapp


class PatientBot(QtBot):
    """Waits a minute where the library gives up after five seconds, too few on a busy machine."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = MINUTE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, *signal: Any, timeout: int = MINUTE, **how: Any) -> Any:
        return super().waitSignal(*signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is made before it is asked for, however slow the machine is."""
    monkeypatch.setattr(idle, "GLANCE_MS", HOUR)


@pytest.fixture(autouse=True)
def nothing_held(dressed: QApplication) -> Iterator[None]:
    """No test begins with the Ctrl of another still down."""
    yield
    let_go()


@pytest.fixture(autouse=True)
def collecting(dressed: QApplication) -> Iterator[None]:
    """Dead objects of Qt are found on the window's thread alone, as in the program."""
    collecting = Collecting()
    yield
    collecting.end()


@pytest.fixture(autouse=True)
def no_layout_item_held(dressed: QApplication) -> Iterator[None]:
    """A layout is added to another before it is filled, and its items are not asked for."""
    before = held_items()
    yield
    held = {whereabouts(item) for key, item in held_items().items() if key not in before}
    assert not held, "\n".join(sorted(held))
