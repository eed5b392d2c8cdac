"""The one place that asks: the safe answer has the focus, a number guards what is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, type_text
from ui.ask import Answers, ConfirmDialog, Question

RESTORE = Question(
    "Phục hồi sẽ thay toàn bộ dữ liệu trên máy",
    "Dữ liệu nhập sau 17/11/2026 16:42 (23 bản ghi) sẽ mất.",
    "Phục hồi",
    "Không phục hồi",
    "23",
    "Gõ số bản ghi sẽ mất (23) để tiếp tục",
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ConfirmDialog:
    dialog = ConfirmDialog(RESTORE, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    return dialog


def test_the_safe_button_has_the_focus_and_enter_means_no(dialog: ConfirmDialog) -> None:
    assert dialog.keep.hasFocus()
    press(Qt.Key.Key_Return)
    assert dialog.result() == ConfirmDialog.DialogCode.Rejected


def test_the_act_waits_for_the_number(dialog: ConfirmDialog) -> None:
    assert not dialog.act.isEnabled()
    type_text(dialog.field, "2")
    assert not dialog.act.isEnabled()
    type_text(dialog.field, "3")
    assert dialog.act.isEnabled()
    dialog.act.click()
    assert dialog.result() == ConfirmDialog.DialogCode.Accepted


def test_escape_means_no(dialog: ConfirmDialog) -> None:
    press(Qt.Key.Key_Escape)
    assert dialog.result() == ConfirmDialog.DialogCode.Rejected


def test_answers_given_beforehand_are_used_up(tmp_path: Path) -> None:
    answers = Answers(True, tmp_path, None)
    assert answers.confirm(RESTORE)
    assert answers.open_file("Chọn tệp", "") == tmp_path
    assert answers.save_file("Lưu", "x", "") is None
    with pytest.raises(LookupError):
        answers.confirm(RESTORE)
