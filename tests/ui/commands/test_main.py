"""What every command keeps to: sentences on the error stream, nothing else on standard output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.commands.answer import Exit
from ui.commands.main import run

PROGRAM = Path(__file__).parents[3] / "main.py"


@pytest.mark.parametrize(
    "words",
    [["nothing"], ["list"], ["list", "people", "--limit", "x"], ["init", "--province", "Cà Mau"]],
)
def test_wrong_usage_leaves_standard_output_empty(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--json"]) == Exit.USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert "Lệnh chưa đúng" in said.err


def test_a_register_is_made_for_a_named_user(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ["init", "--data", str(tmp_path / "so"), "--province", "Cà Mau"]
    assert run([*wanted, "--commune", "Hưng Hội"]) == Exit.USAGE
    assert "--user" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_reader_that_leaves_early_is_no_bug() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, PROGRAM, "documents"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
