"""The grid under the fingers: the habits of Excel, and what the input method needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.errors import UserError
from tests.ui.grid.clerk import Key, paste, type_here, type_row
from tests.ui.keys import ALT, CONTROL, SHIFT, press
from tests.ui.readings import inline
from ui.form.pick_field import PickField
from ui.grid.box import GridBox
from ui.source import FieldFacts, GridFacts, GridRow, Option


def number(text: str) -> object:
    if text and not text.isdecimal():
        raise UserError(f"Không phải số: {text}.")
    return text


COLUMNS = (
    FieldFacts("name", "Họ và tên", "person name"),
    FieldFacts("year", "Năm sinh", "whole number", parse=number),
    FieldFacts("role", "Vai trò", "choice", options=(Option("Tổ trưởng", "Tổ trưởng"),
                                                     Option("Thành viên", "Thành viên"))),
    FieldFacts("since", "Từ ngày", "day"),
)  # fmt: skip
FACTS = GridFacts("rows", "Thành viên", COLUMNS, lambda rows: f"{len(rows)} người", "Gõ tên…")
STORED = tuple(
    GridRow(texts, dict(texts), key=at, revision=1)
    for at, texts in enumerate(
        ({"name": "An", "year": "1960"}, {"name": "Bình", "year": "1961"}, {"name": "Cảnh"}), 1
    )
)


@pytest.fixture
def box(qtbot: QtBot) -> GridBox:
    holder = QWidget()
    qtbot.addWidget(holder)
    grid = GridBox(FACTS, inline(holder))
    qtbot.addWidget(grid)
    grid.resize(900, 400)
    grid.show()
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    grid.begin(STORED)
    grid.go_to()
    return grid


def texts(box: GridBox, *columns: int) -> list[tuple[str, ...]]:
    rows = box.model.rows
    return [tuple(rows.text(at, one) for one in columns or (0, 1)) for at in range(len(rows.rows))]


def place(box: GridBox) -> tuple[int, int]:
    index = box.view.currentIndex()
    return index.row(), index.column()


def editor(box: GridBox) -> QLineEdit | None:
    found = box.view.indexWidget(box.view.currentIndex())
    return found if isinstance(found, QLineEdit) else None


def test_typing_replaces_and_enter_goes_down(box: GridBox) -> None:
    type_here("Em")
    press(Key.Key_Return)
    assert texts(box)[0] == ("Em", "1960")
    assert place(box) == (1, 0)


def test_f2_and_enter_edit_what_is_there(box: GridBox) -> None:
    for key in (Key.Key_F2, Key.Key_Return):
        press(key)
        type_here("g")
        press(Key.Key_Return)
    assert texts(box)[:2] == [("Ang", "1960"), ("Bìnhg", "1961")]


def test_escape_restores_the_cell(box: GridBox) -> None:
    type_here("X")
    press(Key.Key_Escape)
    assert texts(box)[0] == ("An", "1960")
    assert editor(box) is None
    assert place(box) == (0, 0)
    assert box.view.hasFocus()


def test_enter_after_tabs_goes_to_where_the_row_began(box: GridBox) -> None:
    type_row("Em", "1999")
    assert place(box) == (1, 0)
    press(Key.Key_Tab)
    assert place(box) == (1, 1)
    press(Key.Key_Backtab, SHIFT)
    assert place(box) == (1, 0)


def test_the_last_row_makes_a_new_one(box: GridBox) -> None:
    box.go_to(3)
    assert box.model.data(box.view.currentIndex()) == "Gõ tên…"
    type_row("Dũng", "1963")
    type_row("Em")
    assert texts(box)[3:] == [("Dũng", "1963"), ("Em", "")]
    assert box.line.sums() == "5 người"
    assert place(box) == (5, 0)


@pytest.mark.parametrize(
    ("key", "at"), [(Key.Key_Tab, 3), (Key.Key_Return, 3), (Key.Key_Backtab, 0)]
)
def test_the_keys_lead_out_of_the_grid(qtbot: QtBot, box: GridBox, key: Key, at: int) -> None:
    box.go_to(at)
    with qtbot.waitSignal(box.passed) as passed:
        press(key)
    assert passed.args == [at == 3]


def test_an_input_method_composes_in_a_cell(box: GridBox) -> None:
    assert box.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    composing = QInputMethodEvent("Tha", [])
    QApplication.sendEvent(box.view, composing)
    line = editor(box)
    assert line is not None
    done = QInputMethodEvent()
    done.setCommitString("Thạch")
    QApplication.sendEvent(box.view, done)
    press(Key.Key_Return)
    assert texts(box)[0] == ("Thạch", "1960")


def test_backspaces_of_an_input_method_stay_in_the_cell(box: GridBox) -> None:
    type_here("Thach")
    for _letter in range(2):
        press(Key.Key_Backspace)
    press(Key.Key_Backspace)
    type_here("ạch")
    press(Key.Key_Return)
    assert texts(box)[0] == ("Thạch", "1960")


def test_a_choice_is_found_without_accents(box: GridBox) -> None:
    box.go_to(0, "role")
    type_here("truong")
    line = editor(box)
    assert isinstance(line, PickField)
    assert line.offered() == ["Tổ trưởng"]
    press(Key.Key_Return)
    assert texts(box, 2)[0] == ("Tổ trưởng",)
    press(Key.Key_Down, ALT)
    line = editor(box)
    assert isinstance(line, PickField)
    assert line.is_open()


def test_today_is_put_by_its_key(box: GridBox) -> None:
    box.go_to(1, "since")
    press(Key.Key_Semicolon, CONTROL)
    assert texts(box, 3)[1] != ("",)


def test_filling_down_from_above_and_over_a_range(box: GridBox) -> None:
    box.go_to(2, "year")
    press(Key.Key_D, CONTROL)
    assert texts(box)[2] == ("Cảnh", "1961")
    box.go_to(0, "year")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, CONTROL)
    assert [year for _name, year in texts(box)] == ["1960", "1960", "1960"]


def test_copied_cells_are_excels(box: GridBox) -> None:
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "An\t1960\nBình\t1961"
    assert "<td" in data.html()


def test_a_range_is_pasted_from_its_upper_left(box: GridBox) -> None:
    box.go_to(2)
    paste('Dũng\t1963\r\n"Em\nở xóm trên"\t1964\r\n')
    assert texts(box)[2:] == [("Dũng", "1963"), ("Em\nở xóm trên", "1964")]
    assert box.line.sentence() == "Đã dán 2 dòng. Ctrl+Z lấy lại."
    box.go_to(0, "year")
    press(Key.Key_Down, SHIFT)
    paste("1990")
    assert texts(box)[:2] == [("An", "1990"), ("Bình", "1990")]


def test_what_goes_over_the_edge_is_left(box: GridBox) -> None:
    box.go_to(0, "since")
    paste("1/1/2020\tthừa\tthừa")
    assert texts(box, 0, 3)[0] == ("An", "1/1/2020")


def test_delete_empties_cells_and_takes_whole_rows_out(box: GridBox) -> None:
    box.go_to(0, "year")
    press(Key.Key_Delete)
    assert texts(box)[0] == ("An", "")
    press(Key.Key_Space, SHIFT)
    press(Key.Key_Delete)
    assert texts(box)[0] == ("Bình", "1961")
    assert [row.key for row in box.typed().removed] == [1]


def test_acts_are_taken_back_and_done_again_inside_the_grid(box: GridBox) -> None:
    press(Key.Key_Minus, CONTROL)
    paste("Em")
    assert texts(box)[0] == ("Em", "1961")
    press(Key.Key_Z, CONTROL)
    press(Key.Key_Z, CONTROL)
    assert texts(box) == [("An", "1960"), ("Bình", "1961"), ("Cảnh", "")]
    assert not box.typed().removed
    press(Key.Key_Y, CONTROL)
    assert texts(box)[0] == ("Bình", "1961")


def test_a_new_row_that_is_emptied_goes(box: GridBox) -> None:
    box.go_to(3)
    type_row("Dũng")
    box.go_to(3)
    press(Key.Key_Backspace)
    assert len(texts(box)) == 3


def test_a_cell_is_read_out_with_what_is_wrong(box: GridBox) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert box.model.index(2, 1).data(role) == "Dòng 3, Năm sinh: trống"
    box.refuse(2, "name", "Chưa nhập họ và tên.")
    words = box.model.index(2, 0).data(role)
    assert words == "Dòng 3, Họ và tên: Cảnh. Chưa nhập họ và tên."
    assert box.line.sentence() == "Dòng 3: Chưa nhập họ và tên."
