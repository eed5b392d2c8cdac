"""A class through the real window, by keyboard: attendance, results, trainees, undo, paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.registers.classes import Session, Subject, TrainingClass, sessions_of
from models.registers.people import Person
from models.registers.trainees import Trainee, letter_of, marks_of, trainees_of
from models.store.check import findings
from models.store.tables import HistoryChange
from tests.ui.keys import CONTROL, press, type_text
from tests.ui.workplaces import opened_workplace, shown
from ui.classes.attendance import AttendanceTab
from ui.classes.head import ATTENDANCE, RESULTS, ROSTER
from ui.classes.page import ClassPage
from ui.classes.results import SCORE
from ui.pages.register_page import RegisterPage
from ui.paper.page import PaperPage
from ui.workplace import Workplace

Key = Qt.Key
NAMES = ("Võ An", "Trần Bé", "Lê Cư", "Đỗ Dần", "Kim Em")


@pytest.fixture
def training(register: Path) -> TrainingClass:
    """A class of five with three sittings, asking for four of five and a score of 5,0."""
    from tests.models.samples import stored

    made = stored(TrainingClass(name="Lớp một", state="Đang mở", least_share=60, least_score=5.0))
    for day in (12, 13, 14):
        stored(Session(training_class=made, day=date(2026, 11, day), part="Sáng"))
    for number, name in enumerate(NAMES, start=1):
        person = stored(Person(full_name=name))
        stored(Trainee(training_class=made, person=person, number=number))
    return made


@pytest.fixture
def place(qtbot: QtBot, register: Path, training: TrainingClass) -> Iterator[Workplace]:
    with opened_workplace(qtbot, register.parent) as place:
        yield place


@pytest.fixture
def page(qtbot: QtBot, place: Workplace) -> ClassPage:
    """The page of the class, opened by Enter on its row."""
    place.shell.open_register("classes")
    listed = place.shell.registers["classes"]
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1)
    qtbot.waitUntil(listed.table.hasFocus)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shown(place), ClassPage))
    found = shown(place)
    assert isinstance(found, ClassPage)
    qtbot.waitUntil(lambda: found.attendance.view.currentIndex().isValid())
    qtbot.waitUntil(found.attendance.view.hasFocus)
    return found


def letters(training: TrainingClass) -> list[str]:
    """The marks as the file keeps them, a line a trainee, '.' for none."""
    marks, sessions = marks_of(training.id), sessions_of(training.id)
    lines = []
    for trainee in trainees_of(training.id):
        kept = [marks.get((trainee.id, session.id)) for session in sessions]
        lines.append("".join((letter_of(one.mark) if one else "") or "." for one in kept))
    return lines


def kept(qtbot: QtBot, training: TrainingClass, *lines: str) -> None:
    qtbot.waitUntil(lambda: letters(training) == list(lines))


def keys(*pressed: Key) -> None:
    for key in pressed:
        press(key)


def test_one_key_a_person_marks_a_sitting(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    keys(Key.Key_Space, Key.Key_P, Key.Key_K, Key.Key_M, Key.Key_Space)
    kept(qtbot, training, "x..", "P..", "K..", "M..", "x..")
    model = page.attendance.model
    assert [model.total(column) for column in range(3)] == ["3", "", ""]
    assert [str(model.index(row, 3).data()) for row in range(5)] == [
        "1/1",
        "0/1",
        "0/1",
        "1/1",
        "1/1",
    ]
    assert [str(model.index(row, 4).data()) for row in range(2)] == ["Đủ", "Chưa"]
    assert model.total(4) == "3 đủ"
    assert findings() == []


def test_a_sitting_is_one_change_and_its_typing_is_taken_back_key_by_key(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    keys(Key.Key_Space, Key.Key_Space, Key.Key_K)
    kept(qtbot, training, "x..", "x..", "K..", "...", "...")
    press(Key.Key_Z, CONTROL)
    kept(qtbot, training, "x..", "x..", "...", "...", "...")
    assert page.attendance.view.currentIndex().row() == 2
    titles = [row.title for row in HistoryChange.select() if row.title.startswith("Điểm danh")]
    assert titles == ["Điểm danh buổi sáng 12/11/2026, lớp một"]


def test_undo_of_the_window_takes_the_sitting_back_once_nothing_typed_is_left(
    qtbot: QtBot, place: Workplace, page: ClassPage, training: TrainingClass
) -> None:
    keys(Key.Key_Space, Key.Key_Space)
    kept(qtbot, training, "x..", "x..", "...", "...", "...")
    place.classes.open(training.id)
    keys(Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(shown(place), RegisterPage))
    press(Key.Key_Z, CONTROL)
    kept(qtbot, training, "...", "...", "...", "...", "...")
    place.classes.open(training.id)
    qtbot.waitUntil(lambda: page.attendance.model.mark(0, 0) == "")
    page.attendance.view.go(0, 0)
    keys(Key.Key_Space)
    kept(qtbot, training, "x..", "...", "...", "...", "...")


def test_a_mark_copied_down_leaves_what_is_marked(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    page.attendance.view.go(2, 1)
    keys(Key.Key_K)
    page.attendance.view.go(0, 1)
    keys(Key.Key_Space, Key.Key_Up)
    press(Key.Key_Down, CONTROL)
    kept(qtbot, training, ".x.", ".x.", ".K.", ".x.", ".x.")
    press(Key.Key_Z, CONTROL)
    kept(qtbot, training, ".x.", "...", ".K.", "...", "...")


def test_all_others_of_a_sitting_were_there(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    page.attendance.view.go(1, 2)
    keys(Key.Key_P)
    press(Key.Key_Space, CONTROL)
    kept(qtbot, training, "..x", "..P", "..x", "..x", "..x")


def test_a_printed_sheet_is_keyed_back_by_number(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    keys(Key.Key_4, Key.Key_K, Key.Key_2, Key.Key_M)
    kept(qtbot, training, "...", "M..", "...", "K..", "...")
    keys(Key.Key_9)
    assert page.attendance.view.currentIndex().row() == 2


def test_a_mark_is_taken_away_and_put_back(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    keys(Key.Key_Space, Key.Key_Up, Key.Key_Delete)
    kept(qtbot, training, "...", "...", "...", "...", "...")
    keys(Key.Key_Up, Key.Key_P)
    kept(qtbot, training, "P..", "...", "...", "...", "...")


def test_the_sheet_is_told_in_words_and_has_no_input_method(page: ClassPage) -> None:
    view = page.attendance.view
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    keys(Key.Key_P)
    spoken = page.attendance.model.spoken(0, 0)
    assert spoken == "Võ An, buổi 1, có phép"


def test_a_name_without_accents_is_found(qtbot: QtBot, page: ClassPage) -> None:
    press(Key.Key_F, CONTROL)
    type_text(page.attendance.search, "do dan")
    press(Key.Key_Return)
    assert page.attendance.view.currentIndex().row() == 3
    assert page.attendance.view.hasFocus()


def type_score(qtbot: QtBot, page: ClassPage, text: str) -> None:
    """Type into the current cell as a person does: the first letter opens it."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, letter)
    press(Key.Key_Return)
    qtbot.waitUntil(page.results.hasFocus)


