"""Many cells of an import at once, as Excel does it: pasted, filled down, copied, taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.keys import CONTROL, SHIFT, press
from tests.ui.wizards.fake_import import FakeImport
from tests.ui.wizards.test_rows import cell, shown
from ui.shell import Shell
from ui.wizards.import_page import ImportPage

Key = Qt.Key


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Key.Key_V, CONTROL)


def every_row(page: ImportPage) -> None:
    chip = page.flaws.chips.chip("all")
    assert chip is not None
    chip.click()
    page.flaws.table.setFocus()


def test_a_block_goes_into_the_rows_that_are_shown_as_one_decision(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    assert cell(page) == (7, 1)
    paste("1963\t0913555700\r\n1995\t0366555918\r\n")
    typed = [(line.row, column, text) for line, column, text in source.typed]
    assert typed == [(7, 1, "1963"), (7, 2, "0913555700"), (12, 1, "1995"), (12, 2, "0366555918")]
    assert source.done[-1] == "again"
    assert shown(page) == [31, 44, 67]
    assert shell.notifier.said == ["Đã dán 4 ô. Ctrl+Z lấy lại."]
    press(Key.Key_Z, CONTROL)
    assert shown(page) == [7, 12, 31, 44, 67]


def test_one_copied_cell_fills_all_that_are_chosen(page: ImportPage, source: FakeImport) -> None:
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    paste("1963")
    assert [(line.row, text) for line, _column, text in source.typed] == [
        (7, "1963"), (12, "1963"), (31, "1963"),
    ]  # fmt: skip


def test_what_does_not_fit_is_told_and_what_cannot_be_typed_is_left(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    every_row(page)
    page.flaws.table.go_to(3, 2)
    paste("0900555001\n0900555002\n0900555003\n0900555004\n0900555005\n0900555006\n")
    assert [line.row for line, _column, _text in source.typed] == [31, 44, 67]
    assert shell.notifier.said == ["Đã dán 3 ô. Ctrl+Z lấy lại. 2 dòng thừa không dán."]


def test_cells_that_read_so_already_decide_nothing(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    paste("31/02/1963")
    assert source.done == ["plan ds.xlsx"]
    assert shell.notifier.said == ["Không ô nào đổi."]


def test_the_cell_above_is_filled_down(page: ImportPage, source: FakeImport) -> None:
    press(Key.Key_F8)
    press(Key.Key_F8)
    page.flaws.table.go_to(2, 1)
    press(Key.Key_D, CONTROL)
    assert [(line.row, column, text) for line, column, text in source.typed] == [
        (31, 1, "05/01/1995"),
    ]  # fmt: skip


def test_the_top_cell_is_filled_down_through_all_that_are_chosen(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    page.flaws.table.go_to(1, 1)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, CONTROL)
    assert [(line.row, column, text) for line, column, text in source.typed] == [
        (31, 1, "05/01/1995"), (44, 1, "05/01/1995"),
    ]  # fmt: skip
    assert shell.notifier.said == ["Đã điền xuống 2 ô. Ctrl+Z lấy lại."]


def test_cells_are_copied_as_excel_takes_them(page: ImportPage) -> None:
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    assert text == "31/02/1963\t0913 555 700\n05/01/1995\t0366 555 918"


def test_nothing_is_pasted_while_the_file_is_read(page: ImportPage, source: FakeImport) -> None:
    page.flaws.model.locked = True
    paste("1963")
    press(Key.Key_D, CONTROL)
    assert source.done == ["plan ds.xlsx"]
