"""A list read into the class whose page asked for it, and back on the page with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.registers.classes import TrainingClass
from models.registers.people import Person
from models.registers.trainees import Trainee, trainees_of
from tests.models.samples import stored
from tests.ui.keys import CONTROL, press
from tests.ui.workplaces import opened_workplace, shown
from ui.classes.head import ROSTER
from ui.classes.page import ClassPage
from ui.wizards.import_page import ImportPage

Key = Qt.Key
HEADS = ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Điểm")
PEOPLE = (("1", "Võ An", "1980", "Ấp Đông", "8,5"), ("2", "Trần Bé", "1981", "Ấp Tây", "6"))


def list_of(path: Path) -> Path:
    book = Workbook()
    for line in (HEADS, *PEOPLE):
        book.active.append(line)  # type: ignore[union-attr]
    book.save(path)
    return path


@pytest.mark.usefixtures("register")
def test_a_list_without_titles_goes_into_the_class_that_is_shown(
    qtbot: QtBot, tmp_path: Path
) -> None:
    other, training = (stored(TrainingClass(name=name)) for name in ("Lớp một", "Lớp hai"))
    known = stored(Person(full_name="Võ An"))
    stored(Trainee(training_class=training, person=known, number=1))
    with opened_workplace(qtbot, tmp_path, list_of(tmp_path / "ds.xlsx")) as place:
        place.shell.acted.emit("classes", "open", training.id)
        page = shown(place)
        assert isinstance(page, ClassPage)
        qtbot.waitUntil(lambda: page.sheet.id == training.id)
        page.head.tabs.setCurrentIndex(ROSTER)
        page.acts.run("import_trainees")
        qtbot.waitUntil(lambda: isinstance(shown(place), ImportPage))
        press(Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: shown(place) is page)
        qtbot.waitUntil(lambda: page.head.tabs.tabText(ROSTER) == "Học viên 2")
        assert page.head.tab == ROSTER
        seats = [(one.title, one.unit, one.grade) for one in trainees_of(training.id)]
        assert seats == [("Võ An", "Ấp Đông", "Giỏi"), ("Trần Bé", "Ấp Tây", "Trung bình")]
        assert trainees_of(training.id)[0].person_id == known.id
        assert trainees_of(other.id) == []
