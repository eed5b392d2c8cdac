"""The issue book through the window: seen as kept, handed over, void, printed and given again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.issuing import runs
from models.registers.issued import ISSUED, RESERVED, VOID, IssuedPaper
from models.registers.people import Person
from models.roles import Role
from models.store import session
from models.store.check import findings
from models.store.undo import last_change
from printing.certificate.issue import hold
from tests.models.issuing.papers import book
from tests.models.samples import fresh, save
from tests.printing.certificate.test_issue import issue
from tests.printing.pdf_marks import read_pages
from tests.ui.jobs.hands import Hands
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.paper.clerk import CANON, act, words_on
from tests.ui.paper.drawn import FilePrinters
from tests.ui.workplaces import opened_workplace
from ui.ask import Answers
from ui.issuing.handing_page import HandingPage
from ui.issuing.issue_page import IssuePage
from ui.issuing.issued_page import IssuedPage
from ui.pages.register_page import RegisterPage
from ui.pages.wishes import Wish
from ui.paper.page import PaperPage
from ui.paper.selection import Scope
from ui.source import Query
from ui.source.issue_book import HAND_OVER, REISSUE, REPRINT
from ui.workplace import Workplace

Key = Qt.Key
NAMES = ("Ngô Thanh Bình", "Huỳnh Tấn Đạt", "Đặng Hoàng Em")
LONG = 20_000
Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture
def papers(register: Path) -> list[IssuedPaper]:
    """Three papers that are issued, and a fourth number that is only held."""
    save(*(Person(full_name=name) for name in NAMES))
    made = runs.confirm(hold(issue(NAMES)))
    hold(issue(("Lê Văn Tám",)))
    return made


@pytest.fixture
def place(
    qtbot: QtBot,
    register: Path,
    tmp_path: Path,
    papers: list[IssuedPaper],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Workplace]:
    """The window; sheets go nowhere."""
    monkeypatch.setattr("ui.paper.sending.print_job", lambda *_job: None)
    with opened_workplace(
        qtbot, register.parent, True, printers=FilePrinters(tmp_path, CANON)
    ) as place:
        yield place


@pytest.fixture
def hands(qtbot: QtBot, place: Workplace) -> Hands:
    return Hands(qtbot, place)


def listed(hands: Hands) -> RegisterPage:
    hands.place.shell.open_register("issued")
    return hands.list("issued", 4)


def opened(hands: Hands, paper: IssuedPaper) -> IssuedPage:
    """The page of a paper, opened by Enter on its row."""
    page = listed(hands)
    page.select(paper.id)
    hands.list("issued", 4)
    hands.qtbot.waitUntil(lambda: paper.label in page.detail.title.whole())
    page.table.setFocus()
    hands.qtbot.waitUntil(page.table.hasFocus)
    press(Key.Key_Return)
    return hands.page(IssuedPage)


def test_a_paper_is_shown_as_it_was_kept(hands: Hands, papers: list[IssuedPaper]) -> None:
    page = opened(hands, papers[1])
    assert page.title.whole() == "Giấy chứng nhận số 002/2026"
    book = page.viewer.pictures.book
    assert len(book.leaves) == 1
    assert "Huỳnh Tấn Đạt" in read_pages(book.parts[0][1].content)[book.leaves[0].page].text
    said = [fact.value for block in page.card.blocks for fact in block.facts]
    assert "Huỳnh Tấn Đạt" in said
    assert not any(len(value) > 100 for value in said), "the code is for machines"


def test_a_number_is_void_with_its_reason_and_stays(
    hands: Hands, papers: list[IssuedPaper]
) -> None:
    page = opened(hands, papers[0])
    press(Key.Key_Delete)
    assert page.void_form.reason.hasFocus()
    press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: page.void_form.wrong.text() == "Chưa nhập lý do hủy.")
    type_text(page.void_form.reason, "Sai năm sinh")
    press(Key.Key_Return, CONTROL)
    hands.heard("Đã hủy số 001/2026. Số vẫn ở trong sổ, không cấp lại cho giấy khác.")
    hands.qtbot.waitUntil(lambda: page.card.acts == frozenset())
    assert (fresh(papers[0]).state, fresh(papers[0]).void_reason) == (VOID, "Sai năm sinh")
    press(Key.Key_Escape)
    listed(hands)
    assert book()[0] == ("001/2026", VOID)
    assert findings() == []


def test_a_paper_is_handed_to_somebody_on_a_day(hands: Hands, papers: list[IssuedPaper]) -> None:
    page = opened(hands, papers[0])
    press(Key.Key_F2)
    assert page.hand_form.to.hasFocus()
    type_text(page.hand_form.to, "Lê Thị Bưởi (con)")
    press(Key.Key_Return)
    day = page.hand_form.day
    assert day.hasFocus()
    press(Key.Key_A, CONTROL)
    type_text(day, "1/1/2020")
    press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: "trước ngày cấp" in page.hand_form.wrong.text())
    day.setFocus()
    press(Key.Key_A, CONTROL)
    type_text(day, "20/11/2026")
    press(Key.Key_Return)
    hands.heard("Đã ghi Lê Thị Bưởi (con) nhận giấy số 001/2026 ngày 20/11/2026.")
    hands.qtbot.waitUntil(lambda: HAND_OVER not in page.card.acts)
    assert fresh(papers[0]).handed_to == "Lê Thị Bưởi (con)"


def test_several_papers_are_handed_over_at_once_and_taken_back(
    hands: Hands, papers: list[IssuedPaper]
) -> None:
    page = listed(hands)
    for row in range(page.model.rowCount()):
        page.table.selectionModel().select(page.model.index(row, 0), Flag.Select | Flag.Rows)
    hands.qtbot.waitUntil(lambda: page.table.chosen.count() == 4)
    page.list.wanted.emit("hand_over")
    shown = hands.page(HandingPage)
    assert [line.right for line in shown.handing.lines] == ["001/2026", "002/2026", "003/2026"]
    assert shown.handing.others == 1
    assert shown.form.to.hasFocus()
    press(Key.Key_Return, CONTROL)
    hands.qtbot.waitUntil(lambda: fresh(papers[2]).handed_on is not None)
    assert [fresh(one).handed_to for one in papers] == list(NAMES)
    change = last_change()
    assert change is not None
    assert change.title == "Trao 3 giấy, số 1–3"
    listed(hands)
    press(Key.Key_Z, CONTROL)
    hands.qtbot.waitUntil(lambda: fresh(papers[2]).handed_on is None)


def test_a_further_print_says_so_and_is_counted_once_the_printer_took_it(
    hands: Hands, papers: list[IssuedPaper]
) -> None:
    page = opened(hands, papers[2])
    assert REPRINT in page.card.acts
    press(Key.Key_P, CONTROL)
    sheet = hands.page(PaperPage)
    hands.qtbot.waitUntil(lambda: act(sheet) == "In 1 trang", timeout=LONG)
    assert "Bản in lại" in read_pages(sheet._book.parts[0][1].content)[0].text
    assert not fresh(papers[2]).reprints
    sheet.setFocus()
    press(Key.Key_Return)
    hands.heard("Đã ghi giấy số 003/2026 in lại lần 1.")
    assert fresh(papers[2]).reprints == 1


def test_a_further_sheet_stored_as_a_file_is_counted_too(
    hands: Hands, papers: list[IssuedPaper], tmp_path: Path
) -> None:
    asker = hands.place.shell.means.asker
    assert isinstance(asker, Answers)
    asker._answers.appendleft(tmp_path / "in lại.pdf")
    opened(hands, papers[2])
    press(Key.Key_P, CONTROL)
    sheet = hands.page(PaperPage)
    hands.qtbot.waitUntil(lambda: act(sheet) == "In 1 trang", timeout=LONG)
    sheet.setFocus()
    press(Key.Key_S, CONTROL)
    hands.heard("Đã lưu in lại.pdf. Đã ghi giấy số 003/2026 in lại lần 1.")
    assert "Bản in lại" in read_pages((tmp_path / "in lại.pdf").read_bytes())[0].text
    assert fresh(papers[2]).reprints == 1


def printing(hands: Hands, *papers: IssuedPaper) -> PaperPage:
    """The print page that every list has, with certificates wanted: of the whole list or of one."""
    page = listed(hands)
    page.wishes.wished.emit(Wish("print", tuple(one.id for one in papers), Query(), "certificate"))
    sheet = hands.page(PaperPage)
    if not papers:
        whose = sheet.choice.options.whose
        whose.setCurrentIndex(whose.findData(Scope.LIST))
    return sheet


def test_certificates_printed_from_the_list_say_so_and_are_counted_by_their_pages(
    hands: Hands, papers: list[IssuedPaper]
) -> None:
    sheet = printing(hands)
    hands.qtbot.waitUntil(lambda: act(sheet) == "In 3 trang", timeout=LONG)
    texts = [page.text for page in read_pages(sheet._book.parts[0][1].content)]
    assert [name in text for name, text in zip(NAMES, texts, strict=True)] == [True] * 3
    assert all("Bản in lại" in text for text in texts)
    type_text(sheet.panel.pages.text, "2-3")
    hands.qtbot.waitUntil(lambda: act(sheet) == "In 2 trang")
    sheet.setFocus()
    press(Key.Key_Return)
    hands.heard("Đã ghi 2 giấy in lại.")
    assert [fresh(one).reprints or 0 for one in papers] == [0, 1, 1]


def test_what_is_not_issued_is_not_printed_from_the_list(
    hands: Hands, papers: list[IssuedPaper]
) -> None:
    held = IssuedPaper.get(IssuedPaper.state == RESERVED)
    sheet = printing(hands, held)
    said = "Số 004/2026: giữ chỗ, không in lại được."
    hands.qtbot.waitUntil(lambda: said in words_on(sheet), timeout=LONG)
    assert not sheet.panel.send_button.isEnabled()
    runs.void(papers[0], "Sai năm sinh")
    press(Key.Key_Escape)
    sheet = printing(hands)
    hands.qtbot.waitUntil(lambda: act(sheet) == "In 2 trang", timeout=LONG)


def test_a_paper_is_given_again_under_a_new_number_that_names_the_old(
    hands: Hands, papers: list[IssuedPaper]
) -> None:
    page = opened(hands, papers[1])
    assert REISSUE in page.card.acts
    press(Key.Key_N, CONTROL)
    draft = hands.page(IssuePage)
    hands.qtbot.waitUntil(lambda: draft.first.text() == "005")
    hands.qtbot.waitUntil(lambda: QApplication.focusWidget() is draft.why)
    assert draft.whose.text() == "Huỳnh Tấn Đạt, thay giấy số 002/2026"
    assert not draft.look_button.isEnabled()
    type_text(draft.why, "Giấy bị cháy")
    press(Key.Key_F5)
    hands.qtbot.waitUntil(draft.hold_button.isEnabled, timeout=LONG)
    press(Key.Key_Return, CONTROL)
    sheet = hands.page(PaperPage)
    hands.qtbot.waitUntil(lambda: act(sheet) == "In 1 trang", timeout=LONG)
    sheet.setFocus()
    press(Key.Key_Return)
    visit = hands.place.runs._visit
    assert visit is not None
    hands.qtbot.waitUntil(visit.bar.right.hasFocus, timeout=LONG)
    press(Key.Key_Return)
    hands.heard("Đã vào sổ cấp 1 giấy.")
    new = IssuedPaper.get(IssuedPaper.number == 5)
    assert (new.state, new.reissue_of, new.receiver) == (ISSUED, papers[1], papers[1].receiver)
    old = fresh(papers[1])
    assert (old.state, old.void_reason) == (VOID, "Cấp lại, số mới 005/2026: Giấy bị cháy")


def test_chips_find_what_waits(hands: Hands) -> None:
    page = listed(hands)
    chips = page.list.filters.chips
    held, to_hand = chips.chip("held"), chips.chip("to_hand")
    assert held is not None and to_hand is not None
    held.click()
    hands.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert IssuedPaper.get_by_id(page.table.chosen.identity() or 1).state in (RESERVED, ISSUED)
    held.click()
    to_hand.click()
    hands.qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_who_only_looks_is_offered_nothing(
    qtbot: QtBot, register: Path, papers: list[IssuedPaper]
) -> None:
    session.set_user("Lê Thị Mai", Role.LEADER)
    try:
        with opened_workplace(qtbot, register.parent) as place:
            hands = Hands(qtbot, place)
            page = opened(hands, papers[0])
            assert page.card.acts == frozenset()
            assert page.buttons == {}
            press(Key.Key_Delete)
            assert page.panel.currentIndex() == 0
            press(Key.Key_Escape)
            facts = listed(hands).facts
            assert [one.id for one in place.desk.papers.papers("issued")] == [
                "list-issued",
                "issue-book",
            ]
            assert (facts.can_add, facts.many) == (False, ())
    finally:
        session.set_user("")
