"""The print page as a clerk uses it, by keyboard: choosing papers and looking at them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.errors import UserError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, SHIFT, press, type_text
from tests.ui.paper.clerk import act, leaves, page_of, words_on
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.paper.selection import Scope
from ui.paper.viewer import Viewer
from ui.shell import Shell

Key = Qt.Key


def test_the_list_is_marked_and_every_paper_tells_its_pages(page: PaperPage) -> None:
    lines = page.choice.list.lines()
    assert [line.detail for line in lines] == [
        "3 trang · A4 ngang", "2 trang · A4 ngang", "1 trang · A4 đứng",
    ]  # fmt: skip
    assert [line.checked for line in lines] == [True, False, False]
    assert leaves(page) == ["list 1", "list 2", "list 3"]
    assert act(page) == "In 3 trang"


def test_a_menu_marks_its_paper(teams: RegisterPage, shell: Shell) -> None:
    teams.list.wanted.emit("print:F03")
    page = page_of(shell)
    assert page.selection.marked == "F03"
    assert leaves(page) == ["F03 1", "F03 2"]


def test_the_record_beside_the_list_marks_a_paper_of_its_own(
    teams: RegisterPage, shell: Shell, desk: FakeDesk
) -> None:
    teams.table.chosen.go_to_record(17)
    teams.detail.print_button.click()
    assert page_of(shell).selection.marked == "F03"
    assert desk.done[0] == "paper F03 [17]"


def test_several_rows_are_what_is_printed(
    teams: RegisterPage, shell: Shell, desk: FakeDesk
) -> None:
    press(Key.Key_Down, SHIFT)
    press(Key.Key_P, CONTROL)
    assert "Chỉ in 2 dòng đang chọn." in words_on(page_of(shell).choice)
    press(Key.Key_Down)
    assert desk.done[:2] == ["paper list [1, 2]", "paper F03 [1, 2]"]
    assert page_of(shell).choice.options.whose.currentText() == "2 tổ đang chọn"


def test_escape_goes_back_to_the_list(page: PaperPage, shell: Shell) -> None:
    assert not shell.bar.isVisible()
    press(Key.Key_Escape)
    assert shell.bar.isVisible()
    assert isinstance(QApplication.focusWidget(), type(shell.registers["teams"].table))


def test_arrows_choose_and_space_adds(page: PaperPage) -> None:
    press(Key.Key_Down)
    assert leaves(page) == ["F03 1", "F03 2"]
    press(Key.Key_Up)
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert leaves(page) == ["F05 1"]
    press(Key.Key_Up)
    press(Key.Key_Up)
    assert leaves(page) == ["list 1", "list 2", "list 3"]
    press(Key.Key_Space)
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert leaves(page) == ["list 1", "list 2", "list 3"]
    press(Key.Key_Space)
    assert leaves(page) == ["list 1", "list 2", "list 3", "F05 1"]
    assert act(page) == "In 4 trang"
    press(Key.Key_Up)
    press(Key.Key_Up)
    assert page.viewer.leaf() == 0
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert page.viewer.leaf() == 3
    assert leaves(page) == ["list 1", "list 2", "list 3", "F05 1"]


def test_the_place_of_the_pages_says_what_happens_until_there_are_some(qtbot: QtBot) -> None:
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.show()
    viewer.say("Đang lập trang in…")
    assert viewer.message.isVisible()
    assert viewer.number.text() == ""
    assert not viewer.number.isEnabled()


def test_nothing_chosen_is_said(page: PaperPage) -> None:
    press(Key.Key_Space)
    assert leaves(page) == []
    assert page.viewer.message.text().startswith("Chưa chọn giấy nào.")
    assert not page.panel.send_button.isEnabled()
    assert not page.panel.store_button.isEnabled()


def test_a_paper_that_cannot_be_made_says_why(
    teams: RegisterPage, shell: Shell, desk: FakeDesk
) -> None:
    desk.papers.refuse["F03"] = UserError("Tổ chùa đã giải thể.")
    press(Key.Key_P, CONTROL)
    page = page_of(shell)
    assert page.choice.list.lines()[1].detail == "A4 ngang"
    press(Key.Key_Down)
    assert page.viewer.message.text() == "Tổ chùa đã giải thể."
    assert page.choice.list.lines()[1].detail == "Chưa lập được"
    assert not page.panel.send_button.isEnabled()
    press(Key.Key_Down)
    assert leaves(page) == ["F05 1"]


def test_a_blank_form(page: PaperPage, desk: FakeDesk) -> None:
    press(Key.Key_Down)
    page.choice.options.blank.setFocus()
    press(Key.Key_Space)
    assert desk.done[-1] == "paper F03 []"
    assert page.selection.wish("F03").blank
    assert not page.choice.options.whose.isEnabled()


def test_the_day_of_the_figures(page: PaperPage) -> None:
    press(Key.Key_Down)
    day = page.choice.options.day
    day.setFocus()
    type_text(day, "31/02/2025")
    press(Key.Key_Tab)
    assert "31/02/2025" in page.choice.options.day_error.text()
    assert page.selection.wish("F03").as_of is None
    day.setFocus()
    day.selectAll()
    type_text(day, "1-2-2025")
    press(Key.Key_Tab)
    assert day.text() == "01/02/2025"
    assert page.choice.options.day_error.text() == ""
    assert str(page.selection.wish("F03").as_of) == "2025-02-01"


def test_the_whole_list_one_by_one(page: PaperPage, desk: FakeDesk) -> None:
    press(Key.Key_Down)
    whose = page.choice.options.whose
    assert whose.currentText() == "Tổ đang xem"
    whose.setCurrentIndex(whose.findData(Scope.LIST))
    whose.activated.emit(whose.currentIndex())
    assert whose.currentText() == "Cả 57 tổ trong danh sách"
    assert desk.done[-1] == "paper F03 []"


def picking(page: PaperPage) -> None:
    press(Key.Key_Down)
    whose = page.choice.options.whose
    whose.setCurrentIndex(whose.findData(Scope.PICKED))
    whose.activated.emit(whose.currentIndex())


def test_records_picked_one_by_one(page: PaperPage, desk: FakeDesk) -> None:
    picking(page)
    picker = page.choice.picker
    assert not picker.done.isEnabled()
    type_text(picker.search, "so 4")
    press(Key.Key_Down)
    press(Key.Key_Space)
    picker.search.setFocus()
    picker.search.selectAll()
    type_text(picker.search, "so 7")
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert desk.done[-1] == "paper F03 [4, 7]"
    assert page.choice.options.whose.currentText() == "Chọn tổ…: 2"


def test_picking_given_up_keeps_the_records_there_were(page: PaperPage, shell: Shell) -> None:
    picking(page)
    press(Key.Key_Escape)
    assert shell.pages.currentWidget() is page
    assert page.choice.options.whose.currentText() == "Tổ đang xem"
    assert leaves(page) == ["F03 1", "F03 2"]


def test_pages_turn_and_zoom_by_key(page: PaperPage) -> None:
    for shown in (2, 3, 3):
        press(Key.Key_PageDown)
        assert page.viewer.number.text() == str(shown)
    press(Key.Key_PageUp)
    assert page.viewer.leaf() == 1
    page.viewer.number.setFocus()
    page.viewer.number.selectAll()
    QTest.keyClicks(page.viewer.number, "3")
    press(Key.Key_Tab)
    assert page.viewer.leaf() == 2
    whole = page.viewer.pages.page_size()
    press(Key.Key_Plus, CONTROL)
    assert page.viewer.pages.page_size().width() == pytest.approx(whole.width() * 1.25, abs=2)
    for _press in range(30):
        press(Key.Key_Plus, CONTROL)
    assert page.viewer.pages.zoom_now() == 5
    page.viewer.fit_button.click()
    assert page.viewer.pages.page_size() == whole
    press(Key.Key_Minus, CONTROL)
    assert page.viewer.pages.page_size() == whole


def test_tab_walks_from_left_to_right(page: PaperPage) -> None:
    press(Key.Key_Down)
    seen: list[QWidget] = []
    for _step in range(40):
        press(Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
    panel, options, viewer = page.panel, page.choice.options, page.viewer
    wanted = [
        options.whose, options.day, options.blank, viewer.number, viewer.small, panel.printer,
        panel.copies, panel.sides, panel.pages.all, panel.pages.text, panel.offset.test,
        panel.offset.across, panel.offset.down, panel.offset.measure, panel.send_button,
        panel.store_button, page.choice.list,
    ]  # fmt: skip
    assert [widget for widget in seen if widget in wanted] == wanted
