"""A class from its plan to the last paper handed over, through the window on a real register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.registers import classes
from models.registers.classes import TrainingClass
from models.registers.issued import ISSUED, RESERVED, IssuedPaper
from models.registers.trainees import marks_of, trainees_of
from models.store.check import findings
from tests.models.issuing.papers import book
from tests.printing.pdf_marks import read_pages
from tests.ui.jobs.hands import Hands
from tests.ui.keys import CONTROL, press
from tests.ui.paper.clerk import CANON, act, leaves
from tests.ui.paper.drawn import FilePrinters
from tests.ui.workplaces import opened_workplace
from ui.classes.head import PAPERS, RESULTS
from ui.classes.page import ClassPage
from ui.form.page import FormPage
from ui.issuing.answer_bar import AnswerBar
from ui.issuing.handing_page import HandingPage
from ui.issuing.issue_page import IssuePage
from ui.paper.page import PaperPage

Key = Qt.Key
Flag = QItemSelectionModel.SelectionFlag
LONG = 20_000
NAME = "Lớp nghiệp vụ dân phòng"
PASTED = "\n".join(
    (
        "Lâm Sà Quên\t30/9/1988\tNam\t\t0907 555 861\tTổ tự quản số 2\tTổ viên",
        "Kim Thị Út\t1972\tNữ\t\t\tTổ hòa giải số 1\tTổ phó",
        "Thạch Sô Phol\t1990\tNam\t\t\tTổ tự quản số 2\tTổ viên",
        "Võ Văn An\t1981\tNam\t\t\tTổ tự quản số 2\tTổ viên",
    )
)
PASSED = ("Lâm Sà Quên", "Kim Thị Út", "Thạch Sô Phol")


@pytest.fixture
def hands(
    qtbot: QtBot, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """The window; what is asked before numbers are entered is answered with yes, sheets go
    nowhere."""
    monkeypatch.setattr("ui.paper.sending.print_job", lambda *_job: None)
    printers = FilePrinters(tmp_path, CANON)
    with opened_workplace(qtbot, register.parent, True, True, printers=printers) as place:
        yield Hands(qtbot, place)


def test_a_class_from_its_plan_to_the_papers_in_hand(hands: Hands) -> None:
    training = plan(hands)
    page = teach(hands, training)
    issue_to_all(hands, page)
    print_with_a_jam(hands)
    hand_over(hands)
    assert TrainingClass.get_by_id(training.id).state == classes.ISSUED
    page = open_class(hands)
    while page.head.tab != PAPERS:
        press(Key.Key_PageDown, CONTROL)
    until(
        hands,
        lambda: (
            [(one.cells[5], bool(one.cells[6])) for one in page.sheet.papers]
            == [(ISSUED, True)] * 3
        ),
    )
    assert page.sheet.state == classes.ISSUED
    text = results_sheet(hands)
    assert [number in text for number in ("001", "002", "003", "004")] == [True, True, True, False]
    assert "Võ Văn An" in text
    assert findings() == []


def until(hands: Hands, there: Callable[[], bool]) -> None:
    """Wait for what the next step needs, however busy the machine is."""
    hands.qtbot.waitUntil(there, timeout=LONG)


def plan(hands: Hands) -> TrainingClass:
    """Enter a class with its trainees pasted from Excel."""
    hands.place.shell.open_register("classes")
    hands.list("classes", 0)
    press(Key.Key_N, CONTROL)
    form = hands.page(FormPage)
    hands.fill(form, name=NAME, started="12/11/2026", ended="13/11/2026")
    hands.tab_to_rows(form, "trainee")
    QGuiApplication.clipboard().setText(PASTED)
    press(Key.Key_V, CONTROL)
    press(Key.Key_S, CONTROL)
    hands.heard(f"Đã lưu {NAME}.")
    hands.list("classes", 1)
    return TrainingClass.get(TrainingClass.name == NAME)


def open_class(hands: Hands) -> ClassPage:
    """Open the class by Enter on its row and wait until its sheet is there."""
    hands.place.shell.open_register("classes")
    listed = hands.list("classes", 1)
    listed.table.setFocus()
    until(hands, listed.table.hasFocus)
    press(Key.Key_Return)
    page = hands.page(ClassPage)
    until(hands, lambda: len(page.sheet.seats) == 4)
    return page


def teach(hands: Hands, training: TrainingClass) -> ClassPage:
    """Two sittings and a score for each; one trainee fails."""
    page = open_class(hands)
    new = page.attendance.new.day
    for at, day in enumerate(("12/11/2026", "13/11/2026"), start=1):
        new.setFocus()
        until(hands, new.hasFocus)
        hands.write(day)
        press(Key.Key_Return)
        until(hands, partial(_has_sittings, page, at))
        until(hands, lambda: new.text() == "")
    for sitting in range(2):
        page.attendance.view.setFocus()
        page.attendance.view.go(0, sitting)
        until(hands, page.attendance.view.hasFocus)
        for key in (Key.Key_Space, Key.Key_M, Key.Key_Space, Key.Key_Space):
            press(key)
    until(hands, lambda: len(marks_of(training.id)) == 8)
    press(Key.Key_PageDown, CONTROL)
    assert page.head.tabs.currentIndex() == RESULTS
    for score in ("8,5", "7", "5,0", "3,5"):
        until(hands, page.results.hasFocus)
        for letter in score:
            hands.write(letter)
        press(Key.Key_Return)
    until(
        hands,
        lambda: (
            [one.result for one in trainees_of(training.id)] == ["Đạt", "Đạt", "Đạt", "Không đạt"]
        ),
    )
    return page


def _has_sittings(page: ClassPage, count: int) -> bool:
    return page.attendance.model.sittings == count


def issue_to_all(hands: Hands, page: ClassPage) -> None:
    """From the panel beside the sheet to held numbers and the print page."""
    panel = page.panel
    assert panel is not None
    until(hands, lambda: len(panel.people) == 3 and panel.first.text() != "")
    until(hands, panel.look.isEnabled)
    panel.look.click()
    draft = hands.page(IssuePage)
    until(hands, draft.hold_button.isEnabled)
    assert book() == []
    press(Key.Key_Return, CONTROL)
    until(hands, lambda: hands.place.printing.page is not None)
    assert [state for _label, state in book()] == [RESERVED] * 3


def print_run(hands: Hands, count: int) -> AnswerBar:
    """Print what waits, and wait for the question."""
    sheet = hands.page(PaperPage)
    until(hands, lambda: act(sheet) == f"In {count} trang")
    sheet.setFocus()
    press(Key.Key_Return)
    visit = hands.place.runs._visit
    assert visit is not None
    until(hands, visit.bar.right.hasFocus)
    return visit.bar


def print_with_a_jam(hands: Hands) -> None:
    """The third sheet comes out spoilt and is printed again under its number."""
    bar = print_run(hands, 3)
    press(Key.Key_Tab)
    assert bar.some.hasFocus()
    press(Key.Key_Space)
    assert bar.again.hasFocus()
    hands.write("3")
    bar.store.click()
    hands.heard("Đã vào sổ cấp 2 giấy. Đã ghi 1 tờ hỏng. Còn 1 giấy chờ in.")
    assert [state for _label, state in book()] == [ISSUED, ISSUED, RESERVED]
    assert TrainingClass.get().state == classes.TO_PRINT
    until(hands, lambda: hands.place.runs._visit is not None)
    print_run(hands, 1)
    press(Key.Key_Return)
    hands.heard("Đã vào sổ cấp 1 giấy.")
    assert [state for _label, state in book()] == [ISSUED] * 3


def hand_over(hands: Hands) -> None:
    """Each takes their own, told of all papers at once."""
    hands.place.shell.open_register("issued")
    page = hands.list("issued", 3)
    page.table.selectAll()
    until(hands, lambda: page.table.chosen.count() == 3)
    page.list.wanted.emit("hand_over")
    hands.page(HandingPage)
    press(Key.Key_Return, CONTROL)
    until(hands, lambda: all(one.handed_on is not None for one in IssuedPaper.select()))
    hands.list("issued", 3)
    papers = IssuedPaper.select().order_by(IssuedPaper.number)
    assert tuple(one.handed_to for one in papers) == PASSED


def results_sheet(hands: Hands) -> str:
    """What F31 says, chosen on the print page by keyboard."""
    press(Key.Key_P, CONTROL)
    sheet = hands.page(PaperPage)
    papers = sheet.choice.list
    until(hands, lambda: bool(leaves(sheet)))
    at = [line.title for line in papers.lines()].index("Bảng kết quả học tập")
    wanted = papers.lines()[at].id
    papers.setFocus()
    until(hands, papers.hasFocus)
    press(Key.Key_Home)
    for _step in range(at):
        press(Key.Key_Down)
    until(hands, lambda: leaves(sheet) == [f"{wanted} 1"])
    assert QApplication.focusWidget() is papers
    part = next(pdf for paper, pdf in sheet._book.parts if paper.id == wanted)
    return " ".join(one.text for one in read_pages(part.content))
