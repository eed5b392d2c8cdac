"""Training of a year: classes, who passed, and papers as the issue book has them."""

from __future__ import annotations

from datetime import date

import pytest

from models.figures.classes import training_between
from models.issuing import runs
from models.registers.classes import CLOSED, ISSUED, TrainingClass
from models.registers.people import Person
from models.registers.trainees import Trainee, trainees_of
from models.values.partial_date import PartialDate
from tests.models.issuing.papers import PDF, order
from tests.models.samples import stored

pytestmark = pytest.mark.usefixtures("register")


def class_of_three(state: str) -> TrainingClass:
    """A class of which two passed."""
    day = PartialDate(2026, 11, 14)
    made = stored(
        TrainingClass(name="Lớp một", kind="Pháp luật", state=state, ended=day, least_score=5.0)
    )
    for name, score in (("Võ An", 8.5), ("Trần Bé", 6.0), ("Lê Cư", 2.0)):
        person = stored(Person(full_name=name))
        stored(Trainee(training_class=made, person=person, score=score, grade=""))
    return made


def give(seats: list[Trainee]) -> None:
    items = [runs.Item(one.title, {"name": one.title}, origin=one.uid) for one in seats]
    runs.confirm(runs.hold(order(), items, PDF))


def counted() -> tuple[int, int, int]:
    (law,) = training_between(date(2026, 1, 1), date(2026, 12, 31))
    return law.trainees, law.passed, law.papers


def test_papers_are_those_that_stand_in_the_book() -> None:
    training = class_of_three(CLOSED)
    seats = trainees_of(training.id)
    assert counted() == (3, 2, 0)
    runs.hold(order(), [runs.Item("Võ An", {"name": "Võ An"}, origin=seats[0].uid)], PDF)
    assert counted() == (3, 2, 0), "a number that is only held is no paper"
    give([seats[1]])
    assert counted() == (3, 2, 1)


def test_a_paper_voided_counts_no_longer() -> None:
    training = class_of_three(CLOSED)
    items = [
        runs.Item(one.title, {"name": one.title}, origin=one.uid)
        for one in trainees_of(training.id)[:2]
    ]
    first, _second = runs.confirm(runs.hold(order(), items, PDF))
    runs.void(first, "Sai tên")
    assert counted() == (3, 2, 1)


def test_of_a_class_that_the_book_does_not_know_those_who_passed_count() -> None:
    training = class_of_three(ISSUED)
    assert counted() == (3, 2, 2)
    give(trainees_of(training.id)[:1])
    assert counted() == (3, 2, 1)
