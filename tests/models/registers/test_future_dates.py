"""A date that lies ahead is doubted, and stored all the same; one of a plan is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from models.clock import stopped_at
from models.problem import Severity
from models.registers.activities import ACTIVITIES, Activity
from models.registers.classes import CLASSES, TrainingClass
from models.registers.teams import TEAMS, Team
from models.values.partial_date import PartialDate

DOUBT = "Ngày ở tương lai. Vẫn lưu được."


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with stopped_at(datetime(2026, 11, 29, 10, tzinfo=UTC)):
        yield


@pytest.mark.parametrize(
    ("decided", "is_doubted"),
    [
        (PartialDate(2026), False),
        (PartialDate(2026, 11), False),
        (PartialDate(2026, 11, 29), False),
        (PartialDate(2026, 11, 30), True),
        (PartialDate(2026, 12), True),
        (PartialDate(2027), True),
    ],
)
def test_a_date_as_precise_as_known(decided: PartialDate, is_doubted: bool) -> None:
    found = TEAMS.problems(Team(name="Tổ 1", decision_date=decided))
    doubts = [(one.field, one.severity) for one in found if one.message == DOUBT]
    assert doubts == [("decision_date", Severity.WARNING)] * is_doubted


@pytest.mark.usefixtures("register")
def test_a_day() -> None:
    found = ACTIVITIES.problems(Activity(day=date(2026, 11, 30)))
    assert ("day", DOUBT) in [(one.field, one.message) for one in found]


@pytest.mark.usefixtures("register")
def test_what_is_planned_lies_ahead() -> None:
    planned = TrainingClass(started=PartialDate(2027, 1), ended=PartialDate(2027, 2))
    assert DOUBT not in [one.message for one in CLASSES.problems(planned)]
