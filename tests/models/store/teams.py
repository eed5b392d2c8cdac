"""Two small tables and the means to look at a register's folder, for tests of the file itself."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import peewee

from models.store.database import database

KEY = bytes(range(32))


class Team(peewee.Model):
    """A row to keep."""

    id = peewee.AutoField()
    name = peewee.TextField()

    class Meta:
        database = database


class Member(peewee.Model):
    """A row that must have its team."""

    id = peewee.AutoField()
    team = peewee.ForeignKeyField(Team)

    class Meta:
        database = database


def add_teams(count: int) -> None:
    with database.atomic():
        for number in range(count):
            Team.create(name=f"Tổ tự quản số {number} " + "x" * 300)


def count_teams() -> None:
    assert Team.select().count() == 100


def beside(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def digest(path: Path) -> dict[str, tuple[str, int]]:
    return {
        entry.name: (hashlib.sha256(entry.read_bytes()).hexdigest(), entry.stat().st_mtime_ns)
        for entry in path.parent.iterdir()
    }


def in_thread(work: Callable[[], None]) -> None:
    """Do the work in a thread of its own, which is gone afterwards."""
    with ThreadPoolExecutor(1) as threads:
        threads.submit(work).result()


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)
