"""An import in the window: read, looked at, put right, carried out, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.errors import World, WorldError
from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.windows import shell_over
from tests.ui.wizards.fake_import import PLANNED, FakeImport, FakeLines, imported_by
from ui.ask import Answers
from ui.pages.register_page import RegisterPage
from ui.shell import Shell
from ui.wizards.import_page import NOTHING_YET, ImportPage

Key = Qt.Key
FULL = WorldError("Chưa lưu được: ổ đĩa đã đầy.", World.DISK_FULL)


def test_the_file_is_read_and_nothing_is_written(page: ImportPage, shell: Shell) -> None:
    assert page.carry_button.text() == " Nhập 1.009 tổ"
    assert shell.keys.said() == NOTHING_YET
    assert page.stepper.accessibleName() == "Bước 3 trong 4: Kiểm tra và sửa"
    assert [step.detail for step in page.stepper.steps] == [
        "DS-thanh-vien-2026.xlsx", "4 cột, đã ghép 3", "1.112 dòng", "hoàn tác được",
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_is_told(shell: Shell, source: FakeImport) -> None:
    source.refuses = FULL
    press(Key.Key_I, CONTROL)
    assert isinstance(shell.pages.currentWidget(), RegisterPage)
    assert shell.notifier.said == [FULL.message]


def test_no_file_chosen_is_nothing(qtbot: QtBot) -> None:
    for shell in shell_over(qtbot, FakeDesk(), Answers(None)):
        source = imported_by(shell)
        shell.importing.emit("teams")
        assert not source.done


def test_another_meaning_is_remembered_and_the_file_read_again(
    qtbot: QtBot, page: ImportPage, source: FakeImport
) -> None:
    field = page.mapping.fields["GHI CHÚ 2",]
    assert field.text() == "Bỏ qua cột này"
    field.setFocus()
    press(Key.Key_A, CONTROL)
    type_text(field, "ghi chu")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(source.done) == 3)
    assert source.done == ["plan ds.xlsx", "mean GHI CHÚ 2 note", "plan ds.xlsx"]
    assert page.mapping.fields["GHI CHÚ 2",].hasFocus()
    assert page.mapping.fields["GHI CHÚ 2",].text() == "Ghi chú"
    assert page.stepper.steps[1].detail == "4 cột, đã ghép 4"


def test_a_guess_is_marked_in_words(page: ImportPage) -> None:
    texts = {one.text() for one in page.mapping.findChildren(QLabel)}
    assert "Đoán cột D là Số định danh. Xem lại giúp." in texts
    assert "Không đọc Bìa: không thấy bảng." in texts


def test_ctrl_enter_puts_the_rows_in_with_a_way_back(
    page: ImportPage, shell: Shell, source: FakeImport
) -> None:
    press(Key.Key_Return, CONTROL)
    assert source.done[-1] == "carry out the plan"
    assert isinstance(shell.pages.currentWidget(), RegisterPage)
    notice = shell.notifier.toast.notice
    assert notice is not None
    assert notice.text == "Đã nhập 1.009 tổ. 5 dòng chưa nhập."
    assert (notice.action, notice.keys) == ("Hoàn tác", "Ctrl+Z")


def test_a_failure_keeps_the_page(page: ImportPage, shell: Shell, source: FakeImport) -> None:
    source.refuses = FULL
    press(Key.Key_Return, CONTROL)
    assert shell.pages.currentWidget() is page
    assert page.carry_button.isEnabled()
    assert shell.notifier.said == [FULL.message]


def test_nothing_new_cannot_be_put_in(page: ImportPage, source: FakeImport) -> None:
    source.planned = replace(PLANNED, added=0, lines=FakeLines(()), wrong=0, doubtful=0)
    press(Key.Key_F5)
    assert page.carry_button.text() == " Không có gì mới"
    assert not page.carry_button.isEnabled()
    assert not page.store_button.isVisible()
    assert page.flaws.sentence() == "Không có dòng nào cần xem lại."
    press(Key.Key_Return, CONTROL)
    assert not any(act.startswith("carry") for act in source.done)


def test_rows_left_out_are_stored_to_be_mended(
    page: ImportPage, shell: Shell, source: FakeImport, answers: Answers
) -> None:
    press(Key.Key_S, CONTROL)
    assert answers.asked[-1] == "Lưu các dòng chưa nhập"
    assert source.done[-1] == "left out còn lại.xlsx"
    assert shell.notifier.said == ["Đã lưu 5 dòng chưa nhập vào còn lại.xlsx."]


def test_esc_goes_back_to_the_register(page: ImportPage, shell: Shell) -> None:
    press(Key.Key_Escape)
    assert isinstance(shell.pages.currentWidget(), RegisterPage)
    assert shell.pages.indexOf(page) < 0


def test_a_template_is_given_away(qtbot: QtBot, tmp_path: Path) -> None:
    for shell in shell_over(qtbot, FakeDesk(), Answers(tmp_path / "mẫu.xlsx")):
        source = imported_by(shell)
        shell.templated.emit("teams")
        assert source.done == ["template mẫu.xlsx"]
        assert shell.notifier.said == ["Đã lưu mẫu.xlsx."]


def test_a_narrow_window_keeps_all_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    for shell in shell_over(qtbot, FakeDesk(), Answers(tmp_path / "ds.xlsx"), width=960):
        imported_by(shell)
        shell.open_register("teams")
        shell.importing.emit("teams")
        page = shell.pages.currentWidget()
        assert isinstance(page, ImportPage)
        window = shell.window()
        window.resize(960, 540)
        assert page.width() == 960 - 64
        assert page.carry_button.isVisible()
        right = page.carry_button.mapTo(page, page.carry_button.rect().topRight())
        assert right.x() < page.width()
        assert page.flaws.table.height() > 3 * 32
