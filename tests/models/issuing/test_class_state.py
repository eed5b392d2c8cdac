"""A class moves on with its papers: to print, given, and back when one is void."""

from __future__ import annotations

import pytest

from models.issuing import runs
from models.registers import classes
from models.registers.classes import TrainingClass
from models.registers.issued import PrintRun
from models.registers.trainees import trainees_of
from models.values.partial_date import PartialDate
from tests.models.figures.test_training import class_of_three
from tests.models.issuing.papers import PDF, order
from tests.models.samples import fresh, save

pytestmark = pytest.mark.usefixtures("register")


def hold(training: TrainingClass, *places: int) -> PrintRun:
    seats = trainees_of(training.id)
    items = [runs.Item(seats[at].title, origin=seats[at].uid) for at in places]
    return runs.hold(order(), items, PDF)


def test_a_class_waits_for_print_until_all_who_passed_have_their_papers() -> None:
    training = class_of_three(classes.CLOSED)
    run = hold(training, 0, 1)
    assert fresh(training).state == classes.TO_PRINT
    first = runs.confirm(run, {1})[0]
    assert fresh(training).state == classes.TO_PRINT
    runs.confirm(run)
    assert fresh(training).state == classes.ISSUED
    runs.void(first, "Sai tên")
    assert fresh(training).state == classes.TO_PRINT
    runs.confirm(hold(training, 0))
    assert fresh(training).state == classes.ISSUED


def test_numbers_given_back_leave_the_class_waiting() -> None:
    training = class_of_three(classes.CLOSED)
    runs.release(hold(training, 0, 1))
    assert fresh(training).state == classes.TO_PRINT


@pytest.mark.parametrize("state", [classes.CANCELLED, classes.OPEN])
def test_a_class_cancelled_or_going_on_stays_as_it_is(state: str) -> None:
    training = class_of_three(state)
    if state == classes.OPEN:
        training.ended = PartialDate(2026, 12, 31)
        save(training)
    runs.confirm(hold(training, 0, 1))
    assert fresh(training).state == state


def test_a_flaw_of_the_class_keeps_nobody_from_a_paper() -> None:
    training = class_of_three(classes.CLOSED)
    TrainingClass.update(least_share=120).where(TrainingClass.id == training.id).execute()
    runs.confirm(hold(training, 0, 1))
    assert fresh(training).state == classes.ISSUED
