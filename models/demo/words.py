"""The words the demo register is made of, and chance that falls the same way every time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from models.catalogues import read_rows
from models.values.partial_date import PartialDate

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo"
_AGO = "today-"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a word list in resources/demo."""
    return tuple(read_rows(FOLDER / f"{name}.tsv")[1])


@cache
def text(name: str) -> str:
    """Return a whole text in resources/demo, without its last line end."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip()


@cache
def words(name: str, key: str) -> str:
    """Return the weighted words of the row whose first cell, or first two, are the key."""
    found = {" ".join(list(row.values())[:-1]): row["words"] for row in rows(name)}
    return found[key]


def chance(*subject: object) -> Random:
    """Return a source of chance that always gives the same for the same subject."""
    return Random(" ".join(map(str, subject)))


def pick(source: Random, weighted: str) -> str:
    """Pick one of `Nguyễn:30|Trần:12|Lê`; a weight left out is 1."""
    choices, weights = _weighted(weighted)
    return source.choices(choices, weights)[0]


@cache
def _weighted(weighted: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    parts = [part.partition(":") for part in weighted.split("|")]
    return tuple(part[0] for part in parts), tuple(int(part[2] or 1) for part in parts)


def in_sentence(name: str) -> str:
    """Return the name of an area as it stands inside a sentence: ấp Sóc Đồn."""
    return name[:1].lower() + name[1:]


def happens(source: Random, percent: int) -> bool:
    """Tell whether something of this likelihood happens."""
    return source.randrange(100) < percent


def between(source: Random, bounds: str) -> int | None:
    """Return a number of a range written 3-9; nothing of no range."""
    if not bounds:
        return None
    low, high = map(int, bounds.split("-"))
    return source.randint(low, high)


def number(cell: str) -> int | None:
    """Read a whole number; nothing of an empty cell."""
    return int(cell) if cell else None


def when(cell: str, today: date) -> PartialDate | None:
    """Read 2019-03, or today-60 for so many days ago; nothing of an empty cell."""
    if cell.startswith(_AGO):
        return PartialDate.from_date(today - timedelta(days=int(cell.removeprefix(_AGO))))
    return PartialDate.from_iso(cell) if cell else None
