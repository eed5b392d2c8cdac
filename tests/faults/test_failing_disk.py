"""The n-th call to the disk fails, n = 1, 2, 3 …: never worse than before, and a sentence says why.

Really fails: a library between the program and the system refuses the call, SQLite's own included.
A few n in the suite; all of them with FAULTS=full.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.numbers import FULL

ROOT = Path(__file__).parents[2]
Note = Callable[[str, object], None]
QUICK = (1, 2, 3, 5, 8, 12, 17, 23, 31, 45, 70, 110, 160, 2000)
"""The last one never comes: the work must pass."""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The failing disk, compiled."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    made = tmp_path_factory.mktemp("faulty") / "faulty.so"
    source = Path(__file__).with_name("faulty.c")
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-w", "-o", made, source, "-ldl"], check=True
    )
    return made


def fail(library: Path, template: Path, where: Path, *words: str) -> list[dict[str, Any]]:
    ns = "all" if FULL else ",".join(map(str, QUICK))
    command = [sys.executable, "-m", "tests.faults.failing_disk"]
    done = subprocess.run(
        [*command, template, where, *words, ns],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("code", ["EIO", "ENOSPC"])
@pytest.mark.parametrize(
    "work", ["save", "import", "erase", "rekey", "backup", "restore", "upgrade"]
)
def test_nth_call_fails(
    library: Path, template: Path, tmp_path: Path, work: str, code: str, *, record_property: Note
) -> None:
    """The n-th open, write, fsync, rename or removal fails, once"""
    tried = fail(library, template, tmp_path / "w", work, code, "once")
    record_property("of", f"{work}, {code}")
    record_property("injected", judge(tried))


@pytest.mark.parametrize(
    ("work", "manner"),
    [
        ("backup", "lasting"),
        ("restore", "lasting"),
        ("restore from the stick", "reading"),
        ("drill", "reading"),
    ],
)
def test_stick_pulled_at_every_step(
    library: Path, template: Path, tmp_path: Path, work: str, manner: str, *, record_property: Note
) -> None:
    """The stick (or the disk) is gone from the n-th call on"""
    tried = fail(library, template, tmp_path / "w", work, "ENODEV", manner)
    record_property("of", work)
    record_property("injected", judge(tried))


def judge(tried: list[dict[str, Any]]) -> int:
    """Hold every attempt against what must be; tell how many of them failed."""
    assert tried[-1]["passed"], "without a fault the work must pass"
    assert tried[-1]["seen"] < tried[-1]["n"]
    assert any(not one["passed"] for one in tried), "no fault was felt"
    for one in tried:
        assert one["wrong"] == [], one
        assert one["passed"] or one["said"].endswith("."), one
    return sum(not one["passed"] for one in tried)
