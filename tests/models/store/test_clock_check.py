"""A clock that went backwards stops every change until it is put right or somebody says it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.clock import stopped_at
from models.errors import UserError
from models.registers.people import Person
from models.store import clock_check
from models.store.change import change
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture(autouse=True)
def nobody_said_anything() -> None:
    clock_check.forget()


def add(name: str) -> None:
    with change(f"Thêm {name}") as work:
        work.save(Person(full_name=name))


def test_a_clock_that_goes_on_is_not_asked_about() -> None:
    for later in (timedelta(), timedelta(days=400), timedelta(days=400) - clock_check.SLACK):
        with stopped_at(TODAY + later):
            assert clock_check.behind_history() is None
            add("Lê Thị Ánh")


def test_nothing_is_dated_by_a_clock_of_the_past() -> None:
    add("Lê Thị Ánh")
    with stopped_at(TODAY.replace(year=2009)):
        assert clock_check.behind_history() == TODAY
        with pytest.raises(UserError, match=r"Giờ máy đang là .*2009, trước lần ghi sổ cuối"):
            add("Nguyễn Văn An")
        with change("Sao lưu", kind="event"):
            pass
    assert Person.select().count() == 1


def test_who_says_that_the_clock_is_right_goes_on() -> None:
    with stopped_at(TODAY.replace(year=2009)):
        clock_check.accept_clock()
        assert clock_check.behind_history() is None
        add("Lê Thị Ánh")
        add("Nguyễn Văn An")
    with stopped_at(TODAY):
        add("Trần Văn Bình")
    with stopped_at(TODAY.replace(year=2010)):
        assert clock_check.behind_history() == TODAY