def results(training: TrainingClass) -> list[tuple[float | None, str, str]]:
    return [(one.score, one.grade, one.result) for one in trainees_of(training.id)]


@pytest.fixture
def scores(qtbot: QtBot, page: ClassPage) -> ClassPage:
    press(Key.Key_Space, CONTROL)
    press(Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(page.results.hasFocus)
    assert page.head.tabs.currentIndex() == RESULTS
    return page


def test_scores_go_down_the_column_and_bring_their_grades(
    qtbot: QtBot, scores: ClassPage, training: TrainingClass
) -> None:
    for text in ("7,5", "8.5", "4", "10", "5,0"):
        type_score(qtbot, scores, text)
    qtbot.waitUntil(
        lambda: (
            results(training)
            == [
                (7.5, "Khá", "Đạt"),
                (8.5, "Giỏi", "Đạt"),
                (4.0, "Không đạt", "Không đạt"),
                (10.0, "Giỏi", "Đạt"),
                (5.0, "Trung bình", "Đạt"),
            ]
        )
    )
    qtbot.waitUntil(lambda: scores.results.results.text(2, SCORE + 3) == "Xếp loại Không đạt")
    titles = [row.title for row in HistoryChange.select() if row.title.startswith("Ghi kết quả")]
    assert titles == ["Ghi kết quả lớp một"]


def test_a_grade_typed_by_hand_stays_when_the_score_is_corrected(
    qtbot: QtBot, scores: ClassPage, training: TrainingClass
) -> None:
    type_score(qtbot, scores, "6,5")
    press(Key.Key_Up)
    press(Key.Key_Right)
    type_score(qtbot, scores, "kha")
    press(Key.Key_Up)
    press(Key.Key_Left)
    type_score(qtbot, scores, "6,8")
    qtbot.waitUntil(lambda: results(training)[0] == (6.8, "Khá", "Đạt"))


def test_what_is_no_score_stays_in_its_cell_with_the_reason(
    qtbot: QtBot, place: Workplace, scores: ClassPage, training: TrainingClass
) -> None:
    type_score(qtbot, scores, "75")
    model = scores.results.results
    assert (model.text(0, SCORE), model.flaw(0, SCORE)) == ("75", "Điểm từ 0 đến 10, đang ghi 75.")
    scores.results.setCurrentIndex(model.index(0, SCORE))
    type_score(qtbot, scores, "7,5")
    qtbot.waitUntil(lambda: results(training)[0][0] == 7.5)
    assert model.flaw(0, SCORE) == ""


def test_a_person_found_by_name_is_seated_behind_the_others(
    qtbot: QtBot, place: Workplace, page: ClassPage, training: TrainingClass
) -> None:
    from tests.models.samples import stored

    stored(Person(full_name="Thạch Sô Phol"))
    press(Key.Key_PageUp, CONTROL)
    assert page.head.tabs.currentIndex() == ROSTER
    qtbot.waitUntil(page.roster.field.hasFocus)
    type_text(page.roster.field, "so phol")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(trainees_of(training.id)) == 6)
    last = trainees_of(training.id)[-1]
    assert (last.title, last.number) == ("Thạch Sô Phol", 6)
    qtbot.waitUntil(lambda: page.head.tabs.tabText(ROSTER) == "Học viên 6")
    assert place.shell.notifier.said[-1] == "Đã thêm Thạch Sô Phol."


