"""Lists of people and of members as the window reads them: opened, sorted, filtered, searched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.register import Register
from models.registers.members import MEMBERS, Membership
from models.registers.people import PEOPLE, Person
from models.store.database import close_database, read_connection
from models.store.query import PAGE, Condition, Listing, Reader
from tests.benchmarks.bench_people import open_people
from tests.benchmarks.measure import Group, Took, details, table, took

LIST_GOAL, SEARCH_GOAL, COUNT_GOAL = 50.0, 30.0, 150.0
KEYSTROKES = (
    *("n", "ng", "ngu", "nguy", "nguyen", "nguyen v", "nguyen van", "nguyen van d"),
    *("nguyen van duc", "ha", "an", "mai anh thu", "xyz", "guye", "yen", "vy", "xuyen", "ut"),
    *("091", "0913", "0913 55", "094085", "0940851", "duc 091"),
)
ACCENTED = ("đ", "đức", "dục", "hòa", "hoà", "Nguyễn Văn Đức", "yến", "Thị Mỹ Vy")

Act = Callable[[], object]


def run(folder: Path, size: int, *, every: bool) -> str:
    """Measure all lists of one register; return tables for reading.

    Args:
        folder: where the registers are kept.
        size: number of people, and of memberships.
        every: whether each act is shown beside the groups.
    """
    open_people(folder, size)
    floor = Bench(PEOPLE, size).floor()
    people, members = people_groups(size), member_groups(size)
    parts = [
        f"floor: 100 rows by key, bare statement, {floor:.2f} ms",
        table(f"{size:,} people, ms", people, floor),
        table(f"{size:,} memberships, ms", members, floor),
    ]
    if every:
        parts.append(details([*people, *members]))
    close_database()
    return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class Bench:
    """One register read through connections of its own, as a window's worker reads it."""

    register: Register
    size: int

    def shown(self) -> list[Any]:
        """Return the fields of the columns that stand in the list from the start."""
        return [column.field for column in self.register.columns if column.share]

    def page(self, listing: Listing, offset: int = 0) -> Took:
        """Measure one page: first with nothing cached by the engine, then again."""
        with _connection() as connection:
            return took(lambda: Reader(listing, connection).rows(self.shown(), offset))

    def count(self, listing: Listing) -> Took:
        """Measure the exact number of rows."""
        with _connection() as connection:
            return took(lambda: Reader(listing, connection).count())

    def position(self, listing: Listing, key: int) -> Took:
        """Measure at which row a record stands."""
        with _connection() as connection:
            return took(lambda: Reader(listing, connection).position(key))

    def floor(self) -> float:
        """Measure the bare statement no list can do without: a page of rows by their keys."""
        table_name = self.register.model._meta.table_name
        columns = ", ".join(f'"{field.column_name}"' for field in self.shown() if field.column_name)
        step = self.size // PAGE
        keys = [str(number * step + 1) for number in range(PAGE)]
        sql = f'SELECT {columns} FROM "{table_name}" WHERE id IN ({", ".join(keys)})'
        with _connection() as connection:
            return took(lambda: connection.execute(sql), runs=20).again


@contextmanager
def _connection() -> Iterator[Any]:
    connection = read_connection()
    try:
        yield connection
    finally:
        connection.close()


