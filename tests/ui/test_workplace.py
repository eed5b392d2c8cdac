"""The clerk's jobs on a real register, by keyboard: import, find, add, correct, delete, undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import ui.window
from models.registers.people import Person
from models.registers.teams import Team
from models.store import change
from tests.ui.keys import CONTROL, press, settle, type_text
from tests.ui.workplaces import TEAM_HEADS, TEAMS, opened_workplace, read, shown, workbook
from ui.crash import Crashes
from ui.entrance.remembered import OFFICE, PLACE, USER, Remembered
from ui.form.page import FormPage
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.sentences import COPY_WORDS, UNFORESEEN
from ui.wizards.import_page import ImportPage
from ui.workplace import Workplace

Key = Qt.Key


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return workbook(tmp_path / "to.xlsx", TEAM_HEADS, *TEAMS)


@pytest.fixture
def place(qtbot: QtBot, register: Path, file: Path) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent, file) as place:
        yield place


@pytest.fixture
def teams(qtbot: QtBot, place: Workplace) -> RegisterPage:
    """The teams of a workbook, brought in by keyboard."""
    qtbot.waitUntil(lambda: isinstance(shown(place), RegisterPage))
    press(Key.Key_I, CONTROL)
    qtbot.waitUntil(lambda: isinstance(shown(place), ImportPage))
    press(Key.Key_Return, CONTROL)
    return read(qtbot, place, 3)


def form_of(qtbot: QtBot, place: Workplace) -> FormPage:
    qtbot.waitUntil(lambda: isinstance(shown(place), FormPage))
    form = shown(place)
    assert isinstance(form, FormPage)
    settle()
    return form


def type_into(form: FormPage, name: str, text: str) -> None:
    form.body.go_to(name)
    line = form.body.boxes[name].editor.widget
    press(Key.Key_A, CONTROL)
    type_text(line, text)


def said(qtbot: QtBot, place: Workplace, words: str) -> None:
    qtbot.waitUntil(lambda: words in place.shell.notifier.said)


def test_an_empty_register_shows_ways_to_begin(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.registers["teams"]
    qtbot.waitUntil(lambda: page.pages.is_empty)
    assert place.window.windowTitle() == "Sổ phong trào · Công an xã Hưng Hội"
    words = [one.text() for one in page.pages.findChildren(QPushButton) if one.isVisible()]
    ways = ["Thêm tổ đầu tiên", "Chọn tệp Excel", "Chọn bản sao lưu"]
    fresh = place.shell.open_register("people")
    fresh.table.setFocus()  # the list has the focus while it is read
    qtbot.waitUntil(lambda: fresh.pages.is_empty)
    first = place.window.focusWidget()
    assert isinstance(first, QPushButton)
    assert first.text() == "Thêm người đầu tiên"
    place.shell.open_register("teams")
    assert [word for word in words if word in ways] == ways
    next(one for one in page.pages.findChildren(QPushButton) if one.text() == ways[2]).click()
    assert shown(place) is place.backups.page


def test_an_import_is_told_and_undone_whole(
    qtbot: QtBot, place: Workplace, teams: RegisterPage
) -> None:
    assert place.shell.notifier.said == ["Đã nhập 3 tổ."]
    assert [teams.model.row(at).cells[0] for at in range(3)] == [  # type: ignore[union-attr]
        "Tổ hòa giải số 1", "Tổ tự quản số 2", "Tổ tự quản số 10",
    ]  # fmt: skip
    press(Key.Key_Z, CONTROL)
    said(qtbot, place, "Đã hoàn tác: Nhập to.xlsx.")
    qtbot.waitUntil(lambda: teams.pages.is_empty)
    assert Person.select().where(Person.trashed_at.is_null()).count() == 0
    press(Key.Key_Y, CONTROL)
    read(qtbot, place, 3)


@pytest.mark.usefixtures("teams")
def test_a_person_is_found_without_accents_and_read(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.open_register("people")
    read(qtbot, place, 3)
    press(Key.Key_F, CONTROL)
    type_text(page.list.search, "nguyen van")
    press(Key.Key_Return)
    read(qtbot, place, 2)
    qtbot.waitUntil(lambda: page.detail.title.whole() == "Nguyễn Văn Dục")
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: page.detail.title.whole() == "Nguyễn Văn Đức")


@pytest.mark.usefixtures("teams")
def test_a_team_and_a_member_are_added(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_N, CONTROL)
    form = form_of(qtbot, place)
    type_into(form, "name", "Tổ tự quản số 3")
    type_into(form, "area", "soc don")
    press(Key.Key_Tab)
    press(Key.Key_S, CONTROL)
    said(qtbot, place, "Đã lưu Tổ tự quản số 3.")
    page = read(qtbot, place, 4)
    qtbot.waitUntil(lambda: page.detail.title.whole() == "Tổ tự quản số 3")
    place.shell.open_register("members")
    read(qtbot, place, 3)
    press(Key.Key_N, CONTROL)
    form = form_of(qtbot, place)
    for name, text in (("person", "nguyen van duc"), ("team", "tu quan so 3")):
        type_into(form, name, text)
        press(Key.Key_Tab)
    press(Key.Key_S, CONTROL)
    read(qtbot, place, 4)
    team = Team.get(Team.name == "Tổ tự quản số 3")
    assert team.strength == 1


@pytest.mark.usefixtures("teams")
def test_a_birth_date_is_corrected_and_a_wrong_one_refused(qtbot: QtBot, place: Workplace) -> None:
    page = place.shell.open_register("people")
    read(qtbot, place, 3)
    press(Key.Key_F2)
    form = form_of(qtbot, place)
    type_into(form, "birth_date", "31/02/1980")
    press(Key.Key_S, CONTROL)
    problem = form.body.boxes["birth_date"].problem
    assert problem is not None
    assert problem.message == "Ngày sinh không hợp lệ: 31/02/1980. Nhập dd/mm/yyyy hoặc chỉ năm."
    type_into(form, "birth_date", "14031980")
    press(Key.Key_S, CONTROL)
    read(qtbot, place, 3)
    qtbot.waitUntil(lambda: "14/03/1980" in (page.model.known(0) or page.model.row(0)).cells)  # type: ignore[union-attr]


def test_what_was_deleted_comes_back(qtbot: QtBot, place: Workplace, teams: RegisterPage) -> None:
    teams.table.setFocus()
    press(Key.Key_Delete)
    read(qtbot, place, 2)
    said(qtbot, place, "Đã xóa Tổ hòa giải số 1.")
    press(Key.Key_Z, CONTROL)
    read(qtbot, place, 3)


@pytest.mark.usefixtures("teams")
def test_the_list_is_shown_as_it_will_be_printed(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage))
    papers = shown(place)
    assert isinstance(papers, PaperPage)
    qtbot.waitUntil(lambda: len(papers.viewer.pictures.book.leaves) == 1, timeout=15000)
    press(Key.Key_Escape)
    read(qtbot, place, 3)


def test_a_change_from_elsewhere_is_read_at_once(
    qtbot: QtBot, place: Workplace, teams: RegisterPage
) -> None:
    record = Person.select().get()
    with change.change("Sửa nơi khác") as work:
        record.full_name = "Trần Thị Mới"
        work.save(record)
    assert "leader" in [column.key for column in teams.model.columns]

    def told() -> bool:
        rows = [teams.model.known(at) for at in range(3)]
        return any(row is not None and "Trần Thị Mới" in row.cells for row in rows)

    qtbot.waitUntil(told)


def test_an_unforeseen_error_is_told_and_can_be_copied(
    qtbot: QtBot, register: Path, file: Path
) -> None:
    with opened_workplace(qtbot, register.parent, file) as place:
        crashes = place.crashes
        crashes.hear(ValueError("Nguyễn Văn Đức 0913555214"))
        toast = place.shell.notifier.toast
        qtbot.waitUntil(lambda: toast.notice is not None)
        assert toast.notice is not None
        assert toast.notice.text == UNFORESEEN
        assert toast.notice.action == COPY_WORDS
        assert toast.notice.run is not None
        toast.notice.run()
        copied = QGuiApplication.clipboard().text()
        assert "ValueError" in copied
        assert "Nguyễn" not in copied
        assert isinstance(crashes, Crashes)


def test_the_first_window_will_know_who_worked_last(
    qtbot: QtBot, register: Path, file: Path
) -> None:
    with opened_workplace(qtbot, register.parent, file):
        pass
    kept = Remembered(register.parent)
    assert kept.get(USER) == "An"
    assert PLACE == ui.window.PLACE
    assert kept.get(PLACE)
    assert kept.get(OFFICE) == "Công an xã Hưng Hội"
    assert not change.listeners
