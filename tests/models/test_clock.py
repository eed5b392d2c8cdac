"""One clock for the whole program, which tests can hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from models.clock import now, stopped_at, today

HERE = timezone(timedelta(hours=7))


def test_now_is_the_machines_time_to_the_second_with_its_zone() -> None:
    moment = now()
    assert moment.microsecond == 0
    assert moment.utcoffset() is not None
    assert abs(datetime.now(UTC) - moment) < timedelta(minutes=1)
    assert today() in (moment.date(), moment.date() + timedelta(days=1))


def test_a_stopped_clock_stands_and_goes_on_afterwards() -> None:
    before = now()
    with stopped_at(datetime(2026, 12, 31, 23, 59, 59, 999, tzinfo=HERE)):
        assert now() == datetime(2026, 12, 31, 23, 59, 59, tzinfo=HERE)
        with stopped_at(datetime(2027, 1, 1, tzinfo=HERE)):
            assert today() == date(2027, 1, 1)
        assert today() == date(2026, 12, 31)
    assert now() >= before


def test_the_clock_goes_on_after_a_failure() -> None:
    with pytest.raises(RuntimeError), stopped_at(datetime(1999, 1, 1, tzinfo=HERE)):
        raise RuntimeError
    assert today().year > 1999
