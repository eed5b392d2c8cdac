"""Find anything: what matched is marked, Ctrl+Enter opens the form, papers are found as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.windows import shell_over
from ui.paper.page import PaperPage
from ui.shell import Shell
from ui.widgets.hits import parts

Key = Qt.Key


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def shell(qtbot: QtBot, desk: FakeDesk) -> Iterator[Shell]:
    for shell in shell_over(qtbot, desk):
        shell.open_register("teams")
        press(Key.Key_K, CONTROL)
        yield shell


@pytest.mark.parametrize(
    ("title", "words", "marked"),
    [
        ("Thạch Thị Hồng Nhung", "hong nhung", ["Hồng", "Nhung"]),
        ("Đội xe ôm", "doi", ["Đội"]),
        ("Tổ hòa giải số 1", "giai 1", ["giải", "1"]),
        ("An An", "an", ["An", "An"]),
        ("Tổ tự quản", "xyz", []),
        ("Tổ tự quản", "", []),
    ],
)
def test_what_was_searched_for_is_marked(title: str, words: str, marked: list[str]) -> None:
    found = parts(title, words)
    assert "".join(part for part, _hit in found) == title
    assert [part for part, hit in found if hit] == marked


def test_enter_with_control_opens_the_form(shell: Shell) -> None:
    type_text(shell.palette_box.field, "hong nhung")
    press(Key.Key_Return, CONTROL)
    assert shell.pages.currentWidget() is shell.forms["teams"]
    assert shell.forms["teams"].identity == 17
    press(Key.Key_Escape)
    assert shell.registers["teams"].table.chosen.identity() == 17


def test_a_paper_is_found_and_shown(shell: Shell) -> None:
    type_text(shell.palette_box.field, "danh sach thanh vien")
    shell.palette_box.look()
    assert "Danh sách thành viên tổ" in shell.palette_box.titles()
    press(Key.Key_Return)
    assert isinstance(shell.pages.currentWidget(), PaperPage)


def test_enter_takes_the_row_that_was_chosen(shell: Shell) -> None:
    box = shell.palette_box
    type_text(box.field, "to")
    box.look()
    second = box.titles()[1]
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert shell.registers["teams"].detail.title.whole() == second


def test_words_are_looked_for_in_long_texts_too(qtbot: QtBot, shell: Shell, desk: FakeDesk) -> None:
    box = shell.palette_box
    type_text(box.field, "camera")
    box.look()
    assert box.titles()[-1] == "Tìm “camera” trong nội dung"
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert (desk.done, box.isVisible()) == (["texts camera"], True)
    (noted,) = box.titles()
    qtbot.waitUntil(lambda: box.list.verticalScrollBar().maximum() == 0)
    press(Key.Key_Return)
    assert not box.isVisible()
    assert shell.registers["teams"].detail.title.whole() == noted


def test_texts_that_hold_nothing_say_so_and_more_words_search_anew(shell: Shell) -> None:
    box = shell.palette_box
    type_text(box.field, "không có")
    box.look()
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert (box.titles(), box.told()) == ([], "Không có nội dung nào chứa “không có”.")
    press(Key.Key_Return)
    assert box.isVisible()
    type_text(box.field, " 3")
    press(Key.Key_Return)
    assert box.titles() != []