def test_a_sitting_is_added_by_its_day(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    page.attendance.add.click()
    type_text(page.attendance.new.day, "15/11/2026")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(sessions_of(training.id)) == 4)
    qtbot.waitUntil(lambda: page.attendance.model.sittings == 4)
    assert sessions_of(training.id)[-1].title == "Buổi sáng 15/11/2026"


def test_what_is_taught_stands_on_the_page(
    qtbot: QtBot, page: ClassPage, training: TrainingClass
) -> None:
    from tests.models.samples import stored

    day = date(2026, 11, 12)
    told = {"lecturer": "Đại úy Lê Minh", "periods": 4, "day": day, "part": "Sáng"}
    stored(Subject(training_class=training, name="Kỹ năng tuần tra", **told))
    page.work.reload()
    qtbot.waitUntil(lambda: "Kỹ năng tuần tra" in words_of(page.facts))
    assert {"Đại úy Lê Minh", "4 tiết · Sáng 12/11/2026"} <= words_of(page.facts)


def words_of(area: QWidget) -> set[str]:
    return {label.text() for label in area.findChildren(QLabel)}


def test_the_attendance_sheet_is_printed_from_the_page(
    qtbot: QtBot, place: Workplace, page: ClassPage
) -> None:
    press(Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: isinstance(shown(place), PaperPage))
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(place) is page)
    assert page.head.tabs.currentIndex() == ATTENDANCE


def test_marks_that_wait_are_written_when_the_window_closes(
    qtbot: QtBot, place: Workplace, page: ClassPage, training: TrainingClass
) -> None:
    keys(Key.Key_Space, Key.Key_Space, Key.Key_Space, Key.Key_Space, Key.Key_Space)
    place.window.close()
    place.close()
    kept(qtbot, training, "x..", "x..", "x..", "x..", "x..")


@pytest.mark.parametrize(("width", "beside"), [(620, False), (1000, True)])
def test_what_the_keys_mean_stands_beside_the_search_or_under_it(
    qtbot: QtBot, width: int, beside: bool
) -> None:
    tab = AttendanceTab(lambda: date(2026, 11, 16))
    qtbot.addWidget(tab)
    tab.resize(1000 + 620 - width, 400)
    tab.show()
    tab.resize(width, 400)
    search, meanings = tab.search, tab.meanings
    qtbot.waitUntil(lambda: (meanings.y() < search.geometry().bottom()) is beside)
    cut = [part for part in tab.findChildren(QPushButton) if part.width() < part.sizeHint().width()]
    assert cut == []
    assert not search.geometry().intersects(meanings.geometry())
