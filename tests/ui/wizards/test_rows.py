"""Rows of an import put right in the cell, left out, and told apart, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.keys import CONTROL, PLAIN, SHIFT, press, type_text
from tests.ui.wizards.fake_import import LINES, FakeImport, FakeLines
from ui.shell import Shell
from ui.widgets.text import ElidedLabel
from ui.wizards.flaws import EACH_ALONE
from ui.wizards.import_facts import Kind
from ui.wizards.import_page import ImportPage
from ui.wizards.importing import NOTHING_DECIDED

Key = Qt.Key


def shown(page: ImportPage) -> list[int]:
    model = page.flaws.model
    return [model.line(at).row for at in range(model.rowCount())]


def write(text: str) -> None:
    """Type where the focus is, as it moves into the cell that opens."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, letter)


def cell(page: ImportPage) -> tuple[int, int]:
    """The row of the file and the column that the cursor is in."""
    here = page.flaws.table.currentIndex()
    return page.flaws.model.line(here.row()).row, here.column()


def test_only_rows_that_wait_are_shown_at_first(page: ImportPage) -> None:
    assert shown(page) == [7, 12, 31, 44, 67]
    assert cell(page) == (7, 1)
    assert page.flaws.sentence().replace("\u2060", "").startswith("Ngày sinh không hợp lệ")


def test_f8_walks_round_from_one_wrong_cell_to_the_next(page: ImportPage) -> None:
    assert page.flaws.table.hasFocus()
    press(Key.Key_F8)
    assert cell(page) == (12, 0)
    press(Key.Key_F8)
    assert cell(page) == (31, 2)
    assert page.flaws.sentence().startswith("Thiếu 2 số: cần 10 số. Sửa ngay trong ô")
    for _time in range(3):
        press(Key.Key_F8, SHIFT)
    assert cell(page) == (67, 0)


def test_chips_keep_one_kind(page: ImportPage) -> None:
    chips = page.flaws.chips
    texts = {chip.text() for chip in chips.buttons if chip.isVisible()}
    assert texts == {"Tất cả 7", "Cần sửa 3", "Có thể trùng 2", "Lưu ý 1", "Đúng 2"}
    wrong = chips.chip(Kind.WRONG.name)
    assert wrong is not None
    wrong.click()
    assert shown(page) == [12, 67]
    everything = chips.chip("all")
    assert everything is not None
    everything.click()
    assert shown(page) == [7, 9, 12, 20, 31, 44, 67]


def test_a_cell_is_put_right_where_it_stands(
    qtbot: QtBot, page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    write("1963")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == [12, 31, 44, 67])
    assert source.done[-2:] == ["type 1 1963 7", "again"]
    assert cell(page) == (12, 1)
    assert shell.keys.said() == "Còn 4 dòng cần xem."
    decided = page.flaws.chips.chip(Kind.DECIDED.name)
    assert decided is not None
    assert decided.isVisible()
    assert decided.text() == "Đã xử lý 1"


def test_f2_opens_the_cell_and_esc_leaves_it_as_it_was(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    press(Key.Key_F2)
    assert page.flaws.table.is_open()
    press(Key.Key_Escape)
    assert not page.flaws.table.is_open()
    assert shell.pages.currentWidget() is page
    assert source.done == ["plan ds.xlsx"]


def test_a_plan_that_comes_while_a_cell_is_typed_into_waits_for_it(
    qtbot: QtBot, page: ImportPage, source: FakeImport
) -> None:
    write("196")
    source.drop([page.flaws.model.line(1)])
    page.show_plan(source.planned)
    assert page.flaws.table.is_open()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == [31, 44, 67])
    assert "type 1 196 7" in source.done


def test_ctrl_enter_takes_what_is_being_typed_first(
    qtbot: QtBot, page: ImportPage, source: FakeImport
) -> None:
    write("1963")
    press(Key.Key_Return, CONTROL)
    assert source.done[-3:] == ["type 1 1963 7", "again", "carry out the plan"]


