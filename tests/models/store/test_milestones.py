"""Far pages: reached from milestones, they are those that are reached from the top."""

from __future__ import annotations

from typing import Any

import pytest

from models.registers.areas import Area
from models.registers.people import PEOPLE, Person
from models.store import milestones, sizes
from models.store.query import Condition, Listing, Reader

ORDERS = (None, Person.birth_date, Person.phone, Person.sex, Person.area, Person.job, Area.name)


@pytest.fixture(autouse=True)
def close_milestones(crowd: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crowd of some hundred as if it were a million."""
    monkeypatch.setattr(milestones, "STEP", 9)
    monkeypatch.setattr(sizes, "DEEP", 1)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ORDERS, ids=lambda order: getattr(order, "name", "title"))
def test_every_page_of_a_surveyed_list_is_as_from_the_top(order: Any, descending: bool) -> None:
    listing = Listing(PEOPLE, order=order, descending=descending)
    whole = Reader(listing).ids()
    assert len(whole) > 200
    reader = Reader(listing)
    reader.survey()
    for offset in range(1, len(whole) + 3):
        assert reader.ids(offset, 10) == whole[offset : offset + 10], offset
    assert reader.ids(offset=5) == whole[5:]


def test_a_filtered_list_is_surveyed_too() -> None:
    here = Condition(Person.area, (Area.get(Area.name == "Ấp Số 2").id,))
    listing = Listing(PEOPLE, where=(here,))
    whole = Reader(listing).ids()
    reader = Reader(listing)
    reader.survey()
    pages = [reader.ids(offset, 7) for offset in range(1, len(whole))]
    assert pages == [whole[offset : offset + 7] for offset in range(1, len(whole))]


def test_a_far_page_is_not_reached_from_the_top(crowd: None) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []

    class Heard:
        def execute(self, sql: str, params: Any = ()) -> list[tuple[Any, ...]]:
            asked.append((sql, tuple(params)))
            return Reader(Listing(PEOPLE))._read.execute(sql, params)

    reader = Reader(Listing(PEOPLE), Heard())
    reader.survey()
    asked.clear()
    reader.ids(200, 10)
    [(sql, params)] = asked
    assert sql.endswith("OFFSET ?")
    assert params[-1] == 200 % 9
