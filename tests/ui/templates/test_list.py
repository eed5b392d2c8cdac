"""The list of designs: looked at, copied, renamed, thrown away, out to a file and in again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.roles import Role
from models.store.session import set_user
from printing.certificate.designs import copy, design, designs, shipped
from printing.certificate.template import to_json
from tests.printing.certificate.designs_for_tests import FESTIVE, named
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.templates.clerk import list_page, settled_list
from tests.ui.workplaces import opened_workplace, shown
from ui.issuing.issue_page import IssuePage
from ui.templates.editor import Editor
from ui.templates.list_page import TemplatesPage
from ui.workplace import Workplace

Key = Qt.Key
COPY = f"{FESTIVE} (bản sao)"


def name_now(page: TemplatesPage) -> str:
    facts = page.current()
    return facts.name if facts is not None else ""


def test_the_designs_are_listed_and_the_chosen_one_is_shown(qtbot: QtBot, place: Workplace) -> None:
    page = list_page(qtbot, place)
    assert [page.list.item(at).text().split("\n") for at in (0, 5)] == [
        [FESTIVE, "A4 ngang · của phần mềm"],
        ["Giấy khen", "A4 ngang · của phần mềm"],
    ]
    before = page.pictures.book
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: page.pictures.book is not before)
    settled_list(qtbot, place, page)
    assert name_now(page) == "Giấy chứng nhận A5"
    assert page.pictures.book.leaves[0].size.width == pytest.approx(210, abs=0.1)
    assert not page.rename_button.isEnabled()
    assert not page.remove_button.isVisible()
    press(Key.Key_Escape)
    assert shown(place) is not page


def test_a_design_is_copied_renamed_and_thrown_away_by_key(qtbot: QtBot, place: Workplace) -> None:
    page = list_page(qtbot, place)
    press(Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: name_now(page) == COPY)
    settled_list(qtbot, place, page)
    assert page.name.text() == COPY
    page.name.setFocus()
    page.name.selectAll()
    type_text(page.name, "Giấy chứng nhận của xã")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: name_now(page) == "Giấy chứng nhận của xã")
    settled_list(qtbot, place, page)
    page.list.setFocus()
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: page.list.count() == len(shipped()))
    settled_list(qtbot, place, page)
    assert place.shell.notifier.said[-1] == "Đã xóa mẫu giấy Giấy chứng nhận của xã."
    press(Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.list.count() == len(shipped()) + 1)
    settled_list(qtbot, place, page)


def test_a_taken_name_is_refused_and_stays_in_its_field(qtbot: QtBot, place: Workplace) -> None:
    copy(FESTIVE)
    page = list_page(qtbot, place)
    page.list.setCurrentRow(0)
    settled_list(qtbot, place, page)
    page.name.setFocus()
    page.name.selectAll()
    type_text(page.name, "Giấy khen")
    page.rename_button.click()
    qtbot.waitUntil(lambda: any("Đã có mẫu giấy" in one for one in place.shell.notifier.said))
    assert page.name.text() == "Giấy khen"
    assert design(COPY).name == COPY


def test_a_design_goes_out_to_a_file_and_comes_in_again(
    qtbot: QtBot, place: Workplace, tmp_path: Path
) -> None:
    file = tmp_path / "mau.json"
    asker = place.shell.means.asker
    asker._answers.extend([file, file])  # type: ignore[attr-defined]
    page = list_page(qtbot, place)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: file.exists() and not place._runner.busy)
    assert file.read_text("utf-8") == to_json(named(FESTIVE))
    press(Key.Key_I, CONTROL)
    qtbot.waitUntil(lambda: name_now(page) == f"{FESTIVE} 2")
    settled_list(qtbot, place, page)
    assert design(f"{FESTIVE} 2").elements == named(FESTIVE).elements


STRANGE = {
    "không đọc được chữ": b"\xff\xd8\xff\xe0" * 9,
    "tệp quá lớn": b" " * 900_000,
    "không đọc được.": b"PK\x03\x04",
    "có “lạ” là chỗ lạ": b'{"l\xe1\xba\xa1": 1}',
}


@pytest.mark.parametrize("words", STRANGE)
def test_a_file_that_is_no_design_is_refused_in_a_sentence(
    qtbot: QtBot, place: Workplace, tmp_path: Path, words: str
) -> None:
    file = tmp_path / "la.json"
    file.write_bytes(STRANGE[words])
    place.shell.means.asker._answers.append(file)  # type: ignore[attr-defined]
    list_page(qtbot, place)
    press(Key.Key_I, CONTROL)
    qtbot.waitUntil(lambda: any(words in one for one in place.shell.notifier.said))
    assert len(designs()) == len(shipped())


def test_the_editor_opens_from_the_list_and_leads_back(qtbot: QtBot, place: Workplace) -> None:
    page = list_page(qtbot, place)
    press(Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(shown(place), Editor))
    qtbot.waitUntil(lambda: not place._runner.busy)
    press(Key.Key_Escape)
    assert shown(place) is page
    settled_list(qtbot, place, page)
    assert page.list.hasFocus()
    assert ("Esc", "Đóng") in [(keys, word) for _act, keys, word in place.shell.keys.shown()]


def test_who_may_only_look_changes_nothing(qtbot: QtBot, register: Path) -> None:
    set_user("Bình", Role.VIEWER)
    with opened_workplace(qtbot, register.parent) as place:
        qtbot.waitUntil(lambda: not place._runner.busy)
        page = list_page(qtbot, place)
        parts = (page.edit_button, page.copy_button, page.bring_button)
        assert not any(part.isEnabled() for part in parts)
        press(Key.Key_F2)
        press(Key.Key_D, CONTROL)
        assert shown(place) is page
        assert len(designs()) == len(shipped())


def test_a_design_is_changed_from_the_page_that_issues(qtbot: QtBot, place: Workplace) -> None:
    place.shell.open_register("issued")
    place.shell.run("add")
    page = shown(place)
    assert isinstance(page, IssuePage)
    qtbot.waitUntil(lambda: page.first.text() == "001" and not place._runner.busy)
    page.fields.change_design.setFocus()
    keys = place.shell.keys.shown()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(shown(place), Editor))
    qtbot.waitUntil(lambda: not place._runner.busy)
    press(Key.Key_Escape)
    assert shown(place) is page
    assert page.fields.change_design.hasFocus()
    assert place.shell.keys.shown() == keys
    assert not place.shell.bar.isVisible()
    assert page.design.currentText() == FESTIVE


def test_the_list_is_found_by_its_name(qtbot: QtBot, place: Workplace) -> None:
    place.shell.search_anywhere()
    box = place.shell.palette_box
    field = box.findChild(QLineEdit)
    assert field is not None
    type_text(field, "mau giay")
    qtbot.waitUntil(lambda: "Mẫu giấy" in [
        entry.title for entry in box._results.entries if not isinstance(entry, str)])  # fmt: skip
    qtbot.waitUntil(lambda: not place._runner.busy)
    place.shell.run("templates")
    assert isinstance(shown(place), TemplatesPage)
