"""Two processes that issue at once, and one that dies: no number twice, none missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from models.issuing import runs
from models.issuing.numbers import missing_numbers, next_number
from models.registers.issued import ISSUED, RESERVED
from models.store.check import findings
from tests.architecture.source import ROOT
from tests.models.issuing.papers import BOOK, book

EACH = 12
ISSUE = """
import sys
from datetime import date
from pathlib import Path
from models.errors import UserError
from models.issuing import runs
from models.store.database import open_database
from tests.conftest import KEY
from tests.models.issuing.papers import PDF, items, order
open_database(Path(sys.argv[1]), KEY)
print("open", flush=True)
sys.stdin.readline()
done = refused = 0
while done < int(sys.argv[2]):
    try:
        run = runs.hold(order(), items(2), PDF, clock_is_right=True)
    except UserError:
        refused += 1
        continue
    runs.confirm(run)
    done += 1
print(done, flush=True)
"""
DIE = """
import os, signal, sys
from pathlib import Path
from models.issuing import runs
from models.store import change
from models.store.database import open_database
from tests.conftest import KEY
from tests.models.issuing.papers import PDF, items, order
open_database(Path(sys.argv[1]), KEY)
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "before":
    change.append = die
run = runs.hold(order(), items(3), PDF, clock_is_right=True)
if sys.argv[2] == "printing":
    die()
runs.confirm(run, {1})
die()
"""


def start(code: str, *words: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", code, *words]
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)


def test_two_processes_give_every_number_once(register: Path) -> None:
    both = [start(ISSUE, str(register), str(EACH)) for _ in range(2)]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
    said = [process.communicate("now\n")[0] for process in both]
    assert said == [f"{EACH}\n"] * 2
    labels = [label for label, _state in book()]
    assert labels == [f"{number:03d}/2026" for number in range(1, 4 * EACH + 1)]
    assert findings() == []


@pytest.mark.skipif(sys.platform == "win32", reason="dies by a signal")
@pytest.mark.parametrize(
    ("when", "states"),
    [("before", []), ("printing", [RESERVED] * 3), ("after", [ISSUED, RESERVED, RESERVED])],
)
def test_a_process_that_dies_loses_no_number(register: Path, when: str, states: list[str]) -> None:
    died = start(DIE, str(register), when)
    died.communicate()
    assert died.returncode == -9
    assert [state for _label, state in book()] == states
    assert list(missing_numbers()) == []
    assert next_number(BOOK, 2026) == len(states) + 1
    for run in runs.open_runs():
        runs.confirm(run)
    assert {state for _label, state in book()} <= {ISSUED}
    assert findings() == []
