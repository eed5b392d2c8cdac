"""Folders of looking around go when they are left, after a kill at the next start, never before."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from models.store.scratch import DAY_SECONDS, PREFIX, Scratch, sweep

ROOT = Path(__file__).parents[3]
STAY = """
import time
from models.store.scratch import Scratch
print(Scratch().path, flush=True)
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(where: Path) -> list[Path]:
    return sorted(where.iterdir())


def test_one_that_is_left_is_gone(temporary: Path) -> None:
    scratch = Scratch()
    (scratch.path / "so").mkdir()
    assert left(temporary) == [scratch.path]
    scratch.remove()
    scratch.remove()
    assert left(temporary) == []


def test_one_that_is_in_use_is_never_swept(temporary: Path) -> None:
    first, second = Scratch(), Scratch()
    second.remove()
    sweep()
    assert left(temporary) == [first.path]
    first.remove()


def test_one_whose_window_was_killed_is_swept(temporary: Path) -> None:
    environment = os.environ | {"TMPDIR": str(temporary), "TEMP": str(temporary)}
    with subprocess.Popen(
        [sys.executable, "-c", STAY], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        path = Path(process.stdout.readline().strip())
        (path / "so").mkdir()
        (path / "so" / "register.db").write_bytes(b"x")
        sweep()
        assert path.exists()
        process.kill()
    sweep()
    assert left(temporary) == []


def test_one_without_a_lock_is_left_alone_until_it_is_old(temporary: Path) -> None:
    made = temporary / f"{PREFIX}abc"
    made.mkdir()
    sweep()
    assert left(temporary) == [made]
    before = time.time() - DAY_SECONDS - 60
    os.utime(made, (before, before))
    sweep()
    assert left(temporary) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_and_what_is_called_otherwise_stay(temporary: Path) -> None:
    other = temporary / "của người khác"
    other.mkdir()
    (other / "lock").touch()
    link = temporary / f"{PREFIX}link"
    link.symlink_to(other)
    sweep()
    assert left(temporary) == sorted([other, link])
    assert left(other) == [other / "lock"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owner there")
def test_somebody_elses_is_not_touched(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = temporary / f"{PREFIX}theirs"
    theirs.mkdir()
    (theirs / "lock").touch()
    monkeypatch.setattr(os, "getuid", lambda: -1)
    sweep()
    assert left(temporary) == [theirs]
