"""The panel beside a class's sheet: all who passed or some, one paper seen, one tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.issuing import seal
from models.registers.classes import Session, TrainingClass
from models.registers.issued import ISSUED, IssuedPaper
from models.registers.trainees import trainees_of
from models.roles import Role
from models.store import session
from tests.models.issuing.papers import book
from tests.models.samples import stored
from tests.printing.pdf_marks import read_pages
from tests.ui.issuing.test_class_certificates import draft, tell, training
from tests.ui.keys import press
from tests.ui.paper.clerk import CANON, act
from tests.ui.paper.drawn import FilePrinters
from tests.ui.workplaces import opened_workplace, shown
from ui.classes.head import PAPERS
from ui.classes.page import ClassPage
from ui.desk.issuing import OfficeIssuing
from ui.issuing.class_panel import ClassPanel
from ui.issuing.issue_page import IssuePage
from ui.issuing.issued_page import IssuedPage
from ui.paper.page import PaperPage
from ui.source.issuing import ClassDue
from ui.workplace import Workplace

__all__ = ["training"]
Key = Qt.Key
LONG = 20_000


@pytest.fixture
def place(
    qtbot: QtBot, register: Path, tmp_path: Path, training: TrainingClass
) -> Iterator[Workplace]:
    """Of the class two of three have passed."""
    stored(Session(training_class=training, label="Buổi một"))
    with opened_workplace(qtbot, register.parent, printers=FilePrinters(tmp_path, CANON)) as place:
        yield place


def opened(qtbot: QtBot, place: Workplace, training: TrainingClass) -> tuple[ClassPage, ClassPanel]:
    """The page of the class with its panel filled."""
    place.shell.acted.emit("classes", "open", training.id)
    qtbot.waitUntil(lambda: isinstance(shown(place), ClassPage))
    page = shown(place)
    assert isinstance(page, ClassPage)
    panel = page.panel
    assert panel is not None
    qtbot.waitUntil(lambda: bool(panel.people) and panel.first.text() != "", timeout=LONG)
    qtbot.waitUntil(lambda: panel.picture.is_drawn, timeout=LONG)
    return page, panel


def test_all_who_passed_are_drafted_from_the_class(
    qtbot: QtBot, place: Workplace, training: TrainingClass
) -> None:
    page, panel = opened(qtbot, place, training)
    assert panel.isVisible()
    assert panel.all.text() == "Chỉ người đạt (5,0 điểm)"
    assert panel.count.text() == "2 người · 1 người chưa đủ"
    assert panel.numbers.text() == "Số 001/2026 đến 002/2026, chưa dùng lần nào."
    panel.look.click()
    qtbot.waitUntil(lambda: isinstance(shown(place), IssuePage), timeout=LONG)
    draft = shown(place)
    assert isinstance(draft, IssuePage)
    qtbot.waitUntil(draft.hold_button.isEnabled, timeout=LONG)
    assert draft.whose.text() == "2 học viên đạt của Lớp một; 1 người chưa cấp."
    assert len(draft.viewer.pictures.book.leaves) == 2
    assert book() == []
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(place) is page)


def test_single_trainees_are_left_out(
    qtbot: QtBot, place: Workplace, training: TrainingClass
) -> None:
    _page, panel = opened(qtbot, place, training)
    panel.pick.click()
    qtbot.waitUntil(lambda: panel.picker.list.count() == 2)
    panel.picker.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    panel.picker.list.setFocus()
    press(Key.Key_Return)
    left = trainees_of(training.id)[1]
    assert panel.people == (left.id,)
    assert not panel.all.isChecked()
    assert panel.count.text() == "1 người · 1 người chưa chọn · 1 người chưa đủ"
    panel.all.click()
    assert len(panel.people) == 2


def test_giving_up_the_choice_leaves_all_chosen(
    qtbot: QtBot, place: Workplace, training: TrainingClass
) -> None:
    _page, panel = opened(qtbot, place, training)
    panel.all.click()
    qtbot.waitUntil(lambda: panel.picker.list.count() == 2)
    panel.picker.left.emit()
    assert panel.all.isChecked()
    assert len(panel.people) == 2


def test_a_test_sheet_has_neither_number_nor_code_and_takes_none(
    qtbot: QtBot, place: Workplace, training: TrainingClass
) -> None:
    _page, panel = opened(qtbot, place, training)
    panel.test.click()
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage))
    sheet = shown(place)
    assert isinstance(sheet, PaperPage)
    qtbot.waitUntil(lambda: act(sheet) == "In 1 trang", timeout=LONG)
    text = read_pages(sheet._book.parts[0][1].content)[0].text
    assert "IN THỬ" in text
    assert "001/2026" not in text
    assert book() == []


def test_the_paper_shown_is_the_one_of_the_trainee_under_the_cursor(
    qtbot: QtBot, place: Workplace, training: TrainingClass
) -> None:
    page, panel = opened(qtbot, place, training)
    page.attendance.view.go(1, 0)
    second = trainees_of(training.id)[1]
    qtbot.waitUntil(lambda: panel._drawn is not None and panel._drawn.people == (second.id,))
    assert panel._drawn is not None
    assert panel._drawn.first == 2


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (ClassDue(1, "Lớp", (), "", "", 6), "Chưa ai cần cấp giấy · 6 người chưa đủ"),
        (ClassDue(1, "Lớp", (), "", "", 0, 30), "Không còn ai cần cấp giấy · 30 người đã có giấy"),
    ],
)
def test_why_nobody_is_due_a_paper_is_said(qtbot: QtBot, due: ClassDue, said: str) -> None:
    panel = ClassPanel(lambda: date(2026, 11, 16))
    qtbot.addWidget(panel)
    panel.show_class(due, "Giấy chứng nhận")
    assert panel.count.text() == said
    assert not panel.look.isEnabled()


def test_what_was_issued_stands_in_the_tab_and_opens_in_the_book(
    qtbot: QtBot, place: Workplace, training: TrainingClass
) -> None:
    seat = trainees_of(training.id)[0]
    seal.make_key()
    office = OfficeIssuing()
    run = office.hold(replace(draft(training), people=(seat.id,)), tell, clock_is_right=True)
    office.confirm(run.id, (0,), 0)
    page, panel = opened(qtbot, place, training)
    assert panel.count.text() == "1 người · 1 người chưa đủ · 1 người đã có giấy"
    assert [(one.cells[0], one.cells[5]) for one in page.sheet.papers] == [
        ("001/2026", ISSUED),
        ("", "Chưa cấp"),
    ]
    page.head.tabs.setCurrentIndex(PAPERS)
    assert page.papers.table is not None
    assert page.papers.table.hasFocus()
    wished: list[tuple[str, str, int]] = []
    place.shell.acted.connect(lambda *told: wished.append(told))
    press(Key.Key_Return)
    assert wished == [("issued", "open", IssuedPaper.get().id)]
    qtbot.waitUntil(lambda: isinstance(shown(place), IssuedPage), timeout=LONG)


def test_who_only_looks_has_no_panel(qtbot: QtBot, register: Path, training: TrainingClass) -> None:
    session.set_user("Lê Thị Mai", Role.VIEWER)
    try:
        with opened_workplace(qtbot, register.parent) as place:
            place.shell.acted.emit("classes", "open", training.id)
            qtbot.waitUntil(lambda: isinstance(shown(place), ClassPage))
            page = shown(place)
            assert isinstance(page, ClassPage)
            assert page.panel is None
    finally:
        session.set_user("")
