"""Looking around before one's own register is made: marked as such, and nothing of it stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import AccessError
from models.roles import Right
from models.store.session import may
from tests.ui.test_start import DRIVE, ROOT
from ui.demo import DemoSession
from ui.desk.backups import OfficeBackups

LOOK = """
from ui.demo import DemoBanner

def STEPS(program):
    first = program.entrance
    while first.register is None:
        yield
    first.window.page.office.look_button.click()
    while program.workplace is None:
        yield
    place, scratch = program.workplace, program.entrance.register.folder.path
    while "teams" not in place.shell.registers:
        yield
    page = place.shell.registers["teams"]
    while page.model.rowCount() == 0:
        yield
    banner = place.window.findChildren(DemoBanner)[0]
    print(banner.isVisible(), scratch.exists(), banner.accessibleName(), sep="|", flush=True)
    banner.leave_button.click()
    while program.entrance is first or program.entrance.register is None:
        yield
    page = program.entrance.window.page
    print(type(page).__name__, scratch.parent.exists(), flush=True)
    program.entrance.window.close()
"""


def test_one_act_leads_there_and_one_to_the_offices_own(tmp_path: Path) -> None:
    own, scratch = tmp_path / "so", tmp_path / "tmp"
    stale = scratch / "so-phong-trao-xem-thu-cũ"
    stale.mkdir(parents=True)
    (stale / "lock").touch()
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "TMPDIR": str(scratch)}
    command = [sys.executable, "-c", LOOK + DRIVE, str(own)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    looked, left = done.stdout.splitlines()
    assert looked.startswith("True|True|Đang xem thử: tên người và số liệu là bịa.")
    assert left == "FirstRun False"
    assert not own.exists()
    assert list(scratch.iterdir()) == []


STOP = """
def STEPS(program):
    first = program.entrance
    while first.register is None:
        yield
    page = first.window.page
    page.office.look_button.click()
    print(page.back_button.text(), page.back_button.isVisible(), flush=True)
    page.back_button.click()
    print(page.back_button.text(), flush=True)
    while not page.pages.isEnabled():
        yield
    print(page.office.look_button.text(), page.trouble() == "", program.workplace, flush=True)
    first.window.close()
"""


def test_making_it_is_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    own, scratch = tmp_path / "so", tmp_path / "tmp"
    scratch.mkdir()
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "TMPDIR": str(scratch)}
    command = [sys.executable, "-c", STOP + DRIVE, str(own)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines() == [
        "Dừng True",
        "Đang dừng…",
        "Xem thử với số liệu bịa True None",
    ]
    assert not own.exists()
    assert list(scratch.iterdir()) == []


def test_nothing_of_it_reaches_beyond_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("ui.demo.story.make", _short)
    stick = tmp_path / "usb"
    stick.mkdir()
    session = DemoSession()
    session.fill_and_open(lambda _done, _total, _words: None)
    assert may(Right.WRITE)
    assert not may(Right.USERS)
    for act in (
        lambda: OfficeBackups().back_up(stick, print),
        lambda: OfficeBackups().copies(stick),
    ):
        with pytest.raises(AccessError, match="không được"):
            act()
    session.close()
    assert [path.name for path in tmp_path.iterdir()] == ["usb"]
    assert list(stick.iterdir()) == []


def _short(folder: object, user: str, password: str, _further: object, _pause: object) -> None:
    """Make a register with nobody in it: what is in it is of no matter here."""
    from models.store.opening import NewRegister, create

    create(folder, NewRegister("Cà Mau", "Hưng Hội", user, password))  # type: ignore[arg-type]
