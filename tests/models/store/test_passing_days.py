"""Counts of today stay right though days pass without anybody writing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.clock import stopped_at
from models.registers.members import Membership
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.store import keys, settings
from models.store.check import findings
from models.store.passing_days import COUNTED_ON, catch_up, follow_calendar
from models.values.partial_date import PartialDate
from tests.conftest import TODAY
from tests.models.samples import fresh, person, stored

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def team() -> Team:
    """A team whose leader goes and whose second member comes with the next year."""
    scheme = stored(Scheme(name="Camera an ninh"))
    of = stored(Team(name="Tổ 1", scheme=scheme))
    leaves = {"role": "Tổ trưởng", "left": PartialDate(2027)}
    stored(Membership(person=person("Lê A"), team=of, **leaves))
    for number in range(2):
        joined = PartialDate(2027, 1, 2 + number)
        stored(Membership(person=person(f"Lê {'BC'[number]}"), team=of, joined=joined))
    assert (fresh(of).strength, fresh(of).leader) == (1, "Lê A")
    return of


def test_counts_follow_the_calendar(team: Team) -> None:
    later = TODAY + timedelta(days=60)
    with stopped_at(later):
        assert keys.out_of_date(Team) == 1
        assert follow_calendar(TODAY.date()) == 1
        assert (fresh(team).strength, fresh(team).leader) == (2, "")
        assert Scheme.get().members == 2
        assert findings() == []
        assert follow_calendar(later.date()) == 0


def test_a_clock_put_back_is_followed_too(team: Team) -> None:
    with stopped_at(TODAY + timedelta(days=60)):
        follow_calendar(TODAY.date())
    assert follow_calendar(date(2027, 1, 21)) == 1
    assert (fresh(team).strength, fresh(team).leader) == (1, "Lê A")


def test_catching_up_counts_once_a_day(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    catch_up()
    assert settings.get(COUNTED_ON) == "2026-11-22"
    with stopped_at(TODAY + timedelta(days=41)):
        catch_up()
        assert settings.get(COUNTED_ON) == "2027-01-02"
        assert fresh(team).strength == 1
        monkeypatch.setattr("models.store.passing_days.follow_calendar", pytest.fail)
        catch_up()
