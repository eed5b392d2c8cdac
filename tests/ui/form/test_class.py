"""The form of a new class begins with what classes here ask of their trainees."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.registers.classes import CLASSES, TrainingClass
from models.store.undo import undo_last
from tests.models.samples import stored
from tests.ui.grid.clerk import type_here
from tests.ui.keys import CONTROL, press
from ui.desk.forms import form_of
from ui.form.page import FormPage
from ui.source import MemoryDrafts
from ui.tasks import InlineRunner

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def page(qtbot: QtBot) -> FormPage:
    page = FormPage("classes", "Lớp", form_of(CLASSES), InlineRunner(), MemoryDrafts())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.begin(None, "Thêm lớp")
    return page


def rule(page: FormPage) -> tuple[str, str]:
    texts = page.texts()
    return texts["least_share"], texts["least_score"]


def test_the_first_class_asks_what_is_usual_and_nothing_counts_as_typed(page: FormPage) -> None:
    assert rule(page) == ("80", "5,0")
    assert not page.dirty
    type_here("Lớp một")
    press(Key.Key_S, CONTROL)
    made = TrainingClass.get()
    assert (made.least_share, made.least_score) == (80, 5.0)


def test_the_next_class_asks_what_the_one_before_asked(page: FormPage) -> None:
    type_here("Lớp một")
    page.body.go_to("least_share")
    press(Key.Key_A, CONTROL)
    type_here("70")
    page.body.go_to("least_score")
    press(Key.Key_A, CONTROL)
    press(Key.Key_Backspace)
    press(Key.Key_S, CONTROL)
    stored(TrainingClass(name="Lớp nhập từ Excel"))
    page.begin(None)
    assert rule(page) == ("70", "")
    undo_last()
    undo_last()
    page.begin(None)
    assert rule(page) == ("80", "5,0")


def test_a_stored_class_without_a_rule_stays_without(page: FormPage) -> None:
    old = stored(TrainingClass(name="Lớp cũ"))
    page.begin(old.id)
    assert rule(page) == ("", "")
