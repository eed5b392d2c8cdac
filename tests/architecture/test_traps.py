"""Known traps of the libraries below us, each with a guard that falls when the trap is back."""

from __future__ import annotations

import gc
import subprocess
import sys
import tomllib
from importlib.metadata import version

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from tests.architecture.source import ROOT, program

TIMES = 1000
# Other threads and caches move the counts a little; the trap takes one reference every time.
NOISE = 200
SLOW_AT_START = {
    "argon2", "docx", "fontTools", "msoffcrypto", "openpyxl", "PIL", "psycopg", "psycopg2",
    "pypdfium2",
    "python_calamine", "qtawesome", "reportlab", "xlrd", "xlsxwriter",
}  # fmt: skip


IMPORT = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*(name for name, module in sys.modules.items() if module))
"""
counted = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None and True live for ever since Python 3.12"
)


class Sender(QObject):
    """Sends a truth to a slot that gives back nothing."""

    sent = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.received = 0
        self.sent.connect(self.receive, Qt.ConnectionType.QueuedConnection)

    def receive(self, _value: bool) -> None:
        self.received += 1


def lost(before: tuple[int, int]) -> tuple[int, int]:
    return before[0] - sys.getrefcount(None), before[1] - sys.getrefcount(True)


@counted
@pytest.mark.usefixtures("qapp")
def test_queued_signals_lose_no_reference() -> None:
    sender = Sender()
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(TIMES):
        sender.sent.emit(True)
    QCoreApplication.processEvents()
    assert sender.received == TIMES
    assert max(lost(before)) < NOISE


@counted
@pytest.mark.usefixtures("qapp")
def test_empty_cells_lose_no_reference() -> None:
    model = QStandardItemModel()
    model.appendRow(QStandardItem("Nguyễn Văn An"))
    index = model.index(0, 0, QModelIndex())
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(TIMES):
        assert index.data(Qt.ItemDataRole.UserRole) is None
    assert max(lost(before)) < NOISE


def test_pyside_stays_below_the_release_that_aborts() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert "PySide6>=6.11.3,<6.12" in project["dependencies"]
    assert (6, 11, 3) <= tuple(map(int, version("PySide6").split("."))) < (6, 12)


def modules_after(*names: str) -> set[str]:
    """What a new Python has loaded after importing these."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_the_start_loads_nothing_it_does_not_need() -> None:
    start = [m.name for m in program() if m.layer in ("models", "main") or m.name == "ui.start"]
    loaded = modules_after(*start)
    assert "models" in loaded
    assert not loaded & SLOW_AT_START


def test_a_command_starts_without_qt() -> None:
    commands = [m.name for m in program() if m.name.startswith("ui.commands")]
    loaded = modules_after("main", *commands)
    assert "ui" in loaded
    assert "PySide6" not in loaded
