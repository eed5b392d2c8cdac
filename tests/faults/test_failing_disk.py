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
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from models.clock import stopped_at
from models.store.backup.keeping import Target, back_up
from models.store.backup.log import Place
from models.store.database import STEPS
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register
from tests.faults.numbers import FULL
from tests.models.store.backup.conftest import PEOPLE, add_people

ROOT = Path(__file__).parents[2]
QUICK = (1, 2, 3, 5, 8, 12, 17, 23, 31, 45, 70, 110, 160, 2000)
"""The last one never comes: the work must pass."""
STEP = """
def up(_migrator, db):
    db.execute_sql("ALTER TABLE team ADD COLUMN motto TEXT")
"""


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


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> Path:
    """A register with people, a stick with one good copy, a workbook, a step not had yet."""
    path = tmp_path_factory.mktemp("template")
    folder = make_register(path / "so", empty_register)
    shelf = path / "usb"
    shelf.mkdir()
    with stopped_at(TODAY), open_register(folder):
        add_people(1, PEOPLE)
        back_up(folder, Target(shelf, Place("SAOLUU-01", "a1")))
        add_people(100, 101)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức danh"))
    sheet.append(("Tổ tự quản số 1 (Ấp Sóc Đồn)",))
    for number, given in enumerate(("Anh", "Bình", "Cường", "Dũng", "Giang"), start=1):
        sheet.append((number, f"Trần Văn {given}", "01/02/1980", "Nam", ""))
    book.save(path / "ds.xlsx")
    shutil.copytree(STEPS, path / "steps")
    (path / "steps" / "0099_next.py").write_text(STEP, encoding="utf-8")
    return path


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
@pytest.mark.parametrize("work", ["save", "import", "backup", "restore", "upgrade"])
def test_nth_call_fails(
    library: Path, template: Path, tmp_path: Path, work: str, code: str
) -> None:
    """The n-th open, write, fsync, rename or removal fails, once"""
    tried = fail(library, template, tmp_path / "w", work, code, "once")
    judge(tried)


@pytest.mark.parametrize("work", ["backup", "restore"])
def test_stick_pulled_at_every_step(
    library: Path, template: Path, tmp_path: Path, work: str
) -> None:
    """The stick (or the disk) is gone from the n-th call on"""
    tried = fail(library, template, tmp_path / "w", work, "ENODEV", "lasting")
    judge(tried)


def judge(tried: list[dict[str, Any]]) -> None:
    assert tried[-1]["passed"], "without a fault the work must pass"
    assert tried[-1]["seen"] < tried[-1]["n"]
    assert any(not one["passed"] for one in tried), "no fault was felt"
    for one in tried:
        assert one["wrong"] == [], one
        assert one["passed"] or one["said"].endswith("."), one
