"""A person's life over all registers, newest first.

A register tells its part by one function beside its model, ``(person) -> passages``, and one line
in `TELLERS`; nothing else knows which registers there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.passage import Passage
from models.registers.issued import papers_given
from models.registers.members import service_told, times_in_teams
from models.registers.reviews import reviews_of_member
from models.registers.same_people import merges_into
from models.registers.trainees import classes_of_person
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from models.registers.people import Person

    Teller = Callable[[Person], Iterable[Passage]]


def _merges(person: Person) -> Iterator[Passage]:
    for merge in merges_into(person.id):
        when = PartialDate.from_iso(merge.created_at[:10])
        yield Passage(when, f"Gộp với {merge.title}", merge)


TELLERS: tuple[Teller, ...] = (
    times_in_teams,
    service_told,
    reviews_of_member,
    classes_of_person,
    papers_given,
    _merges,
)
"""Who tells of people, register by register."""


def life_of(person: Person) -> list[Passage]:
    """Return everything that the registers tell of a person, newest first, undated last."""
    told = [passage for teller in TELLERS for passage in teller(person)]
    return sorted(told, key=_place, reverse=True)


def _place(passage: Passage) -> tuple[str, int]:
    return passage.when.iso if passage.when else "", passage.record.id
