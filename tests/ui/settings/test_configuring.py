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
from models.store.change import change
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
    all_read(qtbot, page)
    return page


def all_read(qtbot: QtBot, page: SettingsPage) -> None:
    """Wait until the office, its signers and the words of the first catalogue are shown."""
    qtbot.waitUntil(lambda: bool(page.office.boxes["name"].editor.text()))
    qtbot.waitUntil(lambda: page.words.list is not None and bool(words(page)))


def words(page: SettingsPage) -> list[str]:
    assert page.words.list is not None
    model = page.words.list.table.list_model
    rows = [model.row(at) for at in range(model.rowCount())]
    return [row.cells[0] for row in rows if row is not None]


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


def pick(qtbot: QtBot, page: SettingsPage, title: str) -> None:
    page.words.choice.setFocus()
    press(Key.Key_A, CONTROL)
    type_text(page.words.choice, title)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.words.list is not None and bool(words(page)))


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


def test_what_is_typed_stays_when_the_page_is_read_again(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    type_over(page, "parent_line", "CÔNG AN TỈNH BẠC LIÊU")
    with change("Đổi địa danh") as work:
        office = Office.get()
        office.place, office.parent_line = "Vĩnh Lợi", "CÔNG AN TỈNH"
        work.save(office)
    qtbot.waitUntil(lambda: page.office.boxes["place"].editor.text() == "Vĩnh Lợi")
    assert page.office.boxes["parent_line"].editor.text() == "CÔNG AN TỈNH BẠC LIÊU"
    press(Key.Key_Escape)
    assert page.office.boxes["parent_line"].editor.text() == "CÔNG AN TỈNH"


def test_a_line_changed_twice_while_it_is_being_kept_ends_as_it_was_left(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    before = Office.get().parent_line
    type_over(page, "parent_line", "CÔNG AN TỈNH BẠC LIÊU")
    press(Key.Key_Return)
    type_over(page, "parent_line", before)
    press(Key.Key_Return)
    kept = "Đã lưu dòng cơ quan chủ quản."
    qtbot.waitUntil(lambda: place.shell.notifier.said.count(kept) == 2)
    assert Office.get().parent_line == before
    assert page.office.boxes["parent_line"].editor.text() == before


def test_the_office_s_name_stands_on_the_left_bar(
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    type_over(page, "name", "Công an phường Bạc Liêu")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: place.shell.bar.masthead.office == "Công an phường Bạc Liêu")


def test_a_line_that_must_not_be_empty_is_not_kept(qtbot: QtBot, page: SettingsPage) -> None:
    type_over(page, "place", " ")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.office.boxes["place"].problem is not None)
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
    qtbot.waitUntil(lambda: page.signers.table.list_model.rowCount() == 1)
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
    pick(qtbot, page, "Chức danh trong tổ, mô hình")
    assert page.words.list is not None
    page.words.list.table.setFocus()
    page.words.list.table.chosen.go_to(words(page).index("Tổ viên"))
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
    qtbot: QtBot, place: Workplace, page: SettingsPage
) -> None:
    pick(qtbot, page, "Chức danh trong tổ, mô hình")
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
    pick(qtbot, page, "Chức danh trong tổ, mô hình")
    assert page.words.list is not None
    page.words.list.table.chosen.go_to(words(page).index("Tổ viên"))
    page.words.list.table.setFocus()
    press(Key.Key_Delete)
    said(qtbot, place, "Từ hôm nay thôi dùng “Tổ viên”.")
    form = place.shell.open_form("members", None)
    assert form is not None
    assert form is not old
    offered = [option.text for option in form.body.boxes["role"].facts.options]
    assert "Tổ trưởng" in offered
    assert "Tổ viên" not in offered


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
