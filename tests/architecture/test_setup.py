"""The two commands on a machine that lacks something: one sentence, and a lock file of hashes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^[a-z0-9-]+==\S+ (; .+ )?\\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="apt is of Debian and Ubuntu")


def run_with(
    programs: dict[str, str], folder: Path, *command: str, where: Path = ROOT
) -> tuple[int, str]:
    """Run a command with some programs replaced by small scripts; give its code and its words."""
    for name, body in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=where,
        env={**os.environ, "PATH": path, "PYTHON": sys.executable},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@linux_only
def test_missing_libraries_are_named_in_one_sentence(tmp_path: Path) -> None:
    programs = {
        "ldd": r"printf '\tlibEGL.so.1 => not found\n\tlibxcb-cursor.so.0 => not found\n'",
        "id": "echo 1000",
        "sudo": "exit 1",
        "apt-cache": "exit 1",
    }
    code, said = run_with(programs, tmp_path, "sh", ".ci/system_libraries")
    assert code == 1
    assert said.strip().endswith("cài: libegl1 libxcb-cursor0.")
    assert len(said.strip().splitlines()) == 1


@linux_only
def test_missing_libraries_are_installed_under_the_name_this_system_knows(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    programs = {
        "ldd": rf"[ -e {asked} ] || printf '\tlibglib-2.0.so.0 => not found\n'",
        "id": "echo 0",
        "apt-get": f'case "$*" in *install*) echo "$@" >{asked} ;; esac',
        "apt-cache": 'case "$2" in *t64) echo "Package: $2" ;; *) exit 1 ;; esac',
    }
    code, said = run_with(programs, tmp_path, "sh", ".ci/system_libraries")
    assert (code, asked.read_text().split()[-1]) == (0, "libglib2.0-0t64"), said


@linux_only
def test_an_old_python_is_refused_in_one_sentence(tmp_path: Path) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    names = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")
    programs = dict.fromkeys(names, "exit 1")
    command = ("env", "-u", "PYTHON", "sh", ".ci/environment", "requirements.lock")
    code, said = run_with(programs, tmp_path, *command, where=tmp_path)
    assert (code, len(said.strip().splitlines())) == (1, 1)
    assert "Python 3.11" in said


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_versions_and_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    strange = [
        line
        for line in lines
        if not line.startswith("#") and not PINNED.match(line) and not HASH.match(line)
    ]
    assert sum(bool(PINNED.match(line)) for line in lines) > 15
    assert not strange
    assert not [line for line in lines if "://" in line or "index" in line]
