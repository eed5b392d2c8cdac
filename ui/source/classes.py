"""A training class as its page needs it: sittings across, trainees down, marks and results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ui.source.details import Detail
from ui.source.forms import Option

Cell = tuple[int, int]
"""Keys of a trainee and a sitting."""
PARTS = ("Sáng", "Chiều", "Tối", "Cả ngày")
WHOLE_DAY = PARTS[-1]
PRESENT, EXCUSED, ABSENT, LATE = "x", "P", "K", "M"
WORDS: Mapping[str, str] = {
    PRESENT: "có mặt",
    EXCUSED: "có phép",
    ABSENT: "không phép",
    LATE: "muộn",
    "": "chưa điểm danh",
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting: its key, the two lines of its heading, and its title in a sentence."""

    id: int
    top: str
    under: str
    title: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One trainee: key, name and unit, and the results as they are shown."""

    id: int
    name: str
    unit: str = ""
    born: str = ""
    score: str = ""
    grade: str = ""
    result: str = ""
    reason: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A paper of a trainee: its key in the issue book, 0 for none yet, and what a list shows of it.

    ``cells`` are number, name, unit, result, day of issue, state and the day it was taken.
    """

    paper: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """A class with all that its page shows.

    ``facts`` are (icon, words) of the line under the title; ``marks`` hold letters; ``least`` is
    the attendance asked for in percent, 0 for none, and ``condition`` the same in words.
    """

    id: int
    title: str
    state: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    sittings: tuple[Sitting, ...] = ()
    seats: tuple[Seat, ...] = ()
    marks: Mapping[Cell, str] = field(default_factory=dict)
    least: int = 0
    condition: str = ""
    grades: tuple[str, ...] = ()
    detail: Detail = field(default_factory=lambda: Detail(""))
    papers: tuple[Given, ...] = ()


class ClassSource(Protocol):
    """Reads and changes classes; everything here may wait for the disk."""

    def load(self, identity: int) -> ClassSheet | None:
        """The class, or nothing when it is gone."""

    def put_marks(self, identity: int, marks: Mapping[Cell, str]) -> None:
        """Keep marks; an empty letter takes a mark away. Those of a sitting are one change."""

    def put_results(self, identity: int, results: Mapping[int, tuple[str, str]]) -> None:
        """Keep scores and grades, as texts that `read_score` has passed."""

    def read_score(self, text: str) -> str:
        """A score as it is shown; refuses what is none with a sentence."""

    def grade_of(self, score: str) -> str:
        """The grade that a shown score means."""

    def find_people(self, words: str) -> Sequence[Option]:
        """Who may be meant, for the field that adds trainees."""

    def add_person(self, identity: int, person: int) -> str:
        """Seat a person at the end of a class; tells what was done."""

    def remove(self, seats: Sequence[int]) -> str:
        """Take trainees out of a class; tells what was done."""

    def add_sitting(self, identity: int, day: str, part: str) -> str:
        """Add a sitting on a typed day; refuses what is no day. Tells what was done."""

    def remove_sitting(self, sitting: int) -> str:
        """Take a sitting away with its marks; tells what was done."""
