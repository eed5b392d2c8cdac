"""What a long list costs in memory: the same acts on a full and on an empty register."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from models.registers.people import PEOPLE, Person
from models.store.database import close_database, read_connection
from models.store.query import Condition, Listing, Reader
from tests.benchmarks.bench_people import open_people
from tests.benchmarks.measure import resident

GOAL = 60.0


def run(folder: Path, size: int) -> str:
    """Measure both, each in a process of its own; return a table."""
    with ProcessPoolExecutor(
        1, multiprocessing.get_context("spawn"), max_tasks_per_child=1
    ) as pool:
        empty = pool.submit(_occupied, folder, 0).result()
        full = pool.submit(_occupied, folder, size).result()
    missed = " **missed**" if full - empty > GOAL else ""
    return "\n".join(
        (
            "| memory after the same acts, MB | |",
            "|---|---|",
            f"| empty register | {empty:.0f} |",
            f"| {size:,} people | {full:.0f} |",
            f"| above the empty one | {full - empty:.0f} (goal ≤ {GOAL:g}{missed}) |",
        )
    )


def _occupied(folder: Path, size: int) -> float:
    """Read lists as a window does for a while, one connection beside the writing one."""
    open_people(folder, size)
    connection = read_connection()
    fields = [column.field for column in PEOPLE.columns]
    orders = [None, Person.birth_date, Person.citizen_id, Person.area]
    searches = ["", "n", "nguyen", "nguyen van duc", "yen", "0913", "đức"]
    where = Condition(Person.area, (3,))
    for order in orders:
        for text in searches:
            reader = Reader(Listing(PEOPLE, text, order=order), connection)
            reader.rows(fields)
            reader.count()
        Reader(Listing(PEOPLE, order=order), connection).rows(fields, size // 2)
        Reader(Listing(PEOPLE, where=(where,), order=order), connection).rows(fields)
    occupied = resident()
    connection.close()
    close_database()
    return occupied