def people_groups(size: int) -> list[Group]:
    """Measure everything a person does with the list of people."""
    bench, listing = Bench(PEOPLE, size), Listing(PEOPLE)
    groups = [
        Group("open", LIST_GOAL, {"open": bench.page(listing)}),
        _jumps(bench, listing),
        _sorts(bench, listing),
        Group("count all", COUNT_GOAL, {"all": bench.count(listing)}),
        Group("position of a row", None, {"in the middle": bench.position(listing, size // 2)}),
    ]
    filters = _filters()
    turned = {"birth_date": Person.birth_date, "phone": Person.phone}
    sorted_too = {
        f"{name} by {order}": replace(Listing(PEOPLE, where=where), order=field)
        for name, where in filters.items()
        for order, field in turned.items()
    }
    plain = {name: Listing(PEOPLE, where=where) for name, where in filters.items()}
    groups += [
        _pages(bench, "filter", LIST_GOAL, plain),
        _pages(bench, "filter, sorted", LIST_GOAL, sorted_too),
        _counts(bench, "filter, count", COUNT_GOAL, plain),
    ]
    return groups + _searches(bench, filters["area"])


def _filters() -> dict[str, tuple[Condition, ...]]:
    area, two = Condition(Person.area, (3,)), Condition(Person.area, (3, 7))
    men, few = Condition(Person.sex, ("Nam",)), Condition(Person.religion, ("Hồi giáo",))
    some = Condition(Person.religion, ("Tin lành",))
    return {
        "area": (area,),
        "two areas": (two,),
        "men": (men,),
        "area and men": (area, men),
        "1 in 1000": (few,),
        "1 in 100": (some,),
        "area and 1 in 1000": (area, few),
        "area and 1 in 100": (area, some),
        "no phone": (Condition(Person.phone, ()),),
    }


def _searches(bench: Bench, area: tuple[Condition, ...]) -> list[Group]:
    loose = {text: Listing(bench.register, text) for text in KEYSTROKES}
    strict = {text: Listing(bench.register, text) for text in ACCENTED}
    birth = {
        f"{text} by birth": Listing(bench.register, text, order=Person.birth_date)
        for text in ("duc", "nguyen van duc", "yen", "0913")
    }
    in_area = {
        f"{text} in an area": Listing(bench.register, text, area)
        for text in ("n", "duc", "xuyen", "yen", "0913")
    }
    groups = [
        _pages(bench, "search", SEARCH_GOAL, loose),
        _counts(bench, "search, exact count", COUNT_GOAL, loose),
        _pages(bench, "search with accents", None, strict),
        _counts(bench, "same, exact count", None, strict),
        _pages(bench, "search, sorted by birth", None, birth),
    ]
    if bench.register is PEOPLE:
        groups.append(_pages(bench, "search in an area", LIST_GOAL, in_area))
    return groups


def member_groups(size: int) -> list[Group]:
    """Measure the list of memberships, whose columns come from two tables."""
    bench, listing = Bench(MEMBERS, size), Listing(MEMBERS)
    team = {"team": Listing(MEMBERS, where=(Condition(Membership.team, (5,)),))}
    area = {"person's area": Listing(MEMBERS, where=(Condition(Person.area, (3,)),))}
    groups = [
        Group("open", LIST_GOAL, {"open": bench.page(listing)}),
        _jumps(bench, listing),
        _sorts(bench, listing),
        Group("count all", COUNT_GOAL, {"all": bench.count(listing)}),
        _pages(bench, "filter by team", LIST_GOAL, team),
        _pages(bench, "filter by the person's area", None, area),
    ]
    return groups + _searches(bench, ())


def _jumps(bench: Bench, listing: Listing) -> Group:
    places = {"to the middle": bench.size // 2, "to the end": bench.size - PAGE}
    return Group(
        "jump", LIST_GOAL, {name: bench.page(listing, place) for name, place in places.items()}
    )


def _sorts(bench: Bench, listing: Listing) -> Group:
    group = Group("sort by each column", LIST_GOAL)
    fields = [column.field for column in bench.register.columns]
    for field in (one for one in fields if one.sorts or one.name == one.model.TITLE):
        for turn, descending in (("up", False), ("down", True)):
            sorted_list = replace(listing, order=field, descending=descending)
            group.times[f"{field.name} {turn}"] = bench.page(sorted_list)
    return group


def _pages(bench: Bench, name: str, goal: float | None, lists: dict[str, Listing]) -> Group:
    return Group(name, goal, {text: bench.page(listing) for text, listing in lists.items()})


def _counts(bench: Bench, name: str, goal: float | None, lists: dict[str, Listing]) -> Group:
    return Group(name, goal, {text: bench.count(listing) for text, listing in lists.items()})
