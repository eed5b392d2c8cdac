"""One dressed application for all tests of the window, drawn off the screen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CACHE_HOME"] = os.path.join(tempfile.gettempdir(), "so-phong-trao-tests")  # noqa: PTH118

from PySide6.QtWidgets import QApplication

from ui.theme.sizes import TextSize
from ui.theme.theme import load_fonts, theme
from ui.theme.tokens import LIGHT


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["so-phong-trao", "-style", "Fusion"]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts()
    theme().use(LIGHT, TextSize.MEDIUM)
    yield qapp
