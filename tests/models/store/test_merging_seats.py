"""Two people of one class who prove to be one: one seat is left, and both come back."""

from __future__ import annotations

from datetime import date

import pytest

from models.issuing import runs
from models.issuing.given import given_to
from models.registers.classes import Session, TrainingClass
from models.registers.lives import life_of
from models.registers.people import Person
from models.registers.trainees import Attendance, Trainee, letter_of, marks_of, trainees_of
from models.store.check import findings
from models.store.merging import links_to, merge, preview
from models.store.undo import take_apart, undo_last
from tests.models.issuing.papers import PDF, order
from tests.models.samples import fresh, person, stored

pytestmark = pytest.mark.usefixtures("register")

MINE, THEIRS = ("Có mặt", "Vắng không phép", ""), ("Vắng có phép", "Muộn", "Có mặt")
"""How both were marked, by sitting; nothing for no mark."""


@pytest.fixture
def training() -> TrainingClass:
    """A class of three sittings that asks for four of five."""
    made = stored(TrainingClass(name="Lớp một", state="Đã bế giảng", least_share=80))
    for day in (12, 13, 14):
        stored(Session(training_class=made, day=date(2026, 11, day)))
    return made


def seat(training: TrainingClass, who: Person, marks: tuple[str, ...], **told: object) -> Trainee:
    made = stored(Trainee(training_class=training, person=who, **told))
    sessions = Session.select().where(Session.training_class == training).order_by(Session.day)
    for session, mark in zip(sessions, marks, strict=True):
        if mark:
            stored(Attendance(trainee=made, session=session, mark=mark))
    return made


def letters(training: TrainingClass) -> list[str]:
    marks, seats = marks_of(training.id), trainees_of(training.id)
    ordered = Session.select().where(Session.training_class == training).order_by(Session.day)
    days = [session.id for session in ordered]
    return [
        "".join(
            letter_of(marks[one.id, day].mark) if (one.id, day) in marks else "." for day in days
        )
        for one in seats
    ]


def pair() -> tuple[Person, Person]:
    return person("Nguyễn Văn Đức"), person("Nguyễn Văn Đức")


def test_two_seats_become_one_with_what_both_held(training: TrainingClass) -> None:
    kept, other = pair()
    mine = seat(training, kept, MINE, number=1, score=7.5, grade="Khá")
    seat(training, other, THEIRS, number=2, score=8.0, unit="Tổ 2", documents=True)
    assert preview(kept, other).sentences == (
        "Cả hai cùng học Lớp một: còn một dòng học viên, điểm danh gộp lại; "
        "điểm 8,0 chuyển vào ghi chú.",
    )
    merge(kept, other, {})
    (left,) = trainees_of(training.id)
    assert (left.id, left.unit, left.documents, left.score) == (mine.id, "Tổ 2", True, 7.5)
    assert left.note == "Khi gộp còn ghi điểm 8,0."
    assert letters(training) == ["xMx"]
    assert (left.share, left.result) == (100, "Đạt")
    assert fresh(training).enrolled == 1
    assert [one.words for one in life_of(fresh(kept)) if "lớp một" in one.words] == [
        "Học lớp một: đạt"
    ]
    assert findings() == []


@pytest.mark.parametrize("how", ["apart", "undo"])
def test_both_seats_come_back_as_they_were(training: TrainingClass, how: str) -> None:
    kept, other = pair()
    seat(training, kept, MINE, number=1, score=7.5)
    theirs = seat(training, other, THEIRS, number=2, score=8.0, unit="Tổ 2")
    before = [(one.id, one.person_id, one.stored_values()) for one in trainees_of(training.id)]
    marked = letters(training)
    assert marked == ["xK.", "PMx"]
    made = merge(kept, other, {})
    done = take_apart(made) if how == "apart" else undo_last()
    assert done.kept == ()
    after = [(one.id, one.person_id, one.stored_values()) for one in trainees_of(training.id)]
    assert after == before
    assert letters(training) == marked
    assert fresh(theirs).person_id == other.id
    assert findings() == []


def test_the_seat_with_the_paper_stays_so_that_none_is_given_twice(training: TrainingClass) -> None:
    kept, other = pair()
    seat(training, kept, ("Có mặt", "Có mặt", "Có mặt"))
    theirs = seat(training, other, ("Có mặt", "Có mặt", "Có mặt"))
    item = runs.Item(other.full_name, {}, person=other.id, origin=theirs.uid)
    runs.confirm(runs.hold(order(), [item], PDF))
    merge(kept, other, {})
    (left,) = trainees_of(training.id)
    assert (left.id, left.person_id) == (theirs.id, kept.id)
    assert given_to([left.uid]) == {left.uid: "001/2026"}
    assert any("giấy số 001/2026" in one.words for one in life_of(fresh(kept)))


def test_nothing_but_attendance_hangs_on_a_seat() -> None:
    assert [link.model for link in links_to(Trainee)] == [Attendance]
