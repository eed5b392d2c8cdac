"""Subjects typed as rows in the form of their class, by keyboard, in one change with it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.registers.classes import CLASSES, Subject, TrainingClass, subjects_of
from models.store import undo
from models.store.tables import HistoryChange
from tests.ui.grid.clerk import type_here, type_row
from tests.ui.keys import CONTROL, PLAIN, SHIFT, press
from ui.desk.forms import form_of
from ui.form.page import FormPage
from ui.grid.box import GridBox
from ui.source import MemoryDrafts
from ui.tasks import InlineRunner

Key = Qt.Key
Told = tuple[str, str, int | None, date | None, str]
TWO = (
    ("Kỹ năng tuần tra", "Trung tá Lê Văn Hùng", "5", "12112026", "sáng"),
    ("Quản lý hành chính về trật tự xã hội", "", "4", "13/11/2026", "Chiều"),
)
STORED: list[Told] = [
    ("Kỹ năng tuần tra", "Trung tá Lê Văn Hùng", 5, date(2026, 11, 12), "Sáng"),
    ("Quản lý hành chính về trật tự xã hội", "", 4, date(2026, 11, 13), "Chiều"),
]

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def page(qtbot: QtBot) -> FormPage:
    form = form_of(CLASSES)
    page = FormPage("classes", "Lớp tập huấn", form, InlineRunner(), MemoryDrafts())
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def subjects(page: FormPage) -> GridBox:
    return page.body.grids["subject"]


def go_to_subjects(page: FormPage) -> None:
    page.body.go_to("paper")
    while not page.body.here().startswith("subject/"):
        press(Key.Key_Tab, PLAIN)


def kept() -> list[Told]:
    return [
        (one.name, one.lecturer, one.periods, one.day, one.part)
        for one in subjects_of(TrainingClass.get().id)
    ]


def test_a_class_and_its_subjects_are_typed_and_undone_at_once(page: FormPage) -> None:
    before = HistoryChange.select().count()
    page.begin(None, "Thêm lớp")
    type_here("Lớp tập huấn bảo vệ an ninh, trật tự")
    go_to_subjects(page)
    for row in TWO:
        type_row(*row)
    assert subjects(page).line.sums() == "2 chuyên đề"
    press(Key.Key_S, CONTROL)
    assert not page.dirty
    assert kept() == STORED
    assert HistoryChange.select().count() == before + 1
    undo.undo_last()
    for model in (TrainingClass, Subject):
        assert model.select().where(model.trashed_at.is_null()).count() == 0


def test_a_subject_is_mended_and_another_taken_out(page: FormPage) -> None:
    page.begin(None, "Thêm lớp")
    type_here("Lớp một")
    go_to_subjects(page)
    for row in TWO:
        type_row(*row)
    press(Key.Key_S, CONTROL)
    page.begin(TrainingClass.get().id)
    subjects(page).go_to(1, "Subject.periods")
    type_here("6")
    press(Key.Key_Return)
    subjects(page).go_to(0)
    press(Key.Key_Space, SHIFT)
    press(Key.Key_Delete)
    press(Key.Key_S, CONTROL)
    assert kept() == [(*STORED[1][:2], 6, *STORED[1][3:])]


def test_a_part_of_the_day_that_is_none_is_refused_at_its_cell(page: FormPage) -> None:
    page.begin(None, "Thêm lớp")
    type_here("Lớp một")
    go_to_subjects(page)
    type_row("Kỹ năng tuần tra", "", "năm", "12/11/2026", "Trưa")
    press(Key.Key_S, CONTROL)
    assert page.checking.wrong() == ["subject/0/Subject.periods", "subject/0/Subject.part"]
    assert TrainingClass.select().count() == 0
