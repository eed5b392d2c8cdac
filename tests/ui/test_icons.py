"""Icons are drawn once and then come from the cache, without qtawesome."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui import icons
from ui.theme.sizes import TextSize
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from ui.icons import pixmap
assert not pixmap("plus", "text2", 16, 1.0).isNull()
print("qtawesome" in sys.modules)
"""


def start(cache: Path) -> str:
    root = Path(__file__).parents[2]
    environment = {"XDG_CACHE_HOME": str(cache), "QT_QPA_PLATFORM": "offscreen", "HOME": str(cache)}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=root, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return run.stdout.strip()


def test_qtawesome_is_imported_on_a_miss_only(tmp_path: Path) -> None:
    assert start(tmp_path) == "True"
    assert start(tmp_path) == "False"


def test_a_damaged_image_in_the_cache_is_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "cache_folder", lambda _: tmp_path)
    icons._pixmap.cache_clear()
    icons.pixmap("plus", "text2", 16, 1.0)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"no image")
    icons._pixmap.cache_clear()
    assert not icons.pixmap("plus", "text2", 16, 1.0).isNull()
    assert not QPixmap(str(file)).isNull()


def test_a_scaled_icon_keeps_its_logical_size() -> None:
    image = icons.pixmap("plus", "text", 16, 2.0)
    assert (image.width(), image.deviceIndependentSize().width()) == (32, 16)


def test_buttons_follow_the_theme(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    icons.dress(button, "plus")

    def brightness() -> int:
        return button.icon().pixmap(16, 16).toImage().pixelColor(8, 8).lightness()

    assert brightness() < 100
    theme().use(DARK, TextSize.MEDIUM)
    try:
        icons.redress()
        assert brightness() > 150
    finally:
        theme().use(LIGHT, TextSize.MEDIUM)
        icons.redress()


def test_a_button_that_is_gone_is_left_alone() -> None:
    button = QPushButton()
    icons.dress(button, "plus")
    Shiboken.delete(button)
    icons.redress()
