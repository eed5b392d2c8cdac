"""What each key of a search costs among invented people: the first page, and the exact number.

Processor time, the least of some runs: a page is wanted while the next key is on its way.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from models.registers.people import PEOPLE
from models.store.database import close_database, read_connection
from models.store.query import Listing, Reader
from tests.benchmarks.bench_people import open_people

GOAL, COUNT_GOAL = 30.0, 150.0
RUNS = 3
TYPED = (
    *("0913 555 214", "094 085 001 234", "79 1850", "5214", "duc 0913", "nguyen 0913 55"),
    *("nguyen van duc", "tran thi b", "mai anh thu", "thi my vy", "le thi 5214", "ut v"),
    *("Nguyễn Văn Đức", "yen", "xyz"),
)


def run(folder: Path, size: int) -> str:
    """Measure every prefix of what is typed; return a table of all, the missed ones told."""
    open_people(folder, size)
    connection = read_connection()
    fields = [column.field for column in PEOPLE.columns if column.share]
    lines = [
        f"| typed among {size:,} people, processor ms | first page | exact count | found |",
        "|---|---|---|---|",
    ]
    for typed in _prefixes():
        listing = Listing(PEOPLE, typed)
        read = partial(Reader, listing, connection)
        page, _rows = _least(partial(_page, read, fields))
        count, found = _least(partial(_number, read))
        lines.append(f"| {typed} | {_told(page, GOAL)} | {_told(count, COUNT_GOAL)} | {found} |")
    connection.close()
    close_database()
    return "\n".join(lines)


def _page(read: Callable[[], Reader], fields: list[Any]) -> object:
    return read().rows(fields)


def _number(read: Callable[[], Reader]) -> int:
    return read().count()


def _prefixes() -> Iterator[str]:
    known = (text[:size].rstrip() for text in TYPED for size in range(1, len(text) + 1))
    yield from dict.fromkeys(known)


def _least(act: Callable[[], Any]) -> tuple[float, Any]:
    """Return the least processor milliseconds of some runs, and what came of it."""
    least, result = float("inf"), None
    for _run in range(RUNS):
        begun = time.process_time()
        result = act()
        least = min(least, (time.process_time() - begun) * 1000)
    return least, result


def _told(took: float, goal: float) -> str:
    return f"{took:.0f}" + (" **missed**" if took > goal else "")
