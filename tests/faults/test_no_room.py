"""No room while saving, importing, backing up, restoring or upgrading: really none, at many points.

A small disk is filled but for some bytes, or the system lets no file grow beyond some bytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import World, WorldError
from models.store.database import SCHEMA_VERSION, STEPS, close_database
from tests.conftest import TODAY
from tests.faults.failing_disk import WORKS, Scene, wrong_after
from tests.faults.numbers import times
from tests.faults.test_full_disk import fill, mount
from tests.faults.works import use_steps

if sys.platform == "win32":
    pytest.skip("no such limits there", allow_module_level=True)

import resource

POINTS = times(4, 24)
"""At so many sizes the room ends."""
DISK = 64
IN_WORDS = {
    "save": "saving",
    "import": "importing",
    "backup": "backing up",
    "restore": "restoring",
    "upgrade": "upgrading",
}
Room = Callable[[Path, int], AbstractContextManager[None]]
Note = Callable[[str, object], None]


@contextmanager
def limited(_where: Path, room: int) -> Iterator[None]:
    """Let no file grow beyond some bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def filled(where: Path, room: int) -> Iterator[None]:
    """Fill the disk but for some bytes."""
    ballast = fill(where.parent, leave=room)
    try:
        yield
    finally:
        ballast.unlink()


@pytest.fixture(autouse=True)
def own_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the program its own steps of the schema back afterwards."""
    use_steps(STEPS, SCHEMA_VERSION, monkeypatch.setattr)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if os.geteuid() != 0:
        pytest.skip("mounting needs the right to")
    root = tmp_path / "dia"
    mount(root, DISK)
    yield root
    subprocess.run(["umount", "-l", str(root)], check=False, capture_output=True)


@pytest.mark.parametrize("work", IN_WORDS)
def test_no_file_may_grow(template: Path, tmp_path: Path, work: str, record_property: Note) -> None:
    """No file may grow beyond some bytes (RLIMIT_FSIZE)"""
    largest = max(part.stat().st_size for part in template.rglob("*") if part.is_file())
    try_all(work, template, tmp_path / "w", limited, 2 * largest, note=record_property)


@pytest.mark.parametrize("work", IN_WORDS)
def test_the_disk_is_full(
    template: Path, small_disk: Path, work: str, record_property: Note
) -> None:
    """A small disk (tmpfs) that is full but for some bytes"""
    whole = sum(part.stat().st_size for part in template.rglob("*") if part.is_file())
    try_all(work, template, small_disk / "w", filled, 4 * whole, note=record_property)


def try_all(
    work: str, template: Path, where: Path, narrowed: Room, enough: int, *, note: Note
) -> None:
    """Do a work with ever more room, until it passes; after each all must be well."""
    rooms = [0, *(enough * step // POINTS for step in range(1, POINTS + 1))]
    outcomes = [attempt(work, template, where, narrowed, room) for room in rooms]
    assert outcomes[-1] is None, outcomes[-1]
    refused = [error for error in outcomes if error is not None]
    assert refused, "no fault was felt"
    kinds = {error.kind for error in refused}
    assert kinds <= {World.DISK_FULL, World.GONE}, [error.message for error in refused]
    note("injected", len(refused))
    note("of", IN_WORDS[work])


def attempt(work: str, template: Path, where: Path, narrowed: Room, room: int) -> WorldError | None:
    scene, failed = Scene(template, where), None
    with stopped_at(TODAY):
        try:
            with narrowed(where, room):
                WORKS[work][0](scene)
        except WorldError as error:
            failed = error
        finally:
            close_database()
        assert failed is None or failed.message.endswith("."), failed
        assert list(wrong_after(scene, work, passed=failed is None)) == []
    return failed
