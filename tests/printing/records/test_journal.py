"""The journal on paper: of a span of days, for those who may, no entry left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import AccessError, UserError
from models.registers.people import Person
from models.roles import Role
from models.store import journal, session
from printing.catalogue import document, render
from printing.listing import ListPage
from printing.records.build import build
from printing.records.wanted import Wanted
from tests.conftest import TODAY
from tests.models.samples import stored
from tests.printing.pdf_marks import read_pages
from tests.printing.rules import problems

DAY = TODAY.date()
JOURNAL = document("journal")


@pytest.fixture(autouse=True)
def acts(register: Path) -> Iterator[None]:
    """One act last month, two this month, one tomorrow."""
    with stopped_at(TODAY - timedelta(30)):
        journal.tell(journal.Act.LOGIN, "Mở sổ tháng trước")
    stored(Person(full_name="Thạch Thị Hồng Nhung"))
    journal.tell(journal.Act.PRINT, "In Danh sách người (1 người) ra ds.pdf")
    with stopped_at(TODAY + timedelta(1)):
        journal.tell(journal.Act.LOGIN, "Mở sổ ngày mai")
    yield
    session.set_user("")


def titles(wanted: Wanted) -> list[str]:
    page = build(JOURNAL, wanted)
    assert isinstance(page, ListPage)
    return [row[2] for row in page.rows if isinstance(row, tuple)]


def test_a_month_up_to_the_day() -> None:
    page = build(JOURNAL, Wanted())
    assert isinstance(page, ListPage)
    last = page.rows[len(page.rows) - 1]
    assert last == (
        f"{TODAY:%d/%m/%Y %H:%M}",
        "An",
        "In Danh sách người (1 người) ra ds.pdf",
        "1",
    )
    assert "Mở sổ tháng trước" not in titles(Wanted())
    assert "Mở sổ ngày mai" not in titles(Wanted())
    pdf = render(page)
    assert problems(pdf) == []
    text = " ".join(read_pages(pdf)[0].text.split())
    assert "(Từ ngày 01/11/2026 đến ngày 22/11/2026)" in text
    assert "NHẬT KÝ SỬ DỤNG SỔ" in text


def test_a_span_of_days_first_and_last_included() -> None:
    since = DAY - timedelta(30)
    found = titles(Wanted(since=since, as_of=DAY + timedelta(1)))
    assert "Mở sổ tháng trước" in found
    assert found[-1] == "Mở sổ ngày mai"
    assert titles(Wanted(since=since, as_of=since)) == ["Mở sổ tháng trước"]


def test_days_the_wrong_way_round_are_told() -> None:
    with pytest.raises(UserError, match=r"Từ ngày 23/11/2026 sau đến ngày 22/11/2026"):
        build(JOURNAL, Wanted(since=date(2026, 11, 23)))


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_oversee_print_it(role: Role) -> None:
    session.set_user("Dung", role)
    if role in (Role.ADMIN, Role.LEADER):
        assert titles(Wanted())
        return
    with pytest.raises(AccessError, match="“Dung” không được in nhật ký"):
        build(JOURNAL, Wanted())
