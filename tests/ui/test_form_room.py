"""Records typed one after another from paper: what is the same for the next one stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.registers.areas import Area
from models.registers.people import Person
from tests.models.samples import save
from tests.ui.keys import CONTROL, press, settle, type_text
from tests.ui.workplaces import opened_workplace
from ui.form.page import FormPage
from ui.workplace import Workplace

Key = Qt.Key


@pytest.fixture
def place(qtbot: QtBot, register: Path) -> Iterator[Workplace]:
    save(Area(name="Ấp Sóc Đồn", kind="Ấp"))
    with opened_workplace(qtbot, register.parent) as place:
        yield place


def fill(form: FormPage, **texts: str) -> None:
    settle()
    for name, text in texts.items():
        form.body.go_to(name)
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, text)


def test_the_hamlet_stays_and_the_name_is_next(qtbot: QtBot, place: Workplace) -> None:
    form = place.shell.open_form("people", None)
    assert form is not None
    fill(form, full_name="Kim Thị Út", phone="0974555330", area="Ấp Sóc Đồn")
    for name in ("Danh Sóc Kha", "Lý Chanh Thu"):
        press(Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: form.texts()["full_name"] == "")
        settle()
        assert form.texts()["area"] == "Ấp Sóc Đồn"
        assert form.texts()["phone"] == ""
        assert form.body.here() == "full_name"
        assert not form.dirty
        fill(form, full_name=name)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: Person.select().count() == 3)
    assert {one.area_id for one in Person.select()} == {Area.get().id}


def test_a_record_that_is_begun_anew_is_empty(qtbot: QtBot, place: Workplace) -> None:
    form = place.shell.open_form("people", None)
    assert form is not None
    fill(form, full_name="Kim Thị Út", area="Ấp Sóc Đồn")
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: Person.select().count() == 1)
    place.shell.open_form("people", None)
    settle()
    assert form.texts()["area"] == ""
