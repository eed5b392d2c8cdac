"""Printing and storing by keyboard, on printers that print into a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import isValid

from models.errors import WorldError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.paper.clerk import CANON, HP, act, count, leaves, page_of, words_on
from tests.ui.paper.drawn import FilePrinters
from tests.ui.readings import HandRunner
from tests.ui.windows import shell_over
from ui.ask import Answers
from ui.paper.page import PaperPage
from ui.paper.pdf import Edges
from ui.shell import Shell

Key = Qt.Key


def test_enter_prints_and_the_page_stays(
    page: PaperPage, shell: Shell, printers: FilePrinters
) -> None:
    press(Key.Key_Return)
    assert count(printers.printed[0]) == 3
    assert shell.notifier.said[-1] == f"Đã gửi 3 trang tới máy in {CANON}."
    assert shell.pages.currentWidget() is page
    press(Key.Key_P, CONTROL)
    assert len(printers.printed) == 2


def test_enter_on_a_button_does_what_the_button_says(
    page: PaperPage, printers: FilePrinters, answers: Answers
) -> None:
    page.panel.store_button.setFocus()
    press(Key.Key_Return)
    assert printers.printed == []
    assert answers.asked == ["Lưu thành PDF"]


def test_pages_typed_are_printed(page: PaperPage, printers: FilePrinters) -> None:
    field = page.panel.pages.text
    field.setFocus()
    type_text(field, "3, 1")
    assert page.panel.pages.some.isChecked()
    assert act(page) == "In 2 trang"
    press(Key.Key_Return)
    assert count(printers.printed[0]) == 2


def test_pages_that_do_not_exist_are_told_at_the_field(
    page: PaperPage, printers: FilePrinters
) -> None:
    field = page.panel.pages.text
    field.setFocus()
    type_text(field, "4")
    assert page.panel.pages.error.text() == ""
    press(Key.Key_Tab)
    assert page.panel.pages.error.text() == "Không có trang 4: chỉ có 3 trang."
    assert field.accessibleDescription() == "Không có trang 4: chỉ có 3 trang."
    assert not page.panel.send_button.isEnabled()
    page.sending.send()
    assert printers.printed == []


def test_only_the_page_shown(page: PaperPage, printers: FilePrinters) -> None:
    press(Key.Key_PageDown)
    page.panel.pages.one.setFocus()
    press(Key.Key_Space)
    assert act(page) == "In 1 trang"
    press(Key.Key_Return)
    assert count(printers.printed[0]) == 1


def test_copies(page: PaperPage, shell: Shell, printers: FilePrinters) -> None:
    page.panel.copies.setFocus()
    press(Key.Key_Up)
    assert act(page) == "In 3 trang, 2 bản"
    press(Key.Key_Return)
    assert count(printers.printed[0]) == 6
    assert shell.notifier.said[-1] == f"Đã gửi 3 trang, 2 bản tới máy in {CANON}."


def test_both_sides_by_hand(page: PaperPage, shell: Shell, printers: FilePrinters) -> None:
    page.panel.sides.setFocus()
    press(Key.Key_Down)
    assert page.panel.sides_note.isVisible()
    assert act(page) == "In 2 trang lẻ"
    press(Key.Key_Return)
    assert act(page) == "In 1 trang chẵn"
    assert "Lật chồng giấy vừa in, đặt lại vào khay." in words_on(page.panel)
    press(Key.Key_Return)
    assert [count(path) for path in printers.printed] == [2, 2]
    assert shell.notifier.said[-1] == f"Đã gửi 1 trang tới máy in {CANON}."
    assert act(page) == "In 2 trang lẻ"


def test_turning_can_be_given_up(page: PaperPage) -> None:
    page.panel.sides.setCurrentIndex(1)
    press(Key.Key_Return)
    give_up = next(one for one in page.panel.findChildren(QPushButton) if one.text() == "Bỏ")
    give_up.click()
    assert act(page) == "In 2 trang lẻ"
    assert "Lật chồng giấy" not in words_on(page.panel)


def test_a_printer_that_says_it_turns_and_does_not(
    page: PaperPage, shell: Shell, printers: FilePrinters
) -> None:
    printers.turns.add(CANON)
    press(Key.Key_F5)
    page.panel.sides.setCurrentIndex(1)
    assert not page.panel.sides_note.isVisible()
    assert act(page) == "In 3 trang"
    press(Key.Key_Return)
    notice = shell.notifier.toast.notice
    assert notice is not None
    assert notice.text.startswith(f"Máy in {CANON} không nhận in hai mặt.")


def test_a_printer_out_of_order_keeps_the_papers(
    page: PaperPage, shell: Shell, printers: FilePrinters
) -> None:
    printers.broken.add(CANON)
    press(Key.Key_Return)
    notice = shell.notifier.toast.notice
    assert notice is not None
    assert notice.failed
    assert notice.text == (
        "Chưa in được: máy in Canon LBP 2900 chưa bật hoặc chưa cắm dây. Giấy tờ vẫn giữ, in lại "
        "lúc nào cũng được."
    )
    assert shell.pages.currentWidget() is page
    assert len(leaves(page)) == 3
    printers.broken.clear()
    press(Key.Key_Return)
    assert count(printers.printed[0]) == 3


def test_without_printers_papers_are_still_stored(
    qtbot: QtBot, desk: FakeDesk, answers: Answers, tmp_path: Path
) -> None:
    for shell in shell_over(qtbot, desk, answers, printers=FilePrinters(tmp_path)):
        shell.open_register("teams")
        press(Key.Key_P, CONTROL)
        page = page_of(shell)
        assert page.panel.state.text().startswith("Máy này chưa có máy in.")
        assert not page.panel.send_button.isEnabled()
        press(Key.Key_S, CONTROL)
        assert count(tmp_path / "mot.pdf") == 3


def test_f5_finds_a_printer_that_was_plugged_in(
    page: PaperPage, printers: FilePrinters, tmp_path: Path
) -> None:
    printers._names = ()
    press(Key.Key_F5)
    assert not page.panel.send_button.isEnabled()
    printers._names = (HP,)
    press(Key.Key_F5)
    assert page.panel.printer.currentText() == HP
    assert page.panel.send_button.isEnabled()


def test_the_printer_is_remembered(page: PaperPage, shell: Shell, printers: FilePrinters) -> None:
    page.panel.printer.setFocus()
    press(Key.Key_Down)
    page.panel.printer.activated.emit(1)
    press(Key.Key_Escape)
    shell.registers["teams"].table.setFocus()
    press(Key.Key_P, CONTROL)
    assert page_of(shell).panel.printer.currentText() == HP


def test_every_paper_is_its_own_file(
    page: PaperPage, shell: Shell, answers: Answers, tmp_path: Path
) -> None:
    page.choice.list.checked.emit("F05", True)
    press(Key.Key_S, CONTROL)
    assert (count(tmp_path / "mot.pdf"), count(tmp_path / "hai.pdf")) == (3, 1)
    assert shell.notifier.said[-2:] == ["Đã lưu mot.pdf.", "Đã lưu hai.pdf."]


def test_running_text_is_stored_for_word(
    qtbot: QtBot, desk: FakeDesk, tmp_path: Path, printers: FilePrinters
) -> None:
    answers = Answers(tmp_path / "quyet-dinh")
    for shell in shell_over(qtbot, desk, answers, printers=printers):
        shell.open_register("teams")
        press(Key.Key_P, CONTROL)
        page = page_of(shell)
        assert not page.panel.word_button.isVisible()
        press(Key.Key_Down)
        press(Key.Key_Down)
        assert page.panel.word_button.isVisible()
        page.panel.word_button.click()
        assert (tmp_path / "quyet-dinh.docx").read_text("utf-8") == "docx F05 [1]"


def test_the_offset_is_of_the_printer_and_its_paper(page: PaperPage, desk: FakeDesk) -> None:
    box = page.panel.offset
    box.across.setFocus()
    for _press in range(3):
        press(Key.Key_Up)
    assert box.offset().right == 1.5
    assert "Chữ in dời +1,5 mm ngang" in box.sketch.accessibleName()
    page.choice.list.setFocus()
    press(Key.Key_Down)
    assert box.offset().right == 1.5
    press(Key.Key_Down)
    assert box.offset().right == 0
    page.sending.choose(HP)
    press(Key.Key_Up)
    assert box.offset().right == 0
    assert desk.papers.offsets.get(f"offset/{CANON}/A4 ngang/Auto") == "1.5;0.0"


def test_what_was_measured_gives_the_offset(page: PaperPage, desk: FakeDesk) -> None:
    box = page.panel.offset
    box.test.click()
    assert desk.done[-1] == f"test {CANON}"
    box.measure.click()
    for number, mm in zip(box.measures.edges, (18.5, 21.5, 21, 19), strict=True):
        number.setValue(mm)
    box.measures.apply.click()
    assert (box.offset().right, box.offset().down) == (1.5, -1.0)
    assert not box.measures.isVisible()


def test_what_the_printer_cannot_reach_is_warned_of(
    page: PaperPage, printers: FilePrinters
) -> None:
    printers.border = Edges(6.4, 12.7, 6.4, 12.7)
    press(Key.Key_F5)
    assert "không in tới" not in words_on(page.panel)
    printers.border = Edges(110, 12.7, 6.4, 12.7)
    press(Key.Key_F5)
    assert "không in tới" not in words_on(page.panel)
    page.panel.offset.across.setValue(-20)
    assert "Trang 1 có chỗ sát mép giấy" in words_on(page.panel)
    page.panel.offset.across.setValue(0)
    printers.border = Edges(140, 12.7, 6.4, 12.7)
    press(Key.Key_F5)
    assert "Trang 1 có chỗ sát mép giấy" in words_on(page.panel)
    assert page.panel.send_button.isEnabled()


def told(desk: FakeDesk) -> list[str]:
    return [line for line in desk.done if line.startswith("leaving")]


def test_what_leaves_is_told_before(page: PaperPage, desk: FakeDesk, answers: Answers) -> None:
    press(Key.Key_Return)
    assert told(desk) == [f"leaving list [] ở máy in {CANON}, 3 trang"]
    page.panel.store_button.click()
    assert answers.asked == ["Lưu thành PDF"]
    assert told(desk)[1:] == ["leaving list [] ra mot.pdf"]


def test_what_the_printer_took_is_noted_by_its_pages(
    qtbot: QtBot, page: PaperPage, desk: FakeDesk
) -> None:
    type_text(page.panel.pages.text, "1,3")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: desk.done[-1] == "sent list [0, 2]")


def test_what_is_printed_when_the_page_was_left_is_noted_all_the_same(
    qtbot: QtBot, page: PaperPage, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = HandRunner()
    tools = page.sending._tools
    monkeypatch.setattr(
        page.sending, "_tools", replace(tools, room=replace(tools.room, runner=hand))
    )
    press(Key.Key_Return)
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(page))
    hand.step()
    assert desk.done[-1] == "sent list [0, 1, 2]"


def test_what_a_file_holds_is_noted_too(qtbot: QtBot, page: PaperPage, desk: FakeDesk) -> None:
    type_text(page.panel.pages.text, "1,3")
    page.panel.store_button.click()
    qtbot.waitUntil(lambda: desk.done[-1] == "sent list [0, 1, 2]")


def test_what_cannot_be_told_stays(
    page: PaperPage, desk: FakeDesk, printers: FilePrinters, tmp_path: Path
) -> None:
    desk.papers.refuse["leaving"] = WorldError("Chưa ghi nhật ký được: ổ đĩa đã đầy.")
    press(Key.Key_Return)
    page.panel.store_button.click()
    assert printers.printed == []
    assert not (tmp_path / "mot.pdf").exists()