def test_the_year_alone_of_a_wrong_date_is_taken_by_one_button(
    page: ImportPage, source: FakeImport
) -> None:
    offer = page.flaws.words.year_button
    assert offer.text() == "Chỉ lấy năm 1963"
    press(Key.Key_Tab)
    assert page.flaws.words.every.hasFocus()
    press(Key.Key_Tab)
    assert offer.hasFocus()
    press(Key.Key_Space)
    assert source.done[-2:] == ["type 1 1963 7", "again"]
    assert page.flaws.table.hasFocus()
    assert not offer.isVisible()


def test_one_text_puts_right_all_cells_that_read_alike(
    qtbot: QtBot, page: ImportPage, source: FakeImport
) -> None:
    assert page.flaws.words.every.text().startswith("Làm vậy với cả 2 dòng")
    press(Key.Key_3, CONTROL)
    write("1963")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == [12, 31, 67])
    assert "type 1 1963 7 44" in source.done


def test_delete_leaves_a_row_out_and_takes_it_back(page: ImportPage, source: FakeImport) -> None:
    press(Key.Key_Delete)
    assert source.done[-2:] == ["drop 7", "again"]
    assert shown(page) == [12, 31, 44, 67]
    everything = page.flaws.chips.chip("all")
    assert everything is not None
    everything.click()
    page.flaws.table.go_to(0, 1)
    page.flaws.table.setFocus()
    assert page.flaws.words.back_button.isVisible()
    press(Key.Key_F2)
    assert not page.flaws.table.is_open()
    press(Key.Key_Delete)
    assert source.done[-2:] == ["take back 7", "again"]


def test_several_rows_are_left_out_together(page: ImportPage, source: FakeImport) -> None:
    for _time in range(2):
        press(Key.Key_Down, SHIFT)
    press(Key.Key_Delete)
    assert source.done[-2] == "drop 7 12 31"
    assert shown(page) == [44, 67]


def test_a_row_stands_beside_those_it_may_mean(page: ImportPage) -> None:
    press(Key.Key_F8)
    box = page.flaws.doubt
    assert box.isVisible()
    assert not page.flaws.words.isVisible()
    assert "Danh Hoàng Phúc. Có thể là người đã có" in page.flaws.sentence()
    texts = [part.whole() for part in box.area.findChildren(ElidedLabel)]
    assert "Trong sổ · Tổ phó Tổ tự quản số 3" in texts
    assert texts[:3] == ["Trong sổ · Tổ phó Tổ tự quản số 3", "0366 555 918", "≠ 0907 555 861"]
    assert "Điện thoại trong tệp 0366 555 918, đã có 0907 555 861" in box.area.accessibleName()
    assert [part.isVisible() for part in box.same_buttons] == [True, False, False]


def test_the_key_bar_tells_the_keys_of_the_answers(page: ImportPage, shell: Shell) -> None:
    def told() -> set[str]:
        return {name for name, _keys, _words in shell.keys.shown()}

    assert "same_person" not in told()
    press(Key.Key_F8)
    assert {"same_person", "other_person", "drop_line"} <= told()
    press(Key.Key_F8)
    assert "edit_cell" in told()


@pytest.mark.parametrize(
    ("key", "told"),
    [(Key.Key_1, "same 0 12"), (Key.Key_2, "other 12"), (Key.Key_Delete, "drop 12")],
)
def test_a_doubt_is_answered_by_one_key(
    page: ImportPage, source: FakeImport, key: Key, told: str
) -> None:
    press(Key.Key_F8)
    press(key, CONTROL if key != Key.Key_Delete else PLAIN)
    assert source.done[-2:] == [told, "again"]
    assert shown(page) == [7, 31, 44, 67]
    assert cell(page) == (31, 2)
    assert page.flaws.table.hasFocus()


