"""Looking for people who stand twice: everybody's doubles, and one person's, as the window asks."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

from models.registers.people import Person
from models.store.database import close_database, read_connection
from models.store.doubles import all_doubles, doubles_of
from tests.benchmarks.bench_people import open_people
from tests.benchmarks.measure import Group, details, milliseconds, table, took

ONE = 40


def run(folder: Path, size: int, *, every: bool = False) -> str:
    """Measure on the worker's own connection; return a table."""
    open_people(folder, size)
    reading = read_connection()
    try:
        floor = milliseconds(lambda: reading.execute("SELECT count(*) FROM person"))
        whole = Group("everybody's doubles")
        found = len(all_doubles(reading.execute))
        whole.times[f"{found} pairs"] = took(lambda: all_doubles(reading.execute), runs=2)
        one = Group("one person's doubles", 50)
        chance = random.Random(3)
        for key in (chance.randint(1, size) for _ in range(ONE)):
            person = Person.get_by_id(key)
            one.times[f"person {key}"] = took(partial(doubles_of, person))
        groups = (whole, one)
        lines = table(f"doubles among {size:,}, ms ({found} pairs)", groups, floor)
        return f"{lines}\n{details(groups)}" if every else lines
    finally:
        reading.close()
        close_database()
