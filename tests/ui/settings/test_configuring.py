"""What an office and a person set, by keyboard, on a real register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.catalogues import catalogue
from models.clock import today
from models.registers.office import Office, Signer
from models.registers.words import CatalogueWord
from tests.ui.keys import ALT, CONTROL, press, settle, type_text
from tests.ui.workplaces import opened_workplace, shown
from ui.form.page import FormPage
from ui.settings.page import SettingsPage
from ui.theme.theme import theme
from ui.workplace import Workplace

Key = Qt.Key


@pytest.fixture
def place(qtbot: QtBot, register: Path) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent) as place:
        yield place


@pytest.fixture
def page(qtbot: QtBot, place: Workplace) -> SettingsPage:
    qtbot.waitUntil(lambda: shown(place) is not None)
    press(Key.Key_9, ALT)
    page = shown(place)
    assert isinstance(page, SettingsPage)
    return page


def form_of(place: Workplace) -> FormPage:
    form = shown(place)
    assert isinstance(form, FormPage)
    settle()
    return form


def said(qtbot: QtBot, place: Workplace, words: str) -> None:
    qtbot.waitUntil(lambda: words in place.shell.notifier.said)


def take_back(place: Workplace) -> None:
    toast = place.shell.notifier.toast
    next(one for one in toast.findChildren(QPushButton) if one.text() == "Hoàn tác").click()


def type_over(page: SettingsPage, name: str, text: str) -> None:
    line = page.office.boxes[name].editor.widget
    line.setFocus()
    press(Key.Key_A, CONTROL)
    type_text(line, text)


def pick(page: SettingsPage, title: str) -> None:
    page.words.choice.setFocus()
    press(Key.Key_A, CONTROL)
    type_text(page.words.choice, title)
    press(Key.Key_Return)


def row_of(page: SettingsPage, word: str) -> int:
    assert page.words.list is not None
    model = page.words.list.table.list_model
    rows = [model.row(at) for at in range(model.rowCount())]
    return next(at for at, row in enumerate(rows) if row is not None and row.cells[0] == word)


def test_the_theme_is_put_on_at_once_and_taken_back(place: Workplace, page: SettingsPage) -> None:
    press(Key.Key_Right)
    press(Key.Key_Right)
    press(Key.Key_Space)
    assert page.looks.scheme.chosen() == "dark"
    assert theme().dark
    assert place.shell.notifier.said[-1] == "Nền: Tối."
    take_back(place)
    assert not theme().dark
    assert page.looks.scheme.chosen() == "system"


def test_larger_letters_make_larger_rows(page: SettingsPage) -> None:
    page.looks.letters.buttons[0].setFocus()
    press(Key.Key_Right)
    press(Key.Key_Space)
    assert theme().text_size == 115
    assert page.signers.table.verticalHeader().defaultSectionSize() == 37


def test_the_letterhead_follows_and_the_line_is_kept_when_it_is_left(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    type_over(page, "parent_line", "CÔNG AN TỈNH BẠC LIÊU")
    assert page.office.letterhead.lines[0] == "CÔNG AN TỈNH BẠC LIÊU"
    assert Office.get().parent_line == "CÔNG AN TỈNH CÀ MAU"
    press(Key.Key_Return)
    said(qtbot, place, "Đã lưu dòng cơ quan chủ quản.")
    assert Office.get().parent_line == "CÔNG AN TỈNH BẠC LIÊU"
    press(Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.office.letterhead.lines[0] == "CÔNG AN TỈNH CÀ MAU")
    assert Office.get().parent_line == "CÔNG AN TỈNH CÀ MAU"


def test_the_office_s_name_stands_on_the_left_bar(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    type_over(page, "name", "Công an phường Bạc Liêu")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: place.shell.bar.masthead.office == "Công an phường Bạc Liêu")


def test_a_line_that_must_not_be_empty_is_not_kept(page: SettingsPage) -> None:
    type_over(page, "place", " ")
    press(Key.Key_Return)
    problem = page.office.boxes["place"].problem
    assert problem is not None
    assert problem.message == "Chưa nhập địa danh."
    page.office.boxes["place"].editor.widget.setFocus()
    press(Key.Key_Escape)
    assert page.office.boxes["place"].editor.text() == "Hưng Hội"
    assert page.office.boxes["place"].problem is None


def test_a_signer_is_added_corrected_and_deleted(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    page.signers.add_button.setFocus()
    press(Key.Key_Space)
    form = form_of(place)
    assert form.head.title() == "Thêm người ký"
    for name, text in (("full_name", "phạm quốc hưng"), ("post", "Trưởng Công an xã")):
        form.body.go_to(name)
        type_text(form.body.boxes[name].editor.widget, text)
    press(Key.Key_S, CONTROL)
    said(qtbot, place, "Đã lưu phạm quốc hưng.")
    assert shown(place) is page
    signer = Signer.get()
    assert signer.office.name == "Công an xã Hưng Hội"
    page.signers.table.setFocus()
    press(Key.Key_Delete)
    said(qtbot, place, "Đã xóa người ký phạm quốc hưng.")
    qtbot.waitUntil(lambda: page.signers.table.list_model.rowCount() == 0)
    press(Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.signers.table.list_model.rowCount() == 1)


def test_leaving_a_form_of_the_settings_keeps_what_was_typed(
    place: Workplace, page: SettingsPage
) -> None:
    page.signers.add_button.click()
    form = form_of(place)
    type_text(form.body.boxes["full_name"].editor.widget, "Lê Văn A")
    press(Key.Key_Escape)
    assert shown(place) is page
    assert place.shell.notifier.said[-1] == "Chưa lưu. Bản nháp còn giữ."
    page.signers.add_button.click()
    assert form_of(place).texts()["full_name"] == "Lê Văn A"


def test_a_word_called_otherwise_leaves_the_old_one_to_old_records(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    pick(page, "Chức danh trong tổ, mô hình")
    assert page.words.list is not None
    page.words.list.table.setFocus()
    page.words.list.table.chosen.go_to(row_of(page, "Tổ viên"))
    press(Key.Key_Return)
    form = form_of(place)
    press(Key.Key_A, CONTROL)
    type_text(form.body.boxes["word"].editor.widget, "Đội viên tổ")
    press(Key.Key_S, CONTROL)
    said(qtbot, place, "Đã lưu Đội viên tổ.")
    offered = catalogue("member_roles").words(today())
    assert "Đội viên tổ" in offered
    assert "Tổ viên" not in offered
    assert "Tổ viên" in catalogue("member_roles").words()
    press(Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "Tổ viên" in catalogue("member_roles").words(today()))


def test_a_word_that_is_there_already_is_refused_at_its_field(
    place: Workplace, page: SettingsPage
) -> None:
    pick(page, "Chức danh trong tổ, mô hình")
    assert page.words.list is not None
    page.words.list.add_button.setFocus()
    press(Key.Key_Space)
    form = form_of(place)
    type_text(form.body.boxes["word"].editor.widget, "Tổ trưởng")
    press(Key.Key_S, CONTROL)
    problem = form.body.boxes["word"].problem
    assert problem is not None
    assert problem.message.startswith("“Tổ trưởng” có hai lần trong danh mục")
    assert CatalogueWord.select().count() == 0


def test_a_word_out_of_use_is_not_offered_any_more(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    old = place.shell.open_form("members", None)
    press(Key.Key_9, ALT)
    pick(page, "Chức danh trong tổ, mô hình")
    assert page.words.list is not None
    page.words.list.table.chosen.go_to(row_of(page, "Tổ viên"))
    page.words.list.table.setFocus()
    press(Key.Key_Delete)
    said(qtbot, place, "Từ hôm nay thôi dùng “Tổ viên”.")
    form = place.shell.open_form("members", None)
    assert form is not None
    assert form is not old
    words = [option.text for option in form.body.boxes["role"].facts.options]
    assert "Tổ trưởng" in words
    assert "Tổ viên" not in words


def test_the_areas_are_a_step_away(place: Workplace, page: SettingsPage) -> None:
    link = next(one for one in page.findChildren(QPushButton) if one.text() == "Mở sổ Địa bàn")
    link.setFocus()
    press(Key.Key_Space)
    assert place.shell.pages.currentWidget() is place.shell.registers["areas"]


def test_f6_goes_through_the_topics(page: SettingsPage) -> None:
    seen = []
    for _turn in range(4):
        press(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert page.signers.table in seen
    assert page.words.choice in seen
