"""An open register with a few records, and a folder for copies of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.registers.people import Person
from models.store.change import change
from models.store.folder import RegisterFolder
from tests.conftest import TODAY
from tests.faults.killing import make_register, open_register

PEOPLE = 30


@pytest.fixture
def folder(tmp_path: Path, empty_register: Path) -> Iterator[RegisterFolder]:
    """Open, worked in by An on 22 November 2026."""
    made = make_register(tmp_path / "so", empty_register)
    with stopped_at(TODAY), open_register(made):
        add_people(1, PEOPLE)
        yield made


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    place = tmp_path / "usb"
    place.mkdir()
    return place


def add_people(first: int, last: int) -> None:
    with change("Thêm người") as work:
        work.add_many([Person(full_name=f"Nguyễn Văn {n}") for n in range(first, last + 1)])


def names(place: Path) -> list[str]:
    return sorted(one.name for one in place.iterdir())