def test_of_two_the_second_can_be_meant(page: ImportPage, source: FakeImport) -> None:
    press(Key.Key_F8, SHIFT)
    second = page.flaws.doubt.same_buttons[1]
    assert second.text() == " Là người 2"
    second.setFocus()
    press(Key.Key_Space)
    assert source.done[-2] == "same 1 67"
    assert page.flaws.table.hasFocus()


def test_one_answer_is_given_to_all_of_a_kind(page: ImportPage, source: FakeImport) -> None:
    alike = replace(LINES[2], key="90", row=90)
    source.planned = replace(source.planned, lines=FakeLines([*LINES, alike]))
    press(Key.Key_F5)
    press(Key.Key_F8)
    every = page.flaws.doubt.every
    assert every.text() == "Trả lời vậy cho cả 2 dòng như thế (Ctrl+3)"
    press(Key.Key_3, CONTROL)
    assert every.isChecked()
    press(Key.Key_2, CONTROL)
    assert source.done[-2] == "other 12 90"


def test_one_of_two_is_never_chosen_for_all_rows_alike(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    alike = replace(LINES[6], key="90", row=90)
    source.planned = replace(source.planned, lines=FakeLines([*LINES, alike]))
    press(Key.Key_F5)
    press(Key.Key_F8, SHIFT)
    assert cell(page) == (90, 0)
    box, before = page.flaws.doubt, len(source.done)
    press(Key.Key_3, CONTROL)
    assert box.every.isChecked()
    assert [part.isEnabled() for part in box.same_buttons[:2]] == [False, False]
    press(Key.Key_1, CONTROL)
    assert shell.notifier.said == [EACH_ALONE]
    assert source.done[before:] == []
    press(Key.Key_3, CONTROL)
    assert box.same_buttons[1].isEnabled()
    press(Key.Key_3, CONTROL)
    press(Key.Key_2, CONTROL)
    assert source.done[before] == "other 67 90"


def test_of_rows_chosen_together_those_that_may_mean_two_are_left_to_be_asked(
    page: ImportPage, source: FakeImport
) -> None:
    doubtful = page.flaws.chips.chip(Kind.WRONG.name)
    assert doubtful is not None
    doubtful.click()
    assert shown(page) == [12, 67]
    page.flaws.table.setFocus()
    page.flaws.table.go_to(1, 0)
    page.flaws.table.go_to(0, 0)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Up, SHIFT)
    press(Key.Key_Down, SHIFT)
    before = len(source.done)
    press(Key.Key_1, CONTROL)
    assert source.done[before:] == []
    page.flaws.table.go_to(1, 0)
    press(Key.Key_Up, SHIFT)
    press(Key.Key_1, CONTROL)
    assert source.done[before] == "same 0 12"


def test_what_was_decided_can_be_forgotten(page: ImportPage, source: FakeImport) -> None:
    press(Key.Key_F8)
    press(Key.Key_1, CONTROL)
    everything = page.flaws.chips.chip("all")
    assert everything is not None
    everything.click()
    page.flaws.table.go_to(2, 0)
    page.flaws.table.setFocus()
    press(Key.Key_Backspace, CONTROL)
    assert source.done[-2:] == ["take back 12", "again"]


def test_ctrl_z_takes_back_what_was_decided_here(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    press(Key.Key_Delete)
    assert shown(page) == [12, 31, 44, 67]
    press(Key.Key_Z, CONTROL)
    assert source.done[-2:] == ["undo", "again"]
    assert shown(page) == [7, 12, 31, 44, 67]
    press(Key.Key_Z, CONTROL)
    assert source.done[-1] == "undo"
    assert shell.keys.said() == NOTHING_DECIDED
    press(Key.Key_Y, CONTROL)
    assert source.done[-1] == "redo"
    assert shell.pages.currentWidget() is page


def test_nothing_left_to_look_at_shows_all(page: ImportPage, source: FakeImport) -> None:
    for _time in range(5):
        press(Key.Key_Delete)
    assert shown(page) == [7, 9, 12, 20, 31, 44, 67]
    assert page.flaws.chips.chosen() == ()
