"""Certificates through the window: drafted, held, printed, answered for, gone on after a jam."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import isValid

from models.clock import stopped_at
from models.issuing import runs, seal, stock
from models.registers.blanks import IN, BlankMove
from models.registers.issued import ISSUED, RESERVED, IssuedPaper
from models.registers.people import Person
from models.store.undo import last_change
from printing.certificate.issue import hold
from tests.models.issuing.papers import DAY, book
from tests.models.samples import save
from tests.printing.certificate.test_issue import issue
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.paper.clerk import CANON, act
from tests.ui.paper.drawn import FilePrinters
from tests.ui.workplaces import opened_workplace, shown
from ui.ask import Answers
from ui.issuing.answer_bar import IN_FILE
from ui.issuing.check_page import CheckPage
from ui.issuing.issue_page import IssuePage
from ui.paper.page import PaperPage
from ui.workplace import Workplace

Key = Qt.Key
NAMES = ("Ngô Thanh Bình", "Huỳnh Tấn Đạt", "Đặng Hoàng Em", "Phan Thị Mỹ Lệ")
BLANKS = "Phôi giấy chứng nhận A4"
LONG = 20_000


@pytest.fixture
def answers() -> list[bool]:
    """What a person answers, in turn."""
    return [True, True, True]


@pytest.fixture
def place(
    qtbot: QtBot,
    register: Path,
    tmp_path: Path,
    answers: list[bool],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    """The window; sheets go nowhere, since how they get on paper is proven elsewhere."""
    monkeypatch.setattr("ui.paper.sending.print_job", lambda *_job: None)
    save(*(Person(full_name=name) for name in NAMES))
    save(BlankMove(kind=BLANKS, move=IN, day=DAY, sheets=100))
    printers = FilePrinters(tmp_path, CANON)
    with opened_workplace(qtbot, register.parent, *answers, printers=printers) as place:
        yield place


def said(place: Workplace, words: str) -> bool:
    return any(words in one for one in place.shell.notifier.said)


def run_page(place: Workplace) -> PaperPage:
    page = shown(place)
    assert isinstance(page, PaperPage)
    return page


def draft(qtbot: QtBot, place: Workplace) -> IssuePage:
    """Fill in a draft for everybody, as a clerk does it."""
    place.shell.open_register("issued")
    place.shell.run("add")
    page = shown(place)
    assert isinstance(page, IssuePage)
    qtbot.waitUntil(lambda: page.first.text() == "001")
    page.pick.click()
    qtbot.waitUntil(lambda: page.picker.list.count() == len(NAMES))
    page.picker.list.setFocus()
    for row in range(len(NAMES)):
        page.picker.list.item(row).setCheckState(Qt.CheckState.Checked)
    press(Key.Key_Return)
    type_text(page.merit, "Đã hoàn thành lớp bồi dưỡng nghiệp vụ năm 2026")
    return page


def test_what_is_read_for_a_draft_that_was_left_reaches_nobody(
    qtbot: QtBot, place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, source = draft(qtbot, place), place.issuing._source
    begun, left = threading.Event(), threading.Event()
    people = source.people

    def people_late(words: str) -> object:
        begun.set()
        left.wait(60)
        return people(words)

    monkeypatch.setattr(source, "people", people_late)
    told: list[object] = []
    page._find("bình", told.append)
    assert begun.wait(60)
    page.left.emit()
    qtbot.waitUntil(lambda: not isValid(page))
    left.set()
    place.shell.means.runner.run(lambda _tell: "end", told.append, told.append)
    qtbot.waitUntil(lambda: "end" in told)
    assert told == ["end"]


def test_a_draft_is_looked_at_held_printed_and_entered(qtbot: QtBot, place: Workplace) -> None:
    page = draft(qtbot, place)
    assert page.numbers.text() == "Số 001/2026 đến 004/2026, chưa dùng lần nào."
    assert not page.hold_button.isEnabled()
    page.blanks.setCurrentIndex(1)
    page.blanks.activated.emit(1)
    press(Key.Key_F5)
    qtbot.waitUntil(page.hold_button.isEnabled, timeout=LONG)
    assert len(page.viewer.pictures.book.leaves) == len(NAMES)
    assert book() == []
    press(Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage), timeout=LONG)
    assert {state for _label, state in book()} == {RESERVED}
    qtbot.waitUntil(lambda: act(run_page(place)) == "In 4 trang", timeout=LONG)
    bar = place.runs._visit.bar  # type: ignore[union-attr]
    assert not bar.isVisible()
    run_page(place).setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(bar.isVisible, timeout=LONG)
    assert bar.question.text() == "4 trang vừa in đúng hết chưa?"
    assert QApplication.focusWidget() is bar.right
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: said(place, "Đã vào sổ cấp 4 giấy."), timeout=LONG)
    assert {state for _label, state in book()} == {ISSUED}
    assert stock.left() == {BLANKS: 96}


def held_run(place: Workplace, qtbot: QtBot) -> PaperPage:
    """Hold numbers elsewhere and open the run by its paper, as after a start."""
    with stopped_at(datetime(2026, 11, 22, 9, 40, tzinfo=timezone(timedelta(hours=7)))):
        run = hold(issue(NAMES, BLANKS))
    paper = runs.waiting(run)[0][1]
    place.shell.acted.emit("issued", "run", paper.id)
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage), timeout=LONG)
    page = run_page(place)
    qtbot.waitUntil(lambda: act(page) == "In 4 trang", timeout=LONG)
    page.setFocus()
    press(Key.Key_Return)
    visit = place.runs._visit
    assert visit is not None
    qtbot.waitUntil(visit.bar.isVisible, timeout=LONG)
    return page


def test_after_a_jam_the_run_goes_on_with_the_sheets_that_are_left(
    qtbot: QtBot, place: Workplace
) -> None:
    held_run(place, qtbot)
    bar = place.runs._visit.bar  # type: ignore[union-attr]
    bar.some.click()
    type_text(bar.again, "3-")
    press(Key.Key_Return) if bar.store.hasFocus() else bar.store.click()
    qtbot.waitUntil(lambda: said(place, "Đã vào sổ cấp 2 giấy. Đã ghi 1 tờ hỏng."), timeout=LONG)
    assert [state for _label, state in book()] == [ISSUED, ISSUED, RESERVED, RESERVED]
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage), timeout=LONG)
    page = run_page(place)
    qtbot.waitUntil(lambda: act(page) == "In 2 trang", timeout=LONG)
    assert stock.left() == {BLANKS: 97}


def test_a_run_stored_as_a_file_is_asked_about_as_a_printed_one(
    qtbot: QtBot, place: Workplace, tmp_path: Path
) -> None:
    asker = place.shell.means.asker
    assert isinstance(asker, Answers)
    asker._answers.appendleft(tmp_path / "đợt in.pdf")
    paper = runs.waiting(hold(issue(NAMES)))[0][1]
    place.shell.acted.emit("issued", "run", paper.id)
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage), timeout=LONG)
    qtbot.waitUntil(lambda: act(run_page(place)) == "In 4 trang", timeout=LONG)
    run_page(place).setFocus()
    press(Key.Key_S, CONTROL)
    visit = place.runs._visit
    assert visit is not None
    qtbot.waitUntil(visit.bar.isVisible, timeout=LONG)
    assert (tmp_path / "đợt in.pdf").read_bytes().startswith(b"%PDF")
    assert visit.bar.question.text() == IN_FILE.format(4)
    assert {state for _label, state in book()} == {RESERVED}
    qtbot.waitUntil(lambda: QApplication.focusWidget() is visit.bar.right)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: said(place, "Đã vào sổ cấp 4 giấy."), timeout=LONG)


def test_pages_that_are_not_there_are_refused_beside_the_field(
    qtbot: QtBot, place: Workplace
) -> None:
    held_run(place, qtbot)
    bar = place.runs._visit.bar  # type: ignore[union-attr]
    bar.some.click()
    type_text(bar.again, "9")
    bar.store.click()
    assert bar.error.text() == "Không có trang 9: chỉ có 4 trang."
    assert {state for _label, state in book()} == {RESERVED}


def test_numbers_not_printed_are_given_back(qtbot: QtBot, place: Workplace) -> None:
    held_run(place, qtbot)
    place.runs._visit.bar.none.click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: said(place, "Đã trả các số chưa in lại sổ."), timeout=LONG)
    assert book() == []


@pytest.mark.parametrize("answers", [[False]])
def test_numbers_not_printed_are_kept_when_a_person_says_so(qtbot: QtBot, place: Workplace) -> None:
    page = held_run(place, qtbot)
    place.runs._visit.bar.none.click()  # type: ignore[union-attr]
    assert len(book()) == len(NAMES)
    page.acts.run("close")
    assert not said(place, "chưa cho biết in đúng hết chưa")


def test_a_page_left_without_an_answer_asks_again(qtbot: QtBot, place: Workplace) -> None:
    held_run(place, qtbot).acts.run("close")
    assert said(place, "chưa cho biết in đúng hết chưa. Số vẫn giữ.")
    notice = place.shell.notifier.toast.notice
    assert notice is not None
    assert notice.run is not None
    notice.run()
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage), timeout=LONG)
    visit = place.runs._visit
    assert visit is not None
    assert visit.bar.isVisible()


def test_a_run_of_before_is_offered_at_the_start(
    qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    hold(issue(NAMES))
    with opened_workplace(qtbot, register.parent, printers=FilePrinters(tmp_path, CANON)) as place:
        words = "Giấy chứng nhận 1–4/2026: còn 4 giấy giữ số, chưa vào sổ cấp."
        qtbot.waitUntil(lambda: said(place, words), timeout=LONG)


def test_a_paper_is_handed_over_and_taken_back(qtbot: QtBot, place: Workplace) -> None:
    paper = runs.confirm(hold(issue(NAMES)))[1]
    place.shell.acted.emit("issued", "hand_over", paper.id)
    qtbot.waitUntil(lambda: said(place, "Đã ghi Huỳnh Tấn Đạt nhận giấy số 002/2026 hôm nay."))
    assert IssuedPaper.get_by_id(paper.id).handed_to == "Huỳnh Tấn Đạt"
    change = last_change()
    assert change is not None
    assert change.title == "Trao 1 giấy, số 2"


def test_a_code_is_checked_by_the_book_and_by_a_name(qtbot: QtBot, place: Workplace) -> None:
    paper = runs.confirm(hold(issue(NAMES)))[1]
    code = runs.printed_data(paper)[2]["code"]
    place.shell.run("check_paper")
    page = shown(place)
    assert isinstance(page, CheckPage)
    type_text(page.code, code)
    page.check.click()
    qtbot.waitUntil(lambda: page.result is not None)
    assert words_of(page) == (
        "Giấy chứng nhận số 002/2026, cấp ngày 16/11/2026, Huỳnh Tấn Đạt: khớp."
    )
    type_text(page.name, "Huỳnh Tấn Đức")
    page.check.click()
    qtbot.waitUntil(lambda: "không khớp" in words_of(page))
    press(Key.Key_Escape)
    assert shown(place) is not page


def words_of(page: CheckPage) -> str:
    return page.result.accessibleName() if page.result is not None else ""


def test_another_offices_paper_is_checked_with_its_key(
    qtbot: QtBot, place: Workplace, tmp_path: Path
) -> None:
    seal.make_key()
    file = tmp_path / "khoa.txt"
    file.write_text(seal.public_key("Công an xã Vĩnh Mỹ"), encoding="utf-8")
    place.shell.run("check_paper")
    page = shown(place)
    assert isinstance(page, CheckPage)
    asker = place.shell.means.asker
    assert isinstance(asker, Answers)
    asker._answers.appendleft(file)
    page.key_button.click()
    qtbot.waitUntil(lambda: "Công an xã Vĩnh Mỹ" in page.key_words.text())
