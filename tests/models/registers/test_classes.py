"""Classes count their sessions, trainees and who passed; results follow every change."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import UserError
from models.registers.classes import Session, TrainingClass, sessions_of, state_on
from models.registers.people import Person
from models.registers.trainees import Attendance, Trainee, letter_of, trainees_of
from models.store import undo
from models.store.change import change
from models.store.check import findings
from tests.models.samples import fresh, save, stored, trash

pytestmark = pytest.mark.usefixtures("register")

HERE, LATE, AWAY = "Có mặt", "Muộn", "Vắng không phép"


@pytest.fixture
def training() -> TrainingClass:
    return stored(TrainingClass(name="Lớp một", least_share=80, least_score=5.0))


def seat(training: TrainingClass, name: str, **values: object) -> Trainee:
    person = stored(Person(full_name=name))
    return stored(Trainee(training_class=training, person=person, **values))


def sitting(training: TrainingClass, day: int, part: str = "") -> Session:
    return stored(Session(training_class=training, day=date(2026, 11, day), part=part))


def mark(trainee: Trainee, session: Session, word: str) -> Attendance:
    return stored(Attendance(trainee=trainee, session=session, mark=word))


def told(trainee: Trainee) -> tuple[int | None, int | None, str, str]:
    now = fresh(trainee)
    return now.attended, now.share, now.result, now.reason


def test_attendance_and_score_make_the_result(training: TrainingClass) -> None:
    an, sessions = seat(training, "Lê An", score=8.0), [sitting(training, day) for day in (12, 13)]
    assert told(an) == (0, None, "", "Chưa điểm danh")
    mark(an, sessions[0], HERE)
    assert told(an) == (1, 100, "Đạt", "")
    away = mark(an, sessions[1], AWAY)
    assert told(an) == (1, 50, "Không đạt", "Chuyên cần 50% dưới 80%")
    away.mark = LATE
    save(away)
    assert told(an) == (2, 100, "Đạt", "")
    assert (fresh(training).enrolled, fresh(training).passed) == (1, 1)


def test_a_sitting_counts_for_all_once_one_is_marked(training: TrainingClass) -> None:
    an, binh = seat(training, "Lê An", score=8.0), seat(training, "Trần Bình", score=8.0)
    first, second = sitting(training, 12), sitting(training, 13)
    mark(an, first, HERE)
    mark(binh, first, HERE)
    assert told(binh) == (1, 100, "Đạt", "")
    mark(an, second, HERE)
    assert fresh(second).held
    assert told(binh) == (1, 50, "Không đạt", "Chuyên cần 50% dưới 80%")
    trash(second)
    assert told(binh) == (1, 100, "Đạt", "")


def test_another_rule_of_the_class_changes_every_result(training: TrainingClass) -> None:
    an, binh = seat(training, "Lê An", score=6.0), seat(training, "Trần Bình", score=4.0)
    session = sitting(training, 12)
    mark(an, session, HERE)
    mark(binh, session, HERE)
    assert [told(one)[2] for one in (an, binh)] == ["Đạt", "Không đạt"]
    changed = fresh(training)
    changed.least_score = 6.5
    save(changed)
    assert [told(one)[3] for one in (an, binh)] == ["Điểm 6,0 dưới 6,5", "Điểm 4,0 dưới 6,5"]
    assert fresh(training).passed == 0
    undo.undo_last()
    assert fresh(training).passed == 1
    assert findings() == []


def test_a_class_in_the_trash_takes_all_along_and_brings_it_back(training: TrainingClass) -> None:
    an, session = seat(training, "Lê An", score=8.0), sitting(training, 12)
    kept = mark(an, session, HERE)
    trash(training)
    assert all(fresh(one).trashed_at for one in (an, session, kept))
    assert fresh(an.person).trashed_at is None
    undo.undo_last()
    assert not any(fresh(one).trashed_at for one in (training, an, session, kept))
    assert told(an) == (1, 100, "Đạt", "")
    assert findings() == []


def test_nobody_sits_in_a_class_twice(training: TrainingClass) -> None:
    an = seat(training, "Lê An")
    with pytest.raises(UserError, match="Lê An đã có trong Lớp một"):
        save(Trainee(training_class=training, person=an.person))


def test_sittings_stand_by_day_and_part(training: TrainingClass) -> None:
    for day, part in ((13, "Sáng"), (12, "Chiều"), (12, "Sáng"), (12, "Tối")):
        sitting(training, day, part)
    stored(Session(training_class=training, label="Buổi 10"))
    stored(Session(training_class=training, label="Buổi 9"))
    assert [one.title for one in sessions_of(training.id)] == [
        "Buổi sáng 12/11/2026",
        "Buổi chiều 12/11/2026",
        "Buổi tối 12/11/2026",
        "Buổi sáng 13/11/2026",
        "Buổi 9",
        "Buổi 10",
    ]


def test_trainees_stand_as_on_the_printed_sheet(training: TrainingClass) -> None:
    for name, number in (("Lê Em", 3), ("Võ An", 1), ("Đỗ Bé", None), ("Trần Cư", 2)):
        seat(training, name, number=number)
    assert [one.title for one in trainees_of(training.id)] == [
        "Võ An",
        "Trần Cư",
        "Lê Em",
        "Đỗ Bé",
    ]


def test_marks_have_the_letters_of_the_sheet() -> None:
    words = ("Có mặt", "Vắng có phép", "Vắng không phép", "Muộn", "")
    assert "".join(letter_of(word) for word in words) == "xPKM"


def test_the_days_tell_the_state() -> None:
    first, last = date(2026, 11, 12), date(2026, 11, 14)
    days = (date(2026, 11, day) for day in (11, 12, 14, 15))
    states = [state_on(first, last, day) for day in days]
    assert states == ["Dự kiến", "Đang mở", "Đang mở", "Đã bế giảng"]


def test_a_sitting_s_marks_are_history_of_the_trainee(training: TrainingClass) -> None:
    an, session = seat(training, "Lê An"), sitting(training, 12, "Sáng")
    with change("Điểm danh") as work:
        work.save(Attendance(trainee=an, session=session, mark=HERE))
        assert work.entries[0].subject == "Lê An, buổi sáng 12/11/2026"
