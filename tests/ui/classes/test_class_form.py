"""Trainees typed and pasted as rows of the form of their class: new people and known ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.registers.classes import TrainingClass
from models.registers.people import Person
from models.registers.trainees import Trainee, trainees_of
from models.store.check import findings
from models.values.partial_date import PartialDate
from tests.models.samples import stored
from tests.ui.jobs.hands import Hands
from tests.ui.keys import CONTROL, press
from tests.ui.workplaces import opened_workplace
from ui.form.page import FormPage

Key = Qt.Key
PASTED = "\n".join(
    (
        "Lâm Sà Quên\t30/9/1988\tNam\t\t0907 555 861\tTổ tự quản số 2\tTổ viên",
        "Kim Thị Út\t1972\tNữ\t\t\tTổ hòa giải số 1\tTổ phó",
    )
)


def test_trainees_are_pasted_from_excel_behind_those_who_sit_there(
    qtbot: QtBot, register: Path
) -> None:
    training = stored(TrainingClass(name="Lớp một"))
    first = stored(Person(full_name="Võ An"))
    stored(Trainee(training_class=training, person=first, number=1))
    with opened_workplace(qtbot, register.parent) as place:
        hands = Hands(qtbot, place)
        place.shell.open_register("classes")
        hands.list("classes", 1)
        place.shell.open_form("classes", training.id)
        form = hands.page(FormPage)
        rows = form.body.grids["trainee"]
        qtbot.waitUntil(lambda: rows.model.rows.text(0, 0) == "Võ An")
        hands.tab_to_rows(form, "trainee")
        press(Key.Key_Down)
        QGuiApplication.clipboard().setText(PASTED)
        press(Key.Key_V, CONTROL)
        press(Key.Key_S, CONTROL)
        hands.heard("Đã lưu Lớp một.")
        seats = trainees_of(training.id)
        assert [(one.title, one.unit, one.post) for one in seats] == [
            ("Võ An", "", ""),
            ("Lâm Sà Quên", "Tổ tự quản số 2", "Tổ viên"),
            ("Kim Thị Út", "Tổ hòa giải số 1", "Tổ phó"),
        ]
        assert seats[1].person.birth_date == PartialDate(1988, 9, 30)
        assert findings() == []
