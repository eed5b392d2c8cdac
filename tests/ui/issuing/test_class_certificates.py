"""The certificates of a class: of those who passed, once each, with the class's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import UserError
from models.issuing import runs, seal
from models.issuing.given import given_to
from models.registers.classes import TrainingClass
from models.registers.issued import IssuedPaper
from models.registers.people import Person
from models.registers.trainees import Trainee, trainees_of
from models.rules.passing import PASSED
from models.values.partial_date import PartialDate
from printing.records.classes import class_data
from printing.records.wanted import Wanted
from tests.models.samples import fresh, stored
from tests.ui.workplaces import opened_workplace, shown
from ui.desk.issuing import OfficeIssuing
from ui.issuing.issue_page import IssuePage
from ui.source.issuing import Draft
from ui.workplace import Workplace

DESIGN = "Giấy chứng nhận, khung đơn giản"
DAY = date(2026, 11, 16)


@pytest.fixture
def training(register: Path) -> TrainingClass:
    """A class without conditions but a score, whose third trainee has none."""
    days = {"started": PartialDate(2026, 11, 12), "ended": PartialDate(2026, 11, 14)}
    made = stored(TrainingClass(name="Lớp một", state="Đã bế giảng", least_score=5.0, **days))
    for number, (name, score) in enumerate((("Võ An", 8.5), ("Trần Bé", 6.0), ("Lê Cư", 2.0)), 1):
        person = stored(Person(full_name=name, sex="Nam"))
        stored(Trainee(training_class=made, person=person, number=number, score=score))
    return fresh(made)


def tell(_done: int, _total: int, _words: str) -> None:
    """Nobody listens."""


def draft(training: TrainingClass) -> Draft:
    due = OfficeIssuing().class_due(training.id)
    return Draft(DESIGN, due.trainees, 1, DAY, due.merit, due.decision, training=training.id)


def test_those_who_passed_are_due_and_each_only_once(training: TrainingClass) -> None:
    seal.make_key()
    office = OfficeIssuing()
    due = office.class_due(training.id)
    assert (len(due.trainees), due.others) == (2, 1)
    assert due.merit == "Đã hoàn thành lớp một, từ ngày 12/11/2026 đến ngày 14/11/2026"
    run = office.hold(draft(training), tell, clock_is_right=True)
    rows = class_data(training, Wanted()).trainees
    assert [row.paper for row in rows] == ["", "", ""], "a number that is held is no paper yet"
    with pytest.raises(UserError, match="chưa ai đạt mà chưa có giấy"):
        office.class_due(training.id)
    assert office.confirm(run.id, (0, 1), 0) == "Đã vào sổ cấp 2 giấy."
    first = IssuedPaper.get(IssuedPaper.number == 1)
    assert (first.receiver, first.subject, first.result) == ("Võ An", "Lớp một", "Đạt")
    passed = [one for one in trainees_of(training.id) if one.result == PASSED]
    assert given_to([one.uid for one in passed]) == {
        passed[0].uid: "001/2026",
        passed[1].uid: "002/2026",
    }
    rows = class_data(training, Wanted()).trainees
    assert [row.paper for row in rows] == ["001/2026", "002/2026", ""]
    runs.void(first, "Sai tên")
    assert office.class_due(training.id).trainees == (passed[0].id,)


@pytest.fixture
def place(qtbot: QtBot, register: Path, training: TrainingClass) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent) as place:
        yield place


def test_the_page_of_a_class_leads_to_its_papers(
    qtbot: QtBot, place: Workplace, training: TrainingClass
) -> None:
    place.shell.acted.emit("classes", "open", training.id)
    place.shell.run("certify_class")
    qtbot.waitUntil(lambda: isinstance(shown(place), IssuePage), timeout=20_000)
    page = shown(place)
    assert isinstance(page, IssuePage)
    qtbot.waitUntil(lambda: page.first.text() == "001")
    assert page.whose.text() == "2 học viên đạt của Lớp một; 1 người chưa cấp."
    assert page.numbers.text() == "Số 001/2026 đến 002/2026, chưa dùng lần nào."
    wanted = page.draft()
    assert wanted is not None
    assert wanted.training == training.id
