"""A backup beside the sum of its floors in one run: the engine's copy, fsync, one cold read."""

from __future__ import annotations

import os
import statistics
import time
from contextlib import closing
from pathlib import Path

from models.registers.people import Person
from models.store.backup.making import READ_BACK, WRITE, make_copy
from models.store.backup.snapshot import open_key, snapshot
from models.store.change import change
from models.store.connection import connect
from models.store.database import database
from models.store.folder import RegisterFolder
from models.store.opening import NewRegister, create, opened

PASSWORD, USER = "mật khẩu đo", "An"
GOAL = 1.25
ROUNDS = 3


def run(folder: Path, megabytes: int) -> str:
    """Measure; return lines for reading.

    Args:
        folder: where the register is kept, on a disk (a file system in memory has no cold read).
        megabytes: size of the register's file.
    """
    where = RegisterFolder(folder / f"backup-{megabytes}")
    _prepare(where, megabytes)
    shelf = folder / "backup-copies"
    shelf.mkdir(exist_ok=True)
    with opened(where, USER, lambda: PASSWORD):
        floors: list[tuple[float, float, float]] = []
        takes: list[float] = []
        steps: dict[str, list[float]] = {}
        for _ in range(ROUNDS):
            floors.append(_floors(shelf))
            seconds, told = _backup(where, shelf)
            takes.append(seconds)
            for step, spent in told.items():
                steps.setdefault(step, []).append(spent)
    size = where.database.stat().st_size / 1e6
    ratio = statistics.median(a / sum(b) for a, b in zip(takes, floors, strict=True))
    names = ("engine's copy", "fsync", "cold read with page check")
    parts = [f"{n} {statistics.median(f[i] for f in floors):.2f} s" for i, n in enumerate(names)]
    own = [f"{step} {statistics.median(spent):.2f} s" for step, spent in steps.items()]
    return "\n".join(
        [
            f"backup of {size:.0f} MB: {statistics.median(takes):.2f} s = {ratio:.2f} × its floors"
            f" (goal {GOAL}{'' if ratio <= GOAL else ', missed'})",
            f"  floors: {', '.join(parts)}",
            f"  begun until: {', '.join(own)}",
        ]
    )


def _prepare(where: RegisterFolder, megabytes: int) -> None:
    if where.exists():
        return
    create(where, NewRegister("Cà Mau", "Hưng Hội", USER, PASSWORD))
    with opened(where, USER, lambda: PASSWORD):
        while where.database.stat().st_size < megabytes * 1e6:
            with change("Thêm người") as work:
                note = "Ghi chú dài của người này, như cán bộ vẫn ghi trong sổ. " * 3
                work.add_many([Person(full_name=f"Nguyễn Văn {_letters(n)}", note=note)
                               for n in range(20_000)])  # fmt: skip
            database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _letters(number: int) -> str:
    return "".join(chr(ord("A") + int(digit)) for digit in f"{number:05}").capitalize()


def _floors(shelf: Path) -> tuple[float, float, float]:
    """What no backup can do without, as the engine does it."""
    path = shelf / "floor.db"
    path.unlink(missing_ok=True)
    began = time.perf_counter()
    with snapshot() as source, closing(connect(str(path), open_key())) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy)
    copied = time.perf_counter()
    descriptor = os.open(path, os.O_RDWR)
    os.fsync(descriptor)
    synced = time.perf_counter()
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(connect(address, open_key())) as cold:
        assert cold.execute("PRAGMA cipher_integrity_check").fetchall() == []
    read = time.perf_counter()
    path.unlink()
    return copied - began, synced - copied, read - synced


def _backup(where: RegisterFolder, shelf: Path) -> tuple[float, dict[str, float]]:
    """One whole backup, and when each of its steps was reached."""
    began, reached = time.perf_counter(), dict[str, float]()

    def hear(_done: int, _total: int, step: str) -> None:
        reached.setdefault({WRITE: "writing", READ_BACK: "reading back"}.get(step, "gathering"),
                           time.perf_counter() - began)  # fmt: skip

    copy = make_copy(where, shelf, progress=hear)
    seconds = time.perf_counter() - began
    copy.path.unlink()
    return seconds, reached
