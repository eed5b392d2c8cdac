"""Saving a form: rules, search text, history and all indexes, in one commit that is on the disk."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.store.change import change
from models.store.database import close_database, database
from tests.benchmarks.bench_people import invented, open_people
from tests.benchmarks.measure import milliseconds

TIMES = 60


def run(folder: Path, size: int) -> str:
    """Measure saves in turns with a bare update of one row; return a table.

    The copy of the register is changed and thrown away.
    """
    kept = open_people(folder, size)
    close_database()
    copy = kept.with_name("saves.db")
    copy.write_bytes(kept.read_bytes())
    try:
        open_people(folder, size, at=copy)
        return _measured(size)
    finally:
        close_database()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{copy}{suffix}").unlink(missing_ok=True)


def _measured(size: int) -> str:
    chance = random.Random(1)
    saves = _saves(chance, size)
    floor: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in saves}
    for _ in range(TIMES):
        floor.append(milliseconds(lambda: _bare(chance.randint(1, size))))
        for name, prepare in saves.items():
            times[name].append(milliseconds(prepare()))
    bare = median(floor)
    lines = [
        f"| save of a form among {size:,}, ms | median | above a bare row | goal | ÷ bare row |",
        "|---|---|---|---|---|",
        f"| bare update of one row, synced | {bare:.1f} | | | 1.0 |",
    ]
    for name, taken in times.items():
        above = median(taken) - bare
        missed = " **missed**" if above > 5 else ""
        lines.append(
            f"| {name} | {median(taken):.1f} | {above:.1f} | ≤ 5{missed}"
            f" | {median(taken) / bare:.1f} |"
        )
    return "\n".join(lines)


def _bare(key: int) -> None:
    database.execute_sql("UPDATE person SET note = note || 'x' WHERE id = ?", [key])


def _saves(chance: random.Random, size: int) -> dict[str, Callable[[], Callable[[], None]]]:
    """Return what is saved: each makes a record ready as a form does, then gives the save."""
    areas = list(Area.select())
    names = _names(chance)

    def add() -> Callable[[], None]:
        return _save(invented(chance, areas))

    def job() -> Callable[[], None]:
        person = Person.get_by_id(chance.randint(1, size))
        person.job = "Thợ mộc" if person.job != "Thợ mộc" else "Thợ hàn"
        return _save(person)

    def name() -> Callable[[], None]:
        person = Person.get_by_id(chance.randint(1, size))
        person.full_name = next(names)
        return _save(person)

    def member() -> Callable[[], None]:
        membership = Membership.get_by_id(chance.randint(1, size))
        membership.note = (membership.note or "") + "x"
        return _save(membership)

    return {
        "new person": add,
        "person's job": job,
        "person's name": name,
        "membership's note": member,
    }


def _names(chance: random.Random) -> Iterator[str]:
    while True:
        yield invented(chance, [None]).full_name


def _save(record: Person | Membership) -> Callable[[], None]:
    def save() -> None:
        with change(f"Sửa {record.title}") as work:
            work.save(record)

    return save
