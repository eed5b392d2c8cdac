"""Lists, forms, searches and papers ask nothing on the window's thread: no disk holds it up."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from models.registers.people import Person
from models.registers.teams import Team
from models.registers.users import User
from models.roles import Role
from models.store.change import change
from models.store.connection import Connection
from tests.ui.grid.clerk import go_to_rows, rows, type_here, type_row
from tests.ui.keys import ALT, CONTROL, SHIFT, press, settle, type_text
from tests.ui.workplaces import opened_workplace, read, shown
from ui.accounts.person import PersonSheet
from ui.accounts.topic import PeopleTopic
from ui.form.page import FormPage
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.settings.page import SettingsPage
from ui.table.model import PAGE
from ui.workplace import Workplace

Key = Qt.Key
NAMES = ("Nguyễn Văn Đức", "Thạch Thị Hồng Nhung", "Trần Thị Bé", "Lê Văn Dũng")


class Ear:
    """Remembers what the window's thread asked, and from where in the program."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.heard: list[str] = []
        self._listens = False
        for name in ("cursor", "execute"):
            patch.setattr(Connection, name, self._listening(getattr(Connection, name)))

    def _listening(self, own: Any) -> Any:
        def ask(connection: Connection, *asked: Any, **how: Any) -> Any:
            here = threading.current_thread() is threading.main_thread()
            if self._listens and here:
                places = [frame for frame in traceback.extract_stack() if "/ui/" in frame.filename]
                self.heard.append(" < ".join(f"{one.name}:{one.lineno}" for one in places[-4:]))
            return own(connection, *asked, **how)

        return ask

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen, and fail where anything was heard."""
        self._listens = True
        yield
        self._listens = False
        assert self.heard == []


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Ear:
    return Ear(monkeypatch)


@pytest.fixture
def place(qtbot: QtBot, register: Path, ear: Ear) -> Iterator[Workplace]:
    """The window over a register of a few pages of people, listened to once it is open."""
    people = [Person(full_name=f"{NAMES[at % 4]} {at}") for at in range(3 * PAGE)]
    with change("Lập danh sách") as work:
        work.add_many([Team(name=f"Tổ tự quản số {at}") for at in (1, 2)])
        work.add_many(people)
        work.save(User(name="Lê Văn Dũng", role=Role.OFFICER))
    with opened_workplace(qtbot, register.parent) as place:
        read(qtbot, place, 2)
        with ear.listening():
            yield place


def test_it_hears_a_question_of_this_thread(register: Path, ear: Ear) -> None:
    with pytest.raises(AssertionError), ear.listening():
        Person.select().count()


def people_of(qtbot: QtBot, place: Workplace) -> RegisterPage:
    place.shell.open_register("people")
    return read(qtbot, place, 3 * PAGE)


def test_going_through_a_list_sorting_and_copying_it(qtbot: QtBot, place: Workplace) -> None:
    page = people_of(qtbot, place)
    page.table.setFocus()
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_End):
        press(key)
    last = page.model.rowCount() - 1
    qtbot.waitUntil(lambda: page.model.known(last) is not None)
    page.table.grab()
    press(Key.Key_Home, SHIFT)
    page.table.head.sectionClicked.emit(1)
    read(qtbot, place, 3 * PAGE)
    press(Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    page.table.column_menu().deleteLater()


def test_searching_filtering_and_finding_anything(qtbot: QtBot, place: Workplace) -> None:
    page = people_of(qtbot, place)
    press(Key.Key_F, CONTROL)
    type_text(page.list.search, "nhung")
    press(Key.Key_Return)
    read(qtbot, place, 75)
    press(Key.Key_Escape)
    read(qtbot, place, 3 * PAGE)
    for chip in page.list.filters.chips.buttons:
        menu = chip.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
    press(Key.Key_K, CONTROL)
    box = place.shell.palette_box
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "hong nhung")
    qtbot.waitUntil(lambda: bool(box.titles()))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Nhung" in page.detail.title.whole())


def test_removing_and_undoing(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_Delete)
    read(qtbot, place, 1)
    press(Key.Key_Z, CONTROL)
    read(qtbot, place, 2)


def test_looking_at_papers(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage))
    papers = shown(place)
    assert isinstance(papers, PaperPage)
    qtbot.waitUntil(lambda: len(papers.viewer.pictures.book.leaves) == 1, timeout=15000)
    press(Key.Key_Escape)
    read(qtbot, place, 2)


def form_of(place: Workplace) -> FormPage:
    form = shown(place)
    assert isinstance(form, FormPage)
    settle()
    return form


def test_typing_a_new_record_choosing_checking_and_saving_it(
    qtbot: QtBot, place: Workplace
) -> None:
    place.shell.open_register("members")
    read(qtbot, place, 0)
    press(Key.Key_N, CONTROL)
    form = form_of(place)
    form.body.go_to("person")
    type_here("duc 0")
    press(Key.Key_Return)
    form.body.go_to("team")
    type_here("so 2")
    press(Key.Key_Tab)
    form.body.go_to("joined")
    type_here("31/02/2020")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: form.body.boxes["joined"].problem is not None)
    press(Key.Key_S, CONTROL)
    assert form.body.here() == "joined"
    press(Key.Key_A, CONTROL)
    type_here("2020")
    press(Key.Key_S, CONTROL)
    read(qtbot, place, 1)


def test_changing_a_team_and_the_rows_in_it(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_F2)
    form = form_of(place)
    assert form.texts()["name"] == "Tổ tự quản số 1"
    form.body.go_to("scope")
    type_here("Tuyến 9")
    go_to_rows(form)
    type_row("Danh Hoàng Phúc", "1995", "Nam")
    type_here("nhung 1")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert rows(form, 0) == [("Danh Hoàng Phúc",), ("Thạch Thị Hồng Nhung 1",)]
    press(Key.Key_Escape)
    read(qtbot, place, 2)
    press(Key.Key_F2)
    assert form.dirty
    assert len(rows(form, 0)) == 2
    press(Key.Key_S, CONTROL)
    read(qtbot, place, 2)
    press(Key.Key_F2)
    assert len(rows(form, 0)) == 2


def test_setting_the_office_its_signers_and_words(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_9, ALT)
    page = shown(place)
    assert isinstance(page, SettingsPage)
    line = page.office.boxes["place"].editor.widget
    line.setFocus()
    press(Key.Key_A, CONTROL)
    type_here("Vĩnh Lợi")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Đã lưu địa danh." in place.shell.notifier.said)
    words = page.words.list
    assert words is not None
    qtbot.waitUntil(lambda: words.table.list_model.rowCount() > 0)
    words.table.setFocus()
    words.table.chosen.go_to(0)
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: place.shell.notifier.said[-1].startswith("Từ hôm nay thôi dùng"))
    page.signers.add_button.click()
    form = form_of(place)
    for name, text in (("full_name", "Phạm Quốc Hưng"), ("post", "Trưởng Công an xã")):
        form.body.go_to(name)
        type_here(text)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: page.signers.table.list_model.rowCount() == 1)


def test_looking_at_the_list_of_users_and_at_one_of_them(qtbot: QtBot, place: Workplace) -> None:
    press(Key.Key_9, ALT)
    page = shown(place)
    assert isinstance(page, SettingsPage)
    (people,) = page.findChildren(PeopleTopic)
    qtbot.waitUntil(lambda: people.table.list_model.rowCount() > 0)
    people.table.setFocus()
    people.table.chosen.go_to(0)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shown(place), PersonSheet))
