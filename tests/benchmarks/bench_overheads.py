"""What safe-keeping costs every day: unlocking, encryption and history, each as a ratio in one run.

The machine's other load does not count: of processor time the least of many runs is told.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import count
from pathlib import Path
from shutil import copyfile, rmtree
from statistics import median
from types import SimpleNamespace
from typing import TYPE_CHECKING
from unittest.mock import patch

from argon2.low_level import Type, hash_secret_raw

from models.registers.people import Person
from models.store import change as changing
from models.store import database as storing
from models.store.change import change
from models.store.connection import Connection, connect
from models.store.database import close_database, database, open_database
from models.store.folder import RegisterFolder
from models.store.key_slots import STANDARD_COST
from models.store.session import set_user
from models.store.tables import HistoryChange
from models.store.vault import Vault
from tests.benchmarks.bench_people import KEY, open_people

if TYPE_CHECKING:  # the driver is untyped and mirrors this
    import sqlite3 as sqlcipher
else:
    from sqlcipher3 import dbapi2 as sqlcipher

PASSWORD, USER = "mật khẩu đo", "An"
UNLOCKS, ROUNDS, SAVES = 9, 6, 40
WAYS = [(is_plain, told) for is_plain in (True, False) for told in (False, True)]
Times = dict[tuple[bool, bool], list[tuple[float, float]]]


def run(folder: Path, size: int) -> str:
    """Measure; return lines for reading.

    Args:
        folder: where registers are kept from run to run.
        size: people in the register whose forms are saved.
    """
    kept = open_people(folder, size)
    close_database()
    scratch = folder / "overheads"
    rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    try:
        files = {False: scratch / "sealed.db", True: scratch / "plain.db"}
        copyfile(kept, files[False])
        _unsealed(files[False], files[True])
        return f"{_unlocking(scratch / 'keys')}\n\n{_saving(files, size)}"
    finally:
        close_database()
        rmtree(scratch)


def _unlocking(path: Path) -> str:
    folder = RegisterFolder(path)
    folder.create()
    vault, _sheet = Vault.create(folder, USER, PASSWORD)
    whole, floor = [], []
    for _ in range(UNLOCKS):
        floor.append(_spent(_derive)[1])
        whole.append(_spent(lambda: vault.unlock(USER, PASSWORD))[1])
    ratio = min(whole) / min(floor)
    return (
        f"unlocking with a password: {min(whole):.0f} ms, median {median(whole):.0f}; "
        f"{ratio:.2f} × argon2id alone, which is meant to take that long"
    )


def _derive() -> None:
    hash_secret_raw(
        PASSWORD.encode(),
        bytes(16),
        time_cost=STANDARD_COST.time_cost,
        memory_cost=STANDARD_COST.memory_kib,
        parallelism=STANDARD_COST.parallelism,
        hash_len=32,
        type=Type.ID,
    )


def _saving(files: dict[bool, Path], size: int) -> str:
    """Save forms in all four ways, in turns."""
    times: Times = {way: [] for way in WAYS}
    numbers = count()
    for _ in range(ROUNDS):
        for is_plain, told in WAYS:
            with _opened(files[is_plain], is_plain=is_plain, told=told):
                for _warm in range(5):
                    _save(numbers)
                times[is_plain, told] += [_spent(lambda: _save(numbers)) for _ in range(SAVES)]
    least = {way: min(cpu for cpu, _wall in spent) for way, spent in times.items()}
    bare = least[True, False]
    lines = [
        f"| save of a new person among {size:,} | processor ms, least | ÷ bare | ms, median |",
        "|---|---|---|---|",
    ]
    for (is_plain, told), spent in times.items():
        name = f"{'plain' if is_plain else 'encrypted'}, with{'' if told else 'out'} history"
        cpu, wall = least[is_plain, told], median(wall for _cpu, wall in spent)
        lines.append(f"| {name} | {cpu:.2f} | {cpu / bare:.2f} | {wall:.2f} |")
    return "\n".join(lines)


def _save(numbers: Iterator[int]) -> None:
    name = "".join(chr(ord("A") + int(digit)) for digit in f"{next(numbers):05}").capitalize()
    with change(f"Thêm Lê Thị {name}") as work:
        work.save(Person(full_name=f"Lê Thị {name}", job="Giáo viên", phone="0913555214"))


def _spent(act: Callable[[], object]) -> tuple[float, float]:
    """Return milliseconds of the processor and of the clock."""
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


@contextmanager
def _opened(path: Path, *, is_plain: bool, told: bool) -> Iterator[None]:
    """Open the program's own database on a file, with or without key, with or without history."""
    with ExitStack() as stack:
        if is_plain:
            stack.enter_context(patch.object(storing, "connect", _plain))
        if not told:
            row = SimpleNamespace(uid="", id=0)
            stack.enter_context(patch.object(changing, "append"))
            stack.enter_context(patch.object(HistoryChange, "create", lambda **_all: row))
        stack.enter_context(patch.object(storing, "_check_shape"))
        open_database(path, KEY)
        set_user(USER)
        try:
            yield
        finally:
            close_database()


def _plain(name: str, _key: bytes) -> Connection:
    """Open a file without any key."""
    opened: Connection = sqlcipher.connect(
        name, isolation_level=None, check_same_thread=False, uri=True, factory=Connection
    )
    return opened


def _unsealed(source: Path, target: Path) -> None:
    """Write the same register without encryption."""
    with closing(connect(str(source), KEY)) as sealed:
        sealed.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
        sealed.execute("SELECT sqlcipher_export('plain')").fetchone()
        for pragma in ("application_id", "user_version"):
            value = sealed.execute(f"PRAGMA {pragma}").fetchone()[0]
            sealed.execute(f"PRAGMA plain.{pragma} = {value}")
        sealed.execute("DETACH DATABASE plain")
    assert database.deferred
